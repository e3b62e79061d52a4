import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { keepSubscriptionTypeSound } from '../../hooks/finance/keepSubscriptionTypeSound'
import { vatRates } from './vatRates'

/** What can be subscribed to, at which price for which period (abonnementstypen). */
export const SubscriptionTypes = defineCollection({
  slug: 'subscription-types',
  group: 'finance',
  names: { nl: ['Abonnementstype', 'Abonnementstypen'], en: ['Subscription type', 'Subscription types'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'priceCents', 'period', 'vat', 'isFree'] },
  hooks: { beforeChange: [keepSubscriptionTypeSound] },
  fields: [
    { name: 'title', type: 'text', required: true, unique: true, label: { nl: 'Naam', en: 'Title' } },
    { name: 'isFree', type: 'checkbox', required: true, defaultValue: false, label: { nl: 'Gratis: hiervoor komt nooit een factuur', en: 'Free: never invoiced' } },
    amount('priceCents', { required: true, positive: false, label: { nl: 'Prijs per periode, inclusief btw', en: 'Price each period, VAT included' } }),
    choice('period', { month: { nl: 'Maand', en: 'Month' }, quarter: { nl: 'Kwartaal', en: 'Quarter' }, year: { nl: 'Jaar', en: 'Year' } },
      { required: true, defaultValue: 'year', label: { nl: 'Periode', en: 'Period' } }),
    choice('periodStart', { startDate: { nl: 'Op de ingangsdatum', en: 'On the start date' }, calendar: { nl: 'Met de kalender: 1 januari, 1 april …', en: 'With the calendar: 1 January, 1 April …' } },
      { required: true, defaultValue: 'startDate', label: { nl: 'Een periode begint', en: 'A period begins' } }),
    choice('firstPeriod', {
      full: { nl: 'Hele prijs', en: 'Full price' },
      months: { nl: 'Naar rato van de maanden', en: 'In proportion to the months' },
      days: { nl: 'Naar rato van de dagen', en: 'In proportion to the days' },
      free: { nl: 'Gratis', en: 'Free' },
    }, { required: true, defaultValue: 'full', label: { nl: 'Eerste, onvolledige periode', en: 'First, incomplete period' }, admin: { condition: (data: { periodStart?: string }) => data.periodStart === 'calendar' } }),
    choice('vat', vatRates, { required: true, defaultValue: 'exempt', label: { nl: 'Btw', en: 'VAT' } }),
    { name: 'ledgerAccount', type: 'text', maxLength: 20, label: { nl: 'Grootboekrekening', en: 'Ledger account' } },
    { name: 'costCentre', type: 'text', maxLength: 20, label: { nl: 'Kostenplaats', en: 'Cost centre' } },
    { name: 'noticeMonths', type: 'number', required: true, defaultValue: 1, min: 0, max: 12, label: { nl: 'Opzegtermijn (maanden)', en: 'Notice (months)' } },
    { name: 'paymentTermDays', type: 'number', required: true, defaultValue: 14, min: 0, max: 90, label: { nl: 'Betaaltermijn (dagen)', en: 'Payment term (days)' } },
  ],
})
