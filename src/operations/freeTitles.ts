import { artefactTitles, type ArtefactNaming } from '../domain/artefactTitle'
import { takenTitles } from '../store/crmItems'
import type { Transaction } from '../store/transaction'

/** For each the plainest title that no list, or view, has yet; two that are asked together get different ones as well. */
export async function freeTitles(tx: Transaction, table: 'relation_lists' | 'crm_views', namings: readonly ArtefactNaming[]): Promise<readonly string[]> {
  const candidates = namings.map(artefactTitles)
  const taken = new Set(await takenTitles(tx, table, candidates.flat()))
  return candidates.map((titles) => {
    const free = titles.find((title) => !taken.has(title)) ?? titles[titles.length - 1] ?? titles[0]
    taken.add(free)
    return free
  })
}
