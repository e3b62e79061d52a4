import type pg from 'pg'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { addDays, day } from '../domain/localDate'
import { transactionOver } from '../store/clientTransaction'
import { evaluateOrganisation } from '../store/evaluation'
import type { Transaction } from '../store/transaction'
import { loadAssociation, moveSome, organisation, shapeOf, type Shape } from './association'
import { timed } from './measure'

export const firstDay = day('2026-01-01')
export const nextDay = addDays(firstDay, 1)

/** An association of this size whose first day was evaluated. */
export type Evaluated = { readonly tx: Transaction; readonly shape: Shape }

export async function evaluatedAssociation(client: pg.Client, size: number, prepare: (tx: Transaction) => Promise<unknown>): Promise<Evaluated> {
  const tx = transactionOver(client)
  const shape = shapeOf(size)
  await loadAssociation(tx, shape)
  await prepare(tx)
  await tx.execute(sql`begin`)
  await tx.execute(sql`delete from dirty_relations`)
  await evaluateOrganisation(tx, { organisation, date: firstDay })
  await tx.execute(sql`commit`)
  await tx.execute(sql`vacuum analyze`)
  return { tx, shape }
}

export type Done = { readonly joined: number; readonly left: number }

/** Nights that all start from the same state, which is put back afterwards; the two ways have to do the same work. */
export function nightsOf({ tx, shape }: Evaluated): (seed: number, work: () => Promise<Done>) => Promise<number> {
  const found: string[] = []
  return (seed, work) => undone(tx, async () => {
    await moveSome(tx, shape, seed)
    return timed(async () => {
      const { joined, left } = await work()
      found[seed] ??= `${joined} joined, ${left} left`
      if (found[seed] !== `${joined} joined, ${left} left`) throw new Error(`The two ways differ: ${found[seed]} and ${joined} joined, ${left} left`)
    })
  })
}

export async function undone<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`begin`)
  try {
    return await work()
  } finally {
    await tx.execute(sql`rollback`)
  }
}
