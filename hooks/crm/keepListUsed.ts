import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { text, type TextCode } from '../../src/i18n/text'
import { lockLists } from '../../src/store/relationLists'
import { usesOf, type RuleUse } from '../../src/store/ruleUses'
import { transactionOf } from '../../src/store/transaction'

/** A list stays while a rule, another list, a selection, a view or an organ uses it. */
export const keepListUsed: CollectionBeforeDeleteHook = (args) => keepUsed(args, 'relation-lists', 'LIST_IN_USE')

/** A selection stays while a rule or a list asks for it. */
export const keepSelectionUsed: CollectionBeforeDeleteHook = (args) => keepUsed(args, 'selections', 'SELECTION_IN_USE')

async function keepUsed({ id, req }: Parameters<CollectionBeforeDeleteHook>[0], kind: 'relation-lists' | 'selections', code: TextCode): Promise<void> {
  const tx = await transactionOf(req)
  await lockLists(tx)
  const uses = await usesOf(tx, kind, Number(id))
  if (uses.length === 0) return
  const { language } = req.i18n
  const shown = uses.slice(0, 5).map((use) => `${text(language, words[use.kind])} ${use.title}`.trim())
  throw new APIError(text(language, code, { where: [...shown, ...(uses.length > shown.length ? ['…'] : [])].join(', ') }), 409, undefined, true)
}

const words: Readonly<Record<RuleUse['kind'], TextCode>> = {
  rule: 'USE_RULE', list: 'USE_LIST', selection: 'USE_SELECTION', view: 'USE_VIEW', artefact: 'USE_ARTEFACT',
}
