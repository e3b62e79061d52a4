import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { closeVersionBefore, firstVersionAfter, moveEndOfVersionBefore, ruleVersionById, type RuleScope } from '../../src/store/ruleVersions'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

type Version = { readonly organ?: unknown; readonly membershipType?: unknown }
const scopeOf = ({ organ, membershipType }: Version): RuleScope => ({ organ: idOf(organ) ?? null, membershipType: idOf(membershipType) ?? null })

/** A new rule ends the one before it on the day it begins, and ends itself where a later one was planned already (R-RULE-2). */
export const followOn: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const tx = await transactionOf(req)
  const actor = req.user ? Number(req.user.id) : null
  if (operation === 'create') {
    await closeVersionBefore(tx, scopeOf(data), data.validFrom, actor)
    const next = data.validTo ? undefined : await firstVersionAfter(tx, scopeOf(data), data.validFrom)
    return next ? { ...data, validTo: next } : data
  }
  const becomes = { ...originalDoc, ...data }
  if (becomes.validFrom < originalDoc.validFrom) await moveEndOfVersionBefore(tx, scopeOf(becomes), { from: originalDoc.validFrom, to: becomes.validFrom }, actor)
  return data
}

/** A planned rule that comes later lets the one before it run on until then. */
export const letRunOn: CollectionAfterChangeHook = async ({ doc, operation, previousDoc, req }) => {
  if (operation === 'update' && doc.validFrom > previousDoc.validFrom) {
    await moveEndOfVersionBefore(await transactionOf(req), scopeOf(doc), { from: previousDoc.validFrom, to: doc.validFrom }, req.user ? Number(req.user.id) : null)
  }
  return doc
}

/** Only what is planned can be called off; what counts or counted stays as it was. */
export const refuseCountedVersion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const version = await ruleVersionById(await transactionOf(req), Number(id))
  if (version && version.validFrom <= businessDate(req)) throw refuse({ req, path: 'validFrom' }, 'RULE_ALREADY_COUNTS')
}

/** The rule before the one that was called off runs on. */
export const reopenVersionBefore: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await moveEndOfVersionBefore(await transactionOf(req), scopeOf(doc), { from: doc.validFrom, to: doc.validTo ?? null }, req.user ? Number(req.user.id) : null)
  return doc
}
