import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { announceDebitsEndpoint, announcementLettersEndpoint } from '../../src/endpoints/announceDebitsEndpoint'

/** What a debtor was told beforehand about a debit or a series of them, and how that was proved (aankondigingen). */
export const PreNotifications = defineCollection({
  slug: 'pre-notifications',
  group: 'finance',
  names: { nl: ['Aankondiging', 'Aankondigingen'], en: ['Pre-notification', 'Pre-notifications'] },
  audited: false,
  defaultSort: '-announcedOn',
  admin: { defaultColumns: ['announcedOn', 'debtor', 'amountCents', 'firstDate', 'channel', 'mail'] },
  endpoints: [announceDebitsEndpoint, announcementLettersEndpoint],
  fields: [
    dateOnly('announcedOn', { required: true, label: { nl: 'Aangekondigd op', en: 'Announced on' } }),
    { name: 'debtor', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Betaler', en: 'Debtor' } },
    { name: 'mandate', type: 'relationship', relationTo: 'mandates', required: true, index: true, label: { nl: 'Machtiging', en: 'Mandate' } },
    { name: 'pledge', type: 'relationship', relationTo: 'pledges', index: true, label: { nl: 'Toezegging', en: 'Pledge' } },
    { name: 'invoice', type: 'relationship', relationTo: 'invoices', index: true, label: { nl: 'Factuur', en: 'Invoice' } },
    { name: 'debtorIban', type: 'text', required: true, label: 'IBAN' },
    amount('amountCents', { required: true, label: { nl: 'Bedrag', en: 'Amount' } }),
    dateOnly('firstDate', { required: true, label: { nl: 'Eerste incassodatum', en: 'First collection date' } }),
    { name: 'everyMonths', type: 'number', required: true, defaultValue: 0, label: { nl: 'Daarna om de zoveel maanden', en: 'Then every so many months' } },
    choice('channel', { mail: { nl: 'E-mail', en: 'E-mail' }, letter: { nl: 'Brief', en: 'Letter' }, invoice: { nl: 'Met de factuur', en: 'With the invoice' } }, { required: true, label: { nl: 'Langs welke weg', en: 'Channel' } }),
    { name: 'mail', type: 'relationship', relationTo: 'mails', label: { nl: 'E-mail', en: 'E-mail' } },
  ],
})
