import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { outstandingRows, outstandingSums, type OutstandingFilter, type OutstandingRow } from '../../src/store/outstanding'
import { readConnection } from '../../src/store/transaction'
import { apiOf, mistakesIn } from '../setup/api'
import { reqOn } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { failedDebits, type FailedStories } from '../setup/failedDebits'

let kring: BootedPayload
let stories: FailedStories

beforeAll(async () => {
  kring = await bootPayload()
  stories = failedDebits(kring.payload)
})
afterAll(() => kring.destroy())

const all = { kinds: ['invoice', 'pledge'], follow: 'all' } as const satisfies OutstandingFilter
const rowsOn = async (today: string, filter: Partial<OutstandingFilter> = {}): Promise<readonly OutstandingRow[]> =>
  outstandingRows(readConnection(await reqOn(kring.payload, day(today))), day(today), { ...all, ...filter }, { sort: 'since', isDescending: false, offset: 0, limit: 100 })
const sumsOn = async (today: string, filter: Partial<OutstandingFilter> = {}) => outstandingSums(readConnection(await reqOn(kring.payload, day(today))), day(today), { ...all, ...filter })
const told = (rows: readonly OutstandingRow[]) => rows.map(({ since, days, openCents }) => `${since} ${days} ${openCents / 100}`)

/** Somebody with a name of their own, so that a search finds them alone. */
let names = 0
async function somebody() {
  const { donor, mandate, creditor, fund } = await stories.donorAtOwnCreditor()
  const name = `Wie${String.fromCodePoint(65 + Math.floor(names / 26), 65 + (names += 1) % 26)}`
  await kring.payload.update({ collection: 'relations', id: donor, data: { lastName: name } })
  return { donor, mandate, creditor, fund, name }
}

/** An open invoice that its debtor pays by transfer. */
async function dueOn(dueDate: string, amountCents = 5_000) {
  const who = await somebody()
  const invoice = await stories.invoice(who.donor, who.mandate, amountCents, { dueDate })
  await stories.rows('update invoices set mandate_id = null where id = $1', [invoice])
  return { ...who, invoice }
}

describe('ages', () => {
  it.each([
    ['the day itself is not late', '2028-02-29', '2028-02-29', []],
    ['over a leap day', '2028-01-31', '2028-03-01', ['upTo30']],
    ['31 days over a leap day', '2028-01-31', '2028-03-02', ['upTo60']],
    ['over the last of February of another year', '2027-01-31', '2027-03-02', ['upTo30']],
    ['60 days', '2027-01-30', '2027-03-31', ['upTo60']],
    ['61 days', '2027-01-30', '2027-04-01', ['upTo90']],
    ['90 days', '2027-01-31', '2027-05-01', ['upTo90']],
    ['91 days', '2027-01-31', '2027-05-02', ['over90']],
    ['a year from a leap day', '2028-02-29', '2029-03-01', ['over90']],
  ] as const)('%s', async (_, dueDate, today, expected) => {
    const { name } = await dueOn(dueDate)
    const sums = await sumsOn(today, { search: name })
    expect(Object.entries(sums).filter(([, { count }]) => count > 0).map(([age]) => age)).toEqual(expected)
    for (const age of expected) expect(told(await rowsOn(today, { search: name, age }))).toHaveLength(1)
  })
})

describe('invoices', () => {
  it('count with what is open of them, and no longer once they are paid', async () => {
    const { name, invoice } = await dueOn('2026-03-31')
    const pay = (amountCents: number) => stories.rows("insert into payments (received_on, invoice_id, amount_cents) values ('2026-04-01', $1, $2)", [invoice, amountCents])
    await pay(2_000)
    expect(told(await rowsOn('2026-04-10', { search: name }))).toEqual(['2026-03-31 10 30'])
    await pay(3_000)
    expect(await rowsOn('2026-04-10', { search: name })).toEqual([])
  })

  it('are left alone while a debit takes care of them, and say so', async () => {
    const { donor, mandate, name, creditor } = await somebody()
    await stories.invoice(donor, mandate, 8_000, { dueDate: '2026-02-20' })
    const debits = async () => (await rowsOn('2026-02-25', { search: name, follow: 'debit' })).map(({ openCents, underWayCents, awaitsDebit }) => [openCents, underWayCents, awaitsDebit])
    expect(await debits()).toEqual([[8_000, 0, true]])
    await stories.generate('2026-02-10', '2026-03-02')
    expect(await debits()).toEqual([[8_000, 8_000, false]])
    expect(await rowsOn('2026-02-25', { search: name })).toEqual([])
    await stories.rows("update mandates set status = 'blocked' where id = $1", [mandate])
    expect({ debits: await debits(), open: told(await rowsOn('2026-02-25', { search: name })) }).toEqual({ debits: [], open: ['2026-02-20 5 80'] })
    expect(await stories.rows("select status from debit_instructions where creditor_id = $1", [creditor])).toEqual([{ status: 'planned' }])
  })

  it('are open for the part that came back, beside what is still under way', async () => {
    const { ids, invoice, debtor } = await stories.returnedInvoice(10_000, 2, 'AM04')
    await stories.rows("update relations set last_name = 'Deelterug', display_name = 'Deelterug' where id = $1", [debtor])
    expect(told(await rowsOn('2026-03-10', { search: 'Deelterug' }))).toEqual(['2026-03-02 8 100'])
    await retryInstruction(await reqOn(kring.payload, day('2026-03-10')), { instruction: ids[0] ?? 0, today: day('2026-03-10'), now: new Date('2026-03-10T08:00:00Z') })
    expect((await rowsOn('2026-03-10', { search: 'Deelterug' })).map(({ id, openCents, underWayCents }) => [id, openCents, underWayCents])).toEqual([[invoice, 5_000, 5_000]])
  })
})

