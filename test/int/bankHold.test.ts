import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { writeCamt053, type StatementEntry } from '../../src/formats/camt053Write'
import { confirmStatement } from '../../src/operations/confirmStatement'
import { bankStories, collected, credit, type BankStories, type World } from '../setup/bankWorld'
import { reqOn } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let bank: BankStories
let user: { readonly id: number }

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
  user = await bank.build.user('bevestiger', { role: 'finance' })
})
afterAll(() => kring.destroy())

type Told = { readonly opening?: number; readonly closing?: number; readonly date?: LocalDate; readonly from?: LocalDate; readonly entries?: readonly StatementEntry[] }

/** What the bank says of a day: it opens at 10.00 and closes at what adds up, unless told otherwise. */
const told = ({ iban }: World, id: string, { opening = 1_000, closing, date = collected, from = addDays(date, -1), entries = [] }: Told): string => writeCamt053({
  iban, id, openingCents: cents(opening), openingDate: from, closingDate: date, entries: entries.map((entry) => ({ ...entry, bookingDate: entry.bookingDate === collected ? date : entry.bookingDate })),
  ...(closing === undefined ? {} : { closingCents: cents(closing) }),
})

const holdOf = async (text: string) => (await bank.importText(text)).statements.map(({ hold }) => hold)
const confirm = async (statement: number, by: { readonly id: number } | undefined = user) => confirmStatement(await reqOn(kring.payload, addDays(collected, 9), by), statement)
const statementsOf = ({ iban }: World) => bank.rows<{ id: number; hold: string; isConfirmed: boolean }>('select id, hold, confirmed_at is not null as "isConfirmed" from bank_statements where iban = $1 order by id', [iban])

describe('a statement that does not balance', () => {
  it('is kept, but nothing of it is booked until somebody confirms it, also not by what happens meanwhile', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 500] })
    const text = world.bank.statement(collected).replace(/(<Cd>CLBD[\s\S]*?<Amt[^>]*>)[\d.]+/, '$11234.56')
    const { statements: [kept], matched } = await bank.importText(text)
    expect(kept).toMatchObject({ isBalanced: false, hold: 'unbalanced', newLines: 1, knownLines: 0 })
    expect(matched).toEqual({ batchTotals: 0, returns: 0, payouts: 0, invoicePayments: 0, donations: 0 })
    await bank.importDay(await bank.atTheBank({ pledges: [700] }), collected)
    expect(await bank.statusesOf(world)).toEqual(['submitted', 'submitted'])
    expect(await bank.linesOf(world)).toEqual([{ amount: 1_500, status: 'open', kind: null }])

    expect(await confirm(kept?.id ?? 0)).toMatchObject({ batchTotals: 1 })
    expect(await bank.given(world)).toEqual([1_000, 500])
    expect(await statementsOf(world)).toMatchObject([{ hold: 'unbalanced', isConfirmed: true }])
    expect(await bank.rows('select confirmed_by_id as by from bank_statements where id = $1', [kept?.id])).toEqual([{ by: user.id }])
  })

  it('makes room for a better file of the same statement, which brings only what was missing', async () => {
    const world = await bank.atTheBank({})
    const [one, other] = [credit(500, { description: 'eerste' }), credit(700, { description: 'tweede' })]
    const worse = told(world, 'HERSTELD', { closing: 2_200, entries: [one] })
    expect((await bank.importText(worse)).statements).toMatchObject([{ hold: 'unbalanced', newLines: 1 }])
    await expect(bank.importText(worse)).rejects.toMatchObject({ code: 'BANK_FILE_DUPLICATE' })
    const better = told(world, 'HERSTELD', { closing: 2_200, entries: [one, other] })
    expect((await bank.importText(better)).statements).toMatchObject([{ hold: 'none', isBalanced: true, newLines: 1, knownLines: 1 }])
    await expect(bank.importText(better)).rejects.toMatchObject({ code: 'BANK_FILE_DUPLICATE' })
    await expect(bank.importText(better.replace('<GrpHdr>', '<GrpHdr> '))).rejects.toMatchObject({ code: 'STATEMENT_DUPLICATE' })
    expect(await bank.linesOf(world)).toHaveLength(2)
  })

  it('keeps gifts, returns and payments waiting as well', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const [one] = await bank.instructionsOf(world)
    await bank.importDay(world, collected)
    await kring.payload.update({ collection: 'funds', id: world.fund, data: { bankMatchLines: `wachtende gift ${bank.storyNumber()}` } })
    const entries = [credit(-1_000, { endToEndId: one?.endToEndId, returnReason: 'AM04', isReversal: true }), credit(300, { description: `wachtende gift ${bank.storyNumber()}` })]
    const { statements: [kept], matched } = await bank.importText(told(world, 'FOUT', { opening: 101_000, closing: 1, date: addDays(collected, 1), entries }))
    expect([kept?.hold, matched]).toEqual(['unbalanced', { batchTotals: 0, returns: 0, payouts: 0, invoicePayments: 0, donations: 0 }])
    expect(await confirm(kept?.id ?? 0)).toMatchObject({ returns: 1, donations: 1 })
  })

  it('is confirmed once, by somebody, and only when it waits', async () => {
    const world = await bank.atTheBank({})
    const [wrong, right] = [await bank.importText(told(world, 'A', { closing: 5 })), await bank.importText(told(world, 'B', { opening: 5, date: addDays(collected, 1) }))]
    const [waiting, fine] = [wrong.statements[0]?.id ?? 0, right.statements[0]?.id ?? 0]
    await expect(confirm(2_000_000_000)).rejects.toMatchObject({ code: 'STATEMENT_UNKNOWN' })
    await expect(confirm(fine)).rejects.toMatchObject({ code: 'STATEMENT_NOT_WAITING' })
    await expect(confirmStatement(await bank.reqNow(), waiting)).rejects.toMatchObject({ code: 'LOGIN_FIRST' })
    const both = await Promise.allSettled([confirm(waiting), confirm(waiting)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(confirm(waiting)).rejects.toMatchObject({ code: 'STATEMENT_NOT_WAITING' })
    await expect(bank.rows("update bank_statements set hold = 'none' where id = $1", [waiting])).rejects.toMatchObject({ constraint: 'bank_statements_confirmed' })
  })
})

