import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import type { DailyWork } from '../../src/operations/runDaily'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
const request = () => createLocalReq({}, kring.payload)
const rows = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<T[]> => {
  const { drizzle } = kring.payload.db as Payload['db'] & { drizzle: { execute(query: unknown): Promise<{ rows: T[] }> } }
  return (await drizzle.execute(query)).rows
}
const runsOf = async (job: string) => (await rows<{ row: string }>(sql`select business_date::text || ' ' || status as row from job_runs where job = ${job} order by 1`)).map(({ row }) => row)

beforeAll(async () => {
  kring = await bootPayload()
  const { payload } = kring
  const organisation = await payload.create({ collection: 'organisations', data: { title: 'Groen & Buurt', myDepartmentLabel: 'Mijn Afdeling', exceptionMode: 'override' } })
  const type = await payload.create({ collection: 'membership-types', data: { title: 'Lid', organisation: organisation.id } })
  await payload.create({ collection: 'rule-versions', data: { membershipType: type.id, criteria: { field: 'address.town', operator: 'equals', value: 'Zeist' }, validFrom: '2026-01-01' } as never })
  await payload.create({ collection: 'relations', data: { type: 'person', status: 'active', lastName: 'Jansen', address: { town: 'Zeist' } } as never })
})
afterAll(() => kring.destroy())

