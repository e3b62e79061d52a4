import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { addDays } from '../domain/localDate'
import { readBankFile } from '../formats/bankFile'
import { importInto, type StatementImport } from '../operations/importBankFile'
import { typescript } from '../runtime/childProcess'
import { transactionOver } from '../store/clientTransaction'
import type { Transaction } from '../store/transaction'
import { measure, timed, type Measurement } from './measure'
import { undone } from './night'
import { onScratchDatabase } from './scratchServer'
import { xmllintFile } from './sepaYardstick'
import { booked, loadYear, totalsIn, writeCamt, writeMt940 } from './yearAtTheBank'

/** Imports a camt.053 of `size` entries: read, deduplicated, matched and booked. Beside it, the same rows put into the same tables by SQL that knows them by heart. */
export const camtImportCase = (size: number, runs: number): Promise<Measurement> => importCase('camtImport', size, runs, { write: writeCamt, isAgain: false })

/** The same lines in another file, when they are here already: nothing changes. */
export const camtAgainCase = (size: number, runs: number): Promise<Measurement> => importCase('camtAgain', size, runs, { write: writeCamt, isAgain: true })

/** As `camtImport`, of an MT940. */
export const mt940ImportCase = (size: number, runs: number): Promise<Measurement> => importCase('mt940Import', size, runs, { write: writeMt940, isAgain: false })

type Wish = { readonly write: typeof writeCamt; readonly isAgain: boolean }

const importCase = (name: string, size: number, runs: number, { write, isAgain }: Wish): Promise<Measurement> => onScratchDatabase(async (client) => {
  const tx = transactionOver(client)
  await loadYear(tx, size)
  const folder = mkdtempSync(join(tmpdir(), 'kring-bench-'))
  const [file, other] = [join(folder, 'afschrift'), join(folder, 'ander')]
  try {
    await write(file, size, '324')
    await write(other, size, '325')
    const measured = await measure(name, { size, runs, contest: {
      ours: () => afterVacuum(tx, async () => {
        if (isAgain) await importFile(tx, file)
        let done: StatementImport | undefined
        const taken = await timed(async () => {
          done = await importFile(tx, isAgain ? other : file)
          await tx.execute(sql`set constraints all immediate`)
        })
        expectBooked(done, size, isAgain)
        return taken
      }),
      bare: () => afterVacuum(tx, () => timed(() => bareRows(tx, size))),
    } })
    return { ...measured, yardsticks: { ownReader: await readOnly(file, size), ...(write === writeCamt ? { xmllintStream: rounded(xmllintFile(file)), camtParser: readByCamtParser(file) } : {}) } }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** Rounds that are undone leave rows behind that nobody sees and everybody passes by. */
async function afterVacuum<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`vacuum`)
  return undone(tx, work)
}

const importFile = (tx: Transaction, path: string): Promise<StatementImport> =>
  importInto(tx, { name: path, open: () => createReadStream(path), size: statSync(path).size, today: addDays(booked, 1) }, { user: null, report: () => undefined })

function expectBooked(done: StatementImport | undefined, size: number, isAgain: boolean): void {
  const found = JSON.stringify([done?.statements[0]?.newLines, done?.matched])
  const wanted = isAgain
    ? JSON.stringify([0, { batchTotals: 0, returns: 0, payouts: 0, invoicePayments: 0, donations: 0 }])
    : JSON.stringify([size, { batchTotals: totalsIn(size), returns: size / 10, payouts: 0, invoicePayments: size * 0.6, donations: size / 4 }])
  if (found !== wanted) throw new Error(`The import of ${size} came to ${found} and not to ${wanted}`)
}

/** Lines, payments, gifts and what became of each, without reading, recognising or checking anything. */
async function bareRows(tx: Transaction, size: number): Promise<void> {
  await tx.execute(sql`insert into bank_imports (id, file_name, file_sha256, format, line_count, new_line_count, status) values (1, 'x', 'x', 'camt053', 0, 0, 'kept')`)
  await tx.execute(sql`
    insert into bank_statements (id, import_id, title, creditor_id, iban, statement_id, opening_date, closing_date, opening_cents, closing_cents, is_balanced, file_name, file_sha256)
    values (1, 1, 'x', 1, 'x', 'x', ${booked}, ${booked}, 0, 0, true, 'x', 'x')`)
  await tx.execute(sql`
    insert into bank_transactions (id, statement_id, line, booking_date, value_date, amount_cents, counter_name, counter_iban, description, end_to_end_id, bank_reference, status, fingerprint)
    select n + 1, 1, n + 1, ${booked}, ${booked}, 500 + (n * 37) % 9500, 'J. van der Lid ' || n, 'NL20INGB0001234567', 'Contributie factuur 2026-' || lpad(n::text, 6, '0'), 'E' || n, 'B' || n, 'open',
           encode(sha256(convert_to(n::text, 'UTF8')), 'hex') from generate_series(0, ${size - 1}::int) n
    on conflict (fingerprint) where status <> 'undone' do nothing`)
  await tx.execute(sql`
    insert into bank_bookings (transaction_id, kind, amount_cents, why, invoice_id, fund_id, booked_at)
    select t.id, case when (t.id - 1) % 100 < 60 then 'invoicePayment' else 'donation' end, t.amount_cents, 'invoiceNumber', i.id, case when (t.id - 1) % 100 >= 60 then 1 end, now()
      from bank_transactions t left join invoices i on i.debtor_id = t.id where (t.id - 1) % 100 < 85 order by t.id`)
  await tx.execute(sql`
    insert into payments (received_on, invoice_id, amount_cents, transaction_id)
    select ${booked}, i.id, i.open_cents, i.debtor_id from invoices i order by i.id`)
  await tx.execute(sql`
    insert into donations (received_on, donor_id, fund_id, amount_cents, source, transaction_id) select ${booked}, null, 1, 500, 'bank', n + 1 from generate_series(0, ${size - 1}::int) n where n % 100 between 60 and 84`)
}

/** Our own reader on the same file, in milliseconds. */
const readOnly = async (file: string, size: number): Promise<number> => Math.round(await timed(async () => {
  let lines = 0
  for await (const event of readBankFile(createReadStream(file))) lines += event.kind === 'entries' ? event.entries.length : 0
  if (lines !== size) throw new Error(`The file of ${size} lines has ${lines}`)
}))

/** The package `camt-parser` on the same file, in milliseconds, reading only. */
function readByCamtParser(file: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...typescript('src/bench/camtParserAlone.ts'), file])
  if (status !== 0) throw new Error(`camt-parser does not read the file: ${stderr.toString()}`)
  return Number(stdout.toString())
}

const rounded = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : Math.round(ms))
