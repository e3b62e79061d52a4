import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { paymentReference } from '../../src/domain/paymentReference'
import { acceptProposals } from '../../src/operations/acceptProposals'
import { bookLine } from '../../src/operations/bookLine'
import { undoBooking } from '../../src/operations/undoBooking'
import { undoImport } from '../../src/operations/undoImport'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { proposalsFor } from '../../src/store/matching/proposals'
import { readConnection } from '../../src/store/transaction'
import { bankStories, collected, credit, type BankStories, type World } from '../setup/bankWorld'
import { reqOn, testIban } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let bank: BankStories
let treasurer: { readonly id: number }
let ledger: number

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
  treasurer = await bank.build.user('penningmeester', { role: 'finance' })
  ledger = await bank.build.add('ledger-accounts', { code: '4900', title: 'Bankkosten' })
})
afterAll(() => kring.destroy())

const req = () => reqOn(kring.payload, addDays(collected, 9), treasurer)
const lines = ({ iban }: World) => bank.rows<{ id: number; amount: number; status: string; kind: string | null }>(
  'select t.id, t.amount_cents::int as amount, t.status, t.kind from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 order by t.id', [iban])
const openLine = async (world: World): Promise<number> => (await lines(world)).find(({ status }) => status === 'open')?.id ?? 0
const importOf = async ({ iban }: World): Promise<number> => (await bank.rows<{ id: number }>('select max(import_id) as id from bank_statements where iban = $1', [iban]))[0]?.id ?? 0
const proposals = async (line: number) => proposalsFor(readConnection(await req()), [line])
const book = async (line: number, parts: Parameters<typeof bookLine>[1]['parts']) => bookLine(await req(), { line, parts })
const undo = async (line: number) => undoBooking(await req(), line)
/** All that there is of money, without what was taken back. */
const books = ({ creditor, fund, iban }: World) => bank.rows(`
  select (select coalesce(sum(amount_cents), 0)::int from donations where fund_id = $2) as given,
         (select coalesce(sum(p.amount_cents), 0)::int from payments p join bank_transactions t on t.id = p.transaction_id join bank_statements s on s.id = t.statement_id where s.iban = $3) as paid,
         (select coalesce(string_agg(status, ' ' order by id), '') from debit_instructions where creditor_id = $1 and status <> 'planned') as debits`, [creditor, fund, iban])

async function invoiceOf(name: string, rest: Readonly<Record<string, unknown>> = {}): Promise<{ readonly id: number; readonly number: string; readonly debtor: number }> {
  const debtor = await bank.build.person(name, rest)
  await bank.build.subscription(debtor, await bank.build.add('subscription-types', { title: `Contributie ${name}`, priceCents: 5_000, period: 'year' }), { startDate: collected })
  const { invoiceSubscriptions } = await import('../../src/operations/invoiceSubscriptions')
  await invoiceSubscriptions(await bank.reqNow(), collected)
  const [invoice] = await bank.rows<{ id: number; number: string }>('select id, number from invoices where debtor_id = $1', [debtor])
  return { id: invoice?.id ?? 0, number: invoice?.number ?? '', debtor }
}

/** A line that nobody recognises, of the day of collection. */
async function lineOf(amount: number, rest: Parameters<typeof credit>[1] = {}, wishes: Parameters<BankStories['atTheBank']>[0] = {}): Promise<{ readonly world: World; readonly line: number }> {
  const world = await bank.atTheBank(wishes)
  world.bank.book(credit(amount, { description: 'onbekend', ...rest }))
  await bank.importDay(world, collected)
  return { world, line: await openLine(world) }
}

