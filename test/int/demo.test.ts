import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { loadDemo } from '../../src/seed/demo'
import { demoLogins } from '../../src/seed/logins'
import { inTransaction } from '../../src/store/transaction'
import { bootPayload, type BootedPayload } from '../setup/database'

const today = day('2026-11-21')
const password = 'een-wachtwoord-van-de-demo'
const small = { today, password, relations: 400, days: 30 }

let kring: BootedPayload

async function rows<T extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<readonly T[]> {
  return inTransaction(await createLocalReq({}, kring.payload), async (tx) => (await tx.execute<T>(query)).rows)
}

const reachedDays: string[] = []
let brokenOff: unknown
const breakOffOn = (date: string) => ({ next }: { next: string }): void => {
  if (next === date) throw new Error('The power went out')
  reachedDays.push(next)
}

beforeAll(async () => {
  kring = await bootPayload()
  brokenOff = await loadDemo(kring.payload, { ...small, report: breakOffOn('2026-11-05') }).catch(String)
  await loadDemo(kring.payload, { ...small, report: breakOffOn('never') })
}, 180_000)
afterAll(() => kring.destroy())

describe('the demo association', () => {
  it('lives every day once, also when the load was broken off', async () => {
    expect(brokenOff).toBe('Error: The power went out')
    expect(reachedDays).toHaveLength(31)
    expect(new Set(reachedDays).size).toBe(31)
    expect(await rows(sql`select count(*)::int as days from job_runs where job = 'evaluateMemberships' and status = 'done'`)).toEqual([{ days: 31 }])
  })

  it('does nothing when it is loaded again', async () => {
    await loadDemo(kring.payload, { ...small, report: breakOffOn(today) })
    expect(reachedDays).toHaveLength(31)
  })

  it('has twenty-eight organs in four levels', async () => {
    expect(await rows(sql`
      with recursive tree as (select id, 1 as level from organs where parent_id is null union all select o.id, t.level + 1 from organs o join tree t on o.parent_id = t.id)
      select level, count(*)::int as organs from tree group by 1 order by 1`)).toEqual([{ level: 1, organs: 1 }, { level: 2, organs: 5 }, { level: 3, organs: 8 }, { level: 4, organs: 14 }])
  })

  it('has members in every level, and every member in all organs above', async () => {
    const [found] = await rows<{ members: number; orphans: number }>(sql`
      select count(*)::int as members, count(*) filter (where o.parent_id is not null and not exists (
        select from memberships a where a.organ_id = o.parent_id and a.relation_id = m.relation_id and a.membership_type_id = m.membership_type_id and a.end_date is null))::int as orphans
        from memberships m join organs o on o.id = m.organ_id where m.end_date is null`)
    expect(found?.members).toBeGreaterThan(500)
    expect(found?.orphans).toBe(0)
  })

  it('never has two open memberships of one kind', async () => {
    expect(await rows(sql`
      select relation_id from memberships where end_date is null group by relation_id, organisation_id, organ_id, membership_type_id having count(*) > 1`)).toEqual([])
  })

  it('has exceptions, a planned transfer, planned rules, jubilees, and for every organ what is made in the CRM', async () => {
    const [found] = await rows<Record<string, number>>(sql`
      select (select count(*)::int from exception_memberships) as exceptions, (select count(*)::int from organ_placements where valid_from > ${today}) as transfers,
             (select count(*)::int from rule_versions where valid_from > ${today}) as rules, (select count(*)::int from jubilees) as jubilees,
             (select count(*)::int from crm_artefacts) as artefacts, (select member_count from selections) as selected`)
    expect(found).toMatchObject({ exceptions: 2, transfers: 1, rules: 2, artefacts: 28 * 4 })
    expect(found?.['jubilees']).toBeGreaterThan(3)
    expect(found?.['selected']).toBeGreaterThan(0)
  })

  it('evaluates today again without a change', async () => {
    const run = await runEvaluation(await createLocalReq({ context: { today } }, kring.payload), today)
    expect(run.days).toMatchObject([{ date: today, joined: 0, left: 0 }])
  })
})

