import { isDeepStrictEqual } from 'node:util'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { isCircular, tooLargeWith } from '../../src/rules/expandLists'
import type { Rule } from '../../src/rules/rule'
import { listRow } from '../../src/store/listMembers'
import { allListRules, loadListRules } from '../../src/store/relationLists'
import { transactionOf, type Transaction } from '../../src/store/transaction'
import { refuse } from '../refuse'
import { ruleSentence } from '../ruleSentence'

/** A list says in words who is on it, never asks whether somebody is on itself, by whatever way, and lets every list that uses it be asked. */
export const keepListSound: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const tx = await transactionOf(req)
  const { criteria } = { ...originalDoc, ...data }
  const { rule, sentence } = await ruleSentence(tx, criteria)
  const isOtherwise = operation === 'update' && rule !== undefined && !isDeepStrictEqual(criteria, originalDoc.criteria)
  if (isOtherwise) await keepAskable(req, tx, { list: Number(originalDoc.id), rule })
  return sentence === undefined ? data : { ...data, sentence }
}

async function keepAskable(req: PayloadRequest, tx: Transaction, { list, rule }: { readonly list: number; readonly rule: Rule }): Promise<void> {
  if (isCircular(list, rule, await loadListRules(tx, [rule]))) throw refuse({ req, path: 'criteria' }, 'LIST_CIRCLE')
  const tooLarge = tooLargeWith(list, rule, await allListRules(tx))
  if (tooLarge !== undefined) throw refuse({ req, path: 'criteria' }, 'LIST_TOO_LARGE_WITHIN', { title: (await listRow(tx, tooLarge))?.title ?? '' })
}