describe('pledges', () => {
  it('on direct debit count with what failed, until that is tried again or given in another way, the oldest first', async () => {
    const { donor, mandate, fund, creditor, name } = await somebody()
    const pledge = await stories.build.pledge(donor, fund, { mandate, startDate: '2026-01-31', frequency: 'monthly', endDate: '2026-03-01' })
    await stories.generate('2026-01-10', '2026-02-28')
    await stories.rows("update debit_instructions set collection_date = '2026-03-02' where pledge_id = $1", [pledge])
    const ids = await stories.collect(creditor)
    await stories.sendBack(ids, 'AM04')
    const found = () => rowsOn('2026-03-10', { search: name })
    expect(told(await found())).toEqual(['2026-01-31 38 20'])
    await stories.rows("insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source) values ('2026-03-06', $1, $2, $3, 1200, 'bank')", [donor, fund, pledge])
    expect(told(await found())).toEqual(['2026-02-28 10 8'])
const again = retryInstruction(await reqOn(kring.payload, day('2026-03-10')), { instruction: ids[1] ?? 0, today: day('2026-03-10'), now: new Date('2026-03-10T08:00:00Z') })
    await expect(again).rejects.toMatchObject({ code: 'RETRY_NOTHING_OPEN' })
    await stories.rows("update relations set deceased_on = '2026-03-09' where id = $1", [donor])
    expect(await found()).toEqual([])
  })

  it('by transfer count with what fell due and was not given, at the amount of each day', async () => {
    const { donor, fund, name } = await somebody()
    const pledge = await stories.build.pledge(donor, fund, { startDate: '2026-01-31', frequency: 'monthly', amountCents: 1_000 })
    const found = async (today: string) => told(await rowsOn(today, { search: name }))
    await stories.rows("insert into pledge_changes (pledge_id, from_date, amount_cents) values ($1, '2026-03-01', 1500)", [pledge])
    expect([await found('2026-01-30'), await found('2026-01-31'), await found('2026-02-28'), await found('2026-03-30'), await found('2026-03-31')])
      .toEqual([[], ['2026-01-31 0 10'], ['2026-01-31 28 20'], ['2026-01-31 58 20'], ['2026-01-31 59 35']])
    const give = (amountCents: number, named: number | null) => stories.rows("insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source) values ('2026-03-10', $1, $2, $3, $4, 'bank')", [donor, fund, named, amountCents])
    await give(1_000, pledge)
    expect(await found('2026-03-31')).toEqual(['2026-02-28 31 25'])
    await give(500, null)
    expect(await found('2026-03-31')).toEqual(['2026-02-28 31 20'])
    await give(2_000, pledge)
    expect(await found('2026-03-31')).toEqual([])
    expect(await found('2026-04-30')).toEqual(['2026-04-30 0 15'])
    await kring.payload.update({ collection: 'pledges', id: pledge, data: { endDate: '2026-04-30', endReason: 'Gestopt' } })
    expect(await found('2026-06-30')).toEqual([])
  })

  it('that were promised once by transfer, and those of every quarter', async () => {
    const { donor, fund, name } = await somebody()
    await stories.build.pledge(donor, fund, { startDate: '2026-02-15', frequency: 'once', amountCents: 7_000 })
    expect(told(await rowsOn('2027-02-15', { search: name }))).toEqual(['2026-02-15 365 70'])
    const other = await somebody()
    await stories.build.pledge(other.donor, other.fund, { startDate: '2026-11-30', frequency: 'quarterly', amountCents: 1_000 })
    expect(told(await rowsOn('2027-02-27', { search: other.name }))).toEqual(['2026-11-30 89 10'])
    expect(told(await rowsOn('2027-02-28', { search: other.name }))).toEqual(['2026-11-30 90 20'])
  })
})

