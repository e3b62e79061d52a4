import { gunzipSync } from 'node:zlib'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { isBankingDay } from '../domain/bankingDays'
import { addDays, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { importBankFile, textFile } from '../operations/importBankFile'
import { batchFile } from '../store/batchFiles'
import { transactionOf, type Transaction } from '../store/transaction'
import { lastStatementDate } from './calendar'
import { readDebitFile, type OrderGroup } from './debitFile'
import { bankStatement, returnWindowDays } from './demoBank'
import { oddLinesOn } from './oddLines'
import { missingCents } from './population'
import { transfersOn } from './transfers'

/** The files that were read before, by batch: they never change. */
export type ReadFiles = Map<number, readonly OrderGroup[]>

const openingCents = cents(1_234_567)

/** Imports the statement of the day before; on the last one the bank lost an order. */
export async function importYesterday(req: PayloadRequest, { date, today, files }: { date: LocalDate; today: LocalDate; files: ReadFiles }): Promise<void> {
  const yesterday = addDays(date, -1)
  if (!isBankingDay(yesterday)) return
  const tx = await transactionOf(req)
  const isLast = yesterday === lastStatementDate(today)
  const transfers = [...await transfersOn(tx, yesterday), ...(isLast ? await oddLinesOn(tx, yesterday) : [])]
  const text = bankStatement({
    date: yesterday, openingCents: await balanceOf(tx), groups: await groupsAtBank(tx, yesterday, files), transfers,
    losesCents: isLast ? missingCents : undefined,
  })
  await importBankFile(req, textFile(`camt053-${yesterday}.xml`, text, date))
}

async function balanceOf(tx: Transaction): Promise<Cents> {
  const { rows } = await tx.execute<{ closing: string }>(sql`select closing_cents as closing from bank_statements order by closing_date desc limit 1`)
  return rows[0] ? cents(Number(rows[0].closing)) : openingCents
}

async function groupsAtBank(tx: Transaction, date: LocalDate, files: ReadFiles): Promise<readonly OrderGroup[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select distinct b.id from debit_batches b join debit_batch_groups g on g.batch_id = b.id
     where b.status not in ('created', 'cancelled') and g.collection_date between ${date}::date - ${returnWindowDays}::int and ${date}::date order by b.id`)
  for (const { id } of rows) if (!files.has(id)) files.set(id, await readFile(tx, id))
  return rows.flatMap(({ id }) => files.get(id) ?? [])
}

async function readFile(tx: Transaction, batch: number): Promise<readonly OrderGroup[]> {
  const file = await batchFile(tx, batch)
  return file ? readDebitFile(gunzipSync(file.gzip).toString('utf8')) : []
}
