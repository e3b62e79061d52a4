import type { CollectionBeforeValidateHook } from 'payload'
import { normaliseIban } from '../../src/formats/iban'
import { isMandateUsed, nextMandateReference } from '../../src/store/mandates'
import { businessDate } from '../../src/store/businessDate'
import { transactionOf } from '../../src/store/transaction'
import { plain } from '../idOf'
import { refuse } from '../refuse'

/** Gives a reference, and lets a mandate that was collected with only be terminated (R-MAN-1). */
export const keepMandateSound: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
  const given = data ?? {}
  if (typeof given.iban === 'string') given.iban = normaliseIban(given.iban)
  if (typeof given.signedOn === 'string' && given.signedOn > businessDate(req)) throw refuse({ req, path: 'signedOn' }, 'MANDATE_SIGNED_IN_FUTURE')
  const tx = await transactionOf(req)
  if (operation === 'create') return { ...given, reference: given.reference || await nextMandateReference(tx) }
  const fixed = ['reference', 'creditor', 'debtor', 'type', 'iban', 'accountHolder', 'signedOn']
  const changed = fixed.find((field) => given[field] !== undefined && plain(given[field]) !== plain(originalDoc[field]))
  if (changed && await isMandateUsed(tx, originalDoc.id)) throw refuse({ req, path: changed }, 'MANDATE_USED')
  if (originalDoc.status === 'terminated' && given.status === 'active') throw refuse({ req, path: 'status' }, 'MANDATE_STAYS_TERMINATED')
  return given.status === 'terminated' && !given.endedOn && !originalDoc.endedOn ? { ...given, endedOn: businessDate(req) } : given
}
