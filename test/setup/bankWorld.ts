import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import type { StatementEntry } from '../../src/formats/camt053Write'
import { createBatches } from '../../src/operations/createBatches'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { importBankFile, textFile, type StatementImport } from '../../src/operations/importBankFile'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { simulatedBank, type SimulatedBank } from '../bank/simulatedBank'
import { buildersFor, reqOn, rowsOf, testIban } from './builders'

export const announced = day('2026-03-02')
/** A Monday, on which everything below is collected. */
export const collected = day('2026-03-16')

export type World = { readonly creditor: number; readonly iban: string; readonly fund: number; readonly bank: SimulatedBank; readonly donors: readonly number[] }
export type Wishes = { readonly pledges?: readonly number[]; readonly invoiceCents?: number; readonly instalments?: number; readonly seed?: number; readonly hasOtherTraffic?: boolean }

export type InstructionRow = { id: number; endToEndId: string; amount: number; status: string; reason: string | null; invoice_id: number | null }
type Row = Readonly<Record<string, unknown>>

/** An entry of the day of collection, changed where the test wants. */
export const credit = (amountCents: number, rest: Partial<StatementEntry> = {}): StatementEntry =>
  ({ bookingDate: collected, valueDate: collected, amountCents: cents(amountCents), description: '', isReversal: false, ...rest })

export type BankStories = ReturnType<typeof bankStories>

/** Creditors with an account at a bank of their own, so that each story stands alone, and questions about what became of it. */
export function bankStories(payload: Payload) {
  const build = buildersFor(payload)
  let worlds = 0
  const reqNow = (today: LocalDate = announced) => reqOn(payload, today)
  const rows = <R extends Row>(query: string, values: readonly unknown[] = []) => rowsOf<R>(payload, query, values)
  const amountsOf = async (query: string, values: readonly unknown[]) => (await rows<{ amount: number }>(query, values)).map(({ amount }) => amount)

  async function handOver(creditor: number, bank: SimulatedBank): Promise<void> {
    const { batches } = await createBatches(await reqNow(), { creditor, until: addDays(collected, -3), now: new Date('2026-03-02T08:00:00Z'), today: announced, random: () => randomBytes(5) })
    for (const { id } of batches) bank.receive((await handOutBatchFile(await reqNow(), id)).bytes.toString())
  }

  /** The pledges and the first instalment of an invoice, handed to the bank. */
  async function atTheBank({ pledges = [], invoiceCents, instalments = 1, seed = 1, hasOtherTraffic = false }: Wishes): Promise<World> {
    worlds += 1
    const iban = testIban(70_000 + worlds)
    const creditor = await build.creditor({ iban, title: `Rekening ${worlds}` })
    const fund = await build.fund(`Fonds ${worlds}`)
    const donors: number[] = []
    for (const amountCents of pledges) {
      const donor = await build.person(`Gever ${worlds}-${donors.length}`)
      await build.pledge(donor, fund, { mandate: await build.mandate(creditor, donor), startDate: collected, amountCents, frequency: 'once' })
      donors.push(donor)
    }
    if (invoiceCents) {
      const member = await build.person(`Lid ${worlds}`)
      const type = await build.add('subscription-types', { title: `Contributie ${worlds}`, priceCents: invoiceCents, period: 'year' })
      await build.subscription(member, type, { startDate: announced, mandate: await build.mandate(creditor, member), instalmentCount: instalments })
      await invoiceSubscriptions(await reqNow(), announced)
    }
    await generateInstructions(await reqNow(), { today: announced, until: collected })
    const bank = simulatedBank({ seed, iban, hasOtherTraffic })
    if (pledges.length > 0 || invoiceCents) await handOver(creditor, bank)
    return { creditor, iban, fund, bank, donors }
  }

  const importText = async (text: string, today: LocalDate = day('2026-12-31')): Promise<StatementImport> => importBankFile(await reqNow(today), textFile('afschrift.xml', text, today))
  const instructionsOf = ({ creditor }: World) => rows<InstructionRow>(`
    select id, end_to_end_id as "endToEndId", amount_cents::int as amount, status, return_reason as reason, invoice_id
      from debit_instructions where creditor_id = $1 and status <> 'planned' order by id`, [creditor])
  return {
    build, reqNow, rows, handOver, atTheBank, importText, instructionsOf,
    /** A number that no other story has. */
    storyNumber: () => worlds,
    /** Imports what the bank says of a day, the morning after. */
    importDay: ({ bank }: World, date: LocalDate) => importText(bank.statement(date), addDays(date, 1)),
    statusesOf: async (world: World) => (await instructionsOf(world)).map(({ status }) => status),
    linesOf: ({ iban }: World) => rows('select t.amount_cents::int as amount, t.status, t.kind from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 order by t.id', [iban]),
    given: ({ fund }: World) => amountsOf('select amount_cents::int as amount from donations where fund_id = $1 order by id', [fund]),
    invoiceOf: async ({ creditor }: World) => (await rows<{ id: number; open: number; status: string }>(
      'select i.id, i.open_cents::int as open, i.status from invoices i join mandates m on m.id = i.mandate_id where m.creditor_id = $1', [creditor]))[0],
    batchStatus: async ({ creditor }: World) => (await rows('select distinct status from debit_batches where creditor_id = $1', [creditor])).map((row) => row['status']),
    counts: () => rows(`select (select count(*) from bank_statements) as statements, (select count(*) from bank_transactions) as lines, (select count(*) from donations) as donations,
      (select count(*) from payments) as payments, (select count(*) from debit_instructions where status = 'submitted') as submitted`),
  }
}
