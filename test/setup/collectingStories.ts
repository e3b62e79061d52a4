import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { InstructionStatus } from '../../src/domain/instructionStatus'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { createBatches, type CreateBatches, type CreatedBatches } from '../../src/operations/createBatches'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { buildersFor, reqOn, rowsOf, testIban } from './builders'

type Data = Readonly<Record<string, unknown>>
type InvoiceTerms = { readonly dueDate?: string; readonly parts?: number; readonly onDay?: number | null; readonly subscription?: number | null }
export type Planned = readonly (readonly [date: string, amountCents: number])[]
export type InstructionRow = { id: number; amount: number; collected: LocalDate; original: LocalDate; status: InstructionStatus; batch_id: number | null; group_id: number | null; instalment: number; sequence_type: string }

/** Amounts in euros, all for 2 March 2026. */
export const euros = (...amounts: readonly number[]): Planned => amounts.map((euro) => ['2026-03-02', euro * 100])

export type CollectingStories = ReturnType<typeof collectingStories>

/** Creditors of their own, so that each story stands alone, with what is collected there. */
export function collectingStories(payload: Payload) {
  const build = buildersFor(payload)
  let stories = 0
  let invoices = 0
  let fund: Promise<number> | undefined
  const bomen = (): Promise<number> => (fund ??= build.fund('Bomen'))
  const generate = async (today: string, until: string) => generateInstructions(await reqOn(payload, day(today)), { today: day(today), until: day(until) })

  async function donorAtOwnCreditor(creditorRest: Data = {}, mandateRest: Data = {}) {
    stories += 1
    const creditor = await build.creditor({ iban: testIban(90_000 + stories), ...creditorRest })
    const donor = await build.person(`Gever ${stories}`)
    return { creditor, donor, mandate: await build.mandate(creditor, donor, mandateRest), fund: await bomen() }
  }

  const instructionsAt = (creditor: number) => rowsOf<InstructionRow>(payload, `
    select id, amount_cents::int as amount, collection_date::text as collected, original_collection_date::text as original, status, batch_id, group_id, instalment, sequence_type
      from debit_instructions where creditor_id = $1 order by id`, [creditor])
  return {
    build, generate, donorAtOwnCreditor, instructionsAt,
    /** An open invoice that is collected in so many parts. */
    invoice: async (debtor: number, mandate: number, totalCents: number, { dueDate = '2026-01-31', parts = 1, onDay = null, subscription = null }: InvoiceTerms = {}): Promise<number> => {
      invoices += 1
      const [row] = await rowsOf<{ id: number }>(payload, `
        with added as (
          insert into invoices (kind, number, subscription_id, debtor_id, mandate_id, instalment_count, collection_day, send_method, description, invoice_date, due_date, total_cents, vat_cents, credited_cents, open_cents, status)
          values ('invoice', $1, $2, $3, $4, $5, $6, 'none', 'Contributie', '2026-01-01', $7, $8, 0, 0, $8, 'open') returning id
        ), line as (
          insert into invoice_lines (invoice_id, position, description, quantity, amount_cents, vat, vat_cents) select id, 1, 'Contributie', 1, $8, 'exempt', 0 from added
        )
        select id from added`, [`2020-${String(invoices).padStart(6, '0')}`, subscription, debtor, mandate, parts, onDay, dueDate, totalCents])
      return row?.id ?? 0
    },
    batch: async (creditor: number, today: string, rest: Partial<CreateBatches> = {}): Promise<CreatedBatches> => createBatches(await reqOn(payload, day(today)), {
      creditor, until: addDays(day(today), 60), now: new Date(`${today}T09:15:00Z`), today: day(today), random: () => randomBytes(5), ...rest,
    }),
    /** A creditor at which these amounts are planned on these days, each of a pledge of its own. */
    planned: async (amounts: Planned, creditorRest: Data = {}, mandateRest: Data = {}): Promise<number> => {
      const { creditor, donor, mandate, fund } = await donorAtOwnCreditor(creditorRest, mandateRest)
      await rowsOf(payload, `
        insert into pledges (number, donor_id, fund_id, mandate_id, amount_cents, frequency, start_date, payment_method)
        select 1000000 + $5 * 10000 + place, $1, $2, $3, (item->>1)::bigint, 'once', (item->>0)::date, 'directDebit'
          from jsonb_array_elements($4::jsonb) with ordinality as given(item, place) order by place`, [donor, fund, mandate, JSON.stringify(amounts), stories])
      const dates = amounts.map(([date]) => date).sort()
      await generate(dates[0] ?? '', dates.at(-1) ?? '')
      return creditor
    },
    /** What the bank sees as batches: the payment groups, in order. */
    amountsByGroup: async (creditor: number) => Object.values(Object.groupBy((await instructionsAt(creditor)).filter(({ group_id }) => group_id !== null), ({ group_id }) => String(group_id))).map((group) => group?.map(({ amount }) => amount / 100)),
  }
}