describe('a statement and the one before it', () => {
  const gift = credit(100, { description: 'gift' })
  const days = [0, 1, 2, 3].map((more) => addDays(collected, more))

  it.each<readonly [string, readonly Told[], readonly string[]]>([
    ['the first of an account', [{ opening: 77 }], ['none']],
    ['one that opens where the last closed', [{ entries: [gift] }, { opening: 1_100, date: days[1] }], ['none', 'none']],
    ['one that opens elsewhere', [{ entries: [gift] }, { opening: 1_101, date: days[1] }], ['none', 'gap']],
    ['one that opens where an older one closed', [{}, { date: days[1], entries: [gift] }, { opening: 1_000, date: days[2] }], ['none', 'none', 'gap']],
    ['a second of the same day', [{ entries: [gift] }, { opening: 1_100, entries: [credit(5, { description: 'later' })] }], ['none', 'none']],
    ['a second of the same day that does not fit', [{ entries: [gift] }, { opening: 1_000, entries: [credit(5, { description: 'later' })] }], ['none', 'gap']],
    ['a longer period over days that are here', [{}, { date: days[1], entries: [gift] }, { from: addDays(collected, 0), date: days[2], entries: [{ ...gift, bookingDate: days[1] ?? collected }, { ...gift, bookingDate: days[2] ?? collected }] }], ['none', 'none', 'none']],
    ['one from before the first', [{ date: days[2] }, { opening: 5, date: days[0] }], ['none', 'none']],
  ])('%s is held only when they do not fit', async (_what, statements, holds) => {
    const world = await bank.atTheBank({})
    const found: string[] = []
    for (const [index, one] of statements.entries()) found.push(...await holdOf(told(world, `S${index}`, one)))
    expect(found).toEqual(holds)
  })

  it('waits for a day that was passed over, and is booked by itself when that comes', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const [monday, tuesday] = [addDays(collected, -1), collected]
    await bank.importText(told(world, 'VRIJDAG', { opening: 100_000, date: addDays(collected, -2) }))
    world.bank.book(credit(200, { bookingDate: monday, valueDate: monday, description: 'iets' }))
    const files = [world.bank.statement(monday), world.bank.statement(tuesday)] as const
    expect(await holdOf(files[1])).toEqual(['gap'])
    expect(await bank.statusesOf(world)).toEqual(['submitted'])
    expect((await bank.importText(files[0])).matched).toMatchObject({ batchTotals: 1 })
    expect(await statementsOf(world)).toMatchObject([{ hold: 'none' }, { hold: 'none', isConfirmed: false }, { hold: 'none' }])
    expect(await bank.statusesOf(world)).toEqual(['collected'])
  })

  it('may come in one file, in any order', async () => {
    const world = await bank.atTheBank({})
    await bank.importText(told(world, 'EERST', { date: addDays(collected, -1) }))
    const [first, second] = [told(world, 'A', { entries: [gift] }), told(world, 'B', { opening: 1_100, date: addDays(collected, 1) })]
    const inner = (text: string) => /<Stmt>[\s\S]*<\/Stmt>/.exec(text)?.[0] ?? ''
    expect(await holdOf(first.replace(inner(first), inner(second) + inner(first)))).toEqual(['none', 'none'])
  })
})

describe('equal lines in one file', () => {
  it('are counted over all its statements of the account, and known when the file comes with another name', async () => {
    const world = await bank.atTheBank({})
    const twin = credit(100, { description: 'tweeling' })
    const [a, b] = [told(world, 'A', { entries: [twin] }), told(world, 'B', { opening: 1_100, entries: [twin] })]
    const inner = (text: string) => /<Stmt>[\s\S]*<\/Stmt>/.exec(text)?.[0] ?? ''
    const file = a.replace(inner(a), inner(a) + inner(b))
    expect((await bank.importText(file)).statements).toMatchObject([{ newLines: 1, knownLines: 0 }, { newLines: 1, knownLines: 0 }])
    const again = file.replaceAll('>A<', '>C<').replaceAll('>B<', '>D<')
    expect((await bank.importText(again)).statements).toMatchObject([{ newLines: 0, knownLines: 1 }, { newLines: 0, knownLines: 1 }])
    expect(await bank.linesOf(world)).toHaveLength(2)
  })
})
