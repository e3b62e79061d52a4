import { sql } from '@payloadcms/db-postgres/drizzle'
import { addDays, day } from '../domain/localDate'
import { transactionOver } from '../store/clientTransaction'
import { evaluateOrganisation } from '../store/evaluation'
import type { Transaction } from '../store/transaction'
import { loadAssociation, moveSome, organisation, shapeOf } from './association'
import { bareEvaluation, prepareBare } from './bareEvaluation'
import { measure, timed, type Measurement } from './measure'
import { onScratchDatabase } from './scratchServer'

const firstDay = day('2026-01-01')
const nextDay = addDays(firstDay, 1)

/** One night in an association of `size` relations: one in a thousand moved house. Both start from the same state, which is put back each time. */
export const evaluationCase = (size: number, runs: number): Promise<Measurement> => onScratchDatabase(async (client) => {
  const tx = transactionOver(client)
  const shape = shapeOf(size)
  await loadAssociation(tx, shape)
  await prepareBare(tx)
  await tx.execute(sql`begin`)
  await evaluateOrganisation(tx, { organisation, date: firstDay })
  await tx.execute(sql`commit`)
  await tx.execute(sql`vacuum analyze`)
  const changes: string[] = []
  const night = (seed: number, work: () => Promise<{ joined: number; left: number }>): Promise<number> => undone(tx, async () => {
    await moveSome(tx, shape, seed)
    return timed(async () => {
      const { joined, left } = await work()
      changes[seed] ??= `${joined} joined, ${left} left`
      if (changes[seed] !== `${joined} joined, ${left} left`) throw new Error(`The two ways differ: ${changes[seed]} and ${joined} joined, ${left} left`)
    })
  })
  let ours = 0
  let bare = 0
  return measure('evaluation', { size, runs, contest: {
    ours: () => night(ours++, () => evaluateOrganisation(tx, { organisation, date: nextDay })),
    bare: () => night(bare++, () => bareEvaluation(tx, nextDay)),
  } })
})

async function undone<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`begin`)
  try {
    return await work()
  } finally {
    await tx.execute(sql`rollback`)
  }
}
