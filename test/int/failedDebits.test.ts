import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { unblockMandate } from '../../src/operations/blockMandate'
import { previewRetries, retryInstructions, type RetryInstructions } from '../../src/operations/retryInstructions'
import { undoBooking } from '../../src/operations/undoBooking'
import { failedInstructions, failureCounts, type FailedFilter } from '../../src/store/failedInstructions'
import { outstandingRows } from '../../src/store/outstanding'
import { remindable } from '../../src/store/reminders'
import { readConnection } from '../../src/store/transaction'
import { bankStories, collected, type BankStories, type World } from '../setup/bankWorld'
import { apiOf } from '../setup/api'
import { reqOn } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { euros } from '../setup/collectingStories'
import { failedDebits, type FailedStories } from '../setup/failedDebits'

let kring: BootedPayload
let stories: FailedStories
let bank: BankStories

beforeAll(async () => {
  kring = await bootPayload()
  stories = failedDebits(kring.payload)
  bank = bankStories(kring.payload)
})
afterAll(() => kring.destroy())

const today = day('2026-03-10')
const now = new Date('2026-03-10T08:00:00Z')
const req = () => reqOn(kring.payload, today)
const march = { from: day('2026-03-01'), until: day('2026-03-31') }
const retry = async (wish: Partial<RetryInstructions>) => retryInstructions(await req(), { today, now, ...wish })
const preview = async (wish: Partial<RetryInstructions>) => previewRetries(await req(), { today, now, ...wish })
const listed = async (filter: Partial<FailedFilter>) =>
  failedInstructions(readConnection(await req()), { ...march, ...filter }, { sort: 'date', isDescending: true, offset: 0, limit: 50 })
const retriesOf = (ids: readonly number[]) => stories.rows<{ of: number; amount: number; date: string }>(
  "select retry_of_id as \"of\", amount_cents::int as amount, collection_date::text as date from debit_instructions where retry_of_id = any($1) and status <> 'cancelled' order by id", [ids])

