import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { classOfReturn } from '../../src/domain/returnWindow'
import type { StatementEntry } from '../../src/formats/camt053Write'
import { acceptProposals } from '../../src/operations/acceptProposals'
import { lineWork } from '../../src/operations/lineWork'
import { refuseInstructions } from '../../src/operations/refuseInstructions'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { takeOnlineEvent } from '../../src/operations/takeOnlineEvent'
import { undoBooking } from '../../src/operations/undoBooking'
import { undoImport } from '../../src/operations/undoImport'
import { failedInstructions } from '../../src/store/failedInstructions'
import { readConnection } from '../../src/store/transaction'
import { statementsOf, writeStatements, type BankFormat } from '../bank/accountHistory'
import { writeCamt054 } from '../bank/camt054Write'
import { dialectFiles } from '../formats/mt940Fixtures'
import { bankStories, collected, credit, type BankStories, type InstructionRow, type World } from '../setup/bankWorld'
import { reqOn, testIban } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { giftPaidOnline, newsOf, paymentEvent } from '../setup/onlineWorld'

let kring: BootedPayload
let bank: BankStories
let treasurer: { readonly id: number }

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
  treasurer = await bank.build.user('penningmeester', { role: 'finance' })
})
afterAll(() => kring.destroy())

const req = () => reqOn(kring.payload, addDays(collected, 30), treasurer)
const next = (days: number): LocalDate => addDays(collected, days)
const on = (bookingDate: LocalDate, entry: StatementEntry): StatementEntry => ({ ...entry, bookingDate, valueDate: bookingDate })
const keyOf = async ({ creditor }: World): Promise<string> => (await bank.rows<{ id: string }>('select payment_information_id as id from debit_batch_groups g join debit_batches b on b.id = g.batch_id where b.creditor_id = $1', [creditor]))[0]?.id ?? ''
const totalLine = async (world: World, amount: number, rest: Partial<StatementEntry> = {}): Promise<StatementEntry> => credit(amount, { pmtInfId: await keyOf(world), code: 'IDDT/ESDD', ...rest })
const backLine = ({ endToEndId, amount }: InstructionRow, returnReason: string, rest: Partial<StatementEntry> = {}): StatementEntry =>
  on(next(2), credit(-amount, { endToEndId, returnReason, code: 'IDDT/UPDD', isReversal: true, ...rest }))
const sorted = (entries: readonly StatementEntry[]) => entries.toSorted((a, b) => (a.bookingDate < b.bookingDate ? -1 : 1))
/** A file of the account with these lines, and how it opens. */
const fileOf = ({ iban }: World, entries: readonly StatementEntry[], { format = 'camt08', openingCents = 100_000, from = next(-1), until = next(20), isDaily = false }: { readonly format?: BankFormat; readonly openingCents?: number; readonly from?: LocalDate; readonly until?: LocalDate; readonly isDaily?: boolean } = {}) =>
  writeStatements(statementsOf({ iban, openingCents: cents(openingCents), entries: sorted(entries) }, { from, until, isDaily }), format)
const read = async (...given: Parameters<typeof fileOf>) => bank.importText(fileOf(...given))
const linesAt = ({ iban }: World) => bank.rows<{ id: number; amount: number; status: string; kind: string | null; twin: number | null }>(
  'select t.id, t.amount_cents::int as amount, t.status, t.kind, t.twin_id as twin from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 order by t.id', [iban])
const openAt = async (world: World) => (await linesAt(world)).filter(({ status }) => status === 'open')
const work = async (line: number | undefined) => lineWork(await req(), line ?? 0)
const balanceOf = async ({ iban }: World) => (await bank.rows<{ closing: number }>('select closing_cents::int as closing from bank_statements where iban = $1 order by closing_date desc limit 1', [iban]))[0]?.closing
const statesOf = async (world: World) => (await bank.instructionsOf(world)).map(({ status, reason }) => [status, reason])
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
const ten = { pledges: Array.from({ length: 10 }, () => 2_500) }

