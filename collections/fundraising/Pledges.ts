import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { readOnly } from '../fields/readOnly'
import { lockInstructionsFirst } from '../../hooks/finance/lockInstructionsFirst'
import { keepPledgeSound } from '../../hooks/fundraising/keepPledgeSound'

/** What a donor promised to give; never an invoice (toezeggingen). */
export const Pledges = defineCollection({
  slug: 'pledges',
  group: 'fundraising',
  names: { nl: ['Toezegging', 'Toezeggingen'], en: ['Pledge', 'Pledges'] },
  defaultSort: '-startDate',
  admin: { useAsTitle: 'number', defaultColumns: ['number', 'donor', 'fund', 'amountCents', 'frequency', 'startDate', 'endDate'] },
  hooks: { beforeOperation: [lockInstructionsFirst], beforeChange: [keepPledgeSound] },
  fields: [
    readOnly({ name: 'number', type: 'number', unique: true, label: { nl: 'Nummer', en: 'Number' } }),
    { name: 'donor', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Donateur', en: 'Donor' } },
    { name: 'fund', type: 'relationship', relationTo: 'funds', required: true, index: true, label: { nl: 'Fonds', en: 'Fund' } },
    amount('amountCents', { required: true, label: { nl: 'Bedrag per keer', en: 'Amount each time' } }),
    choice('frequency', {
      once: { nl: 'Eenmalig', en: 'Once' },
      monthly: { nl: 'Per maand', en: 'Monthly' },
      quarterly: { nl: 'Per kwartaal', en: 'Quarterly' },
      halfYearly: { nl: 'Per halfjaar', en: 'Half-yearly' },
      yearly: { nl: 'Per jaar', en: 'Yearly' },
    }, { required: true, defaultValue: 'monthly', label: { nl: 'Frequentie', en: 'Frequency' } }),
    dateOnly('startDate', { required: true, label: { nl: 'Eerste keer op', en: 'First time on' } }),
    dateOnly('endDate', { label: { nl: 'Einddatum', en: 'End date' } }),
    { name: 'endReason', type: 'text', maxLength: 200, label: { nl: 'Reden van het einde', en: 'Reason of the end' } },
    choice('paymentMethod', { directDebit: { nl: 'Automatische incasso', en: 'Direct debit' }, transfer: { nl: 'Maakt zelf over', en: 'Transfer' } },
      { required: true, defaultValue: 'directDebit', label: { nl: 'Betaalwijze', en: 'Payment method' } }),
    {
      name: 'mandate', type: 'relationship', relationTo: 'mandates', label: { nl: 'Machtiging', en: 'Mandate' },
      admin: { condition: (data: { paymentMethod?: string }) => data.paymentMethod === 'directDebit' },
      filterOptions: ({ data }) => ({ debtor: { equals: (data as { donor?: number }).donor ?? 0 } }),
    },
    { name: 'bankLines', type: 'ui', admin: { disableListColumn: true, components: { Field: '/views/fields/BankLinesField#BankLinesField' } } },
  ],
})