describe('A39 trying failed debits again', () => {
  it('A39 a single one: a new instruction with an end-to-end id of its own', async () => {
    const { ids: [id = 0, other = 0] } = await stories.returned(euros(10, 20), 'AM04')
    expect(await retry({ instructions: [id] })).toEqual({ planned: 1, totalCents: 1_000, days: [{ collectionDate: '2026-03-12', count: 1, totalCents: 1_000 }], left: [] })
    expect(await retriesOf([id, other])).toEqual([{ of: id, amount: 1_000, date: '2026-03-12' }])
  })

  it('A39 in bulk by filter: what the list shows, all of it and nothing else', async () => {
    const { creditor, ids } = await stories.returned(euros(10, 20, 30), 'AM04')
    const other = await stories.returned(euros(40), 'AM04')
    const [, changed = 0] = ids
    await stories.rows("update debit_instructions set return_reason = 'RR04' where id = $1", [changed])
    const filter = { ...march, creditor, reason: 'AM04' }
    expect((await listed(filter)).map(({ id }) => id).sort()).toEqual([ids[0], ids[2]])
    expect(await retry({ filter })).toMatchObject({ planned: 2, totalCents: 4_000, left: [] })
    expect((await retriesOf([...ids, ...other.ids])).map(({ of }) => of)).toEqual([ids[0], ids[2]])
    expect(await listed(filter)).toEqual([])
    expect(await retry({ filter })).toMatchObject({ planned: 0, totalCents: 0, days: [] })
  })

  it('tells before what it does after, and keeps nothing of that', async () => {
    const { creditor, ids } = await stories.returned(euros(10, 20), 'AM04')
    await stories.rows("update debit_instructions set return_reason = 'MD07' where id = $1", [ids[1]])
    const filter = { ...march, creditor }
    const told = await preview({ filter })
    expect(told).toEqual({
      planned: 1, totalCents: 1_000, days: [{ collectionDate: '2026-03-12', count: 1, totalCents: 1_000 }],
      left: [{ reason: 'RETRY_REASON_FORBIDS', code: 'MD07', count: 1, totalCents: 2_000, firstInstruction: ids[1] }],
    })
    expect(await retriesOf(ids)).toEqual([])
    expect(await retry({ filter })).toEqual(told)
  })

  it('refuses when it is no longer what was on screen', async () => {
    const { creditor, ids } = await stories.returned(euros(10, 20), 'AM04')
    const filter = { ...march, creditor }
    await retry({ instructions: [ids[0] ?? 0] })
    await expect(retry({ filter, expected: { planned: 2, totalCents: 3_000 } })).rejects.toMatchObject({ code: 'SELECTION_DIFFERS', params: { expected: 2, count: 1 } })
    expect(await retriesOf(ids)).toHaveLength(1)
  })

  it('plans one retry each, when many ask at the same moment', async () => {
    const { creditor, ids } = await stories.returned(euros(10, 20, 30), 'AM04')
    const filter = { ...march, creditor }
    const answers = await Promise.all([...Array.from({ length: 3 }, () => retry({ filter })), retry({ instructions: ids })])
    expect(answers.map(({ planned }) => planned).sort()).toEqual([0, 0, 0, 3])
    expect((await retriesOf(ids)).map(({ of }) => of)).toEqual(ids)
  })

  it('gives the same answer under the same key, and does it once', async () => {
    const { ids } = await stories.returned(euros(10), 'AM04')
    const idempotencyKey = randomUUID()
    const [first, second] = [await retry({ instructions: ids, idempotencyKey }), await retry({ instructions: ids, idempotencyKey })]
    expect(second).toEqual(first)
    expect(await retriesOf(ids)).toHaveLength(1)
  })

  it('collects no more of an invoice than it still has open', async () => {
    const { ids, invoice } = await stories.returnedInvoice(10_000, 4, 'AM04')
    await stories.rows("insert into payments (received_on, invoice_id, amount_cents) values ('2026-03-06', $1, 4000)", [invoice])
    expect(await retry({ instructions: ids })).toMatchObject({ planned: 2, totalCents: 5_000, left: [{ reason: 'RETRY_NOTHING_OPEN', count: 2, firstInstruction: ids[2] }] })
  })

  it('leaves what cannot go, counted by why', async () => {
    const [blocked, ended, away, gone] = [await stories.returned(euros(10), 'AM04'), await stories.returned(euros(10, 20), 'AM04'), await stories.returned(euros(10), 'AM04'), await stories.returned(euros(10), 'AM04')]
    const among = (ids: readonly number[]) => `id in (select mandate_id from debit_instructions where id in (${ids.join(',')}))`
    await stories.rows(`update mandates set status = 'blocked' where ${among(blocked.ids)}`)
    await stories.rows(`update mandates set status = 'terminated', ended_on = '2026-03-06' where ${among(ended.ids)}`)
    await stories.rows("update pledges set payment_method = 'transfer', mandate_id = null where id in (select pledge_id from debit_instructions where id = any($1))", [away.ids])
    await stories.rows("update relations set deceased_on = '2026-03-07' where id in (select debtor_id from debit_instructions where id = any($1))", [gone.ids])
    const { planned, left } = await retry({ instructions: [...blocked.ids, ...ended.ids, ...away.ids, ...gone.ids, 2_000_000_000] })
    expect({ planned, left: left.map(({ reason, count }) => `${count} ${reason}`).sort() }).toEqual({
      planned: 0, left: ['1 INSTRUCTION_UNKNOWN', '1 MANDATE_BLOCKED', '1 RETRY_BY_TRANSFER', '1 RETRY_DEBTOR_GONE', '2 RETRY_MANDATE_ENDED'],
    })
  })

  it('plans two thousand in one go', async () => {
    const creditor = await stories.planned(Array.from({ length: 2_000 }, () => ['2026-03-02', 1_000] as const))
    const ids = await stories.collect(creditor)
    await stories.sendBack(ids, 'AM04')
    expect(await retry({ filter: { ...march, creditor } })).toMatchObject({ planned: 2_000, totalCents: 2_000_000 })
    expect(await stories.rows("select count(*)::int as entries from audit_log where subject = 'debit-instructions' and subject_id in (select id from debit_instructions where retry_of_id = any($1))", [ids])).toEqual([{ entries: 2_000 }])
  })
})

