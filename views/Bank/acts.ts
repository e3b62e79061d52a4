import type { LinePart } from '../../src/domain/lineParts'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { WorkRow } from '../../src/operations/bankWorkPage'
import type { Matched } from '../../src/operations/matchOpenLines'
import type { WorkLine } from '../../src/store/bankWorkLines'
import { filled } from '../parts/filled'
import { texts } from './texts'
import type { Act, Request } from './useWork'

const at = (line: number, verb: string, body: object): Request => ({ path: `/api/bank-transactions/${line}/${verb}`, body })
const hasBooked = (answer: unknown): boolean => (answer as Partial<Matched>).batchTotals !== undefined && (answer as Matched).batchTotals > 0

/** Books a line in these parts. */
export function bookAct({ id, amountCents }: WorkLine, { parts, note, language }: { readonly parts: readonly LinePart[]; readonly note?: string; readonly language: Language }): Act {
  const t = texts[language]
  const isRemembered = parts.length === 1 && parts[0]?.kind === 'ledger'
  return {
    line: id, request: at(id, 'book', { parts, ...(note ? { note } : {}) }),
    done: () => filled(isRemembered ? t.bookedLedger : t.booked, { amount: formatEuro(amountCents, language) }), undo: () => [at(id, 'undo', {})],
  }
}

/** Takes the first proposal of a line; undefined where it has none. */
export function acceptAct({ line, proposals: [first] }: WorkRow, language: Language): Act | undefined {
  if (line.status !== 'open' || !first) return undefined
  return first.why === 'twin' ? twinAct(line, true, language) : bookAct(line, { parts: first.parts.map(({ part }) => part), language })
}

/** Says whether a line is the same as the one that it looks like. What is another may be booked at once, and is undone there. */
export const twinAct = ({ id }: WorkLine, isSame: boolean, language: Language): Act => ({
  line: id, request: at(id, 'twin', { isSame }), done: () => (isSame ? texts[language].judgedSame : texts[language].judgedOther), undo: isSame ? () => [at(id, 'twin', { isSame: false })] : undefined,
})

/** Says of which group a line is the total, or of none. */
export const groupAct = ({ id, group: former }: WorkLine, group: number | null, language: Language): Act => ({
  line: id, request: at(id, 'group', { group }), undo: (answer) => [...(hasBooked(answer) ? [at(id, 'undo', {})] : []), at(id, 'group', { group: former?.id ?? null })],
  done: (answer) => (group === null ? texts[language].unlinked : hasBooked(answer) ? texts[language].linkedExact : texts[language].linkedDifferent),
})

/** The bank dropped these from the batch of the line; its total is booked when that is all. */
export const refuseAct = ({ id, group }: WorkLine, instructions: readonly number[], language: Language): Act => ({
  line: id, request: { path: '/api/debit-instructions/refuse-set', body: { instructions, reason: texts[language].refusedReason } },
  done: (answer) => `${texts[language].refusedNow} ${hasBooked(answer) ? texts[language].linkedExact : ''}`.trim(),
  undo: (answer) => [
    ...(hasBooked(answer) ? [at(id, 'undo', {})] : []), { path: '/api/debit-instructions/undo-refusals', body: { instructions } }, ...(hasBooked(answer) ? [at(id, 'group', { group: group?.id ?? null })] : []),
  ],
})

/** The bank paid these after all. */
export const paidAct = ({ id }: WorkLine, instructions: readonly number[], language: Language): Act => ({
  line: id, request: { path: '/api/debit-instructions/undo-refusals', body: { instructions } },
  done: (answer) => `${texts[language].refusalsUndone} ${hasBooked(answer) ? texts[language].linkedExact : ''}`.trim(),
})
