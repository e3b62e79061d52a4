import type { PayloadRequest } from 'payload'
import { bookingsOfLines, type BookedPart } from '../store/bankLineBookings'
import { conflictsOf, type Conflict } from '../store/bankLineConflicts'
import { workLines, type WorkFilter, type WorkPage } from '../store/bankWork'
import { workLinesOf, type WorkLine } from '../store/bankWorkLines'
import { readConnection } from '../store/transaction'
import { toldProposals, type ToldProposal } from './lineWork'
import { tellTargets, type ToldTarget } from './tellTargets'

export type ToldBooking = BookedPart & ToldTarget

/** A line with what it could be, what it was booked as, and what is odd about it, all in words. */
export type WorkRow = { readonly line: WorkLine; readonly proposals: readonly ToldProposal[]; readonly bookings: readonly ToldBooking[]; readonly conflict: Conflict | undefined }

/** One page of lines. */
export async function bankWorkPage(req: PayloadRequest, filter: WorkFilter, page: WorkPage): Promise<readonly WorkRow[]> {
  const tx = readConnection(req)
  const lines = await workLinesOf(tx, await workLines(tx, filter, page))
  const idsOf = (isOpen: boolean) => lines.filter(({ status }) => (status === 'open') === isOpen).map(({ id }) => id)
  const [proposals, conflicts, bookings] = [await toldProposals(req, idsOf(true)), await conflictsOf(tx, idsOf(true)), await toldBookings(req, idsOf(false))]
  return lines.map((line) => ({
    line, proposals: proposals.get(line.id) ?? [], conflict: conflicts.get(line.id), bookings: (bookings.get(line.id) ?? []).filter(({ undoneAt }) => undoneAt === null),
  }))
}

/** All bookings of these lines in words, by line. */
export async function toldBookings(req: PayloadRequest, lines: readonly number[]): Promise<ReadonlyMap<number, readonly ToldBooking[]>> {
  const bookings = await bookingsOfLines(readConnection(req), lines)
  const told = await tellTargets(req, bookings.map(({ target }) => target))
  return Map.groupBy(bookings.flatMap((booking, place): readonly ToldBooking[] => { const words = told[place]; return words ? [{ ...booking, ...words }] : [] }), ({ line }) => line)
}
