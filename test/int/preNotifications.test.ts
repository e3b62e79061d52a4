import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, type LocalDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { noticeState, type Notice, type NoticeState } from '../../src/domain/preNotification'
import { announceDebits, type AnnounceDebits } from '../../src/operations/announceDebits'
import { changeMandate } from '../../src/operations/changeMandate'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { noticeCounts, noticeStates } from '../../src/store/noticeStates'
import { announceWithInvoices, debitsToAnnounce } from '../../src/store/preNotifications'
import { inTransaction } from '../../src/store/transaction'
import { reqOn, rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { debitMonths, type Months } from '../setup/debitMonths'

let kring: BootedPayload
let months: ReturnType<typeof debitMonths>

beforeAll(async () => {
  kring = await bootPayload()
  months = debitMonths(kring.payload)
})
afterAll(() => kring.destroy())

const today = day('2026-11-21')
const until = day('2027-02-28')
const generate = async (on: LocalDate = today) => generateInstructions(await reqOn(kring.payload, on), { today: on, until })
const announce = async ({ creditor }: Months, rest: Partial<AnnounceDebits> = {}) => announceDebits(await reqOn(kring.payload, today), { creditor, until, channel: 'mail', today, ...rest })
const countsOf = async ({ creditor }: Months) => inTransaction(await reqOn(kring.payload, today), (tx) => noticeCounts(tx, creditor, until))
const mailsTo = (donor: number) => rowsOf<{ subject: string; body: string }>(kring.payload, 'select m.subject, m.body from mails m join pre_notifications n on n.mail_id = m.id where n.debtor_id = $1 group by m.id order by m.id', [donor])
const noticesOf = (donor: number) => rowsOf(kring.payload, 'select amount_cents::int as amount, first_date::text as first, every_months as every, channel, debtor_iban as iban from pre_notifications where debtor_id = $1 order by id', [donor])

/** A donor who gives ten euros a month from 15 December on, planned until the end of February. */
async function monthly(rest: Readonly<Record<string, unknown>> = {}) {
  const story = await months.begin()
  const pledge = await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: '2026-12-15', ...rest })
  await generate()
  return { ...story, pledge }
}

