import type { CollectionBeforeValidateHook } from 'payload'
import { normaliseIban } from '../../src/formats/iban'
import { isReferenceTaken } from '../../src/store/mandateChanges'
import { isCreditorInUse, isMandateUsed, nextMandateReference } from '../../src/store/mandates'
import { businessDate } from '../../src/store/businessDate'
import { transactionOf } from '../../src/store/transaction'
import { idOf, plain } from '../idOf'
import { refuse } from '../refuse'

const fixed = ['reference', 'creditor', 'debtor', 'type', 'iban', 'accountHolder', 'signedOn'] as const

/**
 * Gives a reference that no other mandate has or had, at a creditor that is in use; and lets a mandate that was collected with only be
 * ended or blocked here (R-MAN-1): another account goes by a button of its own, which writes down what it was.
 */
export const keepMandateSound: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
  const given = { ...data }
  if (typeof given.iban === 'string') given.iban = normaliseIban(given.iban)
  if (typeof given.signedOn === 'string' && given.signedOn > businessDate(req)) throw refuse({ req, path: 'signedOn' }, 'MANDATE_SIGNED_IN_FUTURE')
  const tx = await transactionOf(req)
  if (operation === 'create') given.reference ||= await nextMandateReference(tx)
  const whole = { ...originalDoc, ...given }
  const isNew = (field: string): boolean => given[field] !== undefined && plain(given[field]) !== plain(originalDoc?.[field])
  const changed = operation === 'update' && fixed.find(isNew)
  if (changed && await isMandateUsed(tx, originalDoc.id)) throw refuse({ req, path: changed }, 'MANDATE_USED')
  const creditor = idOf(whole.creditor)
  if (creditor !== undefined && isNew('creditor') && await isCreditorInUse(tx, creditor) === false) throw refuse({ req, path: 'creditor' }, 'CREDITOR_NOT_IN_USE')
  if (creditor !== undefined && (isNew('reference') || isNew('creditor')) && await isReferenceTaken(tx, { creditor, reference: String(whole.reference), mandate: originalDoc?.id })) {
    throw refuse({ req, path: 'reference' }, 'MANDATE_REFERENCE_DUPLICATE')
  }
  const revived = originalDoc?.status === 'terminated' && (['status', 'endedOn'] as const).find(isNew)
  if (revived) throw refuse({ req, path: revived }, 'MANDATE_STAYS_TERMINATED')
  return withStatus(given, originalDoc, businessDate(req))
}

type Doc = Readonly<Record<string, unknown>>

/** An end has its day; whoever is not blocked has no reason for it. */
function withStatus(given: Record<string, unknown>, was: Doc | undefined, today: string): Record<string, unknown> {
  const status = given['status'] ?? was?.['status']
  return {
    ...given,
    ...(status !== 'blocked' && (given['blockReason'] || was?.['blockReason']) ? { blockReason: null } : {}),
    ...(status === 'terminated' && !(given['endedOn'] ?? was?.['endedOn']) ? { endedOn: today } : {}),
  }
}
