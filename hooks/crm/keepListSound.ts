import type { CollectionBeforeChangeHook } from 'payload'
import { isCircular } from '../../src/rules/expandLists'
import { loadListRules } from '../../src/store/relationLists'
import { transactionOf } from '../../src/store/transaction'
import { refuse } from '../refuse'
import { ruleSentence } from '../ruleSentence'

/** A list says in words who is on it, and never asks whether somebody is on itself, by whatever way. */
export const keepListSound: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const tx = await transactionOf(req)
  const { criteria } = { ...originalDoc, ...data }
  const { rule, sentence } = await ruleSentence(tx, criteria)
  const isOnItself = operation === 'update' && rule !== undefined && isCircular(Number(originalDoc.id), rule, await loadListRules(tx, [rule]))
  if (isOnItself) throw refuse({ req, path: 'criteria' }, 'LIST_CIRCLE')
  return sentence === undefined ? data : { ...data, sentence }
}