describe('a line that a person books', () => {
  it('is split over an invoice, a gift and a ledger account', async () => {
    const { world, line } = await lineOf(8_000)
    const invoice = await invoiceOf('Splitser')
    await book(line, [
      { kind: 'invoicePayment', invoice: invoice.id, amountCents: cents(5_000) }, { kind: 'donation', fund: world.fund, donor: invoice.debtor, amountCents: cents(2_500) },
      { kind: 'ledger', ledgerAccount: ledger, amountCents: cents(500) },
    ])
    expect(await lines(world)).toMatchObject([{ status: 'processed', kind: 'several' }])
    expect(await bank.rows('select open_cents::int as open, status from invoices where id = $1', [invoice.id])).toEqual([{ open: 0, status: 'paid' }])
    expect(await bank.rows('select amount_cents::int as amount, donor_id as donor, transaction_id as line from donations where fund_id = $1', [world.fund])).toEqual([{ amount: 2_500, donor: invoice.debtor, line }])
    await undo(line)
    expect(await bank.rows('select open_cents::int as open, status from invoices where id = $1', [invoice.id])).toEqual([{ open: 5_000, status: 'open' }])
    expect(await books(world)).toEqual([{ given: 0, paid: 0, debits: '' }])
    await book(line, [{ kind: 'donation', fund: world.fund, amountCents: cents(8_000) }])
    await undo(line)
    await book(line, [{ kind: 'donation', fund: world.fund, amountCents: cents(8_000) }])
    expect(await books(world)).toEqual([{ given: 8_000, paid: 0, debits: '' }])
  })

  it('may bring less than what it is for, when somebody kept charges', async () => {
    const { world, line } = await lineOf(10_000)
    const invoice = await invoiceOf('Ingehouden')
    await book(line, [
      { kind: 'invoicePayment', invoice: invoice.id, amountCents: cents(5_000) }, { kind: 'donation', fund: world.fund, amountCents: cents(5_150) }, { kind: 'ledger', ledgerAccount: ledger, amountCents: cents(-150) },
    ])
    expect(await books(world)).toEqual([{ given: 5_150, paid: 5_000, debits: '' }])
    await undo(line)
    expect(await books(world)).toEqual([{ given: 0, paid: 0, debits: '' }])
  })

  it.each([
    ['nothing', [], 'PARTS_MISSING'],
    ['less than the line', [{ kind: 'ledger', ledgerAccount: 1, amountCents: 700 }], 'PARTS_DIFFER'],
    ['the same thing twice', [{ kind: 'ledger', ledgerAccount: 1, amountCents: 400 }, { kind: 'ledger', ledgerAccount: 1, amountCents: 400 }], 'PARTS_REPEAT'],
    ['a part of nothing', [{ kind: 'ledger', ledgerAccount: 1, amountCents: 800 }, { kind: 'ledger', ledgerAccount: 2, amountCents: 0 }], 'PART_IS_NOTHING'],
    ['an invoice that is none', [{ kind: 'invoicePayment', invoice: 999_999, amountCents: 800 }], 'PART_UNKNOWN_INVOICE'],
    ['a debit that was not collected', [{ kind: 'return', instruction: 999_999, amountCents: 800 }], 'PART_NOT_COLLECTED'],
  ] as const)('is refused as %s', async (_what, parts, code) => {
    const { world, line } = await lineOf(800)
    await expect(book(line, parts.map((part) => ({ ...part, amountCents: cents(part.amountCents) })))).rejects.toMatchObject({ code })
    expect(await lines(world)).toMatchObject([{ status: 'open', kind: null }])
  })

  it('is booked once, whoever tries again', async () => {
    const { world, line } = await lineOf(800)
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => book(line, [{ kind: 'donation', fund: world.fund, amountCents: cents(800) }])))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await books(world)).toEqual([{ given: 800, paid: 0, debits: '' }])
  })
})

