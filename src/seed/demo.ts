import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { addDays, addMonths, type LocalDate } from '../domain/localDate'
import { evaluateMemberships } from '../operations/evaluateMemberships'
import { inTransaction, transactionOf, type Transaction } from '../store/transaction'
import type { ReadFiles } from './bankMorning'
import { runDemoDay } from './demoDay'
import { appointOfficers } from './officers'
import { payOnline } from './onlinePayments'
import { settlePopulation } from './population'
import { readProgress, writeProgress, type Progress } from './progress'
import { buildStructure } from './structure'
import { importHistory } from './treeStories'

export type DemoOptions = {
  readonly today: LocalDate
  /** Of every login. */
  readonly password: string
  readonly relations?: number
  /** Days of history before today. */
  readonly days?: number
  readonly report?: (progress: Progress) => void
}

const usualRelations = 2000
const usualDays = 92

/**
 * Fills an empty database with an invented association and lives three months in it, day by day, with the operations of
 * the product. A load that was broken off goes on with the first day that was not done, towards the day it began with.
 */
export async function loadDemo(payload: Payload, options: DemoOptions): Promise<void> {
  let progress = await inDay(payload, options.today, async (req, tx) => await readProgress(tx) ?? prepare(req, tx, options))
  const files: ReadFiles = new Map()
  while (progress.next <= progress.today) {
    options.report?.(progress)
    const { today, next: date } = progress
    progress = await inDay(payload, date, async (req, tx) => {
      await runDemoDay(req, { date, today, files })
      const done = { today, next: addDays(date, 1) }
      await writeProgress(tx, done)
      return done
    })
  }
  await inDay(payload, progress.today, (req) => payOnline(req, progress.today))
}

/** A request whose business date is the day, with everything in it in one transaction. */
async function inDay<T>(payload: Payload, date: LocalDate, work: (req: PayloadRequest, tx: Transaction) => Promise<T>): Promise<T> {
  const req = await createLocalReq({ context: { today: date } }, payload)
  return inTransaction(req, async (tx) => work(req, tx))
}

async function prepare(req: PayloadRequest, tx: Transaction, { today, password, relations = usualRelations, days = usualDays }: DemoOptions): Promise<Progress> {
  await requireEmpty(tx)
  const start = addDays(today, -days)
  await buildStructure(req)
  const inhabitants = await settlePopulation(req, { count: relations, start, today })
  await appointOfficers(req, inhabitants, { password, date: start })
  await lookBack(req, start)
  await importHistory(req, start)
  const progress = { today, next: start }
  await writeProgress(tx, progress)
  return progress
}

/** Demo data never mixes with data of somebody's own. */
async function requireEmpty(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute(sql`select 1 from relations union all select 1 from users limit 1`)
  if (rows.length > 0) throw new Error('Er staan al gegevens in deze database; start met KRING_DEMO=0. / This database holds data already; start with KRING_DEMO=0.')
}

/** The memberships on the first of each month of the year before, so that the headcount has a past. */
async function lookBack(req: PayloadRequest, start: LocalDate): Promise<void> {
  const tx = await transactionOf(req)
  const first = addDays(start, 1 - Number(start.slice(8)))
  for (let back = 12; back >= 0; back -= 1) {
    const date = addMonths(first, -back)
    if (date < start) await evaluateMemberships(tx, { date, lastEvaluated: async () => undefined })
  }
}
