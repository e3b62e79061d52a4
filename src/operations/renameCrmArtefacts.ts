import type { PayloadRequest } from 'payload'
import { artefactTitles } from '../domain/artefactTitle'
import { madeArtefacts, renameArtefacts, type MadeArtefact } from '../store/crmArtefacts'
import { renameTitled, stillNamed } from '../store/crmItems'
import type { Transaction } from '../store/transaction'
import { groupOf } from './artefactGroup'
import { freeTitles } from './freeTitles'

/** Gives what was made the name that its organ and action give it now, unless somebody gave it another name (R-ACT-4). Returns how many. */
export async function renameCrmArtefacts(req: PayloadRequest, tx: Transaction): Promise<number> {
  const old = (await madeArtefacts(tx)).filter((made) => !artefactTitles(made).includes(made.title))
  if (old.length === 0) return 0
  const of = (isOne: (made: MadeArtefact) => unknown) => old.filter(isOne)
  const renamed = [
    ...await renameRelations(req, tx, of(({ relation }) => relation !== null)),
    ...await renameAll(tx, 'relation_lists', of(({ list }) => list !== null)),
    ...await renameAll(tx, 'crm_views', of(({ view }) => view !== null)),
    ...of(({ kind }) => kind === 'rights').map((made) => ({ id: made.id, title: artefactTitles(made)[0] })),
  ]
  if (renamed.length > 0) await renameArtefacts(tx, renamed)
  return renamed.length
}

type Named = { readonly id: number; readonly title: string }

/** A relation is renamed as a person would do it: with everything that follows from its name. */
async function renameRelations(req: PayloadRequest, tx: Transaction, old: readonly MadeArtefact[]): Promise<readonly Named[]> {
  const asMade = await stillNamed(tx, old.map(({ relation, title }) => ({ id: relation ?? 0, from: title })))
  const ours = old.filter(({ relation }) => asMade.has(relation ?? 0)).map((made) => ({ id: made.id, relation: made.relation ?? 0, title: artefactTitles(made)[0] }))
  for (const { relation, title } of ours) await req.payload.update({ collection: 'relations', id: relation, data: { organisationName: title }, depth: 0, req })
  return ours
}

async function renameAll(tx: Transaction, table: 'relation_lists' | 'crm_views', old: readonly MadeArtefact[]): Promise<readonly Named[]> {
  if (old.length === 0) return []
  const titles = await freeTitles(tx, table, old)
  const wanted = old.map((made, index) => ({ made, item: (table === 'crm_views' ? made.view : made.list) ?? 0, title: titles[index] ?? '' }))
  const done = await renameTitled(tx, table, wanted.map(({ made, item, title }) =>
    ({ id: item, from: made.title, to: title, ...(table === 'relation_lists' ? groupOf(made) : {}) })))
  return wanted.filter(({ item }) => done.has(item)).map(({ made, title }) => ({ id: made.id, title }))
}
