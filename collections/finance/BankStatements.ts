import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { tab } from '../tab'
import { confirmStatementEndpoint } from '../../src/endpoints/confirmStatementEndpoint'
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
    defaultColumns: ['title', 'closingDate', 'openingCents', 'closingCents', 'hold', 'fileName'],
    components: { beforeListTable: ['/views/Bank/UploadBankFiles#UploadBankFiles'], views: { edit: {
      lines: { Component: '/views/Statement/index#Statement', path: '/lines', tab: tab('/lines', 'statementLines') },
    } } },
  },
  endpoints: [importStatementEndpoint, confirmStatementEndpoint],
  fields: [
    { name: 'import', type: 'relationship', relationTo: 'bank-imports', required: true, index: true, label: { nl: 'Bankbestand', en: 'Bank file' } },
    { name: 'title', type: 'text', required: true, label: { nl: 'Afschrift', en: 'Statement' }, admin: { components: { Cell: '/views/fields/LinkCell#LinkCell' } } },
    { name: 'creditor', type: 'relationship', relationTo: 'creditors', required: true, label: { nl: 'Rekening van', en: 'Account of' } },
    { name: 'iban', type: 'text', required: true, label: 'IBAN' },
    { name: 'statementId', type: 'text', required: true, label: { nl: 'Kenmerk', en: 'Statement id' } },
    dateOnly('openingDate', { required: true, label: { nl: 'Van', en: 'From' } }),
    dateOnly('closingDate', { required: true, label: { nl: 'Tot en met', en: 'Until' } }),
    amount('openingCents', { required: true, positive: false, label: { nl: 'Beginsaldo', en: 'Opening balance' } }),
    amount('closingCents', { required: true, positive: false, label: { nl: 'Eindsaldo', en: 'Closing balance' } }),
    { name: 'isBalanced', type: 'checkbox', required: true, label: { nl: 'Sluit', en: 'Balanced' } },
    choice('hold', {
      none: { nl: 'Nee', en: 'No' },
      unbalanced: { nl: 'Sluit niet', en: 'Does not balance' },
      gap: { nl: 'Sluit niet aan op het vorige', en: 'Does not follow on from the one before' },
    }, { required: true, defaultValue: 'none', label: { nl: 'Wacht op bevestiging', en: 'Waits for confirmation' } }),
    { name: 'confirmedBy', type: 'relationship', relationTo: 'users', label: { nl: 'Bevestigd door', en: 'Confirmed by' } },
    { name: 'confirmedAt', type: 'date', label: { nl: 'Bevestigd op', en: 'Confirmed at' }, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    { name: 'isUndone', type: 'checkbox', required: true, defaultValue: false, label: { nl: 'Teruggedraaid', en: 'Undone' } },
    { name: 'fileName', type: 'text', required: true, label: { nl: 'Bestand', en: 'File' } },
    { name: 'fileSha256', type: 'text', required: true, label: 'SHA-256' },
  ],
})
