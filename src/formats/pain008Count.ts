import { DomainError } from '../domain/domainError'
import { cents, type Cents } from '../domain/money'

export type CheckedGroup = { readonly paymentInformationId: string; readonly count: number; readonly totalCents: Cents }
export type CheckedFile = { readonly count: number; readonly totalCents: Cents; readonly groups: readonly CheckedGroup[] }

type Totals = { id: string; count: number; total: number; statedCount: string; statedSum: string }

/** Counts a file while it is read: what its totals say, what is in it, and which ids it has used. Throws PAIN008_CHECK_FAILED. */
export function pain008Count() {
  const file = newTotals()
  const groups: CheckedGroup[] = []
  const paymentInformationIds = new Set<string>()
  const endToEndIds = new Set<string>()
  let totals = file
  let transaction = ''

  const where = (): string => transaction || totals.id || 'GrpHdr'
  const failed = (what: string, detail = ''): DomainError => new DomainError('PAIN008_CHECK_FAILED', { what, where: `${where()} ${detail}`.trim() })

  const unique = (seen: Set<string>, name: string, text: string): string => {
    const before = seen.size
    const id = compact(text)
    if (seen.add(id).size === before) throw failed(name, id)
    return id
  }
  const assertTotals = ({ count, total, statedCount, statedSum }: Totals): void => {
    transaction = ''
    if (statedCount !== String(count)) throw failed('NbOfTxs', `${statedCount}, ${count}`)
    if (centsOf(statedSum) !== total) throw failed('CtrlSum', `${statedSum}, ${total}`)
  }
  return {
    where,
    failed,
    openGroup: (): void => { totals = newTotals() },
    closeGroup: (): void => {
      assertTotals(totals)
      groups.push({ paymentInformationId: totals.id, count: totals.count, totalCents: cents(totals.total) })
      file.count += totals.count
      file.total += totals.total
      totals = file
    },
    /** Takes in the text of an element, which is of the right shape already. */
    note: (name: string, text: string): void => {
      switch (name) {
        case 'MsgId': file.id = text; break
        case 'NbOfTxs': totals.statedCount = text; break
        case 'CtrlSum': totals.statedSum = text; break
        case 'PmtInfId': totals.id = unique(paymentInformationIds, name, text); break
        case 'EndToEndId': transaction = unique(endToEndIds, name, text); break
        case 'InstdAmt':
          totals.count += 1
          totals.total += centsOf(text)
      }
    },
    file: (): CheckedFile => {
      assertTotals(file)
      return { count: file.count, totalCents: cents(file.total), groups }
    },
  }
}

const newTotals = (): Totals => ({ id: '', count: 0, total: 0, statedCount: '', statedSum: '' })

/** Of a text with two decimals. */
const centsOf = (text: string): number => Number(text.slice(0, -3) + text.slice(-2))

/** A copy that does not keep the piece of the file alive that it was cut from. */
const compact = (text: string): string => Buffer.from(text, 'latin1').toString('latin1')