describe('the evaluation of a day', () => {
  const evaluate = async (date: LocalDate) => (await import('../../src/operations/runEvaluation')).runEvaluation(await request(), date)

  it('changes nothing when it is run twice', async () => {
    expect((await evaluate(day('2026-03-01'))).days).toEqual([{ date: '2026-03-01', joined: 1, left: 0, open: 1 }])
    const before = await rows(sql`select * from memberships`)
    expect((await evaluate(day('2026-03-01'))).days).toEqual([{ date: '2026-03-01', joined: 0, left: 0, open: 1 }])
    expect(await rows(sql`select * from memberships`)).toEqual(before)
    expect(await rows(sql`select kind from membership_mutations`)).toEqual([{ kind: 'joined' }])
  })

  it('catches up day by day after three days were skipped', async () => {
    expect((await evaluate(day('2026-03-05'))).days.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'])
    expect(await runsOf('evaluateMemberships')).toEqual(['2026-03-01 done', '2026-03-02 done', '2026-03-03 done', '2026-03-04 done', '2026-03-05 done'])
  })

  it('never goes back', async () => {
    await expect(evaluate(day('2026-03-04'))).rejects.toMatchObject({ code: 'EVALUATION_IN_THE_PAST' })
    expect(await runsOf('evaluateMemberships')).toHaveLength(5)
  })
})

describe('a job that fails', () => {
  const work = (failsOn: LocalDate | undefined): DailyWork<{ readonly worked: number }> => ({
    job: 'shaky',
    run: async (tx, date) => {
      await tx.execute(sql`insert into kring_settings (key, value) values (${`shaky ${date}`}, '1')`)
      if (date === failsOn) throw new Error('the power went')
      return { worked: 1 }
    },
  })
  const run = async (until: LocalDate, failsOn?: LocalDate) => (await import('../../src/operations/runDaily')).runDaily(await request(), work(failsOn), until)

  it('keeps the days before, leaves nothing of the day itself, and says why', async () => {
    await run(day('2026-03-01'))
    await expect(run(day('2026-03-04'), day('2026-03-03'))).rejects.toThrow('the power went')
    expect(await runsOf('shaky')).toEqual(['2026-03-01 done', '2026-03-02 done', '2026-03-03 failed'])
    expect(await rows(sql`select message from job_runs where status = 'failed'`)).toEqual([{ message: 'the power went' }])
    expect(await rows(sql`select key from kring_settings where key like 'shaky%' order by 1`)).toEqual([{ key: 'shaky 2026-03-01' }, { key: 'shaky 2026-03-02' }])
  })

  it('goes on where it stopped', async () => {
    expect((await run(day('2026-03-04'))).map(({ date }) => date)).toEqual(['2026-03-03', '2026-03-04'])
    expect(await runsOf('shaky')).toEqual(['2026-03-01 done', '2026-03-02 done', '2026-03-03 done', '2026-03-04 done'])
  })

  it('runs a day once, also when two workers begin together', async () => {
    const date = addDays(day('2026-03-04'), 1)
    const results = await Promise.allSettled([run(date), run(date)])
    expect(await rows(sql`select count(*)::int as times from kring_settings where key = ${`shaky ${date}`}`)).toEqual([{ times: 1 }])
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    expect((await runsOf('shaky')).at(-1)).toBe('2026-03-05 done')
  })
})

describe('a day that is at work', () => {
  type Seen = { readonly worked: number }
  const statusOf = async (job: string, date: LocalDate) => (await rows<{ status: string }>(sql`select status from job_runs where job = ${job} and business_date = ${date}`))[0]?.status
  const run = async (work: DailyWork<Seen>, until: LocalDate) => (await import('../../src/operations/runDaily')).runDaily(await request(), work, until)
  /** Work that counts how often each day was done, and looks around while it is at it. */
  const counting = (job: string, look: (date: LocalDate) => Promise<unknown> = async () => undefined): DailyWork<Seen> & { readonly days: LocalDate[] } => {
    const days: LocalDate[] = []
    return { job, days, run: async (_tx, date) => { days.push(date); await look(date); return { worked: days.length } } }
  }
  const letTheStoryBegin = (job: string, date: LocalDate, status: string) => rows(sql`
    insert into job_runs (job, business_date, status, started_at) values (${job}, ${date}, ${status}, '2026-03-01T03:00:00Z')`)

  it('is seen as running by everybody, since it began', async () => {
    const seen: unknown[] = []
    await run(counting('seen', async (date) => seen.push(await rows(sql`select status, started_at > now() - interval '1 minute' as is_fresh, finished_at from job_runs where job = 'seen' and business_date = ${date}`))), day('2026-03-01'))
    expect(seen).toEqual([[{ status: 'running', is_fresh: true, finished_at: null }]])
    expect(await rows(sql`select status, finished_at >= started_at as is_ended from job_runs where job = 'seen'`)).toEqual([{ status: 'done', is_ended: true }])
  })

  it('that a crash left running is taken over by the next run', async () => {
    await letTheStoryBegin('crashed', day('2026-03-01'), 'done')
    await letTheStoryBegin('crashed', day('2026-03-02'), 'running')
    const work = counting('crashed')
    await run(work, day('2026-03-03'))
    expect(work.days).toEqual(['2026-03-02', '2026-03-03'])
    expect(await runsOf('crashed')).toEqual(['2026-03-01 done', '2026-03-02 done', '2026-03-03 done'])
    expect(await rows(sql`select count(*)::int as fresh from job_runs where job = 'crashed' and started_at > now() - interval '1 minute'`)).toEqual([{ fresh: 2 }])
  })

  it('that was the first of all and failed or crashed is caught up as well', async () => {
    await letTheStoryBegin('first', day('2026-03-01'), 'failed')
    const work = counting('first')
    await run(work, day('2026-03-03'))
    expect(work.days).toEqual(['2026-03-01', '2026-03-02', '2026-03-03'])
  })

  it('that was done stays done while it is done again, also when that fails', async () => {
    const date = day('2026-03-01')
    await run(counting('again'), date)
    const seen: unknown[] = []
    await run(counting('again', async () => seen.push(await statusOf('again', date))), date)
    await expect(run(counting('again', async () => { throw new Error('no') }), date)).rejects.toThrow('no')
    expect([...seen, await statusOf('again', date)]).toEqual(['done', 'done'])
  })

  it('before all that was done leaves no trace when it is refused', async () => {
    await letTheStoryBegin('refused', day('2026-03-05'), 'done')
    await expect(run(counting('refused', async () => { throw new Error('that is over') }), day('2026-03-02'))).rejects.toThrow('that is over')
    expect(await runsOf('refused')).toEqual(['2026-03-05 done'])
  })

  it('is done once by two runners, who share the days that were missed; only the last is done by both', async () => {
    await letTheStoryBegin('shared', day('2026-03-01'), 'done')
    const pause = () => new Promise((resolve) => { setTimeout(resolve, 20) })
    const [one, other] = [counting('shared', pause), counting('shared', pause)]
    await Promise.all([run(one, day('2026-03-06')), run(other, day('2026-03-06'))])
    const worked = [...one.days, ...other.days].sort()
    expect(worked.filter((date) => date < '2026-03-06')).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'])
    expect(worked.filter((date) => date === '2026-03-06').length).toBeGreaterThanOrEqual(1)
    expect(new Set(await runsOf('shared'))).toEqual(new Set(['2026-03-01 done', '2026-03-02 done', '2026-03-03 done', '2026-03-04 done', '2026-03-05 done', '2026-03-06 done']))
  })
})
