import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'

/** What can be subscribed to, at which price for which period (abonnementstypen). */
export const SubscriptionTypes = defineCollection({
  slug: 'subscription-types',
  group: 'finance',
  names: { nl: ['Abonnementstype', 'Abonnementstypen'], en: ['Subscription type', 'Subscription types'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'priceCents', 'period'] },
  fields: [
    { name: 'title', type: 'text', required: true, unique: true, label: { nl: 'Naam', en: 'Title' } },
    amount('priceCents', { required: true, label: { nl: 'Prijs per periode', en: 'Price each period' } }),
    choice('period', { month: { nl: 'Maand', en: 'Month' }, quarter: { nl: 'Kwartaal', en: 'Quarter' }, year: { nl: 'Jaar', en: 'Year' } },
      { required: true, defaultValue: 'year', label: { nl: 'Periode', en: 'Period' } }),
  ],
})
