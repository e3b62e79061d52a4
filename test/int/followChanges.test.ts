import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { creditInvoice } from '../../src/operations/creditInvoice'
import { endMandate } from '../../src/operations/endMandate'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { cancelBatch } from '../../src/operations/moveBatch'
import { refuseInstruction } from '../../src/operations/refuseInstruction'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { cents } from '../../src/domain/money'
import { insertInstructions, type NewInstruction } from '../../src/store/instructions'
import { inTransaction } from '../../src/store/transaction'
import { reqOn, rowsOf } from '../setup/builders'
import { collectingStories, type CollectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { howMany } from '../setup/howMany'
import { diceOf } from './evaluation/randomNumbers'

let kring: BootedPayload
let stories: CollectingStories

beforeAll(async () => {
  kring = await bootPayload()
  stories = collectingStories(kring.payload)
})
afterAll(() => kring.destroy())

type Row = Readonly<Record<string, unknown>>
const today = day('2026-02-16')
const until = day('2027-02-16')
const req = () => reqOn(kring.payload, today)
const rows = <R extends Row>(query: string, values: readonly unknown[] = []) => rowsOf<R>(kring.payload, query, values)
const generate = () => stories.generate(today, until)
const ofInvoice = (invoice: number) => rows<{ id: number; date: string; collected: string; amount: number; status: string; why: string | null; mandate: number }>(`
  select id, original_collection_date::text as date, collection_date::text as collected, amount_cents::int as amount, status, cancel_reason as why, mandate_id as mandate
    from debit_instructions where invoice_id = $1 order by instalment, id`, [invoice])
const planned = async (invoice: number) => (await ofInvoice(invoice)).filter(({ status }) => status === 'planned')
const amountsOf = async (invoice: number) => (await planned(invoice)).map(({ amount }) => amount)
const pay = (invoice: number, amountCents: number) => rows<{ id: number }>('insert into payments (received_on, invoice_id, amount_cents) values ($1, $2, $3) returning id', [today, invoice, amountCents])
const takePaymentBack = (payment: number | undefined) => rows('insert into payments (received_on, invoice_id, amount_cents, reversal_of_id) select $2, invoice_id, -amount_cents, id from payments where id = $1', [payment, today])
const credit = async (invoice: number, amountCents?: number) => creditInvoice(await req(), { invoice, amountCents, reason: 'Te veel', today })

type Party = Awaited<ReturnType<CollectingStories['donorAtOwnCreditor']>>
const party = (creditorRest: Row = {}, mandateRest: Row = {}) => stories.donorAtOwnCreditor(creditorRest, mandateRest)
/** An invoice of a hundred euros in four parts of which the first is in a batch, at the bank when it was fetched. */
async function oneOfFourUnderWay({ isFetched = false } = {}): Promise<Party & { invoice: number; batch: number }> {
  const one = await party()
  const invoice = await stories.invoice(one.donor, one.mandate, 10_000, { dueDate: '2026-03-31', parts: 4 })
  await generate()
  const [first] = await ofInvoice(invoice)
  const { batches: [made] } = await stories.batch(one.creditor, today, { instructions: [first?.id ?? 0] })
  if (isFetched) await handOutBatchFile(await req(), made?.id ?? 0)
  return { ...one, invoice, batch: made?.id ?? 0 }
}

describe('A26 parts of an invoice on any day of the month (domain §7.4)', () => {
  const monthEnds2025 = ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30', '2025-07-31', '2025-08-31', '2025-09-30', '2025-10-31', '2025-11-30', '2025-12-31']

  it.each([
    ['2025-01-31', 12, null, monthEnds2025],
    ['2024-01-31', 12, null, monthEnds2025.map((date) => date.replace('2025', '2024').replace('02-28', '02-29'))],
    ['2025-01-30', 3, null, ['2025-01-30', '2025-02-28', '2025-03-30']], ['2025-01-29', 3, null, ['2025-01-29', '2025-02-28', '2025-03-29']],
    ['2024-01-29', 3, null, ['2024-01-29', '2024-02-29', '2024-03-29']], ['2024-01-30', 3, null, ['2024-01-30', '2024-02-29', '2024-03-30']],
    ['2025-08-31', 12, null, ['2025-08-31', '2025-09-30', '2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31']],
    ['2026-02-10', 4, 31, ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']], ['2026-02-10', 3, 30, ['2026-02-28', '2026-03-30', '2026-04-30']],
    ['2028-02-10', 2, 29, ['2028-02-29', '2028-03-29']], ['2026-02-10', 2, 29, ['2026-02-28', '2026-03-29']], ['2026-02-10', 3, 1, ['2026-03-01', '2026-04-01', '2026-05-01']],
    ['2026-02-28', 2, 31, ['2026-02-28', '2026-03-31']], ['2026-01-31', 1, 15, ['2026-02-15']],
  ] as const)('from %s in %i parts on day %s', async (dueDate, parts, onDay, dates) => {
    const { donor, mandate } = await party()
    const invoice = await stories.invoice(donor, mandate, 12_000, { dueDate, parts, onDay })
    await stories.generate(dueDate, dueDate)
    expect((await planned(invoice)).map(({ date }) => date)).toEqual(dates)
  })

  it('to 29 February of a leap year far ahead', async () => {
    const { donor, mandate } = await party()
    const invoice = await stories.invoice(donor, mandate, 12_000, { dueDate: '2027-03-31', parts: 12 })
    await generate()
    expect((await planned(invoice)).slice(-3).map(({ date }) => date)).toEqual(['2027-12-31', '2028-01-31', '2028-02-29'])
  })

  it('keep the day that was meant beside the banking day after it', async () => {
    const { donor, mandate } = await party()
    const invoice = await stories.invoice(donor, mandate, 12_000, { dueDate: '2025-05-31', parts: 12 })
    await stories.generate('2025-05-31', '2025-05-31')
    expect((await planned(invoice)).filter(({ date, collected }) => date !== collected).map(({ date, collected }) => [date, collected])).toEqual([
      ['2025-05-31', '2025-06-02'], ['2025-08-31', '2025-09-01'], ['2025-11-30', '2025-12-01'], ['2026-01-31', '2026-02-02'], ['2026-02-28', '2026-03-02'],
    ])
  })

  it('late: the first on the first such day that comes, the rest one a month, and none moves when it is done again', async () => {
    const { donor, mandate } = await party()
    const [invoice, on15] = [await stories.invoice(donor, mandate, 10_000, { dueDate: '2025-10-31', parts: 4 }), await stories.invoice(donor, mandate, 9_000, { dueDate: '2026-01-20', parts: 3, onDay: 15 })]
    await generate()
    const datesOf = async (id: number) => (await planned(id)).map(({ date }) => date)
    expect(await datesOf(invoice)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'])
    expect(await datesOf(on15)).toEqual(['2026-03-15', '2026-04-15', '2026-05-15'])
    expect(await stories.generate('2026-03-20', '2026-03-20')).toMatchObject({ created: 0 })
    expect(await datesOf(invoice)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'])
  })

  it('a pledge every quarter from 30 November', async () => {
    const { creditor, donor, mandate, fund } = await party()
    await stories.build.pledge(donor, fund, { mandate, startDate: '2025-11-30', frequency: 'quarterly' })
    await stories.generate('2025-11-01', '2026-08-31')
    expect((await stories.instructionsAt(creditor)).map(({ original }) => original)).toEqual(['2025-11-30', '2026-02-28', '2026-05-30', '2026-08-30'])
  })
})

describe('A27 the amounts of the parts', () => {
  it.each([
    [10_000, 12, [834, 834, 834, 834, 833, 833, 833, 833, 833, 833, 833, 833]], [10_000, 3, [3_334, 3_333, 3_333]], [5, 12, [1, 1, 1, 1, 1]], [1, 1, [1]], [12, 12, Array.from({ length: 12 }, () => 1)],
  ])('%i cents in %i add up to the cent', async (totalCents, parts, amounts) => {
    const { donor, mandate } = await party()
    const invoice = await stories.invoice(donor, mandate, totalCents, { dueDate: '2026-03-31', parts })
    await generate()
    expect(await amountsOf(invoice)).toEqual(amounts)
    expect(await generate()).toEqual({ created: 0, cancelled: 0, skipped: [] })
  })
})

describe('what is planned for an invoice follows it (R-INS-3, R-INV-2)', () => {
  it('paid by transfer midway: what is left is spread over what is left, the last go', async () => {
    const { invoice } = await oneOfFourUnderWay()
    await pay(invoice, 6_000)
    expect(await generate()).toMatchObject({ created: 0, cancelled: 2 })
    expect((await ofInvoice(invoice)).map(({ amount, status, why }) => [amount, status, why])).toEqual([[2_500, 'batched', null], [1_500, 'planned', null], [2_500, 'cancelled', 'invoicePaid'], [2_500, 'cancelled', 'invoicePaid']])
  })

  it('paid in full: everything planned goes', async () => {
    const { invoice } = await oneOfFourUnderWay()
    await pay(invoice, 10_000)
    await generate()
    expect((await ofInvoice(invoice)).map(({ status }) => status)).toEqual(['batched', 'cancelled', 'cancelled', 'cancelled'])
  })

  it('credited in part: the last are reduced first, at once', async () => {
    const { invoice } = await oneOfFourUnderWay()
    expect(await credit(invoice, 3_000)).toMatchObject({ cancelled: 1, underWay: 1 })
    expect((await ofInvoice(invoice)).map(({ amount, status }) => [amount, status])).toEqual([[2_500, 'batched'], [2_500, 'planned'], [2_000, 'planned'], [2_500, 'cancelled']])
    expect(await generate()).toEqual({ created: 0, cancelled: 0, skipped: [] })
  })

  it('credited in full: nothing is planned any more, what is under way is told', async () => {
    const { invoice } = await oneOfFourUnderWay()
    expect(await credit(invoice)).toMatchObject({ cancelled: 3, underWay: 1 })
    expect(await generate()).toMatchObject({ created: 0 })
  })

  it('opened again: what was called off is planned again, for all that is open', async () => {
    const { invoice } = await oneOfFourUnderWay()
    const [payment] = await pay(invoice, 6_000)
    await generate()
    await takePaymentBack(payment?.id)
    await generate()
    expect((await amountsOf(invoice)).reduce((sum, amount) => sum + amount, 0)).toBe(7_500)
    expect((await planned(invoice)).map(({ date }) => date)).toEqual(['2026-04-30', '2026-05-31', '2026-06-30'])
    expect(await generate()).toEqual({ created: 0, cancelled: 0, skipped: [] })
  })

  it('opened again after a part was merely reduced: that one is whole again', async () => {
    const { invoice } = await oneOfFourUnderWay()
    const [payment] = await pay(invoice, 400)
    await generate()
    expect(await amountsOf(invoice)).toEqual([2_500, 2_500, 2_100])
    await takePaymentBack(payment?.id)
    await generate()
    expect((await amountsOf(invoice)).reduce((sum, amount) => sum + amount, 0)).toBe(7_500)
    expect(await generate()).toEqual({ created: 0, cancelled: 0, skipped: [] })
  })

  it('changed after batching: what is in a batch stays what it is', async () => {
    const { invoice, mandate, donor } = await oneOfFourUnderWay()
    const before = await rows("select to_jsonb(i) as row from debit_instructions i where invoice_id = $1 and status = 'batched'", [invoice])
    await pay(invoice, 9_900)
    await endMandate(await req(), { mandate, reason: '', today })
    await kring.payload.update({ collection: 'relations', id: donor, data: { deceasedOn: '2026-02-10' } })
    await generate()
    expect(await rows("select to_jsonb(i) as row from debit_instructions i where invoice_id = $1 and status = 'batched'", [invoice])).toEqual(before)
    expect(await planned(invoice)).toEqual([])
  })
})

describe('what is planned follows who pays, and how', () => {
  async function subscribed(): Promise<Party & { subscription: number; invoice: number }> {
    const one = await party()
    const type = await stories.build.add('subscription-types', { title: `Lid in delen ${one.donor}`, priceCents: 10_000, period: 'year' })
    const subscription = await stories.build.subscription(one.donor, type, { startDate: '2026-01-01', mandate: one.mandate, instalmentCount: 4 })
    const invoice = await stories.invoice(one.donor, one.mandate, 10_000, { dueDate: '2026-03-31', parts: 4, subscription })
    await generate()
    const [first] = await ofInvoice(invoice)
    await stories.batch(one.creditor, today, { instructions: [first?.id ?? 0] })
    return { ...one, subscription, invoice }
  }

  it('a subscription with a new mandate: what is not in a batch yet goes under that one', async () => {
    const { creditor, donor, mandate, subscription, invoice } = await subscribed()
    const other = await stories.build.mandate(creditor, donor)
    await kring.payload.update({ collection: 'subscriptions', id: subscription, data: { mandate: other } })
    expect(await generate()).toMatchObject({ created: 3, cancelled: 3 })
    const live = (await ofInvoice(invoice)).filter(({ status }) => status !== 'cancelled')
    expect(live.map(({ mandate, status, amount }) => [mandate, status, amount])).toEqual([[mandate, 'batched', 2_500], [other, 'planned', 2_500], [other, 'planned', 2_500], [other, 'planned', 2_500]])
    expect((await ofInvoice(invoice)).filter(({ why }) => why === 'mandateChanged')).toHaveLength(3)
  })

  it('a subscription that is paid by transfer from now on is never debited again, generated or not', async () => {
    const { creditor, subscription, invoice } = await subscribed()
    await kring.payload.update({ collection: 'subscriptions', id: subscription, data: { paymentMethod: 'transfer' } })
    expect(await stories.batch(creditor, today, { until })).toMatchObject({ batches: [], leftCounts: [{ reason: 'NO_LONGER_DUE', count: 3, totalCents: 7_500 }] })
    await generate()
    expect((await ofInvoice(invoice)).map(({ status }) => status)).toEqual(['batched', 'cancelled', 'cancelled', 'cancelled'])
  })

  it('a subscription that somebody else pays from now on: the other is never debited for an invoice of the first', async () => {
    const { creditor, mandate, subscription, invoice } = await subscribed()
    const other = await stories.build.person('Betaalt voortaan')
    const theirs = await stories.build.mandate(creditor, other)
    await kring.payload.update({ collection: 'subscriptions', id: subscription, data: { payer: other, mandate: theirs } })
    expect(await generate()).toMatchObject({ created: 0, cancelled: 3 })
    expect(await rows('select mandate_id as mandate from invoices where id = $1', [invoice])).toEqual([{ mandate: null }])
    expect((await ofInvoice(invoice)).map(({ mandate, status }) => [mandate, status])).toEqual([[mandate, 'batched'], [mandate, 'cancelled'], [mandate, 'cancelled'], [mandate, 'cancelled']])
    expect(await rows("select changes->'mandate' as mandate from audit_log where subject = 'invoices' and subject_id = $1 and action = 'update'", [invoice])).toEqual([{ mandate: { from: mandate, to: null } }])
  })

  it('an invoice that names a mandate of somebody else is left alone', async () => {
    const { creditor, donor } = await party()
    const theirs = await stories.build.mandate(creditor, await stories.build.person('Iemand anders'))
    const invoice = await stories.invoice(donor, theirs, 5_000, { dueDate: '2026-03-31' })
    await generate()
    expect(await ofInvoice(invoice)).toEqual([])
  })

  it('what was reduced, raised and called off is written down', async () => {
    const { invoice } = await oneOfFourUnderWay()
    const logged = (place: number) => rows("select l.changes from audit_log l where l.subject = 'debit-instructions' and l.action = 'update' and l.subject_id = (select id from debit_instructions where invoice_id = $1 and instalment = $2 limit 1) order by l.id", [invoice, place])
    const [payment] = await pay(invoice, 2_600)
    await generate()
    expect(await logged(4)).toEqual([{ changes: { status: { from: 'planned', to: 'cancelled' }, cancelReason: { from: null, to: 'invoicePaid' } } }])
    expect(await logged(3)).toEqual([{ changes: { amountCents: { from: 2_500, to: 2_400 } } }])
    await takePaymentBack(payment?.id)
    await pay(invoice, 2_600 - 100)
    await generate()
    expect((await amountsOf(invoice)).reduce((sum, amount) => sum + amount, 0)).toBe(5_000)
  })

  it('a pledge with a new mandate, another amount from a day, and an end', async () => {
    const { creditor, donor, mandate, fund } = await party()
    const pledge = await stories.build.pledge(donor, fund, { mandate, startDate: '2026-03-31' })
    await stories.generate(today, '2026-07-31')
    const [first] = await stories.instructionsAt(creditor)
    await stories.batch(creditor, today, { instructions: [first?.id ?? 0] })
    const other = await stories.build.mandate(creditor, donor)
    await kring.payload.update({ collection: 'pledges', id: pledge, data: { mandate: other, endDate: '2026-07-01' } })
    await rows('insert into pledge_changes (pledge_id, from_date, amount_cents) values ($1, $2, 1500)', [pledge, '2026-05-01'])
    await stories.generate(today, '2026-07-31')
    const live = await rows("select original_collection_date::text as date, amount_cents::int as amount, mandate_id as mandate, status from debit_instructions where creditor_id = $1 and status <> 'cancelled' order by 1", [creditor])
    expect(live).toEqual([
      { date: '2026-03-31', amount: 1_000, mandate, status: 'batched' }, { date: '2026-04-30', amount: 1_000, mandate: other, status: 'planned' },
      { date: '2026-05-31', amount: 1_500, mandate: other, status: 'planned' }, { date: '2026-06-30', amount: 1_500, mandate: other, status: 'planned' },
    ])
    expect(await stories.generate(today, '2026-07-31')).toEqual({ created: 0, cancelled: 0, skipped: [] })
  })

  it('a mandate that ended: nothing is planned until there is a new one', async () => {
    const { creditor, donor, mandate, subscription, invoice } = await subscribed()
    await endMandate(await req(), { mandate, reason: 'Op verzoek', today })
    expect(await generate()).toMatchObject({ created: 0 })
    expect(await planned(invoice)).toEqual([])
    const other = await stories.build.mandate(creditor, donor)
    await kring.payload.update({ collection: 'subscriptions', id: subscription, data: { mandate: other } })
    expect(await generate()).toMatchObject({ created: 3 })
    expect((await planned(invoice)).map(({ mandate, amount }) => [mandate, amount])).toEqual([[other, 2_500], [other, 2_500], [other, 2_500]])
  })

  it('somebody who died: nothing, whether pledge or invoice', async () => {
    const { creditor, donor, mandate, fund } = await party()
    await stories.invoice(donor, mandate, 5_000)
    await stories.build.pledge(donor, fund, { mandate, startDate: '2026-03-31' })
    await generate()
    await kring.payload.update({ collection: 'relations', id: donor, data: { deceasedOn: '2026-02-10' } })
    expect(await stories.batch(creditor, today, { until, shiftTo: day('2026-03-02') })).toMatchObject({ batches: [], leftCounts: [{ reason: 'NO_LONGER_DUE' }] })
    expect(await generate()).toMatchObject({ created: 0 })
    expect(new Set((await stories.instructionsAt(creditor)).map(({ status }) => status))).toEqual(new Set(['cancelled']))
  })

  it('a retry goes under the mandate that its invoice has by now', async () => {
    const { creditor, donor, subscription, invoice } = await subscribed()
    const [first] = await ofInvoice(invoice)
    await handOutBatchFile(await req(), (await rows<{ id: number }>('select id from debit_batches where creditor_id = $1', [creditor]))[0]?.id ?? 0)
    await refuseInstruction(await req(), { instruction: first?.id ?? 0, reason: 'Brief', today })
    const other = await stories.build.mandate(creditor, donor)
    await kring.payload.update({ collection: 'subscriptions', id: subscription, data: { mandate: other } })
    await generate()
    const { instruction } = await retryInstruction(await req(), { instruction: first?.id ?? 0, today, now: new Date(`${today}T08:00:00Z`) })
    expect(await rows('select mandate_id as mandate, amount_cents::int as amount, retry_of_id as of from debit_instructions where id = $1', [instruction])).toEqual([{ mandate: other, amount: 2_500, of: first?.id }])
    expect(await generate()).toEqual({ created: 0, cancelled: 0, skipped: [] })
    expect((await planned(invoice)).reduce((sum, { amount }) => sum + amount, 0)).toBe(10_000)
  })

  it('a one-off mandate that served already is told, and nothing is collected twice with it (sepa §5)', async () => {
    const { creditor, donor, mandate, fund } = await party({}, { type: 'oneOff' })
    const first = await stories.invoice(donor, mandate, 1_000, { dueDate: '2026-03-02' })
    expect(await generate()).toMatchObject({ created: 1, skipped: [] })
    const second = await stories.invoice(donor, mandate, 2_000, { dueDate: '2026-03-02' })
    expect(await generate()).toMatchObject({ created: 0, skipped: [{ mandate, invoice: second, pledge: null, reason: 'OOFF_MANDATE_ALREADY_USED' }] })
    await stories.batch(creditor, today)
    await stories.build.pledge(donor, fund, { mandate, startDate: '2026-03-02', frequency: 'once' })
    expect((await generate()).skipped).toHaveLength(2)
    expect((await ofInvoice(first)).map(({ status }) => status)).toEqual(['batched'])
    expect(await ofInvoice(second)).toEqual([])
  })
})

describe('more than goes in one statement', () => {
  it('is added all of it, and nothing of it twice', async () => {
    const { creditor, donor, mandate, fund } = await party()
    const pledge = await stories.build.pledge(donor, fund, { mandate, startDate: '2026-03-31' })
    const many = Array.from({ length: 20_001 }, (_, index): NewInstruction => ({
      creditor, mandate, debtor: donor, sequenceType: 'RCUR', pledge, invoice: null, instalment: index + 1, amountCents: cents(1_000), collectionDate: day('2026-03-31'), originalCollectionDate: day('2026-03-31'), description: 'Veel',
    }))
    const undone = inTransaction(await req(), async (tx) => { throw new Error(`${await insertInstructions(tx, many)} and ${await insertInstructions(tx, many)}`) })
    await expect(undone).rejects.toThrow('20001 and 0')
  })
})

describe('whatever happens to an invoice', () => {
  type Story = { invoice: number; mandate: number; donor: number; payments: number[]; log: string[] }
  type State = { id: number; open: number; planned: number; away: number; active: boolean; hasPlace: boolean }

  /** What is open of each invoice beside what is planned and what is in a batch or at the bank for it. */
  const states = async (creditor: number) => new Map((await rows<State>(`
    select v.id, v.open_cents::int as open, m.status = 'active' as active, coalesce(sum(i.amount_cents) filter (where i.status = 'planned'), 0)::int as planned,
           coalesce(sum(i.amount_cents) filter (where i.status in ('batched', 'submitted')), 0)::int as away,
           count(*) filter (where i.status = 'planned') > 0 or count(*) filter (where i.status <> 'cancelled') < v.instalment_count as "hasPlace"
      from invoices v join mandates m on m.id = v.mandate_id left join debit_instructions i on i.invoice_id = v.id where m.creditor_id = $1 group by v.id, m.id`, [creditor])).map((state) => [state.id, state]))

  /** What was reduced, went to the bank, and is open again after all has no part left to go with: a person follows that up. */
  it(`never more is on its way than is open, and after generating all of it is that has a part to go with (${howMany(100, 2_000)} stories)`, async () => {
    const dice = diceOf(Number(process.env['KRING_SEED'] ?? 1))
    const { creditor, donor } = await party()
    const all: Story[] = []
    const newMandate = async (): Promise<number> => (await rows<{ id: number }>(`
      insert into mandates (reference, creditor_id, debtor_id, type, iban, account_holder, signed_on, status) select 'W-' || nextval('mandates_id_seq'), $1, $2, 'recurring', 'NL44RABO0123456789', 'Lid', '2025-01-01', 'active' returning id`, [creditor, donor]))[0]?.id ?? 0
    for (let count = 0; count < howMany(100, 2_000); count += 1) {
      const mandate = await newMandate()
      const invoice = await stories.invoice(donor, mandate, 1 + dice.below(dice.chance(30) ? 20 : 9_000), { dueDate: `2026-0${3 + dice.below(3)}-${10 + dice.below(20)}`, parts: 1 + dice.below(12), onDay: dice.chance(50) ? 1 + dice.below(31) : null })
      all.push({ invoice, mandate, donor, payments: [], log: [] })
    }
    const happen = async (story: Story, { open = 0, active = false }: Partial<State> = {}): Promise<void> => {
      const what = dice.pick('pay', 'pay', 'reverse', 'credit', 'mandate', 'end', 'nothing', 'nothing')
      if (what === 'pay' && open > 0) story.payments.push((await pay(story.invoice, 1 + dice.below(dice.chance(20) ? open + 50 : open)))[0]?.id ?? 0)
      if (what === 'reverse') { const payment = story.payments.pop(); if (payment) await takePaymentBack(payment) }
      if (what === 'credit' && open > 1) await credit(story.invoice, 1 + dice.below(open - 1))
      if (what === 'end' && active) await endMandate(await req(), { mandate: story.mandate, reason: '', today })
      if (what === 'mandate' || (what === 'end' && dice.chance(70))) await rows('update invoices set mandate_id = $2 where id = $1', [story.invoice, story.mandate = await newMandate()])
      story.log.push(`${what} at ${open}`)
    }
    const logOf = (id: number) => all.find(({ invoice }) => invoice === id)?.log.join(', ')
    const batches: number[] = []
    for (let step = 0; step < 8; step += 1) {
      const before = await states(creditor)
      for (const story of all.filter(() => dice.chance(60))) await happen(story, before.get(story.invoice))
      if (dice.chance(25) && batches.length > 0) await cancelBatch(await req(), batches.splice(dice.below(batches.length), 1)[0] ?? 0, { isNotSent: true })
      if (dice.chance(75)) {
        await generate()
        for (const [id, { open, planned, away, active, hasPlace }] of await states(creditor)) {
          expect({ step, log: logOf(id), open, away, planned }).toEqual({ step, log: logOf(id), open, away, planned: active && hasPlace ? Math.max(0, open - away) : 0 })
        }
      }
      const { batches: made } = await stories.batch(creditor, today, { until, except: (await stories.instructionsAt(creditor)).filter(({ status }) => status === 'planned' && dice.chance(70)).map(({ id }) => id) }).catch(ifNothing)
      batches.push(...made.map(({ id }) => id))
      for (const [id, { open, away, planned }] of await states(creditor)) {
        const mostAway = Math.max(open, before.get(id)?.away ?? 0)
        expect({ step, log: logOf(id), isWithin: away <= mostAway && planned + away <= Math.max(open, away) }).toEqual({ step, log: logOf(id), isWithin: true })
      }
    }
  })

  const ifNothing = (error: unknown): { batches: readonly { id: number }[] } => {
    if ((error as { code?: string }).code !== 'NOTHING_TO_COLLECT') throw error
    return { batches: [] }
  }
})