describe('over HTTP', () => {
  it('takes either debits or a filter, tells what would come of it, and keeps a key for one command', async () => {
    const { creditor, ids } = await stories.returned(euros(10, 20), 'AM04')
    const api = apiOf(kring, (await stories.build.user('incasso', { role: 'finance' })).token)
    const filter = { ...march, creditor }
    for (const wrong of [{}, { filter, instructions: ids }, { filter: { ...filter, from: '2026-02-30' } }, { filter: { ...filter, task: 'zomaar' } }, { instructions: [] }, { instructions: ['1'] }]) {
      expect((await api.post('/debit-instructions/retry-all', wrong)).status).toBe(400)
    }
    const told = await api.post('/debit-instructions/retry-all/preview', { filter })
    expect({ status: told.status, ...told.body }).toMatchObject({ status: 200, planned: 2, totalCents: 3_000, left: [] })
    const command = { filter, expected: { planned: 2, totalCents: 3_000 }, idempotencyKey: randomUUID() }
    const answers = await Promise.all(Array.from({ length: 3 }, () => api.post('/debit-instructions/retry-all', command)))
    expect(answers.map(({ status, body }) => [status, body['planned']])).toEqual(Array.from({ length: 3 }, () => [200, 2]))
    expect(await retriesOf(ids)).toHaveLength(2)
    expect((await api.post('/debit-instructions/retry-all', { ...command, filter: march })).status).toBe(409)
  })
})

describe('what a return of the bank does', () => {
  /** An invoice of a hundred euros that was collected, with who has it. */
  async function paidInvoice() {
    const world = await bank.atTheBank({ invoiceCents: 10_000 })
    const [debit] = await bank.instructionsOf(world)
    await bank.importDay(world, collected)
    expect(await bank.invoiceOf(world)).toMatchObject({ open: 0, status: 'paid' })
    return { world, debit }
  }
  const comesBack = (world: World, endToEndId: string | undefined, reason: string, on = addDays(collected, 1)) => {
    world.bank.sendBack(endToEndId ?? '', reason, on)
    return bank.importDay(world, on)
  }
  const may = day('2026-05-15')
  const states = async (world: World) => {
    const { id = 0 } = (await bank.invoiceOf(world)) ?? {}
    const tx = readConnection(await reqOn(kring.payload, may))
    const late = await outstandingRows(tx, may, { kinds: ['invoice'], follow: 'all' }, { sort: 'since', isDescending: false, offset: 0, limit: 1_000 })
    return { remindable: (await remindable(tx, may, { invoices: [id] })).length, outstanding: late.filter((row) => row.id === id).map(({ openCents }) => openCents) }
  }

  it('A57 after a processed return the invoice is open and to be reminded, and paid again once that is undone', async () => {
    const { world, debit } = await paidInvoice()
    expect(await states(world)).toEqual({ remindable: 0, outstanding: [] })
    await comesBack(world, debit?.endToEndId, 'MS02')
    expect({ invoice: await bank.invoiceOf(world), ...await states(world) }).toMatchObject({ invoice: { open: 10_000, status: 'open' }, remindable: 1, outstanding: [10_000] })
    const [line] = await bank.rows<{ id: number }>("select transaction_id as id from bank_bookings where kind = 'return' and instruction_id = $1", [debit?.id])
    await undoBooking(await bank.reqNow(may), line?.id ?? 0)
    expect({ invoice: await bank.invoiceOf(world), ...await states(world) }).toMatchObject({ invoice: { open: 0, status: 'paid' }, remindable: 0, outstanding: [] })
  })

  it('A39 I1 fails under MS02, is in the list with its bank line, points and mandate, and its retry is new, planned and of the same amount', async () => {
    const { world, debit } = await paidInvoice()
    await comesBack(world, debit?.endToEndId, 'MS02')
    const [row] = await listed({ creditor: world.creditor, reason: 'MS02' })
    expect(row).toMatchObject({ id: debit?.id, amountCents: 10_000, status: 'returned', task: 'contact', mandateStatus: 'blocked', returnPoints: 3, bankLine: expect.any(Number) })
    expect(await retry({ instructions: [debit?.id ?? 0] })).toMatchObject({ planned: 0, left: [{ reason: 'MANDATE_BLOCKED', code: null }] })
    await unblockMandate(await bank.reqNow(today), row?.mandate ?? 0)
    expect(await retry({ filter: { ...march, creditor: world.creditor, reason: 'MS02' } })).toMatchObject({ planned: 1, totalCents: 10_000 })
    expect(await bank.rows('select status, amount_cents::int as amount, end_to_end_id <> $2 as is_new from debit_instructions where retry_of_id = $1', [debit?.id, debit?.endToEndId])).toEqual([{ status: 'planned', amount: 10_000, is_new: true }])
    expect((await states(world)).remindable).toBe(0)
  })
})

