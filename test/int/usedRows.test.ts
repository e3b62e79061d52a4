import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amsterdamDate } from '../../src/domain/localDate'
import { apiOf } from '../setup/api'
import { rowsOf } from '../setup/builders'
import { groenEnBuurt, twoMonthsOfBusiness, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let cast: Cast

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  await twoMonthsOfBusiness(kring.payload, cast, amsterdamDate(new Date()))
})
afterAll(() => kring.destroy())

const stateOf = (statement: string, values: readonly unknown[] = []): Promise<string> =>
  rowsOf(kring.payload, statement, values).then(() => 'done', (error: { code?: string; constraint?: string }) => error.constraint ?? error.code ?? 'unknown')

/** What is still written after a row was made, or used: everything else in the table is fixed. */
const changeable = {
  debit_instructions: ['status', 'cancel_reason', 'return_reason', 'returned_on', 'updated_at'],
  debit_batches: ['status', 'file_sha256', 'updated_at'],
  debit_batch_groups: ['status', 'updated_at'],
  bank_statements: ['hold', 'is_undone', 'confirmed_by_id', 'confirmed_at', 'updated_at'],
  bank_transactions: ['status', 'kind', 'group_id', 'twin_id', 'is_by_hand', 'updated_at'],
  bank_imports: ['status', 'undone_by_id', 'undone_at', 'undo_reason', 'updated_at'],
  bank_bookings: ['undone_by_id', 'undone_at', 'updated_at'],
  bank_details: ['transaction_id', 'updated_at'],
  invoices: [
    'description', 'due_date', 'open_cents', 'credited_cents', 'status', 'mandate_id', 'instalment_count', 'collection_day', 'send_method', 'sent_on', 'reminder_count', 'last_reminded_on', 'updated_at',
  ],
  mandates: ['status', 'ended_on', 'end_reason', 'block_reason', 'place', 'channel', 'kept_at', 'return_points', 'updated_at', 'created_at'],
  creditors: [
    'title', 'bic', 'bank', 'is_active', 'instruction_max_amount_cents', 'batch_max_count', 'batch_max_amount_cents', 'day_max_count', 'day_max_amount_cents', 'month_max_count',
    'month_max_amount_cents', 'delivery_lead_days', 'cut_off_time', 'message_version', 'groups_per_file', 'file_max_count', 'original_account', 'pre_notification_days', 'auto_stop_points',
    'auto_stops_pledges', 'charges_account_id', 'updated_at', 'created_at',
  ],
} as const
type Table = keyof typeof changeable
const tables = Object.keys(changeable) as readonly Table[]

const used: Readonly<Partial<Record<Table, string>>> = {
  debit_instructions: "status <> 'planned'",
  mandates: "id in (select mandate_id from debit_instructions where status = 'collected')",
}
const whoseRow = (table: Table): string => `id = (select min(id) from ${table} where ${used[table] ?? 'true'})`
const held: Readonly<Partial<Record<Table, string>>> = { mandates: 'mandates_used', creditors: 'creditors_used' }

async function columnsOf(table: Table): Promise<readonly { readonly name: string; readonly type: string }[]> {
  const columns = await rowsOf<{ name: string; type: string }>(kring.payload, `
    select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name <> 'id'`, [table])
  return columns.filter(({ name }) => !(changeable[table] as readonly string[]).includes(name))
}

/** Another value of the same kind; where the column was empty, any value. */
function other(column: string, type: string): string {
  if (type === 'date') return `coalesce(${column}, current_date) + 1`
  if (type.startsWith('timestamp')) return `${column} + interval '1 day'`
  if (type === 'boolean') return `not ${column}`
  return type === 'integer' || type === 'bigint' ? `coalesce(${column}, 0) + 1` : `coalesce(${column}, '') || 'X'`
}

describe.each(tables)('what was used in %s', (table) => {
  it('is there', async () => {
    expect(await rowsOf(kring.payload, `select 1 as one from ${table} where ${whoseRow(table)}`)).toEqual([{ one: 1 }])
  })

  it('keeps every column but those that tell what became of it', async () => {
    for (const { name, type } of await columnsOf(table)) {
      const state = await stateOf(`update ${table} set ${name} = ${other(name, type)} where ${whoseRow(table)}`)
      expect({ name, state }).toEqual({ name, state: held[table] ?? 'append_only' })
    }
  })

  it('takes being written as it is', async () => {
    const same = (await columnsOf(table)).map(({ name }) => `${name} = ${name}`)
    expect(await stateOf(`update ${table} set updated_at = now(), ${same.join(', ')} where ${whoseRow(table)}`)).toBe('done')
  })
})

describe('what was not used yet', () => {
  it('can still change', async () => {
    const creditor = await cast.build.creditor({ title: 'Nieuw', iban: 'NL20INGB0001234567' })
    const mandate = await cast.build.mandate(creditor, cast.relations.emma)
    expect(await stateOf("update creditors set iban = 'NL91ABNA0417164301' where id = $1", [creditor])).toBe('done')
    expect(await stateOf("update mandates set account_holder = 'Een ander' where id = $1", [mandate])).toBe('done')
    await kring.payload.db.pool.query(`
      insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, instalment, amount_cents, collection_date, original_collection_date, sequence_type, description, status)
      select 'NOG-GEPLAND', $1, $2, $3, min(id), 99, 100, current_date, current_date, 'RCUR', 'x', 'planned' from pledges`, [creditor, mandate, cast.relations.emma])
    expect(await stateOf("update debit_instructions set amount_cents = 200 where end_to_end_id = 'NOG-GEPLAND'")).toBe('done')
    expect(await stateOf("update mandates set account_holder = 'Nog een ander' where id = $1", [mandate])).toBe('done')
  })
})

