import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { refuseInstruction } from '../../src/operations/refuseInstruction'
import { seededRandom } from '../bank/random'
import { simulatedBank } from '../bank/simulatedBank'
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

describe('A40: an invoice paid by transfer', () => {
  it.each([
    ['its number and its exact amount', (number: string) => `Betaling factuur ${number}, dank`, 0, true],
    ['its number in another case of words', (number: string) => `FACTUURNR:${number}/lid`, 0, true],
    ['its number and a cent too little', (number: string) => number, -1, false],
    ['its number and too much', (number: string) => number, 1, false],
    ['the amount without the number', () => 'contributie', 0, false],
    ['a number with a digit too many', (number: string) => `${number}7`, 0, false],
  ])('with %s is settled: %o', async (_what, text, more, isPaid) => {
    const world = await bank.atTheBank({})
    const member = await bank.build.person(`Betaler ${bank.storyNumber()}`)
    const type = await bank.build.add('subscription-types', { title: `Zelf ${bank.storyNumber()}`, priceCents: 4_321, period: 'year' })
    await bank.build.subscription(member, type, { startDate: announced })
    await invoiceSubscriptions(await bank.reqNow(), announced)
    const [invoice] = await bank.rows<{ id: number; number: string }>('select id, number from invoices where debtor_id = $1', [member])
    world.bank.book(credit(4_321 + more, { description: text(invoice?.number ?? ''), counterIban: testIban(2) }))
    expect((await bank.importDay(world, collected)).matched.invoicePayments).toBe(isPaid ? 1 : 0)
    expect(await bank.rows('select open_cents::int as open, status from invoices where id = $1', [invoice?.id])).toEqual([isPaid ? { open: 0, status: 'paid' } : { open: 4_321, status: 'open' }])
  })

  it('twice is settled once; the second line waits', async () => {
    const world = await bank.atTheBank({})
    const member = await bank.build.person(`Dubbel ${bank.storyNumber()}`)
    await bank.build.subscription(member, await bank.build.add('subscription-types', { title: `Dubbel ${bank.storyNumber()}`, priceCents: 1_111, period: 'year' }), { startDate: announced })
    await invoiceSubscriptions(await bank.reqNow(), announced)
    const [invoice] = await bank.rows<{ number: string }>('select number from invoices where debtor_id = $1', [member])
    for (const bankRef of ['A', 'B']) world.bank.book(credit(1_111, { description: invoice?.number ?? '', bankRef }))
    await bank.importDay(world, collected)
    expect((await bank.linesOf(world)).map((line) => line['status']).sort()).toEqual(['open', 'processed'])
  })
})

