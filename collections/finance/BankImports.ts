import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { tab } from '../tab'
import { undoImportEndpoint } from '../../src/endpoints/bankLineEndpoints'
import { importProgressEndpoint, uploadBankFileEndpoint } from '../../src/endpoints/uploadBankFileEndpoint'

/** A file of the bank that was read, whole, and what came of it (bankbestanden). */
export const BankImports = defineCollection({
  slug: 'bank-imports',
  group: 'finance',
  names: { nl: ['Bankbestand', 'Bankbestanden'], en: ['Bank file', 'Bank files'] },
  audited: false,
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'fileName',
    defaultColumns: ['fileName', 'createdAt', 'format', 'lineCount', 'newLineCount', 'status', 'importedBy'],
    listSearchableFields: ['fileName'],
    components: {
      beforeListTable: ['/views/Bank/UploadBankFiles#UploadBankFiles'],
      views: { edit: { overview: { Component: '/views/BankImport/index#BankImport', path: '/overview', tab: tab('/overview', 'bankImport') } } },
    },
  },
  endpoints: [uploadBankFileEndpoint, importProgressEndpoint, undoImportEndpoint],
  fields: [
    { name: 'fileName', type: 'text', required: true, label: { nl: 'Bestand', en: 'File' }, admin: { components: { Cell: '/views/fields/LinkCell#LinkCell' } } },
    { name: 'fileSha256', type: 'text', required: true, index: true, label: 'SHA-256' },
    choice('format', { camt053: { nl: 'camt.053', en: 'camt.053' }, camt054: { nl: 'camt.054', en: 'camt.054' }, mt940: { nl: 'MT940', en: 'MT940' } }, { required: true, label: { nl: 'Soort', en: 'Format' } }),
    { name: 'lineCount', type: 'number', required: true, label: { nl: 'Regels', en: 'Lines' } },
    { name: 'newLineCount', type: 'number', required: true, label: { nl: 'Waarvan nieuw', en: 'New ones' } },
    choice('status', { kept: { nl: 'Ingelezen', en: 'Read' }, undone: { nl: 'Teruggedraaid', en: 'Undone' } }, { required: true, index: true }),
    { name: 'importedBy', type: 'relationship', relationTo: 'users', label: { nl: 'Ingelezen door', en: 'Imported by' } },
    { name: 'undoneBy', type: 'relationship', relationTo: 'users', label: { nl: 'Teruggedraaid door', en: 'Undone by' } },
    { name: 'undoneAt', type: 'date', label: { nl: 'Teruggedraaid op', en: 'Undone at' }, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    { name: 'undoReason', type: 'text', maxLength: 200, label: { nl: 'Waarom teruggedraaid', en: 'Why undone' } },
  ],
})
