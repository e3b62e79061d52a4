import type { CollectionBeforeChangeHook } from 'payload'
import { organPlaceholder } from '../../src/domain/artefactTitle'
import { hasActions } from '../../src/store/crmArtefacts'
import { transactionOf } from '../../src/store/transaction'
import { idOf, plain } from '../idOf'
import { refuse } from '../refuse'

const needsFunction: readonly unknown[] = ['functionGroup', 'view', 'rights']
const fixed = ['organisation', 'kind', 'functionType', 'seesFund'] as const

/** An action says whose name its items carry and for which function they are; a view needs the group of members that it shows. What it makes is fixed. */
export const keepActionSound: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const whole = { ...originalDoc, ...data }
  if (!String(whole.title ?? '').includes(organPlaceholder)) throw refuse({ req, path: 'title' }, 'ACTION_TITLE_NEEDS_ORGAN')
  if (needsFunction.includes(whole.kind) && idOf(whole.functionType) === undefined) throw refuse({ req, path: 'functionType' }, 'ACTION_NEEDS_FUNCTION')
  const changed = operation === 'update' ? fixed.find((field) => (plain(whole[field]) ?? null) !== (plain(originalDoc[field]) ?? null)) : undefined
  if (changed) throw refuse({ req, path: changed }, 'ACTION_FIXED')
  const organisation = idOf(whole.organisation)
  if (operation === 'create' && whole.kind === 'view' && organisation !== undefined && !(await hasActions(await transactionOf(req), organisation, { kind: 'memberGroup', except: 0 }))) {
    throw refuse({ req, path: 'kind' }, 'ACTION_VIEW_NEEDS_MEMBERS')
  }
  return data
}
