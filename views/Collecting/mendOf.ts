import type { BatchPreview } from '../../src/operations/previewBatches'

type Left = BatchPreview['left'][number]
type Mend = { readonly href: string; readonly words: 'mendMandate' | 'mendAddress' | 'mendCreditor' | 'mendPledge' | 'mendInvoice' | 'mendBatch' }

/** Where a person can do something about it; undefined where there is nothing to do. */
export function mendOf(one: Left): Mend | undefined {
  switch (one.reason) {
    case 'MANDATE_TERMINATED': case 'MANDATE_BLOCKED': case 'MANDATE_DORMANT': case 'MANDATE_NOT_SIGNED_YET': case 'MANDATE_OF_OTHER_CREDITOR':
      return { href: `/admin/collections/mandates/${one.mandate}`, words: 'mendMandate' }
    case 'ADDRESS_REQUIRED':
      return { href: `/admin/collections/relations/${one.debtor}`, words: 'mendAddress' }
    case 'VERSION_08_REQUIRED': case 'EXCEEDS_BATCH_LIMIT': case 'EXCEEDS_INSTRUCTION_LIMIT': case 'EXCEEDS_DAY_LIMIT': case 'EXCEEDS_MONTH_LIMIT':
      return { href: `/admin/collections/creditors/${one.creditor}`, words: 'mendCreditor' }
    case 'BANK_PAID_CANCELLED':
      return { href: `/admin/collections/debit-batches/${one.batch}/overview`, words: 'mendBatch' }
    case 'NO_LONGER_DUE': case 'REDUCED_TO_OPEN':
      return one.invoice === null ? { href: `/admin/collections/pledges/${one.pledge}`, words: 'mendPledge' } : { href: `/admin/collections/invoices/${one.invoice}`, words: 'mendInvoice' }
  }
}
