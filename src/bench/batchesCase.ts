import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { batchesOf } from '../operations/createBatches'
import { transactionOver } from '../store/clientTransaction'
import type { Transaction } from '../store/transaction'
import { bareBatches } from './bareBatches'
import { creditor, loadCollection, today, until } from './collection'
import { measure, timed, type Measurement } from './measure'
import { undone } from './night'
import { onScratchDatabase } from './scratchServer'
import { collectionOf } from './pain008Case'
import { writeWithSepa, xmllintFile } from './sepaYardstick'

/**
 * Collects `size` debits of pledges and invoices within limits on count, amount, month and file, everything included.
 * Beside it the same rows placed by plain SQL, without files; and what others take for a part: the npm package `sepa` for
 * writing one file of as many, and xmllint for reading our files.
 */
export const batchesCase = (size: number, runs: number): Promise<Measurement> => onScratchDatabase(async (client) => {
  const tx = transactionOver(client)
  await loadCollection(tx, size)
  const round = async (work: () => Promise<unknown>) => {
    const taken = await undone(tx, async () => {
      const placed = await timed(async () => {
        await work()
        await tx.execute(sql`set constraints all immediate`)
      })
      await expectPlaced(tx, size)
      return placed
    })
    // What the round before left behind is not what a month finds.
    await tx.execute(sql`vacuum debit_instructions`)
    return taken
  }
  const ours = () => batchesOf(tx, { creditor, until, today, now: new Date(`${today}T08:00:00Z`), random: () => randomBytes(5) }, { actor: null, report: () => undefined })
  const measured = await measure('batches', { size, runs, contest: { ours: () => round(ours), bare: () => round(() => bareBatches(tx)) } })
  return { ...measured, yardsticks: { 'npm sepa, writing one file': await sepaMs(size), 'xmllint --stream, reading ours': await undone(tx, () => xmllintMs(tx, ours)) } }
})

/** It builds the whole file as a tree: a million would not fit in memory. */
const mostForSepa = 100_000

async function sepaMs(size: number): Promise<number | undefined> {
  if (size > mostForSepa) return undefined
  const instructions = collectionOf(size).groups.flatMap((group) => group.instructions)
  return Math.round(await timed(() => writeWithSepa(instructions)))
}

async function xmllintMs(tx: Transaction, ours: () => Promise<unknown>): Promise<number | undefined> {
  await ours()
  const folder = mkdtempSync(join(tmpdir(), 'kring-bench-'))
  const { rows: batches } = await tx.execute<{ id: number }>(sql`select batch_id as id from debit_batch_files order by 1`)
  let total = 0
  for (const { id } of batches) {
    const { rows } = await tx.execute<{ gzip: Buffer }>(sql`select gzip from debit_batch_files where batch_id = ${id}`)
    const path = join(folder, `${id}.xml`)
    writeFileSync(path, gunzipSync(rows[0]?.gzip ?? Buffer.alloc(0)))
    const taken = xmllintFile(path)
    rmSync(path)
    if (taken === undefined) return undefined
    total += taken
  }
  rmSync(folder, { recursive: true })
  return Math.round(total)
}

async function expectPlaced(tx: Transaction, size: number): Promise<void> {
  const { rows: [found] } = await tx.execute<{ placed: string; planned: string }>(sql`
    select count(*) filter (where status = 'batched' and group_id is not null) as placed, count(*) filter (where status = 'planned') as planned from debit_instructions`)
  if (Number(found?.placed) !== size || found?.planned !== '0') throw new Error(`Of ${size} instructions ${found?.placed} were placed`)
}