describe('its money', () => {
  it('is all on the statements, which all balance and follow on each other', async () => {
    expect(await rows(sql`
      select s.id from bank_statements s
       where not s.is_balanced or s.closing_cents <> s.opening_cents + (select coalesce(sum(t.amount_cents), 0) from bank_transactions t where t.statement_id = s.id)
          or s.opening_cents <> coalesce((select p.closing_cents from bank_statements p where p.closing_date < s.closing_date order by p.closing_date desc limit 1), s.opening_cents)`)).toEqual([])
    expect((await rows(sql`select 1 from bank_statements`)).length).toBe(23)
  })

  it('is in the end either booked or open, to the cent', async () => {
    const [money] = await rows<{ processed: string; booked: string; kinds: number }>(sql`
      select (select sum(amount_cents) from bank_transactions where status = 'processed')::text as processed,
             ((select sum(amount_cents) from payments where online_payment_id is null) + (select sum(amount_cents) from donations where online_payment_id is null))::text as booked,
             (select count(distinct kind)::int from bank_transactions) as kinds`)
    expect(money?.processed).toBe(money?.booked)
    expect(money?.kinds).toBe(4)
  })

  it('that was paid online is booked for what it was for, which of one payment nobody knows', async () => {
    expect(await rows(sql`
      select o.provider_reference as reference, o.status, num_nonnulls(o.invoice_id, o.fund_id) = 1 as linked, exists (select from payments where online_payment_id = o.id) as paid, exists (select from donations where online_payment_id = o.id) as given
        from online_payments o order by 1`)).toEqual([
      { reference: 'tr_demo_failed', status: 'failed', linked: true, paid: false, given: false }, { reference: 'tr_demo_gift', status: 'paid', linked: true, paid: false, given: true },
      { reference: 'tr_demo_invoice', status: 'paid', linked: true, paid: true, given: false }, { reference: 'tr_demo_unknown', status: 'paid', linked: false, paid: false, given: false },
    ])
  })

  it('leaves every invoice open for what was not paid', async () => {
    expect(await rows(sql`
      select i.number from invoices i where i.open_cents <> i.total_cents - (select coalesce(sum(p.amount_cents), 0) from payments p where p.invoice_id = i.id)`)).toEqual([])
  })

  it('adds up in every batch', async () => {
    expect(await rows(sql`
      select b.message_id from debit_batches b join debit_instructions i on i.batch_id = b.id
       group by b.id having b.instruction_count <> count(*) or b.total_cents <> sum(i.amount_cents)`)).toEqual([])
    expect((await rows(sql`select 1 from debit_batches where status = 'processed'`)).length).toBeGreaterThan(3)
  })

  it('misses € 25,00 in the last total, and has something to collect', async () => {
    const totals = await rows(sql`
      select (g.total_cents - t.amount_cents)::int as missing, t.booking_date::text as date
        from bank_transactions t join debit_batch_groups g on g.id = t.group_id where t.status = 'open' and t.amount_cents > 0`)
    expect(totals).toEqual([{ missing: 2500, date: '2026-11-20' }])
    expect((await rows(sql`select 1 from debit_instructions where status = 'planned' and collection_date >= ${today}`)).length).toBeGreaterThan(10)
  })
})

describe('its logins', () => {
  it.each(demoLogins(password))('let the $role in', async ({ email, staffRole }) => {
    const { user } = await kring.payload.login({ collection: 'users', data: { email, password } })
    const given = await rows<{ role: string }>(sql`select role from role_assignments where user_id = ${Number(user?.id)}`)
    expect(given.map(({ role }) => role)).toEqual(staffRole ? [staffRole] : [])
  })

  it('show the representative an organ with members and a fund', async () => {
    const [own] = await rows<{ members: number; funds: number }>(sql`
      select (select count(*)::int from memberships m where m.organ_id = f.organ_id and m.end_date is null) as members,
             (select count(*)::int from funds where organ_id = f.organ_id) as funds
        from users u join functions f on f.holder_id = u.relation_id join function_types t on t.id = f.type_id and t.sees_fund
       where u.email = 'vertegenwoordiger@kring.example'`)
    expect(own?.members).toBeGreaterThan(3)
    expect(own?.funds).toBe(1)
  })
})
