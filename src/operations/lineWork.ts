import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { explainDifference } from '../domain/batchDifference'
import type { LinePart } from '../domain/lineParts'
import { cents, type Cents } from '../domain/money'
import { instructionsAtBank, instructionsRefused, type AtTheBank } from '../store/batchOverview'
import { conflictsOf, type Conflict } from '../store/bankLineConflicts'
import { workLinesOf, type GroupOfLine, type WorkLine } from '../store/bankWorkLines'
import { proposalsFor, type Proposal } from '../store/matching/proposals'
import { waitingGroups, type WaitingGroup } from '../store/matching/waitingGroups'
import { readConnection, type Transaction } from '../store/transaction'
import { tellTargets, type ToldTarget } from './tellTargets'

export type ToldPart = { readonly part: LinePart } & ToldTarget
/** A proposal with each of its parts in words. */
export type ToldProposal = Omit<Proposal, 'parts'> & { readonly parts: readonly ToldPart[] }

/** Another amount than was expected, and what could explain it: debits that the bank left out, or refused ones that it paid after all. Never decided here. */
export type LineDifference = {
  readonly group: GroupOfLine
  /** More than zero: so much is missing. Less: so much is too much. */
  readonly differenceCents: Cents
  readonly candidates: readonly (readonly AtTheBank[])[]
  readonly isComplete: boolean
}

/** All that somebody needs to decide about one line. */
export type LineWork = {
  readonly line: WorkLine
  readonly proposals: readonly ToldProposal[]
  readonly conflict: Conflict | undefined
  readonly difference: LineDifference | undefined
  /** Groups of this account that wait for a total, those of this amount first. */
  readonly groups: readonly WaitingGroup[]
}

const unknown: ToldTarget = { label: '', detail: '', name: '', href: undefined }

/** What a line could be and what stands in the way. @throws DomainError BANK_LINE_UNKNOWN */
export async function lineWork(req: PayloadRequest, id: number): Promise<LineWork> {
  const tx = readConnection(req)
  const [line] = await workLinesOf(tx, [id])
  if (!line) throw new DomainError('BANK_LINE_UNKNOWN')
  return {
    line,
    proposals: (await toldProposals(req, [id])).get(id) ?? [],
    conflict: (await conflictsOf(tx, [id])).get(id),
    difference: line.status === 'open' && line.group ? await differenceOf(tx, line.group) : undefined,
    groups: line.status === 'open' && line.amountCents > 0 ? await waitingGroups(tx, line) : [],
  }
}

/** The proposals of these lines in words, the best first. */
export async function toldProposals(req: PayloadRequest, lines: readonly number[]): Promise<ReadonlyMap<number, readonly ToldProposal[]>> {
  const proposals = await proposalsFor(readConnection(req), lines)
  const parts = proposals.flatMap((proposal) => proposal.parts)
  const told = await tellTargets(req, parts)
  let place = 0
  const inWords = proposals.map((proposal) => ({
    ...proposal, parts: proposal.parts.map((part): ToldPart => ({ part, ...(told[place++] ?? unknown) })),
  }))
  return Map.groupBy(inWords, ({ line }) => line)
}

async function differenceOf(tx: Transaction, group: GroupOfLine): Promise<LineDifference> {
  const differenceCents = cents(group.expectedCents - group.receivedCents)
  if (!group.isOpen || differenceCents === 0) return { group, differenceCents, candidates: [], isComplete: true }
  const [open, most, least] = differenceCents > 0
    ? [await instructionsAtBank(tx, group.id), group.expectedCents, group.receivedCents] : [await instructionsRefused(tx, group.id), group.receivedCents, group.expectedCents]
  const { candidates, isComplete } = explainDifference(most, least, open)
  const byId = new Map(open.map((one) => [one.id, one]))
  return { group, differenceCents, candidates: candidates.map((ids) => ids.flatMap((one) => byId.get(one) ?? [])), isComplete }
}
