import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import type { StatementEntry } from '../../src/formats/camt053Write'
import { createBatches } from '../../src/operations/createBatches'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { importStatement, type StatementImport } from '../../src/operations/importStatement'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { refuseInstruction, undoRefusal } from '../../src/operations/refuseInstruction'
import { seededRandom } from '../bank/random'
import { simulatedBank, type SimulatedBank } from '../bank/simulatedBank'
import { buildersFor, reqOn, rowsOf, testIban, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

const announced = day('2026-03-02')
/** A Monday, on which everything below is collected. */
const collected = day('2026-03-16')

let kring: BootedPayload
let build: Builders
let worlds = 0

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
})
afterAll(() => kring.destroy())

const reqNow = (today: LocalDate = announced) => reqOn(kring.payload, today)
type Row = Readonly<Record<string, unknown>>
const rows = <R extends Row>(query: string, values: readonly unknown[] = []) => rowsOf<R>(kring.payload, query, values)

type World = { readonly creditor: number; readonly iban: string; readonly fund: number; readonly bank: SimulatedBank; readonly donors: readonly number[] }
type Wishes = { readonly pledges?: readonly number[]; readonly invoiceCents?: number; readonly instalments?: number; readonly seed?: number; readonly hasOtherTraffic?: boolean }

/** A creditor with an account at a bank of its own, to which the pledges and the first instalment of an invoice were handed. */
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

async function handOver(creditor: number, bank: SimulatedBank): Promise<void> {
  const { batches } = await createBatches(await reqNow(), { creditor, until: addDays(collected, -3), shiftLate: false, now: new Date('2026-03-02T08:00:00Z'), today: announced, random: () => randomBytes(5) })
  for (const { id } of batches) bank.receive((await handOutBatchFile(await reqNow(), id)).bytes.toString())
}

/** Imports what the bank says of a day, the morning after. */
const importDay = async ({ bank }: World, date: LocalDate): Promise<StatementImport> => importText(bank.statement(date), addDays(date, 1))
const importText = async (text: string, today: LocalDate = day('2026-12-31')): Promise<StatementImport> => importStatement(await reqNow(today), { fileName: 'afschrift.xml', text, today })
const credit = (amountCents: number, rest: Partial<StatementEntry> = {}): StatementEntry =>
  ({ bookingDate: collected, valueDate: collected, amountCents: cents(amountCents), description: '', isReversal: false, ...rest })

type InstructionRow = { id: number; endToEndId: string; amount: number; status: string; reason: string | null; invoice_id: number | null }
const instructionsOf = ({ creditor }: World) => rows<InstructionRow>(`
  select id, end_to_end_id as "endToEndId", amount_cents::int as amount, status, return_reason as reason, invoice_id
    from debit_instructions where creditor_id = $1 and status <> 'planned' order by id`, [creditor])
const statusesOf = async (world: World) => (await instructionsOf(world)).map(({ status }) => status)
const linesOf = ({ iban }: World) => rows(`select t.amount_cents::int as amount, t.status, t.kind from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 order by t.id`, [iban])
const given = async ({ fund }: World) => (await rows<{ amount: number }>('select amount_cents::int as amount from donations where fund_id = $1 order by id', [fund])).map(({ amount }) => amount)
const invoiceOf = async ({ creditor }: World) => (await rows<{ id: number; number: string; open: number; status: string }>(
  'select i.id, i.number, i.open_cents::int as open, i.status from invoices i join mandates m on m.id = i.mandate_id where m.creditor_id = $1', [creditor]))[0]
const batchStatus = async ({ creditor }: World) => (await rows('select distinct status from debit_batches where creditor_id = $1', [creditor])).map((row) => row['status'])
const counts = () => rows("select (select count(*) from bank_statements) as statements, (select count(*) from bank_transactions) as lines, (select count(*) from donations) as donations, (select count(*) from payments) as payments, (select count(*) from debit_instructions where status = 'submitted') as submitted")

