import { isLocalDate, type LocalDate } from '../../src/domain/localDate'
import { likelyType, type TypeChoice } from '../../src/store/explainedPlace'
import { organRow } from '../../src/store/organDetail'
import { readConnection } from '../../src/store/transaction'
import type { DocumentScreen } from '../adminView'

export type Asked = { readonly organ: number | null; readonly type: TypeChoice; readonly date: LocalDate }

const idIn = (value: string | undefined): number | undefined => (value !== undefined && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined)

/** What the address asks, filled up with what is likely meant; undefined where there are no membership types yet. */
export async function askedIn({ req, id, today, query }: DocumentScreen, types: readonly TypeChoice[]): Promise<Asked | undefined> {
  const tx = readConnection(req)
  const organ = idIn(query.organ) ?? null
  const organisation = organ === null ? undefined : (await organRow(tx, organ))?.organisation
  const wanted = idIn(query.type) ?? await likelyType(tx, id, organ)
  const type = types.find((one) => one.id === wanted) ?? types.find((one) => one.organisation === organisation) ?? types[0]
  return type && { organ, type, date: query.date !== undefined && isLocalDate(query.date) ? query.date : today }
}
