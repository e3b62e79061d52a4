import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { dateOnly } from '../fields/dateOnly'
import { tab } from '../tab'
import { importStatementEndpoint } from '../../src/endpoints/importStatementEndpoint'

/** A day (or more) of one bank account as the bank told it (bankafschriften). */
export const BankStatements = defineCollection({
  slug: 'bank-statements',
  group: 'finance',
  names: { nl: ['Bankafschrift', 'Bankafschriften'], en: ['Bank statement', 'Bank statements'] },
  audited: false,
  defaultSort: '-closingDate',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'closingDate', 'openingCents', 'closingCents', 'isBalanced', 'fileName'],
    components: { beforeListTable: ['/views/ImportStatement/ImportStatement#ImportStatement'], views: { edit: {
      lines: { Component: '/views/Statement/index#Statement', path: '/lines', tab: tab('/lines', 'statementLines') },
    } } },
  },
  endpoints: [importStatementEndpoint],
  fields: [
    { name: 'title', type: 'text', required: true, label: { nl: 'Afschrift', en: 'Statement' }, admin: { components: { Cell: '/views/fields/LinkCell#LinkCell' } } },
    { name: 'creditor', type: 'relationship', relationTo: 'creditors', required: true, label: { nl: 'Rekening van', en: 'Account of' } },
    { name: 'iban', type: 'text', required: true, label: 'IBAN' },
    { name: 'statementId', type: 'text', required: true, label: { nl: 'Kenmerk', en: 'Statement id' } },
    dateOnly('openingDate', { required: true, label: { nl: 'Van', en: 'From' } }),
    dateOnly('closingDate', { required: true, label: { nl: 'Tot en met', en: 'Until' } }),
    amount('openingCents', { required: true, positive: false, label: { nl: 'Beginsaldo', en: 'Opening balance' } }),
    amount('closingCents', { required: true, positive: false, label: { nl: 'Eindsaldo', en: 'Closing balance' } }),
    { name: 'isBalanced', type: 'checkbox', required: true, label: { nl: 'Sluit', en: 'Balanced' } },
    { name: 'fileName', type: 'text', required: true, label: { nl: 'Bestand', en: 'File' } },
    { name: 'fileSha256', type: 'text', required: true, label: 'SHA-256' },
  ],
})