describe('announcing debits (R-PL-7, sepa §6.4)', () => {
  it('tells a series once, in one mail with the facts and the proof', async () => {
    const story = await monthly()
    expect(await countsOf(story)).toEqual({ announced: 0, late: 0, stale: 0, missing: 3 })
    expect(await announce(story)).toEqual({ announced: 1, waitForLetter: 0 })
    expect(await countsOf(story)).toEqual({ announced: 3, late: 0, stale: 0, missing: 0 })
    expect(await announce(story)).toEqual({ announced: 0, waitForLetter: 0 })
    const mails = await mailsTo(story.donor)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.body).toContain('vanaf 15 dec 2026 elke maand: € 10,00')
    expect(mails[0]?.body).toMatch(/Mandaatnummer M-\d+, incassant-ID NL51ZZZ405365330000/)
    expect(await noticesOf(story.donor)).toMatchObject([{ amount: 1_000, first: '2026-12-15', every: 1, channel: 'mail' }])
    expect(await rowsOf(kring.payload, "select count(*)::int as jobs from pgboss.job where name = 'send-mail' and data->>'mail' in (select mail_id::text from pre_notifications where debtor_id = $1)", [story.donor])).toEqual([{ jobs: 1 }])
  })

  it('tells again when the amount changes from a date, and only about what follows', async () => {
    const story = await monthly()
    await announce(story)
    await months.build.add('pledge-changes', { pledge: story.pledge, fromDate: '2027-01-01', amountCents: 1_500 })
    await generate()
    expect(await countsOf(story)).toEqual({ announced: 1, late: 0, stale: 2, missing: 0 })
    await announce(story)
    expect(await countsOf(story)).toEqual({ announced: 3, late: 0, stale: 0, missing: 0 })
    expect((await noticesOf(story.donor)).map(({ amount, first }) => [amount, first])).toEqual([[1_000, '2026-12-15'], [1_500, '2027-01-15']])
  })

  it('tells again when the account changes', async () => {
    const story = await monthly()
    await announce(story)
    await changeMandate(await reqOn(kring.payload, today), { mandate: story.mandate, iban: 'NL44RABO0123456789', today })
    expect(await countsOf(story)).toMatchObject({ stale: 3 })
    await announce(story)
    expect(await countsOf(story)).toMatchObject({ announced: 3 })
    expect((await mailsTo(story.donor))[1]?.body).toContain('NL44…6789')
  })

  it('tells of a day that a person moved, and not of the shift of a weekend', async () => {
    const story = await monthly({ startDate: '2026-12-12' })
    await announce(story)
    expect(await countsOf(story)).toEqual({ announced: 3, late: 0, stale: 0, missing: 0 })
    await rowsOf(kring.payload, "update debit_instructions set collection_date = '2027-01-20' where mandate_id = $1 and original_collection_date = '2027-01-12'", [story.mandate])
    expect(await countsOf(story)).toEqual({ announced: 2, late: 0, stale: 1, missing: 0 })
    await announce(story)
    expect(await countsOf(story)).toEqual({ announced: 3, late: 0, stale: 0, missing: 0 })
    expect((await mailsTo(story.donor))[1]?.body).toContain('op 20 jan 2027: € 10,00')
  })

  it('is late within the days of the creditor, and says so once told', async () => {
    const story = await monthly({ startDate: '2026-12-01' })
    await announce(story)
    expect(await countsOf(story)).toMatchObject({ late: 1, announced: 2 })
    expect(await announce(story)).toMatchObject({ announced: 0 })
  })

  it('leaves whoever has no e-mail address for a letter, until that is confirmed', async () => {
    const story = await monthly()
    await kring.payload.update({ collection: 'relations', id: story.donor, data: { emails: [] } })
    expect(await announce(story)).toEqual({ announced: 0, waitForLetter: 1 })
    expect(await announce(story, { channel: 'letter' })).toEqual({ announced: 1, waitForLetter: 0 })
    expect(await noticesOf(story.donor)).toMatchObject([{ channel: 'letter' }])
    expect(await countsOf(story)).toMatchObject({ announced: 3 })
  })

  it('tells each debtor once, however many press at the same moment, and answers a repeated key the same', async () => {
    const story = await monthly()
    const key = { idempotencyKey: 'aankondiging-1' }
    const answers = await Promise.all([announce(story, key), announce(story, key), announce(story), announce(story)])
    expect(answers.map(({ announced }) => announced).sort()).toContain(1)
    expect(await mailsTo(story.donor)).toHaveLength(1)
    expect(await announce(story, key)).toEqual(answers[0])
    await expect(announce(story, { ...key, channel: 'letter' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_DUPLICATE' })
  })

  it('tells only about what was chosen, and never the dead', async () => {
    const [one, other] = [await monthly(), await monthly()]
    const ids = (await rowsOf<{ id: number }>(kring.payload, 'select id from debit_instructions where mandate_id = $1', [one.mandate])).map(({ id }) => id)
    expect(await announceDebits(await reqOn(kring.payload, today), { instructions: ids, until, channel: 'mail', today })).toMatchObject({ announced: 1 })
    expect(await countsOf(other)).toMatchObject({ missing: 3 })
    await kring.payload.update({ collection: 'relations', id: other.donor, data: { deceasedOn: '2026-11-20' } })
    expect(await announce(other)).toEqual({ announced: 0, waitForLetter: 0 })
  })

  it('writes names as text, not as markup', async () => {
    const story = await monthly()
    await kring.payload.update({ collection: 'relations', id: story.donor, data: { lastName: '<b>Jansen</b> & Co' } })
    await announce(story)
    expect((await mailsTo(story.donor))[0]?.body).toContain('&lt;b&gt;Jansen&lt;/b&gt; &amp; Co')
  })

  it('finds whom to tell by name, a page at a time', async () => {
    const story = await monthly()
    const found = await inTransaction(await reqOn(kring.payload, today), (tx) => debitsToAnnounce(tx, { creditor: story.creditor, words: ['maandgever'], until, limit: 1 }))
    expect(found).toMatchObject({ total: 1, debits: 3, withoutEmail: 0, rows: [{ about: expect.stringMatching(/^toezegging \d+ \(Maandfonds \d+\)$/), everyMonths: 1 }] })
  })
})

describe('an invoice that was sent with its debit dates', () => {
  it('is the notice of them', async () => {
    const story = await months.begin()
    const [invoice] = await rowsOf<{ id: number }>(kring.payload, `
      with invoice as (
        insert into invoices (number, kind, debtor_id, description, invoice_date, due_date, total_cents, vat_cents, credited_cents, open_cents, status, mandate_id, instalment_count, send_method, reminder_count)
        values ('2026-990001', 'invoice', $1, 'Contributie', '2026-11-21', '2026-12-15', 2000, 0, 0, 2000, 'open', $2, 2, 'none', 0) returning id
      ), line as (
        insert into invoice_lines (invoice_id, position, description, quantity, amount_cents, vat, vat_cents) select id, 1, 'Contributie', 1, 2000, 'exempt', 0 from invoice
      ) select id from invoice`, [story.donor, story.mandate])
    await generate()
    expect(await countsOf(story)).toMatchObject({ missing: 2 })
    const debits = [{ date: day('2026-12-15'), amountCents: cents(1_000) }, { date: day('2027-01-15'), amountCents: cents(1_000) }]
    await inTransaction(await reqOn(kring.payload, today), (tx) => announceWithInvoices(tx, [{ invoice: invoice?.id ?? 0, mail: null, debits }], today))
    expect(await countsOf(story)).toMatchObject({ announced: 2, missing: 0 })
    expect(await announce(story)).toEqual({ announced: 0, waitForLetter: 0 })
  })
})

describe('the state of notices in the database', () => {
  const startDates = [day('2026-12-31'), day('2026-12-15')]
  const mostly = fc.constantFrom(true, true, true, false)
  const notice = fc.record({
    announcedOn: fc.constantFrom(day('2026-11-20'), day('2026-12-10')), isSameMandate: mostly, isSameIban: mostly, amountCents: fc.constantFrom(1_000, 1_000, 1_500),
    firstDate: fc.constantFrom(...startDates, day('2027-01-15'), day('2027-01-31'), day('2027-02-28'), day('2027-01-20')), everyMonths: fc.constantFrom(0, 1, 3),
  })

  const usual = { announcedOn: day('2026-11-20'), isSameMandate: true, isSameIban: true, amountCents: 1_000, firstDate: day('2026-12-15'), everyMonths: 1 }
  const examples = [[], [usual], [{ ...usual, announcedOn: day('2026-12-10') }], [{ ...usual, amountCents: 1_500 }]].map((notices): [LocalDate, string, number, (typeof usual)[]] => [day('2026-12-15'), 'monthly', 0, notices])

  it('is what the rule says, for any notices', async () => {
    const story = await months.begin()
    const other = await months.build.mandate(story.creditor, story.donor)
    const [iban] = (await rowsOf<{ iban: string }>(kring.payload, 'select iban from mandates where id = $1', [story.mandate])).map((row) => row.iban)
    const seen = new Set<NoticeState>()
    await fc.assert(fc.asyncProperty(fc.constantFrom(...startDates), fc.constantFrom('monthly', 'quarterly', 'once'), fc.integer({ min: 0, max: 2 }), fc.array(notice, { maxLength: 3 }), async (startDate, frequency, moved, notices) => {
      const pledge = await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate, frequency })
      await generate()
      await rowsOf(kring.payload, 'update debit_instructions set collection_date = collection_date + $2::int where pledge_id = $1 and instalment = 2', [pledge, moved * 5])
      const told: Notice[] = []
      for (const { isSameMandate, isSameIban, ...rest } of notices) {
        const written = { ...rest, mandate: isSameMandate ? story.mandate : other, debtorIban: isSameIban ? String(iban) : 'NL44RABO0123456789' }
        const [row] = await rowsOf<{ id: number }>(kring.payload, `
          insert into pre_notifications (announced_on, debtor_id, mandate_id, pledge_id, debtor_iban, amount_cents, first_date, every_months, channel)
          values ($1, $2, $3, $4, $5, $6, $7, $8, 'mail') returning id`, [written.announcedOn, story.donor, written.mandate, pledge, written.debtorIban, written.amountCents, written.firstDate, written.everyMonths])
        told.push({ ...written, id: row?.id ?? 0, amountCents: cents(written.amountCents) })
      }
      const debits = await rowsOf<{ id: number; amount: number; original: LocalDate; collected: LocalDate }>(kring.payload,
        'select id, amount_cents::int as amount, original_collection_date::text as original, collection_date::text as collected from debit_instructions where pledge_id = $1', [pledge])
      const schedule = { startDate, everyMonths: { monthly: 1, quarterly: 3, once: 0 }[frequency] ?? 0 }
      const expected = new Map(debits.map((debit) => [debit.id, noticeState({
        mandate: story.mandate, debtorIban: String(iban), amountCents: cents(debit.amount), originalCollectionDate: debit.original, collectionDate: debit.collected, schedule }, told, 14)]))
      const states = await inTransaction(await reqOn(kring.payload, today), (tx) => noticeStates(tx, debits.map(({ id }) => id)))
      expect(states).toEqual(expected)
      states.forEach((state) => seen.add(state))
    }), { numRuns: 40, examples })
    expect([...seen].sort()).toEqual(['announced', 'late', 'missing', 'stale'])
  })
})

