import { DomainError } from '../../src/domain/domainError'
import type { LinePart } from '../../src/domain/lineParts'
import { cents, parseEuro, sumCents, type Cents } from '../../src/domain/money'
import type { BankTarget } from '../../src/operations/bankTargets'
import type { ToldPart } from '../../src/operations/lineWork'

/** A part of a line as somebody types it: amounts count in the direction of the line, so that money that goes out is typed without a minus. */
export type Draft = { readonly key: number; readonly target: BankTarget; readonly typed: string }

/** These have one amount only, which is booked as a whole. */
const isFixed = ({ kind }: BankTarget): boolean => kind === 'return' || kind === 'payout'

/** The amount of a draft; undefined while what is typed is none. */
export function amountOf(line: Cents, { typed }: Draft): Cents | undefined {
  try {
    const amount = parseEuro(typed)
    return cents(line < 0 ? -amount : amount)
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

/** What is left to divide; undefined while an amount is none. */
export function leftOf(line: Cents, drafts: readonly Draft[]): Cents | undefined {
  const amounts = drafts.map((draft) => amountOf(line, draft))
  const given = amounts.filter((amount) => amount !== undefined)
  return given.length < amounts.length ? undefined : cents(line - sumCents(given))
}

/** Adds a target with what it takes, or with the rest where that is less or not known. */
export function withTarget(line: Cents, drafts: readonly Draft[], target: BankTarget): readonly Draft[] {
  const rest = leftOf(line, drafts) ?? cents(0)
  const takes = target.amountCents === null ? rest : cents(target.amountCents)
  const isWithin = Math.sign(takes) === Math.sign(rest) && Math.abs(takes) < Math.abs(rest)
  return [...drafts, { key: nextKey(drafts), target, typed: typedOf(line, isFixed(target) || isWithin ? takes : rest) }]
}

/** The parts of a proposal, to change them. */
export const draftsOf = (line: Cents, parts: readonly ToldPart[]): readonly Draft[] => parts.map(({ part, label, detail, name }, key) => {
  const { kind, amountCents, ...ids } = part
  return { key, typed: typedOf(line, amountCents), target: { kind, ids, amountCents, label, detail, name } }
})

/** A draft with the rest of the line added to it. */
export function withRest(line: Cents, drafts: readonly Draft[], key: number): readonly Draft[] {
  const others = drafts.filter((draft) => draft.key !== key)
  const rest = leftOf(line, others)
  return rest === undefined ? drafts : drafts.map((draft) => (draft.key === key ? { ...draft, typed: typedOf(line, rest) } : draft))
}

/** The parts as they are booked; undefined while one is not complete or they are not the line. */
export function partsOf(line: Cents, drafts: readonly Draft[]): readonly LinePart[] | undefined {
  if (drafts.length === 0 || leftOf(line, drafts) !== 0) return undefined
  const parts = drafts.flatMap((draft): readonly LinePart[] => {
    const { kind, ids } = draft.target
    const amountCents = amountOf(line, draft)
    return amountCents === undefined || (kind === 'donation' && !ids.fund) ? [] : [{ kind, amountCents, ...ids } as LinePart]
  })
  return parts.length === drafts.length ? parts : undefined
}

/** `25,00`, as it is typed. */
export function typedOf(line: Cents, amount: Cents): string {
  const typed = line < 0 ? -amount : amount
  const digits = String(Math.abs(typed)).padStart(3, '0')
  return `${typed < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}

const nextKey = (drafts: readonly Draft[]): number => Math.max(-1, ...drafts.map(({ key }) => key)) + 1
