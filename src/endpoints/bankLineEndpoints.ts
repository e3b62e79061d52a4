import { z } from 'zod'
import { cents } from '../domain/money'
import { acceptProposals } from '../operations/acceptProposals'
import { bookLine } from '../operations/bookLine'
import { assignGroup, judgeTwin, matchNow } from '../operations/judgeLine'
import { undoBooking } from '../operations/undoBooking'
import { undoImport } from '../operations/undoImport'
import { endpoint } from './endpoint'
import { idInput } from './idInput'
import { keyInput } from './keyInput'

const id = z.number().int().positive()
const amountCents = z.number().int().refine(Number.isSafeInteger).transform((amount) => cents(amount))
const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invoicePayment'), amountCents, invoice: id }),
  z.object({ kind: z.literal('donation'), amountCents, fund: id, donor: id.optional(), pledge: id.optional() }),
  z.object({ kind: z.literal('return'), amountCents, instruction: id }),
  z.object({ kind: z.literal('payout'), amountCents, payout: id }),
  z.object({ kind: z.literal('ledger'), amountCents, ledgerAccount: id }),
])

/** POST /api/bank-transactions/:id/book `{ parts, note? }`: books the line as a whole, in these parts. */
export const bookLineEndpoint = endpoint({
  name: 'bankLines.book',
  method: 'post',
  path: '/:id/book',
  input: z.object({ id: idInput, parts: z.array(part).max(200), note: z.string().max(200).optional() }),
  handle: (req, { id: line, parts, note }) => bookLine(req, { line, parts, note }),
})

/** POST /api/bank-transactions/:id/undo: takes back what the line was booked as. */
export const undoBookingEndpoint = endpoint({
  name: 'bankLines.undo', method: 'post', path: '/:id/undo', input: z.object({ id: idInput }), handle: (req, { id: line }) => undoBooking(req, line),
})

/** POST /api/bank-transactions/:id/twin `{ isSame }`: whether the line is the same as the one that it looks like. */
export const judgeTwinEndpoint = endpoint({
  name: 'bankLines.judgeTwin', method: 'post', path: '/:id/twin', input: z.object({ id: idInput, isSame: z.boolean() }), handle: (req, { id: line, isSame }) => judgeTwin(req, { line, isSame }),
})

/** POST /api/bank-transactions/:id/group `{ group }`: which payment group the line is the total of, or null for none. */
export const assignGroupEndpoint = endpoint({
  name: 'bankLines.assignGroup', method: 'post', path: '/:id/group', input: z.object({ id: idInput, group: id.nullable() }), handle: (req, { id: line, group }) => assignGroup(req, { line, group }),
})

/** POST /api/bank-transactions/accept `{ lines?, idempotencyKey? }`: accepts the likely proposals of these lines, or of all. */
export const acceptProposalsEndpoint = endpoint({
  name: 'bankLines.accept',
  method: 'post',
  path: '/accept',
  input: z.object({ lines: z.array(id).max(10_000).optional(), idempotencyKey: keyInput.optional() }),
  handle: (req, input) => acceptProposals(req, input),
})

/** POST /api/bank-transactions/match: looks anew at all open lines and books what is certain. */
export const matchNowEndpoint = endpoint({
  name: 'bankLines.match', method: 'post', path: '/match', input: z.object({}), handle: (req) => matchNow(req),
})

/** POST /api/bank-imports/:id/undo `{ reason }`: undoes the import of a file as a whole. */
export const undoImportEndpoint = endpoint({
  name: 'bankImports.undo', method: 'post', path: '/:id/undo', input: z.object({ id: idInput, reason: z.string().max(200).default('') }), handle: (req, { id: file, reason }) => undoImport(req, file, reason),
})
