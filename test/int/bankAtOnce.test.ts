import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/domainError'
import { addDays } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { acceptProposals } from '../../src/operations/acceptProposals'
import { bookLine } from '../../src/operations/bookLine'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { matchNow } from '../../src/operations/judgeLine'
import { matchOpenLines } from '../../src/operations/matchOpenLines'
import { refuseInstruction } from '../../src/operations/refuseInstruction'
import { undoBooking } from '../../src/operations/undoBooking'
import { undoImport } from '../../src/operations/undoImport'
import { inTransaction, lockBank, type Transaction } from '../../src/store/transaction'
import { statementsOf, writeStatements } from '../bank/accountHistory'
import { seededRandom } from '../bank/random'
import { announced, bankStories, collected, credit, type BankStories, type World } from '../setup/bankWorld'
import { testIban } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { howMany } from '../setup/howMany'

let kring: BootedPayload
let bank: BankStories

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
})
afterAll(() => kring.destroy())

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/** Until somebody in this database waits for somebody else. */
const untilOneWaits = () => expect.poll(async () => (await bank.rows<{ waiting: number }>("select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))[0]?.waiting, { timeout: 10_000 }).toBeGreaterThan(0)

/** What the first does, and what the second does that comes while the first is not done. */
async function meanwhile<A, B>(first: (tx: Transaction) => Promise<A>, second: () => Promise<B>): Promise<readonly [A, B]> {
  let late: Promise<B> | undefined
  const done = await inTransaction(await bank.reqNow(), async (tx) => {
    const result = await first(tx)
    late = second()
    await untilOneWaits()
    return result
  })
  if (!late) throw new Error('The second did not begin')
  return [done, await late]
}

const matchTwice = () => meanwhile(matchOpenLines, async () => inTransaction(await bank.reqNow(), matchOpenLines))

describe('the same open line, seen by two at once', () => {
  it('becomes one donation', async () => {
    const world = await bank.atTheBank({})
    for (const bankRef of ['A', 'B', 'C']) world.bank.book(credit(500, { description: 'voor de gezamenlijke actie', bankRef }))
    await bank.importDay(world, collected)
    await kring.payload.update({ collection: 'funds', id: world.fund, data: { bankMatchLines: 'gezamenlijke actie' } })
    expect((await matchTwice()).map(({ donations }) => donations)).toEqual([3, 0])
    expect(await bank.given(world)).toEqual([500, 500, 500])
  })

  it('becomes one payment', async () => {
    const world = await bank.atTheBank({})
    const [counter] = await bank.rows<{ number: string }>(`select $1 || lpad((coalesce((select last from counters where series like 'invoice%'), 0) + 1)::text, 6, '0') as number`, [`${announced.slice(0, 4)}-`])
    world.bank.book(credit(2_222, { description: `factuur ${counter?.number}` }))
    await bank.importDay(world, collected)
    const member = await bank.build.person('Vroege Betaler')
    await bank.build.subscription(member, await bank.build.add('subscription-types', { title: 'Vooruit', priceCents: 2_222, period: 'year' }), { startDate: announced })
    await invoiceSubscriptions(await bank.reqNow(), announced)
    expect((await matchTwice()).map(({ invoicePayments }) => invoicePayments)).toEqual([1, 0])
    expect(await bank.rows('select open_cents::int as open, status, (select count(*)::int from payments p where p.invoice_id = i.id) as payments from invoices i where debtor_id = $1', [member]))
      .toEqual([{ open: 0, status: 'paid', payments: 1 }])
  })

  it('does not make a refusal and an import wait for each other', async () => {
    const world = await bank.atTheBank({ pledges: [100] })
    const [one] = await bank.instructionsOf(world)
    const refusing = async () => refuseInstruction(await bank.reqNow(), { instruction: one?.id ?? 0, reason: '', today: collected })
    let late: Promise<unknown> | undefined
    await inTransaction(await bank.reqNow(), async (tx) => {
      await lockBank(tx)
      late = refusing()
      await untilOneWaits()
      await tx.execute(sql`select 1 from debit_instructions where id = ${one?.id} for update`)
    })
    await late
    expect(await bank.statusesOf(world)).toEqual(['rejected'])
  })

  it('becomes one donation when several refusals and an import look for what fits now', async () => {
    const world = await bank.atTheBank({ pledges: [100, 200, 300, 400, 500, 600] })
    world.bank.book(credit(900, { description: 'tijdens de weigeringen', bookingDate: addDays(collected, -1), valueDate: addDays(collected, -1) }))
    await bank.importDay(world, addDays(collected, -1))
    await kring.payload.update({ collection: 'funds', id: world.fund, data: { bankMatchLines: 'tijdens de weigeringen' } })
    const instructions = await bank.instructionsOf(world)
    const statement = world.bank.statement(collected)
    await Promise.all([
      ...instructions.slice(0, 5).map(async ({ id }) => refuseInstruction(await bank.reqNow(), { instruction: id, reason: '', today: collected })),
      bank.importText(statement),
    ])
    expect((await bank.given(world)).filter((amount) => amount === 900)).toEqual([900])
    expect((await bank.statusesOf(world)).slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'rejected'))
  })
})

/** What came of each: `done`, or the code of what it was told; anything else is a fault. */
const fatesOf = (settled: readonly PromiseSettledResult<unknown>[]) => settled.map((one) => {
  if (one.status === 'fulfilled') return 'done'
  if (one.reason instanceof DomainError) return one.reason.code
  throw one.reason
}).sort()
const linesAt = ({ iban }: World) => bank.rows<{ id: number; amount: number; status: string; import: number }>(
  'select t.id, t.amount_cents::int as amount, t.status, s.import_id as import from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 order by t.id', [iban])

describe('ten clients at once (C4)', () => {
  const ten = <T>(work: (index: number) => Promise<T>) => Promise.allSettled(Array.from({ length: 10 }, (_, index) => work(index)))

  it('that read the same file give one statement, and nine are told', async () => {
    const world = await bank.atTheBank({ pledges: [100, 200] })
    const text = world.bank.statement(collected)
    expect(fatesOf(await ten(() => bank.importText(text)))).toEqual([...Array.from({ length: 9 }, () => 'BANK_FILE_DUPLICATE'), 'done'])
    expect(await linesAt(world)).toMatchObject([{ amount: 300, status: 'processed' }])
    expect(await bank.given(world)).toEqual([100, 200])
  })

  it('that read files that overlap give every line once', async () => {
    const world = await bank.atTheBank({})
    const entries = Array.from({ length: 14 }, (_, index) => ({ ...credit(1_000 + Math.floor(index / 2), { description: 'gift' }), bookingDate: addDays(collected, Math.floor(index / 2)), valueDate: collected }))
    const file = (index: number) => writeStatements(statementsOf({ iban: world.iban, openingCents: cents(0), entries }, { from: addDays(collected, index % 4), until: addDays(collected, 2 + index % 5), isDaily: index % 2 === 0 }), 'camt08')
    const fates = fatesOf(await ten((index) => bank.importText(file(index))))
    expect(['done', 'BANK_FILE_DUPLICATE', 'STATEMENT_DUPLICATE']).toEqual(expect.arrayContaining(fates))
    expect((await linesAt(world)).map(({ amount }) => amount).sort()).toEqual(entries.map(({ amountCents }) => amountCents))
  })

  it('that accept the same proposals book each of them once, with a key and without', async () => {
    for (const idempotencyKey of [undefined, 'allemaal tegelijk']) {
      const world = await bank.atTheBank({})
      const donors = await Promise.all([1, 2, 3].map((index) => bank.build.person(`Overboeker ${world.fund}-${index}`, { bankAccounts: [{ iban: testIban(40_000 + world.fund * 10 + index) }] })))
      for (const donor of donors) await bank.build.pledge(donor, world.fund, { paymentMethod: 'transfer', startDate: announced, amountCents: 1_500, frequency: 'monthly' })
      for (const index of [1, 2, 3]) world.bank.book(credit(1_500, { description: 'maand', counterIban: testIban(40_000 + world.fund * 10 + index) }))
      await bank.importDay(world, collected)
      const lines = (await linesAt(world)).map(({ id }) => id)
      const answers = await ten(async () => acceptProposals(await bank.reqNow(), { lines, idempotencyKey }))
      expect(new Set(fatesOf(answers))).toEqual(new Set(['done']))
      expect(await bank.given(world)).toEqual([1_500, 1_500, 1_500])
      const accepted = answers.map((one) => (one.status === 'fulfilled' ? one.value.accepted.length : 0)).sort()
      expect(accepted).toEqual(idempotencyKey ? Array.from({ length: 10 }, () => 3) : [...Array.from({ length: 9 }, () => 0), 3])
    }
  })

  it.each(Array.from({ length: howMany(3, 60) }, (_, index) => index + 1))('that book, undo, read and look anew never wait for each other in a ring, nor book twice (round %i)', async (seed) => {
    const random = seededRandom(seed)
    const world = await bank.atTheBank({ pledges: [100, 200, 300] })
    const [one] = await bank.instructionsOf(world)
    world.bank.book(credit(5_000, { description: 'los', bankRef: 'L' }))
    world.bank.sendBack(one?.endToEndId ?? '', 'AM04', addDays(collected, 1))
    const [first, second] = [world.bank.statement(collected), world.bank.statement(addDays(collected, 1))]
    await bank.importText(first)
    const known = await linesAt(world)
    const works: readonly (() => Promise<unknown>)[] = [
      () => bank.importText(second), () => bank.importText(first), async () => matchNow(await bank.reqNow()), async () => acceptProposals(await bank.reqNow(), {}),
      async () => bookLine(await bank.reqNow(), { line: known[random(known.length)]?.id ?? 0, parts: [{ kind: 'donation', fund: world.fund, amountCents: cents(5_000) }] }),
      async () => undoBooking(await bank.reqNow(), known[random(known.length)]?.id ?? 0), async () => undoImport(await bank.reqNow(), known[0]?.import ?? 0, ''),
      async () => refuseInstruction(await bank.reqNow(), { instruction: one?.id ?? 0, reason: '', today: collected }),
    ]
    fatesOf(await ten(async () => works[random(works.length)]?.()))
    const live = (await linesAt(world)).filter(({ status }) => status !== 'undone')
    expect(new Set(live.map(({ amount }) => amount)).size).toBe(live.length)
    const processed = total(live.filter(({ status }) => status === 'processed').map(({ amount }) => amount))
    expect(total(await bank.given(world))).toBe(processed)
  })
})

describe('the database itself', () => {
  type Part = readonly [kind: string, cents: number, target: Readonly<Record<string, number | undefined>>]
  /** Books the parts of a line as Kring does, and as nobody may: by SQL. */
  const booked = (line: number | undefined, parts: readonly Part[]) => {
    const columns = [...new Set(parts.flatMap(([, , target]) => Object.keys(target)))]
    const rows = parts.map(([kind, cents, target]) => `(${line ?? 0}, '${kind}', ${cents}, 'person', now()${columns.map((column) => `, ${target[column] ?? 'null::int'}`).join('')})`)
    return bank.rows(`insert into bank_bookings (transaction_id, kind, amount_cents, why, booked_at${columns.map((column) => `, ${column}`).join('')}) values ${rows.join(', ')}`)
  }

  it('refuses a second payment or donation of one line', async () => {
    const world = await bank.atTheBank({ invoiceCents: 1_000, pledges: [100] })
    world.bank.book(credit(39, { description: 'los' }))
    await bank.importDay(world, collected)
    const invoice = await bank.invoiceOf(world)
    const [line] = await bank.rows<{ id: number }>("select t.id from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 and t.status = 'open'", [world.iban])
    const pay = () => bank.rows('insert into payments (received_on, invoice_id, amount_cents, transaction_id, created_at, updated_at) values ($1, $2, 20, $3, now(), now())', [collected, invoice?.id, line?.id])
    const give = () => bank.rows("insert into donations (received_on, fund_id, amount_cents, source, transaction_id, created_at, updated_at) values ($1, $2, 20, 'bank', $3, now(), now())", [collected, world.fund, line?.id])
    await expect(pay()).rejects.toMatchObject({ constraint: 'payments_within_line' })
    await booked(line?.id, [['invoicePayment', 20, { invoice_id: invoice?.id }], ['donation', 19, { fund_id: world.fund }]])
    await pay()
    await expect(pay()).rejects.toMatchObject({ constraint: 'payments_within_line' })
    await expect(give()).rejects.toMatchObject({ constraint: 'donations_within_line' })
  })

  it('refuses parts that go the other way than the line, half a return and another payout', async () => {
    const world = await bank.atTheBank({ pledges: [500], invoiceCents: 1_000 })
    world.bank.book(credit(300, { description: 'los', bankRef: 'A' }))
    world.bank.book(credit(-200, { description: 'eraf', bankRef: 'B' }))
    await bank.importDay(world, collected)
    const [one] = await bank.instructionsOf(world)
    const open = await bank.rows<{ id: number; amount: number }>("select t.id, t.amount_cents::int as amount from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 and t.status = 'open'", [world.iban])
    const [into, off] = [open.find(({ amount }) => amount === 300)?.id, open.find(({ amount }) => amount === -200)?.id]
    const account = await bank.build.add('ledger-accounts', { code: '4999', title: 'Overig' })
    const [payout] = await bank.rows<{ id: number }>("insert into online_payouts (provider, provider_reference, amount_cents, cost_cents, status) values ('trial', 'po_part', 290, 5, 'open') returning id")
    await expect(booked(into, [['donation', -100, { fund_id: world.fund }], ['ledger', 400, { ledger_account_id: account }]])).rejects.toMatchObject({ constraint: 'bank_lines_add_up' })
    await expect(booked(off, [['donation', 100, { fund_id: world.fund }], ['ledger', -300, { ledger_account_id: account }]])).rejects.toMatchObject({ constraint: 'bank_lines_add_up' })
    await expect(booked(off, [['return', -200, { instruction_id: one?.id }]])).rejects.toMatchObject({ constraint: 'bank_bookings_whole_return' })
    await expect(booked(into, [['payout', 300, { payout_id: payout?.id }]])).rejects.toMatchObject({ constraint: 'bank_bookings_whole_payout' })
    await booked(into, [['payout', 295, { payout_id: payout?.id }], ['ledger', 5, { ledger_account_id: account }]])
  })

  it('refuses what names nothing, and to delete what is named', async () => {
    const world = await bank.atTheBank({ invoiceCents: 1_000 })
    const invoice = await bank.invoiceOf(world)
    const nothing = 2_000_000_000
    const insert = (table: string, columns: Readonly<Record<string, unknown>>) => bank.rows(`insert into ${table} (${Object.keys(columns).join(', ')}) values (${Object.keys(columns).map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(columns))
    const gift = { received_on: collected, fund_id: world.fund, amount_cents: 100, source: 'bank' }
    await expect(insert('payments', { received_on: collected, invoice_id: nothing, amount_cents: 100 })).rejects.toMatchObject({ constraint: 'payments_of_invoice' })
    await expect(insert('payments', { received_on: collected, invoice_id: invoice?.id, amount_cents: 100, instruction_id: nothing })).rejects.toMatchObject({ constraint: 'payments_of_instruction' })
    await expect(insert('donations', { ...gift, amount_cents: -100, reversal_of_id: nothing })).rejects.toMatchObject({ constraint: 'donations_reverse_exactly' })
    for (const column of ['donor_id', 'fund_id', 'pledge_id', 'donor_type_id', 'online_payment_id']) {
      await expect(insert('donations', { ...gift, [column]: nothing })).rejects.toMatchObject({ constraint: 'donations_named' })
    }
    await insert('donations', gift)
    await expect(bank.rows('delete from funds where id = $1', [world.fund])).rejects.toMatchObject({ code: '23001', constraint: 'donations_named' })
  })

  it('sets what an invoice has open by its money alone', async () => {
    const invoice = await bank.invoiceOf(await bank.atTheBank({ invoiceCents: 1_000 }))
    await expect(bank.rows("update invoices set open_cents = 0, status = 'paid' where id = $1", [invoice?.id])).rejects.toMatchObject({ constraint: 'invoices_follow_money' })
  })

  it('counts payments of one invoice that come at once', async () => {
    const world = await bank.atTheBank({})
    const member = await bank.build.person('Veelbetaler')
    await bank.build.subscription(member, await bank.build.add('subscription-types', { title: 'In delen', priceCents: 10_000, period: 'year' }), { startDate: announced })
    await invoiceSubscriptions(await bank.reqNow(), announced)
    const [invoice] = await bank.rows<{ id: number }>('select id from invoices where debtor_id = $1', [member])
    for (let part = 0; part < 2; part += 1) world.bank.book(credit(1_000 + part, { description: `deel ${part}` }))
    await bank.importDay(world, collected)
    const lines = await bank.rows<{ id: number; amount: number }>('select t.id, t.amount_cents::int as amount from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1', [world.iban])
    for (const { id, amount } of lines) await booked(id, [['invoicePayment', amount, { invoice_id: invoice?.id }]])
    const pay = (index: number) => sql`insert into payments (received_on, invoice_id, amount_cents, transaction_id, created_at, updated_at) values (${collected}, ${invoice?.id}, ${lines[index]?.amount}, ${lines[index]?.id}, now(), now())`
    await meanwhile((tx) => tx.execute(pay(0)), async () => inTransaction(await bank.reqNow(), (tx) => tx.execute(pay(1))))
    expect(await bank.rows('select open_cents::int as open from invoices where id = $1', [invoice?.id])).toEqual([{ open: 10_000 - total(lines.map(({ amount }) => amount)) }])
  })
})