describe('sepa §9: less came in than was asked for', () => {
  it('sepa §9: 225.00 of 250.00 -> no match, 25.00 too little, and each of the ten could be it; one is marked -> nine are paid', async () => {
    const world = await bank.atTheBank(ten)
    expect((await read(world, [await totalLine(world, 22_500)])).matched.batchTotals).toBe(0)
    const [line] = await openAt(world)
    const { difference } = await work(line?.id)
    expect({ ...difference, candidates: difference?.candidates.map((set) => set.length) }).toMatchObject({ differenceCents: 2_500, candidates: Array.from({ length: 10 }, () => 1), isComplete: true })
    const fourth = (await bank.instructionsOf(world))[3]
    expect(await refuseInstructions(await req(), { instructions: [fourth?.id ?? 0], reason: 'AC04', today: next(1) })).toMatchObject({ batchTotals: 1 })
    expect(await statesOf(world)).toEqual(Array.from({ length: 10 }, (_, index) => (index === 3 ? ['rejected', 'AC04'] : ['collected', null])))
    expect(sum(await bank.given(world))).toBe(22_500)
  })

  it('sepa §9: 50.00 too little of 25/25/50 -> two sets are shown, and none is picked', async () => {
    const world = await bank.atTheBank({ pledges: [2_500, 2_500, 5_000] })
    await read(world, [await totalLine(world, 5_000)])
    const { difference } = await work((await openAt(world))[0]?.id)
    expect(difference?.candidates.map((set) => set.map(({ amountCents }) => amountCents as number)).toSorted((a, b) => a.length - b.length)).toEqual([[5_000], [2_500, 2_500]])
    await acceptProposals(await req(), {})
    expect(await bank.statusesOf(world)).toEqual(['submitted', 'submitted', 'submitted'])
  })
})