describe('undoing what was booked (A37, Q24)', () => {
  it('a total: every payment and gift is taken back exactly, and the batch waits again; then it is booked anew', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 500], invoiceCents: 10_000, instalments: 4 })
    await bank.importDay(world, collected)
    const before = await books(world)
    const [total] = await lines(world)
    await undo(total?.id ?? 0)
    expect(await books(world)).toEqual([{ given: 0, paid: 0, debits: 'submitted submitted submitted' }])
    expect(await bank.invoiceOf(world)).toMatchObject({ open: 10_000, status: 'open' })
    expect(await bank.batchStatus(world)).toEqual(['submitted'])
    expect(await lines(world)).toMatchObject([{ status: 'open', kind: null }])
    await acceptProposals(await req(), {})
    expect(await lines(world)).toMatchObject([{ status: 'open', kind: null }])
    const { assignGroup } = await import('../../src/operations/judgeLine')
    const [group] = await bank.rows<{ id: number }>('select g.id from debit_batch_groups g join debit_batches b on b.id = g.batch_id where b.creditor_id = $1', [world.creditor])
    await assignGroup(await req(), { line: total?.id ?? 0, group: group?.id ?? 0 })
    expect(await books(world)).toEqual(before)
    expect(await bank.batchStatus(world)).toEqual(['processed'])
  })

  it('a return: the debit is collected again, and a mandate that was blocked for it is free; not once it was tried again', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const [one] = await bank.instructionsOf(world)
    await bank.importDay(world, collected)
    world.bank.sendBack(one?.endToEndId ?? '', 'MD06', addDays(collected, 2))
    await bank.importDay(world, addDays(collected, 2))
    const back = (await lines(world)).at(-1)?.id ?? 0
    const mandate = () => bank.rows('select m.status, m.return_points::int as points from mandates m where m.creditor_id = $1', [world.creditor])
    expect(await mandate()).toEqual([{ status: 'blocked', points: 3 }])
    await expect(undo((await lines(world))[0]?.id ?? 0)).rejects.toMatchObject({ code: 'UNDO_RETURNED' })
    await undo(back)
    expect(await books(world)).toEqual([{ given: 1_000, paid: 0, debits: 'collected' }])
    expect(await mandate()).toEqual([{ status: 'active', points: 0 }])
    await book(back, [{ kind: 'return', instruction: one?.id ?? 0, amountCents: cents(-1_000) }])
    expect(await books(world)).toEqual([{ given: 0, paid: 0, debits: 'returned' }])
    expect(await mandate()).toEqual([{ status: 'blocked', points: 3 }])
  })

  it('a return that was tried again says so', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const [one] = await bank.instructionsOf(world)
    await bank.importDay(world, collected)
    world.bank.sendBack(one?.endToEndId ?? '', 'AM04', addDays(collected, 2))
    await bank.importDay(world, addDays(collected, 2))
    const today = addDays(collected, 3)
    await retryInstruction(await reqOn(kring.payload, today, treasurer), { instruction: one?.id ?? 0, today, now: new Date(`${today}T08:00:00Z`) })
    await expect(undo((await lines(world)).at(-1)?.id ?? 0)).rejects.toMatchObject({ code: 'UNDO_RETRIED' })
    await expect(undoImport(await req(), await importOf(world), '')).rejects.toMatchObject({ code: 'UNDO_RETRIED' })
  })
})

describe('an import that is undone as a whole', () => {
  it('leaves books as if it had never been, and can be read again', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 500], invoiceCents: 10_000 })
    const [one] = await bank.instructionsOf(world)
    world.bank.sendBack(one?.endToEndId ?? '', 'MD06', collected)
    world.bank.book(credit(700, { description: 'los' }))
    const text = world.bank.statement(collected)
    await bank.importText(text)
    const before = await books(world)
    await undoImport(await req(), await importOf(world), 'Verkeerd bestand')
    expect(await books(world)).toEqual([{ given: 0, paid: 0, debits: 'submitted submitted submitted' }])
    expect((await lines(world)).map(({ status }) => status)).toEqual(['undone', 'undone', 'undone'])
    await expect(undoImport(await req(), await importOf(world), '')).rejects.toMatchObject({ code: 'IMPORT_UNDONE' })
    expect(await bank.importText(text)).toMatchObject({ matched: { batchTotals: 1, returns: 1 }, statements: [{ newLines: 3, hold: 'none' }] })
    expect(await books(world)).toEqual(before)
  })

  it('says what stands in the way: a line that was booked by hand, a later file, a return that came since', async () => {
    const { world, line } = await lineOf(800, {}, { pledges: [1_000] })
    await book(line, [{ kind: 'ledger', ledgerAccount: ledger, amountCents: cents(800) }])
    const first = await importOf(world)
    await expect(undoImport(await req(), first, '')).rejects.toMatchObject({ code: 'UNDO_BY_HAND', params: { count: 1 } })
    await undo(line)
    const [one] = await bank.instructionsOf(world)
    world.bank.sendBack(one?.endToEndId ?? '', 'AM04', addDays(collected, 1))
    await bank.importDay(world, addDays(collected, 1))
    await expect(undoImport(await req(), first, '')).rejects.toMatchObject({ code: 'UNDO_RETURNED', params: { count: 1 } })
    await undoImport(await req(), await importOf(world), '')
    await undoImport(await req(), first, '')
    expect(await books(world)).toEqual([{ given: 0, paid: 0, debits: 'submitted' }])
  })
})