describe('one instruction of ten that the bank dropped in silence (REJ)', () => {
  const tenOf25 = { pledges: Array.from({ length: 10 }, () => 2_500) }

  it('keeps the total waiting until it is marked as refused, and then books the nine others', async () => {
    const world = await atTheBank(tenOf25)
    const seventh = (await instructionsOf(world))[6]
    world.bank.refuseSilently(seventh?.endToEndId ?? '')
    expect((await importDay(world, collected)).matched.batchTotals).toBe(0)
    expect(await linesOf(world)).toEqual([{ amount: 22_500, status: 'open', kind: null }])
    expect(await statusesOf(world)).toEqual(Array.from({ length: 10 }, () => 'submitted'))

    expect((await refuseInstruction(await reqNow(addDays(collected, 1)), { instruction: seventh?.id ?? 0, reason: 'Brief van de bank', today: addDays(collected, 1) })).batchTotals).toBe(1)
    const after = await instructionsOf(world)
    expect(after.filter(({ status }) => status === 'collected')).toHaveLength(9)
    expect(after[6]).toMatchObject({ status: 'rejected', reason: 'Brief van de bank' })
    expect(await given(world)).toEqual(Array.from({ length: 9 }, () => 2_500))
    expect(await linesOf(world)).toEqual([{ amount: 22_500, status: 'processed', kind: 'batchTotal' }])
    expect(await batchStatus(world)).toEqual(['processed'])
    await expect(undoRefusal(await reqNow(), seventh?.id ?? 0)).rejects.toMatchObject({ code: 'BATCH_ALREADY_PROCESSED' })
    await expect(refuseInstruction(await reqNow(), { instruction: after[0]?.id ?? 0, reason: '', today: collected })).rejects.toMatchObject({ code: 'BATCH_ALREADY_PROCESSED' })
  })

  it('leaves an invoice open when that was what it was for', async () => {
    const world = await atTheBank({ pledges: [1_000], invoiceCents: 6_000 })
    const ofInvoice = (await instructionsOf(world)).find(({ invoice_id }) => invoice_id !== null)
    world.bank.refuseSilently(ofInvoice?.endToEndId ?? '')
    await importDay(world, collected)
    await refuseInstruction(await reqNow(), { instruction: ofInvoice?.id ?? 0, reason: '', today: collected })
    expect(await invoiceOf(world)).toMatchObject({ open: 6_000, status: 'open' })
    expect(await given(world)).toEqual([1_000])
  })

  it('can be put back until the total was processed', async () => {
    const world = await atTheBank({ pledges: [2_500, 2_500] })
    const [first] = await instructionsOf(world)
    await refuseInstruction(await reqNow(), { instruction: first?.id ?? 0, reason: 'vergissing', today: announced })
    await undoRefusal(await reqNow(), first?.id ?? 0)
    expect((await instructionsOf(world))[0]).toMatchObject({ status: 'submitted', reason: null })
    await expect(undoRefusal(await reqNow(), first?.id ?? 0)).rejects.toMatchObject({ code: 'INSTRUCTION_NOT_REJECTED' })
    expect((await importDay(world, collected)).matched.batchTotals).toBe(1)
    expect(await given(world)).toEqual([2_500, 2_500])
  })

  it('is only possible for what lies at the bank', async () => {
    await expect(refuseInstruction(await reqNow(), { instruction: 2_000_000_000, reason: '', today: announced })).rejects.toMatchObject({ code: 'INSTRUCTION_UNKNOWN' })
    const world = await atTheBank({})
    const donor = await build.person('Nog niet weg')
    await build.pledge(donor, world.fund, { mandate: await build.mandate(world.creditor, donor), startDate: collected, frequency: 'once' })
    await generateInstructions(await reqNow(), { today: announced, until: collected })
    const [planned] = await rows<{ id: number }>('select id from debit_instructions where creditor_id = $1', [world.creditor])
    await expect(refuseInstruction(await reqNow(), { instruction: planned?.id ?? 0, reason: '', today: announced })).rejects.toMatchObject({ code: 'INSTRUCTION_NOT_AT_BANK' })
  })
})

/** P1 of 10.00, P2 of 5.00 and the first of four parts of an invoice of 100.00. */
const mixed = { pledges: [1_000, 500], invoiceCents: 10_000, instalments: 4 }

