import type { DocumentTabConfig } from 'payload'
import type { adminTexts } from '../src/i18n/admin'

/** A tab of a document, named in the reader's language. */
export const tab = (href: `/${string}`, name: keyof (typeof adminTexts)['nl']['kring']): DocumentTabConfig =>
  ({ href, order: 0, label: ({ t }) => t(`kring:${name}`) })