describe('what is proposed for a line', () => {
  it('several invoices that are the amount together; accepted with one press', async () => {
    const [one, two] = [await invoiceOf('Eerste'), await invoiceOf('Tweede')]
    const { line } = await lineOf(10_000, { description: `facturen ${one.number} en ${two.number}` })
    expect(await proposals(line)).toMatchObject([{ why: 'severalInvoices', certainty: 'likely', parts: [{ invoice: one.id }, { invoice: two.id }] }])
    expect(await acceptProposals(await req(), { lines: [line] })).toMatchObject({ accepted: [line] })
    expect(await bank.rows('select status from invoices where id in ($1, $2)', [one.id, two.id])).toEqual([{ status: 'paid' }, { status: 'paid' }])
  })

  it('a part of an invoice is likely, more than it has open is not', async () => {
    const invoice = await invoiceOf('Deelbetaler')
    const { line } = await lineOf(2_000, { description: `factuur ${invoice.number}` })
    expect(await proposals(line)).toMatchObject([{ why: 'invoicePart', certainty: 'likely' }])
    const more = await lineOf(6_000, { description: `factuur ${invoice.number}` })
    expect(await proposals(more.line)).toMatchObject([{ why: 'invoiceOverpaid', certainty: 'unsure' }])
  })

  it('the open invoice of whose account it is, and not twice the same', async () => {
    const iban = testIban(61_001)
    const invoice = await invoiceOf('Rekeninghouder', { bankAccounts: [{ iban }] })
    const [one, two] = [await lineOf(5_000, { counterIban: iban, bankRef: 'A' }), await lineOf(5_000, { counterIban: iban, bankRef: 'B' })]
    expect(await proposals(one.line)).toMatchObject([{ why: 'accountInvoice', certainty: 'likely', parts: [{ invoice: invoice.id, amountCents: 5_000 }] }])
    expect((await acceptProposals(await req(), { lines: [one.line, two.line] })).accepted).toEqual([one.line])
    expect(await proposals(two.line)).toEqual([])
  })

  it('a pledge that is paid by transfer, and afterwards the fund that was given to', async () => {
    const iban = testIban(61_002)
    const donor = await bank.build.person('Overboeker', { bankAccounts: [{ iban }] })
    const fund = await bank.build.fund('Overboekfonds')
    const pledge = await bank.build.pledge(donor, fund, { paymentMethod: 'transfer', startDate: collected, amountCents: 1_500, frequency: 'monthly' })
    const { line } = await lineOf(1_500, { counterIban: iban })
    expect(await proposals(line)).toMatchObject([{ why: 'accountPledge', certainty: 'likely', parts: [{ kind: 'donation', fund, pledge, donor }] }])
    await acceptProposals(await req(), { lines: [line] })
    const other = await lineOf(9_900, { counterIban: iban })
    expect(await proposals(other.line)).toMatchObject([{ why: 'accountGaveBefore', certainty: 'unsure', parts: [{ fund, donor }] }])
  })

  it('the ledger account that a person chose before', async () => {
    const first = await lineOf(-350, { description: 'Kosten betaalrekening januari' })
    await book(first.line, [{ kind: 'ledger', ledgerAccount: ledger, amountCents: cents(-350) }])
    const { line } = await lineOf(-375, { description: 'Kosten betaalrekening februari' })
    expect(await proposals(line)).toMatchObject([{ why: 'ledgerBefore', certainty: 'likely', parts: [{ kind: 'ledger', ledgerAccount: ledger, amountCents: -375 }] }])
  })

  it('a return with the charges of the bank in it', async () => {
    const world = await bank.atTheBank({ pledges: [5_000] })
    await kring.payload.update({ collection: 'creditors', id: world.creditor, data: { chargesAccount: ledger } })
    const [one] = await bank.instructionsOf(world)
    await bank.importDay(world, collected)
    world.bank.book(credit(-5_300, { bookingDate: addDays(collected, 1), valueDate: addDays(collected, 1), endToEndId: one?.endToEndId, returnReason: 'AM04', isReversal: true }))
    await bank.importDay(world, addDays(collected, 1))
    const line = await openLine(world)
    expect(await proposals(line)).toMatchObject([{ why: 'returnWithCosts', certainty: 'likely', parts: [{ kind: 'return', amountCents: -5_000 }, { kind: 'ledger', amountCents: -300 }] }])
    await acceptProposals(await req(), { lines: [line] })
    expect(await books(world)).toEqual([{ given: 0, paid: 0, debits: 'returned' }])
    expect(await bank.rows('select return_reason as why from debit_instructions where id = $1', [one?.id])).toEqual([{ why: 'AM04' }])
  })
})