describe('a gift that a fund recognises', () => {
  it('is a donation, of the donor whose account it came from', async () => {
    const world = await bank.atTheBank({})
    const line = `Actie ${bank.storyNumber()} ezels`
    await kring.payload.update({ collection: 'funds', id: world.fund, data: { bankMatchLines: `iets anders ${bank.storyNumber()}\n${line}` } })
    const donor = await bank.build.person('Gulle Gever', { bankAccounts: [{ iban: testIban(60_001), holder: 'Gulle Gever' }] })
    world.bank.book(credit(5_000, { description: `Voor de ${line.toUpperCase()}!`, counterIban: testIban(60_001), bankRef: 'A' }))
    world.bank.book(credit(700, { description: `${line} van een onbekende`, counterIban: testIban(60_002), bankRef: 'B' }))
    world.bank.book(credit(800, { description: 'zomaar', counterIban: testIban(60_001), bankRef: 'C' }))
    expect((await bank.importDay(world, collected)).matched.donations).toBe(2)
    expect(await bank.rows('select donor_id, amount_cents::int as amount, source from donations where fund_id = $1 order by id', [world.fund])).toEqual([
      { donor_id: donor, amount: 5_000, source: 'bank' }, { donor_id: null, amount: 700, source: 'bank' },
    ])
  })

  it.each(['abc', 'goed genoeg\n a b \nook goed'])('is not recognised by a text that says too little: %j', async (bankMatchLines) => {
    const world = await bank.atTheBank({})
    await expect(kring.payload.update({ collection: 'funds', id: world.fund, data: { bankMatchLines } })).rejects.toMatchObject({
      data: { errors: [{ path: 'bankMatchLines', message: expect.stringContaining('is te kort: zo’n tekst staat ook in andere betalingen. Gebruik per regel minstens 4 tekens.') }] },
    })
    await bank.rows('update funds set bank_match_lines = $1 where id = $2', ['abc', world.fund])
    world.bank.book(credit(700, { description: 'van abc en anderen' }))
    expect((await bank.importDay(world, collected)).matched.donations).toBe(0)
  })

  it('waits when two funds recognise it, or the fund is not active', async () => {
    const world = await bank.atTheBank({})
    const [text, closed] = [`Samen ${bank.storyNumber()}`, `Gesloten ${bank.storyNumber()}`]
    for (const title of ['A', 'B']) await bank.build.fund(`Tweeling ${bank.storyNumber()} ${title}`, { bankMatchLines: text })
    await bank.build.fund(closed, { bankMatchLines: closed, isActive: false })
    world.bank.book(credit(100, { description: text, bankRef: 'A' }))
    world.bank.book(credit(200, { description: closed, bankRef: 'B' }))
    expect((await bank.importDay(world, collected)).matched.donations).toBe(0)
  })
})

describe('a file that was imported before', () => {
  it('is refused as it is, and changes nothing', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const text = world.bank.statement(collected)
    await bank.importText(text)
    const before = await bank.counts()
    await expect(bank.importText(text)).rejects.toMatchObject({ code: 'BANK_FILE_DUPLICATE' })
    await expect(bank.importText(text.replace('<GrpHdr>', '<GrpHdr> '))).rejects.toMatchObject({ code: 'STATEMENT_DUPLICATE' })
    expect(await bank.counts()).toEqual(before)
  })

  it('brings only its new lines when it overlaps', async () => {
    const world = await bank.atTheBank({})
    const twins = [credit(100, { description: 'tweeling' }), credit(100, { description: 'tweeling' })]
    twins.forEach((entry) => world.bank.book(entry))
    const text = world.bank.statement(collected)
    expect((await bank.importText(text)).statements).toMatchObject([{ lines: 2, newLines: 2 }])
    const longer = simulatedBank({ seed: 1, iban: world.iban, hasOtherTraffic: false })
    ;[...twins, credit(300, { description: 'nieuw' })].forEach((entry) => longer.book(entry))
    const overlapping = longer.statement(collected).replaceAll(`${world.iban}.${collected}`, 'ANDER-BESTAND')
    expect((await bank.importText(overlapping)).statements).toMatchObject([{ lines: 3, newLines: 1, knownLines: 2 }])
    expect((await bank.linesOf(world)).map((line) => line['amount'])).toEqual([100, 100, 300])
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
    ['books on 30 February', 'CAMT_DATE_INVALID', (text: string) => text.replace(`<BookgDt><Dt>${collected}`, '<BookgDt><Dt>2026-02-30')],
    ['counts in Swiss francs', 'CURRENCY_NOT_EUR', (text: string) => text.replaceAll('Ccy="EUR"', 'Ccy="CHF"')],
    ['splits a cent', 'AMOUNT_NOT_WHOLE_CENTS', (text: string) => text.replaceAll('>10.00<', '>10.005<')],
    ['is a payment file', 'BANK_FILE_UNKNOWN_FORMAT', () => '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.08"><CstmrDrctDbtInitn/></Document>'],
  ])('because it %s is refused as %s, with nothing of it kept', async (_why, code, change, today = day('2026-12-31')) => {
    const world = await bank.atTheBank({})
    const before = await bank.counts()
    await expect(bank.importText(statement(world, change), today)).rejects.toMatchObject({ code })
    expect(await bank.counts()).toEqual(before)
  })

  it('in its second statement takes the first one along', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const good = world.bank.statement(collected)
    const inner = /<Stmt>[\s\S]*<\/Stmt>/.exec(good)?.[0] ?? ''
    const before = await bank.counts()
    await expect(bank.importText(good.replace(inner, inner + inner.replaceAll(world.iban, testIban(1))))).rejects.toMatchObject({ code: 'STATEMENT_UNKNOWN_ACCOUNT' })
    expect(await bank.counts()).toEqual(before)
    expect(await bank.statusesOf(world)).toEqual(['submitted'])
  })
})

