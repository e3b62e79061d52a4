import type { PayloadRequest } from 'payload'
import type { LocalDate } from '../domain/localDate'
import { inTransaction } from '../store/transaction'
import { matchOpenLines, type Matched } from './matchOpenLines'
import { refuseOne, undoRefusalOfOne } from './refuseInstruction'

type Refusals = { readonly instructions: readonly number[]; readonly reason: string; readonly today: LocalDate }

/**
 * The bank dropped all of these: what it paid is then what is expected, and a total that waited for that is processed at once (sepa §9). All or none.
 * @throws DomainError as `refuseInstruction`
 */
export const refuseInstructions = (req: PayloadRequest, { instructions, reason, today }: Refusals): Promise<Matched> =>
  inTransaction(req, async (tx) => {
    for (const instruction of inOrder(instructions)) await refuseOne(tx, req, { instruction, reason, today })
    return matchOpenLines(tx)
  })

/** The bank paid all of these after all: none of them is refused. @throws DomainError as `undoRefusal` */
export const undoRefusals = (req: PayloadRequest, instructions: readonly number[]): Promise<Matched> =>
  inTransaction(req, async (tx) => {
    for (const instruction of inOrder(instructions)) await undoRefusalOfOne(tx, req, instruction)
    return matchOpenLines(tx)
  })

/** Each once, and in the order in which everybody takes them. */
const inOrder = (instructions: readonly number[]): readonly number[] => [...new Set(instructions)].sort((a, b) => a - b)