describe('the total of a batch (COL)', () => {
  it('becomes donations and a payment that add up to it', async () => {
    const world = await atTheBank(mixed)
    expect((await importDay(world, collected)).matched).toEqual({ batchTotals: 1, returns: 0, invoicePayments: 0, donations: 0 })
    expect(await given(world)).toEqual([1_000, 500])
    expect(await invoiceOf(world)).toMatchObject({ open: 7_500, status: 'partiallyPaid' })
    expect(await statusesOf(world)).toEqual(['collected', 'collected', 'collected'])
    expect(await batchStatus(world)).toEqual(['processed'])
  })

  it('may come in two lines', async () => {
    const world = await atTheBank({ pledges: [1_000, 500] })
    const [group] = await rows<{ id: string }>('select g.payment_information_id as id from debit_batch_groups g join debit_batches b on b.id = g.batch_id where b.creditor_id = $1', [world.creditor])
    const apart = simulatedBank({ seed: 2, iban: world.iban, hasOtherTraffic: false })
    apart.book(credit(1_200, { pmtInfId: group?.id, bankRef: 'A' }))
    apart.book(credit(300, { pmtInfId: group?.id, bankRef: 'B', bookingDate: addDays(collected, 1), valueDate: addDays(collected, 1) }))
    expect((await importText(apart.statement(collected))).matched.batchTotals).toBe(0)
    expect((await importText(apart.statement(addDays(collected, 1)))).matched.batchTotals).toBe(1)
    expect(await given(world)).toEqual([1_000, 500])
    expect((await linesOf(world)).map((line) => line['kind'])).toEqual(['batchTotal', 'batchTotal'])
  })

  it('without the reference of the bank is recognised by an amount that only one batch has', async () => {
    const world = await atTheBank({ pledges: [1_000, 500] })
    const silent = simulatedBank({ seed: 2, iban: world.iban, hasOtherTraffic: false })
    silent.book(credit(1_500, { bankRef: 'zonder kenmerk' }))
    expect((await importText(silent.statement(collected))).matched.batchTotals).toBe(1)
    expect(await statusesOf(world)).toEqual(['collected', 'collected'])
  })

  it.each([
    ['two batches have that amount', async (world: World) => { await build.pledge(world.donors[0] ?? 0, world.fund, { mandate: await build.mandate(world.creditor, world.donors[0] ?? 0), startDate: collected, amountCents: 1_500, frequency: 'once' }); await generateInstructions(await reqNow(), { today: announced, until: collected }); await handOver(world.creditor, world.bank) }, credit(1_500, { bankRef: 'X' })],
    ['two lines have it', async () => undefined, credit(1_500, { bankRef: 'X' }), credit(1_500, { bankRef: 'Y' })],
    ['it is of somebody', async () => undefined, credit(1_500, { counterIban: testIban(1), counterName: 'Iemand' })],
    ['it is a cent more', async () => undefined, credit(1_501)],
    ['it comes weeks later', async () => undefined, credit(1_500, { bookingDate: addDays(collected, 8), valueDate: addDays(collected, 8) })],
    ['it comes before the collection', async () => undefined, credit(1_500, { bookingDate: addDays(collected, -1), valueDate: addDays(collected, -1) })],
  ])('without the reference stays open when %s', async (_why, prepare, ...entries) => {
    const world = await atTheBank({ pledges: [1_000, 500] })
    await prepare(world)
    const silent = simulatedBank({ seed: 2, iban: world.iban, hasOtherTraffic: false })
    entries.forEach((entry) => silent.book(entry))
    expect((await importText(silent.statement(entries[0]?.bookingDate ?? collected))).matched.batchTotals).toBe(0)
    expect((await linesOf(world)).every((line) => line['status'] === 'open')).toBe(true)
    expect(await given(world)).toEqual([])
  })
})