describe('a payment reference', () => {
  it('of an invoice pays exactly what is open, of a pledge is a gift for it, with spaces and small letters', async () => {
    const invoice = await invoiceOf('Kenmerk')
    const donor = await bank.build.person('Kenmerkgever')
    const fund = await bank.build.fund('Kenmerkfonds')
    const pledge = await bank.build.pledge(donor, fund, { paymentMethod: 'transfer', startDate: collected, amountCents: 1_500, frequency: 'monthly' })
    const [{ number } = { number: 0 }] = await bank.rows<{ number: number }>('select number::int from pledges where id = $1', [pledge])
    const world = await bank.atTheBank({})
    const spaced = paymentReference('pledge', number).toLowerCase().replace(/(.{4})/g, '$1 ')
    world.bank.book(credit(5_000, { description: `Kenmerk ${paymentReference('invoice', invoice.number)}`, bankRef: '1' }))
    world.bank.book(credit(1_234, { description: `Kenmerk ${spaced}`, bankRef: '2' }))
    world.bank.book(credit(1_300, { description: `Kenmerk ${paymentReference('pledge', number).replace(/^RF../, 'RF00')}`, bankRef: '3' }))
    await bank.importDay(world, collected)
    expect((await lines(world)).map(({ kind }) => kind)).toEqual(['invoicePayment', 'donation', null])
    expect(await bank.rows('select pledge_id as pledge, donor_id as donor, amount_cents::int as amount from donations where fund_id = $1', [fund])).toEqual([{ pledge, donor, amount: 1_234 }])
  })
})

describe('what a hostile or careless file says', () => {
  const mt940 = (iban: string, text: string, amount: string) => [
    ':20:1', `:25:${iban} EUR`, ':28C:1', ':60F:C260315EUR1000,00', `:61:260316${amount}N541NONREF//X${text.length}`, `:86:${text}`, `:62F:C260316EUR${amount.startsWith('D') ? '990,00' : '1010,00'}`, '-', '',
  ].join('\r\n')

  it('a debit by others with a reference like ours is no return of ours, unless the bank calls it one', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    await bank.importDay(world, collected)
    const [one] = await bank.instructionsOf(world)
    world.bank.book(credit(-1_000, { bookingDate: addDays(collected, 1), valueDate: addDays(collected, 1), endToEndId: one?.endToEndId, code: 'RDDT/ESDD' }))
    world.bank.book(credit(-1_000, { bookingDate: addDays(collected, 1), valueDate: addDays(collected, 1), endToEndId: one?.endToEndId, description: 'incasso door een ander' }))
    expect((await bank.importDay(world, addDays(collected, 1))).matched.returns).toBe(0)
    expect(await bank.statusesOf(world)).toEqual(['collected'])
    expect(await proposals(await openLine(world))).toMatchObject([{ why: 'returnUnmarked', certainty: 'unsure' }])
  })

  it('a payer who writes the reference of our batch joins no total', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const [group] = await bank.rows<{ id: string }>('select payment_information_id as id from debit_batch_groups g join debit_batches b on b.id = g.batch_id where b.creditor_id = $1', [world.creditor])
    for (const text of [`/EREF/x/PREF/${group?.id}/NAME/J. Slim/REMI/gift`, `/CNTP/NL91ABNA0417164300/ABNANL2A/J. Slim///PREF/${group?.id}/REMI/gift`]) {
      await bank.importText(mt940(world.iban, text, 'C10,00').replace(':28C:1', `:28C:${text.length}`))
    }
    expect(await bank.rows('select count(*)::int as n from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 and t.group_id is not null', [world.iban])).toEqual([{ n: 0 }])
    expect(await bank.statusesOf(world)).toEqual(['submitted'])
  })

  it('the same statement in other words brings nothing twice', async () => {
    const world = await bank.atTheBank({})
    await kring.payload.update({ collection: 'funds', id: world.fund, data: { bankMatchLines: `boom ${world.fund}` } })
    world.bank.book(credit(1_000, { description: `gift boom ${world.fund}` }))
    const text = world.bank.statement(collected)
    await bank.importText(text)
    await expect(bank.importText(text.replace(`gift boom ${world.fund}`, `Gift boom ${world.fund}`))).rejects.toMatchObject({ code: 'STATEMENT_DUPLICATE' })
    const renamed = await bank.importText(text.replace(`gift boom ${world.fund}`, `Gift boom ${world.fund}`).replace(/<Stmt><Id>[^<]*/, '<Stmt><Id>ANDERS'))
    expect(renamed.matched.donations).toBe(0)
    expect(await bank.given(world)).toEqual([1_000])
  })

  it('a real second gift in the next statement of the day is kept beside the first, for a person', async () => {
    const world = await bank.atTheBank({})
    const { writeCamt053 } = await import('../../src/formats/camt053Write')
    const gift = credit(1_000, { description: 'gift' })
    for (const [id, openingCents] of [['A', 0], ['B', 1_000]] as const) await bank.importText(writeCamt053({ iban: world.iban, id, openingCents: cents(openingCents), openingDate: collected, closingDate: collected, entries: [gift] }))
    const found = await bank.rows<{ id: number; twin: number | null }>('select t.id, t.twin_id as twin from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 order by t.id', [world.iban])
    expect(found).toMatchObject([{ twin: null }, { twin: found[0]?.id }])
  })
})

