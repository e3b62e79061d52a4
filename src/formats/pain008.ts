import { nextBankingDay } from '../domain/bankingDays'
import { amsterdamDateTime } from '../domain/localDate'
import { cents, euroAmount, type Cents } from '../domain/money'
import { assertCreditorId } from './creditorId'
import { assertIban } from './iban'
import { brokenRules, Pain008Error, type Pain008Mistake } from './pain008Errors'
import type { Pain008GroupHead, Pain008Head, Pain008Instruction, Pain008Message } from './pain008Message'
import { groupRules, headRules, instructionRules } from './pain008Rules'
import { pain008Skeletons } from './pain008Skeleton'
import { pain008Tally } from './pain008Tally'
import { agentMarkup, transactionMarkup } from './pain008Transaction'
import { sepaName } from './sepaText'

export { Pain008Error, type Pain008Mistake } from './pain008Errors'
export type { Pain008Address, Pain008Creditor, Pain008Group, Pain008GroupHead, Pain008Head, Pain008Instruction, Pain008Message } from './pain008Message'

/** Gives the pieces of a file one after another: begin, then for every group its head, instructions and end, then end. */
export type Pain008Writer = {
  readonly begin: () => string
  readonly group: (group: Pain008GroupHead) => string
  readonly instruction: (one: Pain008Instruction) => string
  readonly endGroup: () => string
  readonly end: () => string
}

/**
 * Writes a pain.008 file of SEPA core direct debits piece by piece, in the version of the bank (sepa §1-2). Holds nothing but the ids it
 * has seen. Every rule is looked after on the way and what is wrong stays out; `end` throws Pain008Error with all mistakes in the order
 * of the file, also where counts and totals are not what was promised, and then no piece may be used. Amounts are whole cents.
 */
export function pain008Writer(head: Pain008Head): Pain008Writer {
  const skeleton = pain008Skeletons[head.version]
  const mistakes: Pain008Mistake[] = [...brokenRules(headRules, head)]
  const isHeadRight = mistakes.length === 0
  const creditor = isHeadRight ? creditorValues(head) : {}
  const file = pain008Tally(head.messageId, head)
  const paymentInformationIds = new Set<string>()
  const endToEndIds = new Set<string>()
  let current: OpenGroup | undefined

  return {
    begin: () => (isHeadRight ? skeleton.head({ ...creditor, messageId: head.messageId, createdAt: amsterdamDateTime(head.createdAt), ...totalsOf(head) }) : ''),
    group: (group) => {
      const wrong = brokenRules(groupRules, group)
      mistakes.push(...wrong, ...doubleIn(paymentInformationIds, group.paymentInformationId, 'PAYMENT_INFORMATION_ID_DOUBLE'))
      current = { tally: pain008Tally(group.paymentInformationId, group), collectionDate: group.collectionDate }
      return wrong.length === 0 && isHeadRight ? skeleton.groupHead({ ...creditor, ...groupValues(group) }) : ''
    },
    instruction: (one) => {
      const { tally, collectionDate } = opened(current)
      tally.add(one.amountCents)
      file.add(one.amountCents)
      const wrong = brokenRules(instructionRules, { one, collectionDate, version: head.version }, one.endToEndId)
      mistakes.push(...wrong, ...doubleIn(endToEndIds, one.endToEndId, 'END_TO_END_ID_DOUBLE', one.endToEndId))
      return wrong.length === 0 ? transactionMarkup(one, head) : ''
    },
    endGroup: () => {
      mistakes.push(...opened(current).tally.mistakes())
      current = undefined
      return skeleton.groupTail
    },
    end: () => {
      if (!file.isEmpty() || paymentInformationIds.size === 0) mistakes.push(...file.mistakes())
      if (mistakes.length > 0) throw new Pain008Error(mistakes)
      return skeleton.tail
    },
  }
}

/** A file in memory as pieces. Throws Pain008Error with every mistake before the first piece comes out. */
export function pain008(message: Pain008Message): Iterable<string> {
  const groups = message.groups.map((group) => ({ ...group, ...promiseOf(group.instructions) }))
  const writer = pain008Writer({ version: 'v08', originalAccount: 'withheld', ...message, ...promiseOf(groups.flatMap(({ instructions }) => instructions)) })
  const pieces = [writer.begin()]
  for (const group of groups) {
    pieces.push(writer.group(group))
    for (const one of group.instructions) pieces.push(writer.instruction(one))
    pieces.push(writer.endGroup())
  }
  pieces.push(writer.end())
  return pieces
}

type OpenGroup = { readonly tally: ReturnType<typeof pain008Tally>; readonly collectionDate: Pain008GroupHead['collectionDate'] }

function opened(group: OpenGroup | undefined): OpenGroup {
  if (group === undefined) throw new TypeError('No payment group is open')
  return group
}

const creditorValues = ({ creditor, version }: Pain008Head) => ({
  creditorName: sepaName(creditor.name),
  creditorIban: assertIban(creditor.iban),
  creditorId: assertCreditorId(creditor.creditorId),
  creditorAgent: agentMarkup(creditor.bic, version),
})

const groupValues = (group: Pain008GroupHead) => ({
  paymentInformationId: group.paymentInformationId,
  batchBooking: String(group.batchBooking ?? true),
  sequenceType: group.sequenceType,
  collectionDate: nextBankingDay(group.collectionDate),
  ...totalsOf(group),
})

const totalsOf = ({ count, totalCents }: { readonly count: number; readonly totalCents: Cents }) => ({ count, total: euroAmount(totalCents) })

function doubleIn(seen: Set<string>, value: string, code: string, endToEndId?: string): readonly Pain008Mistake[] {
  if (seen.has(value)) return [{ endToEndId, code, params: { value } }]
  seen.add(value)
  return unique
}

const unique: readonly Pain008Mistake[] = []

/** What a message will come to; amounts that are none are a mistake of their own. */
const promiseOf = (instructions: readonly Pain008Instruction[]) => ({
  count: instructions.length,
  totalCents: cents(instructions.reduce((total, { amountCents }) => total + (Number.isSafeInteger(amountCents) ? amountCents : 0), 0)),
})