describe('a debit that comes back (STO)', () => {
  it('opens the invoice again, and takes the donation back with a counter entry', async () => {
    const world = await atTheBank(mixed)
    await importDay(world, collected)
    const [p1, , i1] = await instructionsOf(world)
    world.bank.sendBack(i1?.endToEndId ?? '', 'MS02', addDays(collected, 3))
    world.bank.sendBack(p1?.endToEndId ?? '', 'AM04', addDays(collected, 3))
    expect((await importDay(world, addDays(collected, 3))).matched.returns).toBe(2)
    expect(await invoiceOf(world)).toMatchObject({ open: 10_000, status: 'open' })
    expect(await given(world)).toEqual([1_000, 500, -1_000])
    expect((await instructionsOf(world)).map(({ status, reason }) => [status, reason])).toEqual([['returned', 'AM04'], ['collected', null], ['returned', 'MS02']])
    expect(await rows('select r.amount_cents::int as amount, o.amount_cents::int as original from donations r join donations o on o.id = r.reversal_of_id where r.fund_id = $1', [world.fund])).toEqual([{ amount: -1_000, original: 1_000 }])
  })

  it('comes back once: a second line for it waits for a person', async () => {
    const world = await atTheBank({ pledges: [1_000] })
    await importDay(world, collected)
    const [one] = await instructionsOf(world)
    world.bank.sendBack(one?.endToEndId ?? '', 'AM04', addDays(collected, 1))
    world.bank.sendBack(one?.endToEndId ?? '', 'MD06', addDays(collected, 2))
    expect((await importDay(world, addDays(collected, 1))).matched.returns).toBe(1)
    expect((await importDay(world, addDays(collected, 2))).matched.returns).toBe(0)
    expect(await given(world)).toEqual([1_000, -1_000])
    expect((await linesOf(world)).map((line) => line['status'])).toEqual(['processed', 'processed', 'open'])
  })

  it('before its total waits, and is booked when the total has come', async () => {
    const world = await atTheBank({ pledges: [1_000, 500] })
    const [one] = await instructionsOf(world)
    world.bank.sendBack(one?.endToEndId ?? '', 'AC04', addDays(collected, -1))
    expect((await importDay(world, addDays(collected, -1))).matched.returns).toBe(0)
    expect((await importDay(world, collected)).matched).toMatchObject({ batchTotals: 1, returns: 1 })
    expect(await given(world)).toEqual([1_000, 500, -1_000])
    expect(await statusesOf(world)).toEqual(['returned', 'collected'])
  })

  it('of another amount than was collected waits for a person', async () => {
    const world = await atTheBank({ pledges: [1_000] })
    await importDay(world, collected)
    const [one] = await instructionsOf(world)
    world.bank.book(credit(-999, { endToEndId: one?.endToEndId, returnReason: 'AM04', isReversal: true, bookingDate: addDays(collected, 1), valueDate: addDays(collected, 1) }))
    expect((await importDay(world, addDays(collected, 1))).matched.returns).toBe(0)
    expect(await given(world)).toEqual([1_000])
  })
})

describe('an invoice paid by transfer', () => {
  it.each([
    ['its number and its exact amount', (number: string) => `Betaling factuur ${number}, dank`, 0, true],
    ['its number in another case of words', (number: string) => `FACTUURNR:${number}/lid`, 0, true],
    ['its number and a cent too little', (number: string) => number, -1, false],
    ['its number and too much', (number: string) => number, 1, false],
    ['the amount without the number', () => 'contributie', 0, false],
    ['a number with a digit too many', (number: string) => `${number}7`, 0, false],
  ])('with %s is settled: %o', async (_what, text, more, isPaid) => {
    const world = await atTheBank({})
    const member = await build.person(`Betaler ${worlds}`)
    const type = await build.add('subscription-types', { title: `Zelf ${worlds}`, priceCents: 4_321, period: 'year' })
    await build.subscription(member, type, { startDate: announced })
    await invoiceSubscriptions(await reqNow(), announced)
    const [invoice] = await rows<{ id: number; number: string }>('select id, number from invoices where debtor_id = $1', [member])
    world.bank.book(credit(4_321 + more, { description: text(invoice?.number ?? ''), counterIban: testIban(2) }))
    expect((await importDay(world, collected)).matched.invoicePayments).toBe(isPaid ? 1 : 0)
    expect(await rows('select open_cents::int as open, status from invoices where id = $1', [invoice?.id])).toEqual([isPaid ? { open: 0, status: 'paid' } : { open: 4_321, status: 'open' }])
  })

  it('twice is settled once; the second line waits', async () => {
    const world = await atTheBank({})
    const member = await build.person(`Dubbel ${worlds}`)
    await build.subscription(member, await build.add('subscription-types', { title: `Dubbel ${worlds}`, priceCents: 1_111, period: 'year' }), { startDate: announced })
    await invoiceSubscriptions(await reqNow(), announced)
    const [invoice] = await rows<{ number: string }>('select number from invoices where debtor_id = $1', [member])
    for (const bankRef of ['A', 'B']) world.bank.book(credit(1_111, { description: invoice?.number ?? '', bankRef }))
    await importDay(world, collected)
    expect((await linesOf(world)).map((line) => line['status']).sort()).toEqual(['open', 'processed'])
  })
})