describe('no cent is made or lost', () => {
  it('in months at the bank, with refusals, returns, gifts and costs', async () => {
    await bank.build.fund('Giften', { bankMatchLines: 'gift' })
    const months = howMany(30, 300)
    for (let seed = 1; seed <= months; seed += 1) {
      const random = seededRandom(seed)
      const world = await bank.atTheBank({ pledges: Array.from({ length: 1 + random(5) }, () => 100 + random(5_000)), ...(random(2) ? { invoiceCents: 1_000 + random(9_000), instalments: 1 + random(3) } : {}), seed, hasOtherTraffic: true })
      const sent = await bank.instructionsOf(world)
      const dropped = sent.filter(() => random(6) === 0)
      world.bank.refuseSilently(...dropped.map(({ endToEndId }) => endToEndId))
      for (const { endToEndId } of sent.filter((one) => !dropped.includes(one) && random(3) === 0)) world.bank.sendBack(endToEndId, 'AM04', addDays(collected, random(6) - 1))
      const isToldAtOnce = random(2) === 0
      if (isToldAtOnce) for (const { id } of dropped) await refuseInstruction(await bank.reqNow(), { instruction: id, reason: '', today: collected })
      for (let date = addDays(collected, -2); date <= addDays(collected, 6); date = addDays(date, 1)) await bank.importDay(world, date)
      if (!isToldAtOnce) for (const { id } of dropped) await refuseInstruction(await bank.reqNow(), { instruction: id, reason: '', today: collected })

      const [sums] = await bank.rows<Record<'lines' | 'open' | 'booked', number>>(`
        with own as (select t.* from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1)
        select (select coalesce(sum(amount_cents), 0)::int from own) as lines, (select coalesce(sum(amount_cents), 0)::int from own where status = 'open') as open,
               ((select coalesce(sum(amount_cents), 0) from donations where transaction_id in (select id from own)) + (select coalesce(sum(amount_cents), 0) from payments where transaction_id in (select id from own)))::int as booked`, [world.iban])
      expect({ seed, lines: sums?.lines }).toEqual({ seed, lines: (sums?.booked ?? 0) + (sums?.open ?? 0) })
      expect({ seed, lines: sums?.lines }).toEqual({ seed, lines: world.bank.balanceCents() - 100_000 })
      const unlike = (await bank.rows<{ status: string; amount: number; net: number }>(`
        select i.status, i.amount_cents::int as amount, (coalesce((select sum(amount_cents) from donations where instruction_id = i.id), 0) + coalesce((select sum(amount_cents) from payments where instruction_id = i.id), 0))::int as net
          from debit_instructions i where i.creditor_id = $1`, [world.creditor])).filter(({ status, amount, net }) => net !== (status === 'collected' ? amount : 0))
      expect({ seed, unlike }).toEqual({ seed, unlike: [] })
      if (dropped.length < sent.length) expect({ seed, statuses: (await bank.statusesOf(world)).filter((status) => status === 'submitted') }).toEqual({ seed, statuses: [] })
    }
    expect(await bank.rows('select i.id from invoices i where open_cents <> total_cents - coalesce((select sum(amount_cents) from payments p where p.invoice_id = i.id), 0)')).toEqual([])
  })
})