describe('what hangs together', () => {
  it('a file that leans on another is undone first', async () => {
    const world = await bank.atTheBank({})
    world.bank.book(credit(500, { description: 'een' }))
    const first = world.bank.statement(collected)
    await bank.importText(first)
    const one = await importOf(world)
    const second = world.bank.statement(addDays(collected, 1))
    const both = first.replace('</BkToCstmrStmt>', `${/<Stmt>[\s\S]*<\/Stmt>/.exec(second)?.[0] ?? ''}</BkToCstmrStmt>`)
    await bank.importText(both)
    await expect(undoImport(await req(), one, '')).rejects.toMatchObject({ code: 'UNDO_LATER_FILE' })
    await undoImport(await req(), await importOf(world), '')
    await undoImport(await req(), one, '')
  })

  it('a mandate that another return blocks stays blocked when one is undone', async () => {
    const world = await bank.atTheBank({})
    const donor = await bank.build.person('Dubbel terug')
    const mandate = await bank.build.mandate(world.creditor, donor)
    for (const amountCents of [700, 800]) await bank.build.pledge(donor, world.fund, { mandate, startDate: collected, amountCents, frequency: 'once' })
    const { generateInstructions } = await import('../../src/operations/generateInstructions')
    const { announced } = await import('../setup/bankWorld')
    await generateInstructions(await bank.reqNow(), { today: announced, until: collected })
    await bank.handOver(world.creditor, world.bank)
    await bank.importDay(world, collected)
    const [one, two] = await bank.instructionsOf(world)
    for (const [back, reason] of [[one, 'MD06'], [two, 'MS02']] as const) world.bank.sendBack(back?.endToEndId ?? '', reason, addDays(collected, 1))
    await bank.importDay(world, addDays(collected, 1))
    const back = (await lines(world)).filter(({ kind }) => kind === 'return')
    await undo(back[1]?.id ?? 0)
    expect(await bank.rows('select status from mandates where id = $1', [mandate])).toEqual([{ status: 'blocked' }])
    await undo(back[0]?.id ?? 0)
    expect(await bank.rows('select status from mandates where id = $1', [mandate])).toEqual([{ status: 'active' }])
  })

  it('an invoice whose debit is at the bank is no likely proposal', async () => {
    const world = await bank.atTheBank({ invoiceCents: 5_000 })
    const [{ number } = { number: '' }] = await bank.rows<{ number: string }>('select i.number from invoices i join mandates m on m.id = i.mandate_id where m.creditor_id = $1', [world.creditor])
    world.bank.book(credit(2_000, { description: `deel ${number}`, bookingDate: addDays(collected, -1), valueDate: addDays(collected, -1) }))
    await bank.importDay(world, addDays(collected, -1))
    expect(await proposals(await openLine(world))).toMatchObject([{ why: 'invoicePart', certainty: 'unsure' }])
  })

  it('a payout takes its own amount and no other', async () => {
    const { line } = await lineOf(100)
    const [payout] = await bank.rows<{ id: number }>("insert into online_payouts (provider, provider_reference, amount_cents, cost_cents, status) values ('trial', 'po_x', 100000, 0, 'open') returning id")
    await expect(book(line, [{ kind: 'payout', payout: payout?.id ?? 0, amountCents: cents(100) }])).rejects.toMatchObject({ code: 'PART_OTHER_PAYOUT' })
  })
})