describe('a gift that a fund recognises', () => {
  it('is a donation, of the donor whose account it came from', async () => {
    const world = await atTheBank({})
    const line = `Actie ${worlds} ezels`
    await kring.payload.update({ collection: 'funds', id: world.fund, data: { bankMatchLines: `iets anders ${worlds}\n${line}` } })
    const donor = await build.person('Gulle Gever', { bankAccounts: [{ iban: testIban(60_001), holder: 'Gulle Gever' }] })
    world.bank.book(credit(5_000, { description: `Voor de ${line.toUpperCase()}!`, counterIban: testIban(60_001), bankRef: 'A' }))
    world.bank.book(credit(700, { description: `${line} van een onbekende`, counterIban: testIban(60_002), bankRef: 'B' }))
    world.bank.book(credit(800, { description: 'zomaar', counterIban: testIban(60_001), bankRef: 'C' }))
    expect((await importDay(world, collected)).matched.donations).toBe(2)
    expect(await rows('select donor_id, amount_cents::int as amount, source from donations where fund_id = $1 order by id', [world.fund])).toEqual([
      { donor_id: donor, amount: 5_000, source: 'bank' }, { donor_id: null, amount: 700, source: 'bank' },
    ])
  })

  it('waits when two funds recognise it, or the fund is not active', async () => {
    const world = await atTheBank({})
    const [text, closed] = [`Samen ${worlds}`, `Gesloten ${worlds}`]
    for (const title of ['A', 'B']) await build.fund(`Tweeling ${worlds} ${title}`, { bankMatchLines: text })
    await build.fund(closed, { bankMatchLines: closed, isActive: false })
    world.bank.book(credit(100, { description: text, bankRef: 'A' }))
    world.bank.book(credit(200, { description: closed, bankRef: 'B' }))
    expect((await importDay(world, collected)).matched.donations).toBe(0)
  })
})

describe('a file that was imported before', () => {
  it('is refused as it is, and changes nothing', async () => {
    const world = await atTheBank({ pledges: [1_000] })
    const text = world.bank.statement(collected)
    await importText(text)
    const before = await counts()
    await expect(importText(text)).rejects.toMatchObject({ code: 'STATEMENT_DUPLICATE' })
    expect(await counts()).toEqual(before)
  })

  it('brings only its new lines when it overlaps', async () => {
    const world = await atTheBank({})
    const twins = [credit(100, { description: 'tweeling' }), credit(100, { description: 'tweeling' })]
    twins.forEach((entry) => world.bank.book(entry))
    const text = world.bank.statement(collected)
    expect((await importText(text)).statements).toMatchObject([{ lines: 2, newLines: 2 }])
    const longer = simulatedBank({ seed: 1, iban: world.iban, hasOtherTraffic: false })
    ;[...twins, credit(300, { description: 'nieuw' })].forEach((entry) => longer.book(entry))
    const overlapping = longer.statement(collected).replaceAll(`${world.iban}.${collected}`, 'ANDER-BESTAND')
    expect((await importText(overlapping)).statements).toMatchObject([{ lines: 3, newLines: 1 }])
    expect((await linesOf(world)).map((line) => line['amount'])).toEqual([100, 100, 300])
  })
})

