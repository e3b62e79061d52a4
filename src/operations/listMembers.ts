import type { PayloadRequest } from 'payload'
import { normaliseQuery } from '../domain/searchText'
import { text, textOf } from '../i18n/text'
import type { RuleMistake } from '../rules/ruleError'
import { businessDate } from '../store/businessDate'
import { refusalOfDatabase } from '../store/databaseErrors'
import { listRow, membersOfList, type ListMember } from '../store/listMembers'
import { inTransaction } from '../store/transaction'
import { closedFieldsFor } from './closedFieldsFor'
import { readRule } from './readRule'

/** Relations on one page of a list. */
export const listMembersPerPage = 50

/** More than this are counted and not shown, until a search narrows them (domain R-LIST-2). */
export const mostListMembers = 10_000

export type ListMembers = {
  readonly sentence: string
  readonly members: readonly ListMember[]
  readonly count: number
  readonly pages: number
  readonly isTooLarge: boolean
  /** Why nobody can be shown, in words. */
  readonly mistakes: readonly string[]
}

type Wish = { readonly list: number; readonly search?: string | undefined; readonly page?: number | undefined }

/** Who is on a relation list today, by name, worked out from its rule; undefined where there is no such list. A list that asks for what whoever asks may not know shows nobody. */
export async function listMembers(req: PayloadRequest, { list, search = '', page = 1 }: Wish): Promise<ListMembers | undefined> {
  const closed = await closedFieldsFor(req)
  const nobody = { members: [], count: 0, pages: 0, isTooLarge: false }
  try {
    return await inTransaction(req, async (tx) => {
      const row = await listRow(tx, list)
      if (!row) return undefined
      const { asked, mistakes } = await readRule(tx, row.criteria, closed)
      const told = { sentence: row.sentence ?? '', mistakes: [...new Set(mistakes.map((mistake) => textOf(req.i18n.language, ofStored(mistake))))] }
      if (!asked || mistakes.length > 0) return { ...told, ...nobody }
      const words = normaliseQuery(search).split(/\s+/).filter(Boolean)
      const { members, count } = await membersOfList(tx, asked, { date: businessDate(req), words, page, perPage: listMembersPerPage, most: mostListMembers })
      return { ...told, members, count, pages: Math.ceil(count / listMembersPerPage), isTooLarge: count > mostListMembers }
    })
  } catch (error) {
    if (refusalOfDatabase(error)?.code !== 'DB_TOO_SLOW') throw error
    return { ...nobody, sentence: '', mistakes: [text(req.i18n.language, 'DB_TOO_SLOW')] }
  }
}

/** Who looks at a list did not write its rule. */
const ofStored = (mistake: RuleMistake): RuleMistake => (mistake.code === 'RULE_FIELD_NOT_YOURS' ? { ...mistake, code: 'LIST_NOT_YOURS' } : mistake)
