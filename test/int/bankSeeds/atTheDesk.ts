import pg from 'pg'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../../../src/domain/domainError'
import { addDays, type LocalDate } from '../../../src/domain/localDate'
import { acceptProposals } from '../../../src/operations/acceptProposals'
import { bookLine } from '../../../src/operations/bookLine'
import { confirmStatement } from '../../../src/operations/confirmStatement'
import { importBankFile, textFile } from '../../../src/operations/importBankFile'
import { importStatusReport } from '../../../src/operations/importStatusReport'
import { assignGroup } from '../../../src/operations/judgeLine'
import { refuseInstructions, undoRefusals } from '../../../src/operations/refuseInstructions'
import { transactionOver } from '../../../src/store/clientTransaction'
import { cents } from '../../../src/domain/money'
import { requestOver } from '../evaluation/bareRequest'
import { lastDay } from './worldPlan'

/** What banks wrote: what they dropped, and what they paid, if only to take it back. */
export type Letters = { readonly dropped: readonly string[]; readonly paid: readonly string[] }

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** The desk of a treasurer, with a database of its own: what she reads, and what she does about what is left. */
export async function openDesk(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const req = (): PayloadRequest => ({ ...requestOver(transactionOver(client)), user: { id: 1, collection: 'users' } }) as unknown as PayloadRequest
  const rows = async <Row extends pg.QueryResultRow>(query: string, values: readonly unknown[] = []): Promise<readonly Row[]> => (await client.query<Row>(query, [...values])).rows
  const ids = async (query: string, values: readonly unknown[] = []): Promise<readonly number[]> => (await rows<{ id: number }>(query, values)).map(({ id }) => id)
  const today = addDays(lastDay, 30)
  let files = 0

  /** Lines on which a total waits that the bank gave no reference of: she sees in her own list of which batch it is. */
  async function assignTotals(): Promise<void> {
    const open = await rows<{ line: number; group: number | null }>(`
      select t.id as line, (select g.id from debit_batch_groups g join debit_batches b on b.id = g.batch_id
               where b.creditor_id = s.creditor_id and g.status = 'open' and t.booking_date = g.collection_date
                 and not exists (select from bank_transactions other where other.group_id = g.id and other.status = 'open')
               order by abs(g.total_cents - t.amount_cents), g.id limit 1) as group
        from bank_transactions t join bank_statements s on s.id = t.statement_id where t.status = 'open' and t.twin_id is null and t.group_id is null and t.description = 'Incassobatch' order by t.id`)
    for (const { line, group } of open) if (group !== null) await assignGroup(req(), { line, group })
  }

  async function bookCharges(): Promise<void> {
    const [first] = await rows<{ id: number; amount: number }>("select id, amount_cents::int as amount from bank_transactions where status = 'open' and twin_id is null and description like 'Kosten betalingsverkeer%' order by id limit 1")
    const known = await ids('select id from bank_bookings where ledger_account_id is not null limit 1')
    if (first && known.length === 0) await bookLine(req(), { line: first.id, parts: [{ kind: 'ledger', ledgerAccount: 1, amountCents: cents(first.amount) }] })
  }

  return {
    client, req, rows, ids,
    /** Gives the code with which it was refused, if it was. */
    read: async (text: string): Promise<string | undefined> => {
      files += 1
      try {
        await importBankFile(req(), textFile(`${files}.txt`, text, today))
        return undefined
      } catch (error) {
        if (error instanceof DomainError) return error.code
        throw error
      }
    },
    readReport: (text: string) => importStatusReport(req(), { fileName: 'antwoord.xml', text, today }),
    /** Statements that wait, what was dropped or paid after all according to the bank's letters, totals without reference, what looks like something here already, and costs. */
    resolve: async ({ dropped: gone, paid }: Letters, on: LocalDate): Promise<void> => {
      for (const statement of await ids("select id from bank_statements where hold <> 'none' and confirmed_at is null and not is_undone order by closing_date, id")) await confirmStatement(req(), statement)
      const afterAll = await ids("select i.id from debit_instructions i join debit_batch_groups g on g.id = i.group_id and g.status = 'processed' where i.end_to_end_id = any($1) and i.status = 'rejected'", [paid])
      if (afterAll.length > 0) await undoRefusals(req(), afterAll)
      const dropped = await ids("select id from debit_instructions where end_to_end_id = any($1) and status = 'submitted'", [gone])
      if (dropped.length > 0) await refuseInstructions(req(), { instructions: dropped, reason: 'Brief van de bank', today: on })
      await bookCharges()
      await acceptProposals(req(), {})
      await assignTotals()
      await acceptProposals(req(), { lines: await ids("select id from bank_transactions where status = 'open' and twin_id is not null") })
      await acceptProposals(req(), {})
    },
    close: () => client.end(),
  }
}