describe('a file that cannot be', () => {
  const statement = (world: World, change: (text: string) => string = (text) => text) => {
    const text = simulatedBank({ seed: 3, iban: world.iban, hasOtherTraffic: false })
    text.book(credit(1_000, { description: 'eerste' }))
    return change(text.statement(collected))
  }

  it.each([
    ['is of today', 'STATEMENT_OF_TODAY', (text: string) => text, collected],
    ['is of an account that is not ours', 'STATEMENT_UNKNOWN_ACCOUNT', (text: string) => text.replaceAll(/NL\d\dINGB\d{10}/g, testIban(1))],
    ['holds a DOCTYPE', 'XML_DOCTYPE', (text: string) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY y "z">]>')],
    ['was cut off', 'XML_INVALID', (text: string) => text.slice(0, -30)],
    ['books on 30 February', 'CAMT_INCOMPLETE', (text: string) => text.replace(`<BookgDt><Dt>${collected}`, '<BookgDt><Dt>2026-02-30')],
    ['counts in Swiss francs', 'CURRENCY_NOT_EUR', (text: string) => text.replaceAll('Ccy="EUR"', 'Ccy="CHF"')],
    ['splits a cent', 'AMOUNT_NOT_WHOLE_CENTS', (text: string) => text.replaceAll('>10.00<', '>10.005<')],
    ['is a payment file', 'CAMT_NO_STATEMENT', () => '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.08"><CstmrDrctDbtInitn/></Document>'],
  ])('because it %s is refused as %s, with nothing of it kept', async (_why, code, change, today = day('2026-12-31')) => {
    const world = await atTheBank({})
    const before = await counts()
    await expect(importText(statement(world, change), today)).rejects.toMatchObject({ code })
    expect(await counts()).toEqual(before)
  })

  it('in its second statement takes the first one along', async () => {
    const world = await atTheBank({ pledges: [1_000] })
    const good = world.bank.statement(collected)
    const inner = /<Stmt>[\s\S]*<\/Stmt>/.exec(good)?.[0] ?? ''
    const before = await counts()
    await expect(importText(good.replace(inner, inner + inner.replaceAll(world.iban, testIban(1))))).rejects.toMatchObject({ code: 'STATEMENT_UNKNOWN_ACCOUNT' })
    expect(await counts()).toEqual(before)
    expect(await statusesOf(world)).toEqual(['submitted'])
  })
})

describe('no cent is made or lost', () => {
  it('in thirty months at the bank, with refusals, returns, gifts and costs', async () => {
    await build.fund('Giften', { bankMatchLines: 'gift' })
    for (let seed = 1; seed <= 30; seed += 1) {
      const random = seededRandom(seed)
      const world = await atTheBank({ pledges: Array.from({ length: 1 + random(5) }, () => 100 + random(5_000)), ...(random(2) ? { invoiceCents: 1_000 + random(9_000), instalments: 1 + random(3) } : {}), seed, hasOtherTraffic: true })
      const sent = await instructionsOf(world)
      const dropped = sent.filter(() => random(6) === 0)
      world.bank.refuseSilently(...dropped.map(({ endToEndId }) => endToEndId))
      for (const { endToEndId } of sent.filter((one) => !dropped.includes(one) && random(3) === 0)) world.bank.sendBack(endToEndId, 'AM04', addDays(collected, random(6) - 1))
      const isToldAtOnce = random(2) === 0
      if (isToldAtOnce) for (const { id } of dropped) await refuseInstruction(await reqNow(), { instruction: id, reason: '', today: collected })
      for (let date = addDays(collected, -2); date <= addDays(collected, 6); date = addDays(date, 1)) await importDay(world, date)
      if (!isToldAtOnce) for (const { id } of dropped) await refuseInstruction(await reqNow(), { instruction: id, reason: '', today: collected })

      const [sums] = await rows<Record<'lines' | 'open' | 'booked', number>>(`
        with own as (select t.* from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1)
        select (select coalesce(sum(amount_cents), 0)::int from own) as lines, (select coalesce(sum(amount_cents), 0)::int from own where status = 'open') as open,
               ((select coalesce(sum(amount_cents), 0) from donations where transaction_id in (select id from own)) + (select coalesce(sum(amount_cents), 0) from payments where transaction_id in (select id from own)))::int as booked`, [world.iban])
      expect({ seed, lines: sums?.lines }).toEqual({ seed, lines: (sums?.booked ?? 0) + (sums?.open ?? 0) })
      expect({ seed, lines: sums?.lines }).toEqual({ seed, lines: world.bank.balanceCents() - 100_000 })
      const unlike = (await rows<{ status: string; amount: number; net: number }>(`
        select i.status, i.amount_cents::int as amount, (coalesce((select sum(amount_cents) from donations where instruction_id = i.id), 0) + coalesce((select sum(amount_cents) from payments where instruction_id = i.id), 0))::int as net
          from debit_instructions i where i.creditor_id = $1`, [world.creditor])).filter(({ status, amount, net }) => net !== (status === 'collected' ? amount : 0))
      expect({ seed, unlike }).toEqual({ seed, unlike: [] })
      if (dropped.length < sent.length) expect({ seed, statuses: (await statusesOf(world)).filter((status) => status === 'submitted') }).toEqual({ seed, statuses: [] })
    }
    expect(await rows('select i.id from invoices i where open_cents <> total_cents - coalesce((select sum(amount_cents) from payments p where p.invoice_id = i.id), 0)')).toEqual([])
  })
})