describe('sepa §10.1: camt.053 through the import', () => {
  it.each(['camt02', 'camt08'] as const)('sepa §10.1: 1000.00 + 225.00 - 25.00 - 50.00 + 10.00 = 1160.00 (%s): one batch, returns AM04, MD06 and MS02, and a gift', async (format) => {
    const world = await bank.atTheBank({ pledges: [2_500, 2_000, 3_000, 15_000] })
    const [one, two, three] = await bank.instructionsOf(world)
    if (!one || !two || !three) throw new Error('There are too few debits')
    const gift = on(next(2), credit(1_000, { description: 'Gift', counterIban: testIban(5) }))
    expect(await read(world, [await totalLine(world, 22_500), backLine(one, 'AM04'), backLine(two, 'MD06'), backLine(three, 'MS02'), gift], { format })).toMatchObject({ matched: { batchTotals: 1, returns: 3 }, statements: [{ isBalanced: true, hold: 'none' }] })
    expect([await balanceOf(world), (await openAt(world)).map(({ amount }) => amount)]).toEqual([116_000, [1_000]])
    expect(await statesOf(world)).toEqual([['returned', 'AM04'], ['returned', 'MD06'], ['returned', 'MS02'], ['collected', null]])
  })

  it('sepa §10.1: several accounts and days in one file -> each line at its own account', async () => {
    const [one, other] = [await bank.atTheBank({ pledges: [700] }), await bank.atTheBank({ pledges: [800] })]
    const both = await Promise.all([one, other].map(async (world, index) => statementsOf(
      { iban: world.iban, openingCents: cents(5_000), entries: [await totalLine(world, 700 + 100 * index), on(next(1), credit(111 + index, { description: 'los' }))] }, { from: next(0), until: next(1), isDaily: true })))
    expect((await bank.importText(writeStatements(both.flat(), 'camt08'))).matched.batchTotals).toBe(2)
    for (const [index, world] of [one, other].entries()) expect((await linesAt(world)).map(({ amount, kind }) => [amount, kind])).toEqual([[700 + 100 * index, 'batchTotal'], [111 + index, null]])
  })

  it('sepa §10.1: one entry with two returns -> each with its own amount; 53.00 = 50.00 + 3.00 charges -> a return of 50.00 and costs of 3.00', async () => {
    const world = await bank.atTheBank({ pledges: [2_000, 3_000, 5_000] })
    const [one, two, three] = await bank.instructionsOf(world)
    await read(world, [await totalLine(world, 10_000)], { until: collected })
    const detail = (row: InstructionRow | undefined, amount: string, rest = '') => `<TxDtls><Refs><EndToEndId>${row?.endToEndId}</EndToEndId></Refs>${rest || `<Amt Ccy="EUR">${amount}</Amt>`}<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls>`
    const entry = (amount: string, inside: string) => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${next(1)}</Dt></BookgDt><ValDt><Dt>${next(1)}</Dt></ValDt><NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${inside}</NtryDtls></Ntry>`
    const costly = entry('53.00', detail(three, '', '<AmtDtls><InstdAmt><Amt Ccy="EUR">50.00</Amt></InstdAmt></AmtDtls><Chrgs><Rcrd><Amt Ccy="EUR">3.00</Amt></Rcrd></Chrgs>'))
    const empty = fileOf(world, [], { openingCents: 110_000, from: next(1), until: next(1) })
    const file = empty.replace('</Stmt>', `${entry('50.00', detail(one, '20.00') + detail(two, '30.00'))}${costly}</Stmt>`).replace(/(<Cd>CLBD[\s\S]*?<Amt[^>]*>)[\d.]+/, '$1997.00')
    expect(await bank.importText(file)).toMatchObject({ matched: { returns: 3 }, statements: [{ isBalanced: true, lines: 4 }] })
    expect((await linesAt(world)).slice(1).map(({ amount, kind }) => [amount, kind])).toEqual([[-2_000, 'return'], [-3_000, 'return'], [-5_000, 'return'], [-300, null]])
  })

  it('sepa §10.1: what somebody else collects from us is never a return of ours, whatever id it has', async () => {
    const world = await bank.atTheBank({ pledges: [900] })
    const [one] = await bank.instructionsOf(world)
    if (!one) throw new Error('There is no debit')
    expect((await read(world, [await totalLine(world, 900), { ...backLine(one, 'AM04'), code: 'RDDT/ESDD', returnReason: undefined, isReversal: false }])).matched.returns).toBe(0)
    expect(await bank.statusesOf(world)).toEqual(['collected'])
    expect((await work((await openAt(world))[0]?.id)).conflict).toMatchObject({ kind: 'collectedByOthers' })
  })
})

describe('sepa §10.2: camt.054 and camt.053', () => {
  it.each([['054 first', 0], ['053 first', 1]])('sepa §10.2: %s -> three returns once', async (_what, first) => {
    const world = await bank.atTheBank({ pledges: [2_500, 2_500, 1_000, 400] })
    const back = (await bank.instructionsOf(world)).slice(0, 3)
    await read(world, [await totalLine(world, 6_400)], { until: collected })
    const parts = back.map((row, index) => backLine(row, ['AM04', 'MD06', 'MS02'][index] ?? ''))
    const notification = writeCamt054({ iban: world.iban, id: `N${first}`, entries: [{ reference: `VERZAMEL-${first}`, bookingDate: next(2), valueDate: next(2), parts }] })
    const statement = fileOf(world, [on(next(2), credit(-6_000, { bankRef: `VERZAMEL-${first}`, code: 'IDDT/UPDD', isReversal: true, description: 'Storno' }))], { openingCents: 106_400, from: next(1) })
    const files = [notification, statement]
    const found = [(await bank.importText(files[first] ?? '')).matched.returns, (await bank.importText(files[1 - first] ?? '')).matched.returns]
    expect(found).toEqual([0, 1])
    expect(await statesOf(world)).toEqual([['returned', 'AM04'], ['returned', 'MD06'], ['returned', 'MS02'], ['collected', null]])
    expect(sum(await bank.given(world))).toBe(400)
    for (const [index, file] of files.entries()) await expect(bank.importText(file.replace('<GrpHdr>', '<GrpHdr> ')), `file ${index}`).rejects.toMatchObject({ code: 'STATEMENT_DUPLICATE' })
    expect(sum(await bank.given(world))).toBe(400)
  })

  it('R-STO-5: told of before the total, which then comes that much less -> that debit was refused, and the others are paid', async () => {
    const world = await bank.atTheBank({ pledges: [2_500, 5_000] })
    const [one] = await bank.instructionsOf(world)
    if (!one) throw new Error('There is no debit')
    await bank.importText(writeCamt054({ iban: world.iban, id: 'N-NET', entries: [{ reference: 'NET-1', bookingDate: collected, valueDate: collected, parts: [on(collected, backLine(one, 'AM04'))] }] }))
    expect(await statesOf(world)).toEqual([['submitted', null], ['submitted', null]])
    expect((await read(world, [await totalLine(world, 5_000)])).matched).toMatchObject({ batchTotals: 1, returns: 0 })
    expect([await statesOf(world), sum(await bank.given(world))]).toEqual([[['rejected', 'AM04'], ['collected', null]], 5_000])
  })
})

describe('sepa §10.4: MT940 through the import', () => {
  it.each(['ing', 'abnAmro', 'rabobank', 'knab', 'triodos', 'sns'] as const)('sepa §10.4: %s -> batch 225.00 by its key and return AM04 of 25.00, closing 1200.00', async (dialect) => {
    const world = await bank.atTheBank({ pledges: [2_500, 20_000] })
    const [one] = await bank.instructionsOf(world)
    world.bank.sendBack(one?.endToEndId ?? '', 'AM04', collected)
    expect(await bank.importText(world.bank.statement(collected, dialect))).toMatchObject({ format: 'mt940', matched: { batchTotals: 1, returns: 1 }, statements: [{ iban: world.iban, isBalanced: true }] })
    expect([await balanceOf(world), await statesOf(world)]).toEqual([120_000, [['returned', 'AM04'], ['collected', null]]])
    expect(await bank.rows("select why from bank_bookings b join bank_transactions t on t.id = b.transaction_id join bank_statements s on s.id = t.statement_id where s.iban = $1 order by b.id", [world.iban])).toEqual([{ why: 'paymentInformationId' }, { why: 'endToEndId' }])
  })
})

describe('sepa §10.4: banks that write as the others do', () => {
  const asnFile = (dialectFiles['sns'] ?? '').replaceAll('SNSBNL2A', 'ASNBNL21').replace('NL14SNSB0012345678', 'NL70ASNB0012345678')

  it.each([['Van Lanschot', dialectFiles['vanLanschot'] ?? '', 'NL85FVLB0123456789'], ['bunq', dialectFiles['bunq'] ?? '', 'NL10BUNQ2290325473'], ['ASN', asnFile, 'NL70ASNB0012345678']])(
    'sepa §10.4: %s -> batch 225.00 and return AM04 of 25.00, closing 1200.00', async (_bank, file, iban) => {
      const world = await bank.atTheBank({ pledges: [2_500, 20_000] })
      const [one] = await bank.instructionsOf(world)
      const text = file.replaceAll(iban, world.iban).replaceAll('V261123-7K3QX0ZD-1', await keyOf(world)).replaceAll('C000000002003', one?.endToEndId ?? '')
      expect(await bank.importText(text)).toMatchObject({ format: 'mt940', matched: { batchTotals: 1, returns: 1 }, statements: [{ iban: world.iban, isBalanced: true, newLines: 2 }] })
      expect([await balanceOf(world), await statesOf(world)]).toEqual([120_000, [['returned', 'AM04'], ['collected', null]]])
    })

  it('sepa §10.4: four accounts in one file -> each line at its own account', async () => {
    const worlds = [await bank.atTheBank({ pledges: [700] }), await bank.atTheBank({}), await bank.atTheBank({}), await bank.atTheBank({})]
    const files = await Promise.all(worlds.map(async (world, index) => fileOf(world, [index === 0 ? await totalLine(world, 700) : credit(100 + index, { description: `los ${index}` })], { format: 'rabobank' })))
    const taken = await bank.importText(files.join(''))
    expect(taken.statements.map(({ iban, newLines, isBalanced }) => [iban, newLines, isBalanced])).toEqual(worlds.map(({ iban }) => [iban, 1, true]))
    expect(taken.matched.batchTotals).toBe(1)
    expect(await Promise.all(worlds.map(async (world) => (await linesAt(world)).map(({ amount }) => amount)))).toEqual([[700], [101], [102], [103]])
  })
})

describe('sepa §10.5: what came in before', () => {
  const twins = [credit(1_000, { description: 'Gift' }), credit(1_000, { description: 'Gift' })]

  it('sepa §10.5: two equal gifts of 10.00 on a day -> two lines; read again -> none; an overlapping period -> only what is new', async () => {
    const world = await bank.atTheBank({})
    expect((await read(world, twins)).statements).toMatchObject([{ newLines: 2 }])
    await expect(read(world, twins, { isDaily: true, until: collected })).resolves.toMatchObject({ statements: [{ lines: 2, newLines: 0, knownLines: 2 }] })
    expect((await read(world, [...twins, on(next(21), credit(5, { description: 'nieuw' }))], { from: next(-3), until: next(25) })).statements).toMatchObject([{ lines: 3, newLines: 1, knownLines: 2 }])
    expect((await linesAt(world)).map(({ amount }) => amount)).toEqual([1_000, 1_000, 5])
  })

  it.each(['ing', 'abnAmro', 'rabobank'] as const)('sepa §10.5: one movement in camt.053 and in MT940 (%s) -> flagged as perhaps the same, and not booked twice', async (format) => {
    const world = await bank.atTheBank({ pledges: [700] })
    await kring.payload.update({ collection: 'funds', id: world.fund, data: { bankMatchLines: `voor de bomen ${world.fund}` } })
    const gift = credit(1_000, { description: `Gift voor de bomen ${world.fund}`, counterIban: testIban(5), endToEndId: `GIFT${world.fund}` })
    const entries = [await totalLine(world, 700), gift, credit(1_000, { description: 'zomaar', counterIban: testIban(6) })].map((entry, index) => (format === 'ing' ? entry : { ...entry, bankRef: `REF${world.fund}${index}` }))
    await read(world, entries)
    const before = await bank.given(world)
    expect((await read(world, [...entries, on(next(1), credit(5, { description: 'erbij' }))], { format, from: next(-2), until: next(5) })).matched).toEqual({ batchTotals: 0, returns: 0, payouts: 0, invoicePayments: 0, donations: 0 })
    const [first, second, third, ...again] = await linesAt(world)
    expect(again.map(({ amount, status, twin }) => [amount, status, twin])).toEqual([[700, 'open', first?.id], [1_000, 'open', second?.id], [1_000, 'open', third?.id], [5, 'open', null]])
    await acceptProposals(await req(), { lines: again.map(({ id }) => id) })
    expect((await linesAt(world)).slice(3).map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'duplicate', 'open'])
    expect(await bank.given(world)).toEqual(before)
  })

  it('sepa §10.5: a day of which the sum is nothing, in both formats -> flagged all the same', async () => {
    const world = await bank.atTheBank({})
    const entries = [credit(2_500, { description: 'in', counterIban: testIban(5) }), credit(-2_500, { description: 'uit', counterIban: testIban(6) })]
    await read(world, entries, { until: collected })
    await read(world, entries, { until: collected, format: 'ing' })
    expect((await linesAt(world)).map(({ amount, twin }) => [amount, twin !== null])).toEqual([[2_500, false], [-2_500, false], [2_500, true], [-2_500, true]])
  })

  it('sepa §10.5: a statement id that the bank uses again a year later is another statement', async () => {
    const world = await bank.atTheBank({})
    const year = (date: LocalDate, openingCents: number) => fileOf(world, [on(date, credit(100, { description: 'gift' }))], { from: date, until: date, openingCents }).replace(/<Id>\d{8}\.\d+<\/Id>/, '<Id>1</Id>')
    await bank.importText(year(collected, 0))
    expect((await bank.importText(year(day('2026-12-16'), 100))).statements).toMatchObject([{ newLines: 1, hold: 'none' }])
    await expect(bank.importText(year(collected, 0).replace('<GrpHdr>', '<GrpHdr> '))).rejects.toMatchObject({ code: 'STATEMENT_DUPLICATE' })
  })

  it('A41: MT940 and camt.053 are read; the same file again and lines of today are refused', async () => {
    const world = await bank.atTheBank({})
    const [camt, mt940] = [fileOf(world, twins, { until: collected }), fileOf(world, [on(next(1), credit(5, { description: 'gift' }))], { format: 'ing', openingCents: 102_000, from: next(1), until: next(1) })]
    await expect(bank.importText(camt, collected)).rejects.toMatchObject({ code: 'STATEMENT_OF_TODAY' })
    for (const file of [camt, mt940]) {
      expect((await bank.importText(file)).statements).toMatchObject([{ hold: 'none' }])
      await expect(bank.importText(file)).rejects.toMatchObject({ code: 'BANK_FILE_DUPLICATE' })
    }
    expect((await linesAt(world)).map(({ amount }) => amount)).toEqual([1_000, 1_000, 5])
  })
})

describe('sepa §11: the total of a batch', () => {
  it('sepa §11: 225.00 of nine debits, undone -> all nine are reversed exactly; the same file again -> nothing twice', async () => {
    const world = await bank.atTheBank({ pledges: Array.from({ length: 8 }, () => 2_500), invoiceCents: 2_500 })
    await read(world, [await totalLine(world, 22_500)])
    await expect(read(world, [await totalLine(world, 22_500)])).rejects.toMatchObject({ code: 'BANK_FILE_DUPLICATE' })
    expect([sum(await bank.given(world)), (await bank.invoiceOf(world))?.open]).toEqual([20_000, 0])
    await undoBooking(await req(), (await linesAt(world))[0]?.id ?? 0)
    const money = `select o.amount_cents::int + r.amount_cents::int as left, o.received_on = r.received_on as same_day from %s o join %s r on r.reversal_of_id = o.id join debit_instructions i on i.id = o.instruction_id where i.creditor_id = $1`
    const reversed = [...await bank.rows(money.replaceAll('%s', 'donations'), [world.creditor]), ...await bank.rows(money.replaceAll('%s', 'payments'), [world.creditor])]
    expect(reversed).toEqual(Array.from({ length: 9 }, () => ({ left: 0, same_day: true })))
    expect([sum(await bank.given(world)), (await bank.invoiceOf(world))?.open, new Set(await bank.statusesOf(world))]).toEqual([0, 2_500, new Set(['submitted'])])
  })

  it('sepa §11: the same total in another file -> no gift twice', async () => {
    const world = await bank.atTheBank({ pledges: [700, 300] })
    await read(world, [await totalLine(world, 1_000)], { until: collected })
    expect(await read(world, [await totalLine(world, 1_000), on(next(1), credit(5, { description: 'erbij' }))])).toMatchObject({ statements: [{ lines: 2, newLines: 1, knownLines: 1 }], matched: { batchTotals: 0 } })
    expect(await bank.given(world)).toEqual([700, 300])
  })

  it('sepa §11: by the message id, where the file has one group', async () => {
    const world = await bank.atTheBank({ pledges: [700] })
    const [batch] = await bank.rows<{ id: string }>('select message_id as id from debit_batches where creditor_id = $1', [world.creditor])
    expect((await read(world, [credit(700, { description: `Incasso ${batch?.id}` })])).matched.batchTotals).toBe(1)
    expect(await bank.rows("select why from bank_bookings b join debit_batch_groups g on g.id = b.group_id join debit_batches d on d.id = g.batch_id where d.creditor_id = $1", [world.creditor])).toEqual([{ why: 'messageId' }])
  })
})

describe('sepa §12: what comes back', () => {
  const paid = async (amounts: readonly number[]) => {
    const world = await bank.atTheBank({ pledges: amounts })
    await read(world, [await totalLine(world, sum(amounts))], { until: collected })
    const [one] = await bank.instructionsOf(world)
    if (!one) throw new Error('There is no debit')
    return { world, one, later: (entries: readonly StatementEntry[]) => read(world, entries, { openingCents: 100_000 + sum(amounts), from: next(1), until: next(100) }) }
  }

  const failureOf = async ({ endToEndId }: InstructionRow) =>
    (await failedInstructions(readConnection(await req()), { from: collected, until: next(400), search: endToEndId, isAll: true }, { sort: 'date', isDescending: true, offset: 0, limit: 5 }))[0]

  it('sepa §12: AM04 is tried again -> a new debit with an end-to-end id of its own, retry of the first, under the same mandate, RCUR', async () => {
    const { one, later } = await paid([1_000])
    await later([backLine(one, 'AM04')])
    const today = next(4)
    await retryInstruction(await reqOn(kring.payload, today), { instruction: one.id, today, now: new Date(`${today}T08:00:00Z`) })
    expect(await bank.rows('select a.end_to_end_id <> o.end_to_end_id as own_id, a.mandate_id = o.mandate_id as same_mandate, a.sequence_type, a.status from debit_instructions a join debit_instructions o on o.id = a.retry_of_id where o.id = $1', [one.id]))
      .toEqual([{ own_id: true, same_mandate: true, sequence_type: 'RCUR', status: 'planned' }])
  })

  it('sepa §12: a second return of the same debit is a conflict to look at, with the line by which it came back', async () => {
    const { world, one, later } = await paid([1_000])
    expect((await later([backLine(one, 'AM04'), on(next(9), backLine(one, 'MD06', { bankRef: 'nog eens' }))])).matched.returns).toBe(1)
    const [open] = await openAt(world)
    expect((await work(open?.id)).conflict).toMatchObject({ kind: 'returnedBefore', instruction: one.id, date: next(2), earlierLine: (await linesAt(world))[1]?.id })
    expect(await bank.given(world)).toEqual([1_000, -1_000])
  })

  it('sepa §12: without an end-to-end id of ours, by mandate and amount', async () => {
    const { world, one, later } = await paid([1_000, 700])
    const [mandate] = await bank.rows<{ reference: string }>('select mandate_reference as reference from debit_instructions where id = $1', [one.id])
    expect((await later([backLine({ ...one, endToEndId: 'VAN DE ANDERE BANK' }, 'MD06', { mandateId: mandate?.reference })])).matched.returns).toBe(1)
    expect(await statesOf(world)).toEqual([['returned', 'MD06'], ['collected', null]])
  })

  it('sepa §12: AC07 is a code that nobody knows -> it is stored, and a person decides', async () => {
    const { world, one, later } = await paid([1_000])
    await later([backLine(one, 'AC07')])
    expect(await statesOf(world)).toEqual([['returned', 'AC07']])
    expect(await bank.rows('select m.status, m.return_points::int as points from mandates m where creditor_id = $1', [world.creditor])).toEqual([{ status: 'active', points: 0 }])
    await expect(retryInstruction(await reqOn(kring.payload, next(4)), { instruction: one.id, today: next(4), now: new Date(`${next(4)}T08:00:00Z`) })).rejects.toMatchObject({ code: 'RETRY_REASON_UNKNOWN' })
  })

  it('sepa §13: a success code with a credit makes no return', async () => {
    const { world, one, later } = await paid([1_000])
    expect((await later([on(next(2), credit(1_000, { endToEndId: one.endToEndId, returnReason: '0000' }))])).matched.returns).toBe(0)
    expect(await bank.statusesOf(world)).toEqual(['collected'])
    expect((await openAt(world)).map(({ amount }) => amount)).toEqual([1_000])
  })

  it('sepa §12: MD01 after the 8 weeks -> a return for want of a mandate, within its 13 months, and an alarm', async () => {
    const { one, later } = await paid([1_000])
    await later([on(next(70), backLine(one, 'MD01'))])
    const failed = await failureOf(one)
    expect(failed).toMatchObject({ reason: 'MD01', status: 'returned', returnedOn: next(70), task: 'newMandate' })
    expect(failed && classOfReturn({ ...failed, collectedOn: failed.collectionDate, bookedOn: failed.returnedOn })).toEqual({ kind: 'moi', isAlarm: true })
  })

  it('sepa §12.1: MD07 -> the debtor died: no more mail, and never tried again', async () => {
    const { one, later } = await paid([1_000])
    await later([backLine(one, 'MD07')])
    expect(await failureOf(one)).toMatchObject({ reasonTitle: 'Betaler overleden', task: 'stopMailings', mandateStatus: 'terminated' })
    await expect(retryInstruction(await reqOn(kring.payload, next(4)), { instruction: one.id, today: next(4), now: new Date(`${next(4)}T08:00:00Z`) })).rejects.toMatchObject({ code: 'RETRY_REASON_FORBIDS' })
  })
})

describe('what cannot be undone any more (A37, Q24)', () => {
  it('a return by which a mandate ended', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const [one] = await bank.instructionsOf(world)
    if (!one) throw new Error('There is no debit')
    await read(world, [await totalLine(world, 1_000), backLine(one, 'MD07')])
    const back = (await linesAt(world))[1]?.id ?? 0
    await expect(undoBooking(await req(), back)).rejects.toMatchObject({ code: 'UNDO_MANDATE_ENDED', params: { count: 1 } })
    expect(await statesOf(world)).toEqual([['returned', 'MD07']])
  })

  it('a payout of which a payment was given back', async () => {
    const world = await bank.atTheBank({})
    const request = await req()
    await kring.payload.update({ collection: 'creditors', id: world.creditor, data: { chargesAccount: await bank.build.add('ledger-accounts', { code: '4710', title: 'Kosten van betalen' }) } })
    await giftPaidOnline(request, { fund: world.fund, payer: await bank.build.person('Gever'), today: collected })
    expect((await read(world, [on(next(1), credit(2_465, { description: 'Uitbetaling po_gift' }))])).matched.payouts).toBe(1)
    await takeOnlineEvent(request, 'trial', paymentEvent('tr_gift', newsOf(2_500, collected, next(5)).refunded))
    await expect(undoBooking(request, (await linesAt(world))[0]?.id ?? 0)).rejects.toMatchObject({ code: 'UNDO_REFUNDED', params: { count: 1 } })
  })

  it('a notification by which a line was booked', async () => {
    const world = await bank.atTheBank({ pledges: [2_500, 500] })
    const back = await bank.instructionsOf(world)
    await read(world, [await totalLine(world, 3_000)], { until: collected })
    const entry = { reference: 'VERZAMEL-UNDO', bookingDate: next(2), valueDate: next(2), parts: back.map((row) => backLine(row, 'AM04')) }
    const { id } = await bank.importText(writeCamt054({ iban: world.iban, id: 'N-UNDO', entries: [entry] }))
    await read(world, [on(next(2), credit(-3_000, { bankRef: entry.reference, code: 'IDDT/UPDD', isReversal: true, description: 'Storno' }))], { openingCents: 103_000, from: next(1) })
    expect(await statesOf(world)).toEqual([['returned', 'AM04'], ['returned', 'AM04']])
    await expect(undoImport(await req(), id, 'Verkeerd')).rejects.toMatchObject({ code: 'UNDO_DETAILS_USED', params: { count: 2 } })
  })
})