describe('following up', () => {
  it('shows the last contact, and comes back on the day that was agreed', async () => {
    const { name, invoice } = await dueOn('2026-03-31')
    const states = async (today: string) => Promise.all((['new', 'again', 'todo', 'all'] as const).map(async (follow) => (await rowsOn(today, { search: name, follow })).length))
    expect(await states('2026-04-10')).toEqual([1, 0, 1, 1])
    const req = await reqOn(kring.payload, day('2026-04-10'))
    const add = (data: object) => kring.payload.create({ collection: 'follow-ups', data: { invoice, channel: 'call', ...data } as never, req })
    await add({ onDate: '2026-03-20', note: 'Over iets anders' })
    expect(await states('2026-04-10')).toEqual([1, 0, 1, 1])
    await add({ onDate: '2026-04-10', note: 'Betaalt volgende week', nextDate: '2026-04-18' })
    expect([await states('2026-04-17'), await states('2026-04-18')]).toEqual([[0, 0, 0, 1], [0, 1, 1, 1]])
    expect((await rowsOn('2026-04-17', { search: name }))[0]?.followUp).toEqual({ onDate: '2026-04-10', channel: 'call', note: 'Betaalt volgende week', nextDate: '2026-04-18', by: null })
  })

  it('is about one thing that whoever notes it may see, by them, not in the future, and with a later day to look again', async () => {
    const [finance, fundraising] = [await stories.build.user('finance', { role: 'finance' }), await stories.build.user('fundraising', { role: 'fundraising' })]
    const { invoice, donor, fund } = await dueOn('2026-03-31')
    const pledge = await stories.build.pledge(donor, fund, { startDate: '2026-02-15', frequency: 'once' })
    const usual = { onDate: '2026-04-01', channel: 'mail' }
    const post = (user: { readonly token: string }, data: object) => apiOf(kring, user.token).post('/follow-ups', { ...usual, ...data })
    const made = await post(finance, { invoice, relation: 1, notedBy: fundraising.id })
    expect({ status: made.status, doc: made.body.doc }).toMatchObject({ status: 201, doc: { relation: donor, notedBy: finance.id, invoice } })
    expect((await post(fundraising, { pledge })).body.doc).toMatchObject({ relation: donor, notedBy: fundraising.id })
    expect((await apiOf(kring, fundraising.token).patch(`/follow-ups/${made.body.doc.id}`, { note: 'Toch niet' })).status).toBe(403)
    expect((await apiOf(kring, finance.token).patch(`/follow-ups/${made.body.doc.id}`, { note: 'Belt terug' })).body.doc).toMatchObject({ note: 'Belt terug', notedBy: finance.id })
    const gone = 'Deze factuur of toezegging bestaat niet, of je mag haar niet zien. Ververs de pagina.'
    const refused = async (user: { readonly token: string }, data: object) => mistakesIn(await post(user, data)).map(({ path, message }) => [path, message])
    expect(await refused(finance, {})).toEqual([['invoice', expect.stringContaining('precies één van de twee')]])
    expect(await refused(finance, { invoice, pledge })).toEqual([['invoice', expect.stringContaining('precies één van de twee')]])
    expect(await refused(finance, { invoice: 2_000_000_000 })).toEqual([['invoice', gone]])
    expect(await refused(fundraising, { invoice })).toEqual([['invoice', gone]])
    expect(await refused(finance, { invoice, onDate: '2999-01-01' })).toEqual([['onDate', expect.stringContaining('of eerder gebeurd')]])
    expect(await refused(finance, { invoice, nextDate: '2026-04-01' })).toEqual([['nextDate', expect.stringContaining('Kies een latere dag')]])
    await expect(stories.rows("insert into follow_ups (on_date, relation_id, invoice_id, channel, next_date) values ('2026-04-02', $1, $2, 'call', '2026-04-02')", [donor, invoice])).rejects.toMatchObject({ constraint: 'follow_ups_again' })
  })

  it('leaves out what somebody may not see', async () => {
    const { name, donor, fund } = await dueOn('2026-03-31')
    await stories.build.pledge(donor, fund, { startDate: '2026-02-15', frequency: 'once' })
    const kindsOf = async (kinds: OutstandingFilter['kinds']) => (await rowsOn('2026-04-10', { search: name, kinds })).map(({ kind }) => kind)
    expect([await kindsOf(['invoice', 'pledge']), await kindsOf(['pledge']), await kindsOf(['invoice']), await kindsOf([])]).toEqual([['pledge', 'invoice'], ['pledge'], ['invoice'], []])
  })
})
