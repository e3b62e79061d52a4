import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { reminderLetters, sendReminders } from '../../src/operations/sendReminders'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { countAwaitingDebit, countRemindable, remindable } from '../../src/store/reminders'
import { readConnection } from '../../src/store/transaction'
import { reqOn, rowsOf } from '../setup/builders'
import { collectingStories, type CollectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let collecting: CollectingStories
let stories = 0

beforeAll(async () => {
  kring = await bootPayload()
  collecting = collectingStories(kring.payload)
})
afterAll(() => kring.destroy())

type Data = Readonly<Record<string, unknown>>
const start = day('2026-01-01')
/** Fourteen days after the invoice. */
const due = day('2026-01-15')
const req = (on: LocalDate) => reqOn(kring.payload, on)
const rows = <Row extends Data>(query: string, values: readonly unknown[] = []) => rowsOf<Row>(kring.payload, query, values)
const steps = async (invoice: number, on: LocalDate) => (await remindable(readConnection(await req(on)), on, { invoices: [invoice] })).map(({ stepPosition }) => stepPosition)
const remind = async (invoice: number, on: LocalDate) => sendReminders(await req(on), { invoices: [invoice], today: on })

async function invoiced({ person = {}, isDebit = false }: { readonly person?: Data; readonly isDebit?: boolean } = {}) {
  stories += 1
  const { creditor, donor, mandate } = await collecting.donorAtOwnCreditor()
  if (Object.keys(person).length > 0) await kring.payload.update({ collection: 'relations', id: donor, data: person })
  const type = await collecting.build.add('subscription-types', { title: `Lid ${stories}`, priceCents: 6_000, period: 'year' })
  const subscription = await collecting.build.subscription(donor, type, { startDate: start, ...(isDebit ? { mandate } : {}) })
  await invoiceSubscriptions(await req(start), start)
  return { id: (await rows<{ id: number }>('select id from invoices where subscription_id = $1', [subscription]))[0]?.id ?? 0, creditor, mandate, donor }
}

describe('a reminder', () => {
  it('R-REM-2: comes each step once, in order, so many days after the one before', async () => {
    const { id } = await invoiced()
    expect(await steps(id, due)).toEqual([])
    expect(await steps(id, addDays(due, 6))).toEqual([])
    expect(await steps(id, addDays(due, 7))).toEqual([1])
    expect(await remind(id, addDays(due, 7))).toMatchObject({ mailed: 1, letters: [], left: [], settled: 0 })
    expect(await remind(id, addDays(due, 7))).toMatchObject({ mailed: 0, settled: 1 })
    expect(await steps(id, addDays(due, 20))).toEqual([])
    expect(await steps(id, addDays(due, 21))).toEqual([2])
    await remind(id, addDays(due, 30))
    expect(await steps(id, addDays(due, 300))).toEqual([])
    expect(await rows('select reminder_count, last_reminded_on::text as last from invoices where id = $1', [id])).toEqual([{ reminder_count: 2, last: addDays(due, 30) }])
  })

  it('says what is open at that moment, as text and not as HTML', async () => {
    const { id } = await invoiced({ person: { firstName: '<b>Jan</b>' } })
    await rows("insert into payments (invoice_id, amount_cents, received_on) values ($1, 2000, '2026-01-10')", [id])
    await remind(id, addDays(due, 7))
    const [mail] = await rows<{ subject: string; body: string; number: string }>('select m.subject, m.body, i.number from mails m join invoices i on i.id = m.invoice_id where i.id = $1', [id])
    expect(mail?.subject).toBe(`Herinnering: factuur ${mail?.number}`)
    expect(mail?.body).toContain('€ 40,00')
    expect(mail?.body).toContain('&lt;b&gt;Jan')
    expect(await rows('select open_cents::int as open, mail_id is not null as has_mail from reminders where invoice_id = $1', [id])).toEqual([{ open: 4_000, has_mail: true }])
  })

  it('is never sent for what is paid or credited', async () => {
    const { id } = await invoiced()
    await rows("insert into payments (invoice_id, amount_cents, received_on) values ($1, 6000, '2026-01-10')", [id])
    expect(await steps(id, addDays(due, 60))).toEqual([])
  })

  it('R-REM-1: never while a debit is planned or under way, again after a storno', async () => {
    const { id, creditor } = await invoiced({ isDebit: true })
    expect(await steps(id, addDays(due, 60))).toEqual([])
    expect(await countAwaitingDebit(readConnection(await req(due)), addDays(due, 60))).toBe(1)
    await collecting.generate(start, '2026-02-28')
    expect(await steps(id, addDays(due, 60))).toEqual([])
    await collecting.batch(creditor, start)
    expect(await steps(id, addDays(due, 60))).toEqual([])
    const [instruction] = await rows<{ id: number }>('select id from debit_instructions where invoice_id = $1', [id])
    for (const status of ['submitted', 'collected', 'returned']) {
      await rows('update debit_instructions set status = $2 where id = $1', [instruction?.id, status])
      if (status !== 'collected') expect(await steps(id, addDays(due, 60))).toEqual(status === 'returned' ? [1] : [])
    }
    expect(await countAwaitingDebit(readConnection(await req(due)), addDays(due, 60))).toBe(0)
  })

  it('does not wait for a debit that cannot go: under a blocked mandate, or a dormant one', async () => {
    const [blocked, dormant] = [await invoiced({ isDebit: true }), await invoiced({ isDebit: true })]
    await collecting.generate(start, '2026-02-28')
    expect([await steps(blocked.id, addDays(due, 60)), await steps(dormant.id, addDays(due, 60))]).toEqual([[], []])
    await rows("update mandates set status = 'blocked' where id = $1", [blocked.mandate])
    await rows("update mandates set signed_on = '2022-12-31' where id = $1", [dormant.mandate])
    expect([await steps(blocked.id, addDays(due, 60)), await steps(dormant.id, addDays(due, 60))]).toEqual([[1], [1]])
  })

  it('is found by name, number and step, in the order that was asked, a page at a time', async () => {
    const [first, second] = [await invoiced({ person: { lastName: 'Zoekbaar100%' } }), await invoiced({ person: { lastName: 'Zoekbaar100%' } })]
    await rows('insert into payments (invoice_id, amount_cents, received_on) values ($1, 1000, $2)', [first.id, start])
    const tx = readConnection(await req(due))
    const on = addDays(due, 7)
    const found = async (asked: Parameters<typeof remindable>[2]) => (await remindable(tx, on, { search: 'zoekbaar100%', ...asked })).map(({ invoice }) => invoice)
    expect(await found({ sort: 'amount' })).toEqual([second.id, first.id])
    expect([await found({ sort: 'number', limit: 1 }), await found({ sort: 'number', offset: 1, limit: 1 })]).toEqual([[first.id], [second.id]])
    const counts = await countRemindable(tx, on, { search: 'zoekbaar100%' })
    expect(counts).toMatchObject({ found: 2, steps: [{ title: 'Herinnering' }] })
    expect(counts.count).toBe((await remindable(tx, on)).length)
    expect(await countRemindable(tx, on, { search: 'zoekbaar1__%' })).toMatchObject({ found: 0 })
    expect(await found({ step: 2_000_000_000 })).toEqual([])
  })

  it('keeps the words of a step that was used', async () => {
    const { id } = await invoiced()
    await remind(id, addDays(due, 7))
    const [step] = await rows<{ id: number }>('select id from reminder_steps where position = 1')
    const update = (data: Data) => kring.payload.update({ collection: 'reminder-steps', id: step?.id ?? 0, data })
    await expect(update({ body: 'Andere woorden' })).rejects.toMatchObject({ data: { errors: [{ path: 'body', message: expect.stringContaining('maak een nieuwe stap') }] } })
    await update({ afterDays: 7, title: 'Herinnering' })
  })

  it('is one, however many send it at the same time', async () => {
    const { id } = await invoiced()
    const answers = await Promise.all(Array.from({ length: 4 }, () => remind(id, addDays(due, 7))))
    expect(answers.map(({ mailed }) => mailed).toSorted()).toEqual([0, 0, 0, 1])
    expect(await rows('select count(*)::int as count from reminders where invoice_id = $1', [id])).toEqual([{ count: 1 }])
  })

  it('tells whom it cannot reach: nobody is passed over silently', async () => {
    const [{ id: unreachable }, { id: ofTheDead, donor }] = [await invoiced({ person: { emails: [] } }), await invoiced()]
    await kring.payload.update({ collection: 'relations', id: donor, data: { deceasedOn: '2026-01-02' } })
    expect(await remind(unreachable, addDays(due, 7))).toMatchObject({ mailed: 0, left: [{ invoice: unreachable, reason: 'noMailAddress' }] })
    expect(await remind(ofTheDead, addDays(due, 7))).toMatchObject({ mailed: 0, left: [{ invoice: ofTheDead, reason: 'debtorGone' }] })
    expect(await steps(unreachable, addDays(due, 7))).toEqual([1])
  })

  it('is a letter where the step says so, to print again at any time', async () => {
    const third = await collecting.build.add('reminder-steps', { position: 3, title: 'Aanmaning', afterDays: 10, channel: 'letter', subject: 'Aanmaning {nummer}', body: 'Beste {naam}, betaal {openstaand}.' })
    const { id } = await invoiced()
    for (const days of [7, 21]) await remind(id, addDays(due, days))
    const { letters, mailed } = await remind(id, addDays(due, 31))
    expect({ mailed, count: letters.length }).toEqual({ mailed: 0, count: 1 })
    expect(await rows('select step_id, channel, mail_id from reminders where id = $1', [letters[0]])).toEqual([{ step_id: third, channel: 'letter', mail_id: null }])
    const print = async () => reminderLetters(readConnection(await req(due)), letters)
    const [first, again] = [await print(), await print()]
    expect(first.bytes.equals(again.bytes)).toBe(true)
    await expect(reminderLetters(readConnection(await req(due)), [2_000_000_000])).rejects.toMatchObject({ code: 'LETTERS_GONE' })
  })

  it('names only words that are filled in', async () => {
    await expect(collecting.build.add('reminder-steps', { position: 9, title: 'Fout', afterDays: 5, channel: 'mail', subject: 'Factuur {nr}', body: 'x' })).rejects.toMatchObject({
      data: { errors: [{ path: 'subject', message: expect.stringContaining('{nr}') }] } })
  })
})
