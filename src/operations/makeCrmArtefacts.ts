import type { PayloadRequest } from 'payload'
import { artefactTitles } from '../domain/artefactTitle'
import type { LocalDate } from '../domain/localDate'
import { derivedNames } from '../domain/relation'
import type { RelationRow } from '../formats/relationRow'
import { insertArtefacts, memberGroups, missingArtefacts, type Artefact, type ArtefactKind, type ArtefactRow } from '../store/crmArtefacts'
import { ensureRights, idsByNumber, insertLists, insertViews } from '../store/crmItems'
import { insertRelations, takeRelationNumbers } from '../store/relations'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'
import { groupOf } from './artefactGroup'
import { freeTitles } from './freeTitles'
import { renameCrmArtefacts } from './renameCrmArtefacts'

export type CrmRun = { readonly made: number; readonly renamed: number }

/**
 * Makes what the CRM actions ask for and an organ does not have yet, and gives what was made the name that its organ has
 * now unless somebody changed it (R-ACT-1, R-ACT-4). One at a time, in one transaction: again, or after a stop halfway,
 * nothing is made twice. What was made stays when the organ ends (R-ACT-3).
 */
export const makeCrmArtefacts = (req: PayloadRequest, today: LocalDate): Promise<CrmRun> =>
  inTransaction(req, async (tx) => {
    await lockByName(tx, 'crm artefacts')
    const missing = await missingArtefacts(tx, today)
    const of = (...kinds: readonly ArtefactKind[]) => missing.filter(({ kind }) => kinds.includes(kind))
    const things = [...await makeRelations(tx, of('relation')), ...await makeGroups(tx, of('memberGroup', 'functionGroup')), ...await makeRights(tx, of('rights'))]
    await insertArtefacts(tx, things)
    const views = await makeViews(tx, of('view'))
    await insertArtefacts(tx, views)
    return { made: things.length + views.length, renamed: await renameCrmArtefacts(req, tx) }
  })

const rowOf = ({ organ, action, kind }: Artefact, title: string) => ({ organ, action, kind, title })

const nobody = {
  type: 'organisation', initials: null, firstName: null, namePrefix: null, lastName: null, birthDate: null, cocNumber: null, vatNumber: null, vatLiable: false,
  address: { street: null, houseNumber: null, houseNumberAddition: null, postcode: null, town: null, municipality: null, province: null, country: 'NL' },
  emails: [], phones: [], ibans: [],
} as const satisfies Omit<RelationRow, 'organisationName'>

async function makeRelations(tx: Transaction, missing: readonly Artefact[]): Promise<readonly ArtefactRow[]> {
  if (missing.length === 0) return []
  const numbers = await takeRelationNumbers(tx, missing.length)
  const named = missing.map((artefact, index) => ({ artefact, title: artefactTitles(artefact)[0], number: numbers[index] ?? 0 }))
  const relations = named.map(({ title, number }) => ({ ...nobody, organisationName: title, number }))
  await insertRelations(tx, relations.map((relation) => ({ ...relation, ...derivedNames(relation) })), null)
  const ids = await idsByNumber(tx, numbers)
  return named.map(({ artefact, title, number }) => ({ ...rowOf(artefact, title), relation: ids.get(number) ?? 0 }))
}

async function makeGroups(tx: Transaction, missing: readonly Artefact[]): Promise<readonly ArtefactRow[]> {
  if (missing.length === 0) return []
  const titles = await freeTitles(tx, 'relation_lists', missing)
  const groups = missing.map((artefact, index) => ({ artefact, title: titles[index] ?? '' }))
  const ids = await insertLists(tx, groups.map(({ artefact, title }) => ({ title, ...groupOf(artefact) })))
  return groups.map(({ artefact, title }) => ({ ...rowOf(artefact, title), list: ids.get(title) ?? 0 }))
}

/** A view shows the members of its organ; where the organ has no group of members yet, the view waits for it. */
async function makeViews(tx: Transaction, missing: readonly Artefact[]): Promise<readonly ArtefactRow[]> {
  const lists = await memberGroups(tx, missing.map(({ organ }) => organ))
  const possible = missing.filter(({ organ }) => lists.has(organ))
  if (possible.length === 0) return []
  const titles = await freeTitles(tx, 'crm_views', possible)
  const views = possible.map((artefact, index) => ({ artefact, title: titles[index] ?? '' }))
  const ids = await insertViews(tx, views.map(({ artefact, title }) =>
    ({ title, organ: artefact.organ, list: lists.get(artefact.organ) ?? 0, functionType: artefact.functionType ?? 0 })))
  return views.map(({ artefact, title }) => ({ ...rowOf(artefact, title), view: ids.get(title) ?? 0 }))
}

async function makeRights(tx: Transaction, missing: readonly Artefact[]): Promise<readonly ArtefactRow[]> {
  if (missing.length === 0) return []
  const ids = await ensureRights(tx, missing.map(({ organ, functionType, seesFund }) => ({ organ, functionType: functionType ?? 0, seesFund })))
  return missing.map((artefact, index) => ({ ...rowOf(artefact, artefactTitles(artefact)[0]), right: ids[index] ?? 0 }))
}
