import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBehindTheWall } from '../../hooks/organisation/readBehindTheWall'
import { amsterdamDate } from '../../src/domain/localDate'
import { apiOf, type Api } from '../setup/api'
import { rowsOf } from '../setup/builders'
import { groenEnBuurt, twoMonthsOfBusiness, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

const granted = ['member_mutations', 'members', 'organ_donations', 'organ_pledges', 'own_fund_instalments', 'own_fund_pledges', 'own_fund_receipts', 'own_funds', 'own_membership_periods', 'own_organs']

let kring: BootedPayload
let cast: Cast
let [rosa, rik]: readonly Api[] = []

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  await twoMonthsOfBusiness(kring.payload, cast, amsterdamDate(new Date()))
  ;[rosa, rik] = [cast.users.rosa, cast.users.rik].map(({ token }) => apiOf(kring, token))
})
afterAll(() => kring.destroy())

/** Another access function for as long as the work takes: the first wall is down. */
async function withoutFirstWall(slug: 'members' | 'organ-donations' | 'organ-pledges' | 'member-mutations' | 'relations' | 'mandates', work: () => Promise<void>): Promise<void> {
  const { access } = kring.payload.collections[slug].config
  const { read } = access
  access.read = () => true
  try {
    await work()
  } finally {
    access.read = read
  }
}

describe('the second wall alone, with the access function switched off', () => {
  it.each([['members', 2], ['member-mutations', 2], ['organ-donations', 1], ['organ-pledges', 1]] as const)('still shows Rosa just her own %s', async (slug, count) => {
    await withoutFirstWall(slug, async () => {
      const { body } = await (rosa as Api).get(`/${slug}?limit=0`)
      expect(body.docs.map((doc) => doc['organId'])).toEqual(Array.from({ length: count }, () => cast.organs.oost))
      expect((await (rosa as Api).get(`/${slug}/count`)).body.totalDocs).toBe(count)
      expect((await (rik as Api).get(`/${slug}`)).body.docs).toEqual([])
      expect((await (rik as Api).get(`/${slug}/count`)).body.totalDocs).toBe(0)
      expect((await apiOf(kring, cast.users.administrator.token).get(`/${slug}`)).body.docs).toEqual([])
      expect((await apiOf(kring).get(`/${slug}`)).body.docs).toEqual([])
    })
  })

  it.each(['relations', 'mandates'] as const)('answers a question for the base table %s with a clean refusal', async (slug) => {
    const { hooks } = kring.payload.collections[slug].config
    const own = hooks.beforeOperation
    hooks.beforeOperation = [...(own ?? []), readBehindTheWall]
    try {
      await withoutFirstWall(slug, async () => {
        const { status, body, text } = await (rosa as Api).get(`/${slug}`)
        expect({ status, errors: body.errors }).toEqual({ status: 403, errors: [{ message: 'Je hebt hier geen recht toe. Vraag het aan je functioneel beheerder.' }] })
        expect(text).not.toMatch(/permission denied|select/i)
      })
    } finally {
      hooks.beforeOperation = own
    }
  })

  it('leaves no role behind on any connection', async () => {
    const roles = await Promise.all(Array.from({ length: 12 }, () => rowsOf<{ role: string; person: string | null }>(kring.payload, "select current_user::text as role, current_setting('kring.person', true) as person, pg_sleep(0.05)")))
    expect(roles.flat().filter(({ role, person }) => role === 'kring_representative' || (person ?? '') !== '')).toEqual([])
  })
})

describe('the database role of representatives', () => {
  const asRepresentative = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: kring.url })
    await client.connect()
    try {
      await client.query('begin')
      await client.query('set local role kring_representative')
      await client.query("select set_config('kring.person', $1, true), set_config('kring.today', $2, true)", [String(cast.relations.rosa), amsterdamDate(new Date())])
      return await work(client)
    } finally {
      await client.end()
    }
  }

  /** No privilege, and a view that takes no writes from anybody. */
  const refusals = new Set(['42501', '55000'])

  it('can read the projections and nothing else, and write nothing at all', async () => {
    const tables = await rowsOf<{ schema: string; name: string }>(kring.payload, `
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' order by 1, 2`)
    expect(tables.length).toBeGreaterThan(50)
    const [readable, writable] = await asRepresentative(async (client) => {
      const [read, write]: [string[], string[]] = [[], []]
      for (const { schema, name } of tables) {
        const table = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
        for (const [statement, list] of [[`select * from ${table} limit 1`, read], [`delete from ${table} where false`, write], [`insert into ${table} default values`, write]] as const) {
          await client.query('savepoint attempt')
          const isDone = await client.query(statement).then(() => true, ({ code }: { code?: string }) => !refusals.has(code ?? ''))
          await client.query('rollback to attempt')
          if (isDone) list.push(name)
        }
      }
      return [read, write]
    })
    expect(readable).toEqual(granted)
    expect(writable).toEqual([])
  })

  it('sees only the organs of the person who is set, and without one none', async () => {
    const counts = await asRepresentative(async (client) => {
      const own = await client.query<{ organ_id: number }>('select distinct organ_id from members union select organ_id from own_membership_periods')
      await client.query("select set_config('kring.person', '', true)")
      return { own: own.rows, nobody: (await client.query('select * from members')).rowCount }
    })
    expect(counts).toEqual({ own: [{ organ_id: cast.organs.oost }], nobody: 0 })
  })
})