describe('a mandate', () => {
  it('that is changed while its instruction goes into a batch waits, and is refused', async () => {
    const [{ id = 0, mandate_id: mandate = 0 } = {}] = await rowsOf<{ id: number; mandate_id: number }>(kring.payload, "select id, mandate_id from debit_instructions where end_to_end_id = 'NOG-GEPLAND'")
    const client = await kring.payload.db.pool.connect()
    try {
      await client.query('begin')
      await client.query(`
        with batch as (
          insert into debit_batches (message_id, creditor_id, instruction_count, total_cents, status) select 'NOG-EEN', creditor_id, 1, amount_cents, 'created' from debit_instructions where id = $1 returning id
        ), made as (
          insert into debit_batch_groups (payment_information_id, batch_id, collection_date, sequence_type, instruction_count, total_cents, status)
          select 'NOG-EEN-1', batch.id, collection_date, sequence_type, 1, amount_cents, 'open' from debit_instructions, batch where debit_instructions.id = $1 returning id, batch_id
        )
        update debit_instructions set status = 'batched', batch_id = made.batch_id, group_id = made.id, debtor_iban = 'NL91ABNA0417164300', mandate_reference = 'X' from made where debit_instructions.id = $1`, [id])
      const changing = stateOf("update mandates set iban = 'NL91ABNA0417164300' where id = $1", [mandate])
      await expect.poll(async () => (await rowsOf(kring.payload, "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'update mandates%'")).length).toBe(1)
      await client.query('commit')
      expect(await changing).toBe('mandates_used')
    } finally {
      client.release()
    }
  })
})

describe('what a form refuses, the database refuses too', () => {
  const collectedPledge = "id = (select min(pledge_id) from debit_instructions where status = 'collected')"
  const invoicedSubscription = 'id = (select min(id) from subscriptions where invoiced_until_date is not null)'

  it.each([
    ['another donor of a pledge that was collected', `update pledges set donor_id = (select max(id) from relations) where ${collectedPledge}`, 'pledges_collected'],
    ['another first day of it', `update pledges set start_date = start_date - 1 where ${collectedPledge}`, 'pledges_collected'],
    ['another frequency of it', `update pledges set frequency = 'yearly' where ${collectedPledge}`, 'pledges_collected'],
    ['another amount of it', `update pledges set amount_cents = amount_cents + 1 where ${collectedPledge}`, 'done'],
    ['another start of a subscription that was invoiced', `update subscriptions set start_date = start_date - 1 where ${invoicedSubscription}`, 'subscriptions_invoiced'],
    ['an end of it', `update subscriptions set end_date = start_date + 400 where ${invoicedSubscription}`, 'done'],
    ['other words of a reminder that went out', "update reminder_steps set body = body || '!' where id = (select min(step_id) from reminders)", 'reminder_steps_used'],
    ['another day of it', 'update reminder_steps set after_days = after_days + 1 where id = (select min(step_id) from reminders)', 'done'],
    ['a limit a day below that of a batch', 'update creditors set batch_max_amount_cents = 200, day_max_amount_cents = 100', 'creditors_limits_fit'],
    ['a limit a month below that of a day', 'update creditors set day_max_count = 3, month_max_count = 2', 'creditors_limits_fit'],
  ])('%s', async (_what, statement, state) => expect(await stateOf(statement)).toBe(state))
})

describe('a batch that was made', () => {
  it('takes nothing more, even within what its contract allows', async () => {
    await rowsOf(kring.payload, `insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, instalment, amount_cents, collection_date, original_collection_date, sequence_type, description, status)
      select 'TE-LAAT', creditor_id, mandate_id, debtor_id, pledge_id, 98, 1, collection_date, original_collection_date, sequence_type, 'x', 'planned' from debit_instructions where end_to_end_id = 'NOG-GEPLAND'`)
    expect(await stateOf(`update debit_instructions set status = 'batched', batch_id = g.batch_id, group_id = g.id, debtor_iban = 'NL91ABNA0417164300', mandate_reference = 'X'
      from debit_batch_groups g where g.payment_information_id = 'NOG-EEN-1' and end_to_end_id = 'TE-LAAT'`)).toBe('batches_add_up')
  })
})

describe('a creditor with a batch', () => {
  it('keeps its account, and the API says why', async () => {
    const [creditor] = await rowsOf<{ id: number }>(kring.payload, 'select creditor_id as id from debit_batches limit 1')
    const { status, body } = await apiOf(kring, cast.users.finance.token).patch(`/creditors/${creditor?.id}`, { iban: 'NL20INGB0001234567' })
    expect({ status, errors: body.errors }).toEqual({ status: 409, errors: [{ message: expect.stringContaining('IBAN, incassant-ID en naam bij de bank liggen vast') as string }] })
  })
})

describe('no row is deleted', () => {
  it.each(['bank_statements', 'debit_batch_groups', 'job_runs'])('of %s', async (table) => {
    expect((await rowsOf(kring.payload, `select 1 from ${table} limit 1`)).length).toBe(1)
    expect(await stateOf(`delete from ${table}`)).toBe('append_only')
    expect(await stateOf(`truncate ${table} cascade`)).toBe('append_only')
  })
})