describe('the list of failed debits', () => {
  it('leaves out what is settled in another way, the oldest first, and shows it when all is asked', async () => {
    const { creditor, ids } = await stories.returned(euros(10), 'AM04')
    const paid = await stories.returnedInvoice(10_000, 1, 'AM04')
    const give = (of: readonly number[], amountCents: number) => stories.rows(`
      insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source)
      select '2026-03-08', p.donor_id, p.fund_id, p.id, $2, 'bank' from pledges p where p.id in (select pledge_id from debit_instructions where id = any($1))`, [of, amountCents])
    await give(ids, 400)
    expect(await listed({ creditor })).toHaveLength(1)
    await give(ids, 600)
    await stories.rows("insert into payments (received_on, invoice_id, amount_cents) values ('2026-03-06', $1, 10000)", [paid.invoice])
    expect([await listed({ creditor }), await listed({ creditor: paid.creditor })]).toEqual([[], []])
    expect((await listed({ creditor, isAll: true })).map(({ isSettled }) => isSettled)).toEqual([true])
    expect(await retry({ instructions: ids })).toMatchObject({ planned: 0, left: [{ reason: 'RETRY_NOTHING_OPEN' }] })
  })

  it('counts by reason, and filters by task, words and days', async () => {
    const { creditor, ids } = await stories.returned(euros(10, 20, 30, 40), 'AM04')
    await stories.rows("update debit_instructions set return_reason = 'AC04', returned_on = '2026-03-20' where id = $1", [ids[0]])
    await stories.rows("update debit_instructions set return_reason = 'XX99' where id = $1", [ids[1]])
    const tx = readConnection(await req())
    expect((await failureCounts(tx, { ...march, creditor })).map(({ reason, count, totalCents }) => [reason, count, totalCents])).toEqual([['AM04', 2, 7_000], ['AC04', 1, 1_000], ['other', 1, 2_000]])
    const found = async (filter: Partial<FailedFilter>) => (await listed({ creditor, ...filter })).map(({ id }) => id).sort()
    expect(await found({ task: 'askIban' })).toEqual([ids[0]])
    expect(await found({ reason: 'other' })).toEqual([ids[1]])
    expect(await found({ until: day('2026-03-10') })).toEqual(ids.slice(1))
    expect(await found({ search: 'geen zo%mand' })).toEqual([])
    const [{ name = '' } = {}] = await stories.rows<{ name: string }>('select display_name as name from relations where id in (select debtor_id from debit_instructions where id = any($1))', [ids])
    expect(await found({ search: name.toUpperCase() })).toEqual(ids)
  })

  it('says whether it was tried again, and what became of that', async () => {
    const { creditor, ids } = await stories.returned(euros(10), 'AM04')
    await retry({ instructions: ids })
    expect(await listed({ creditor })).toEqual([])
    expect((await listed({ creditor, isAll: true })).map(({ retry: again }) => again?.status)).toEqual(['planned'])
  })
})
