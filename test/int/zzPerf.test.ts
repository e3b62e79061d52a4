import { sql } from '@payloadcms/db-postgres/drizzle'
import { it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { countMatching } from '../../src/store/ruleMatches'
import { turningOf } from '../../src/rules/turningOf'
import { parseRule } from '../../src/rules/parseRule'
import { all, any, leaf, not, town } from '../rules/cast'
import { openScratch } from './evaluation/scratch'

it('perf', async () => {
  const s = await openScratch()
  const run = (q: ReturnType<typeof sql>) => s.tx.execute(q)
  await run(sql`set session_replication_role = replica`)
  await run(sql`insert into relations (id, type, status, number, last_name, display_name, sort_name, birth_date, address_town, address_postcode, address_province, preferences_newsletter, custom_fields)
    select i, 'person', 'active', i, 'L', 'Lid ' || i, md5(i::text), date '1940-01-01' + ((i::bigint * 7919) % 30000)::int, 'Plaats ' || i % 2500, '3512AB', 'P' || i % 12, i % 3 = 0, case when i % 10 = 0 then jsonb_build_object('since', '2020-01-01', 'score', i % 100) end from generate_series(1, 1000000) i`)
  await run(sql`insert into subscription_types (id, title, price_cents) select i, 'A' || i, 100 from generate_series(1, 3) i`)
  await run(sql`insert into donations (donor_id, fund_id, received_on, amount_cents, source) select 1 + (i * 17) % 300000, 1, date '2018-01-01' + (i * 13) % 3240, 1000, 'bank' from generate_series(1, 1500000) i`)
  await run(sql`insert into selection_members (selection_id, relation_id) select 1, i * 10 from generate_series(1, 100000) i`)
  await run(sql`vacuum analyze`)
  await run(sql`set session_replication_role = origin`)
  const date = day('2026-11-21')
  const sub = leaf('subscription.active', 'oneOf', [1])
  const year = { from: { years: -1 }, to: { days: 0 } }
  const rules = {
    towns: town(...Array.from({ length: 30 }, (_, i) => `Plaats ${i}`)),
    province: leaf('address.province', 'equals', 'P3'), adults: leaf('age', 'atLeast', 18), sub, notSub: not(sub),
    subOrOld: any(sub, leaf('age', 'atLeast', 65)), subAndProvince: all(sub, leaf('address.province', 'equals', 'P3')),
    since: leaf('subscription.active', 'since', { types: [1, 2], onOrBefore: { years: -10 } }),
    fn: leaf('function.active', 'oneOf', { types: [1, 2] }), organ: leaf('membership.organ', 'oneOf', [5]), organisation: leaf('membership.organisation', 'oneOf', [1]), mtype: leaf('membership.type', 'oneOf', [1]),
    selection: leaf('selection.member', 'oneOf', [1]), newsletter: leaf('preferences.allows', 'oneOf', ['newsletter', 'post']),
    gave1: leaf('donations.count', 'atLeast', { count: 1, ...year }), gave3: leaf('donations.count', 'atLeast', { count: 3, ...year }), gave50: leaf('donations.sum', 'atLeast', { cents: 1500, ...year }),
    gave50ever: leaf('donations.sum', 'atLeast', { cents: 4500 }), gaveNothing: leaf('donations.count', 'atMost', { count: 0, ...year }), gaveLittle: leaf('donations.sum', 'atMost', { cents: 1000, ...year }),
    score: leaf('custom.number.score', 'atLeast', 50), sinceDate: leaf('custom.date.since', 'onOrBefore', { years: -1 }), birth: leaf('birthDate', 'between', ['1980-01-01', '1990-01-01']),
  }
  const out: string[] = []
  for (const [name, json] of Object.entries(rules).filter(([name]) => /gave/.test(name))) {
    const rule = parseRule(json)
    const times: number[] = []
    let count = 0
    for (let i = 0; i < 3; i += 1) {
      const t = performance.now()
      await run(sql`begin`)
      try { count = (await countMatching(s.tx, rule, date)).count } catch (error) { count = -1; out.push(String(error).slice(0, 100)) }
      await run(sql`rollback`)
      times.push(Math.round(performance.now() - t))
    }
    const queries = turningOf(rule, { from: day('2026-11-20'), date })
    let turn = ''
    for (const q of queries) {
      const t = performance.now()
      const { rows } = await s.tx.execute(q)
      const ms = Math.round(performance.now() - t)
      const plan = (await s.tx.execute<{ 'QUERY PLAN': string }>(sql`explain ${q}`)).rows.map((r) => r['QUERY PLAN']).join('|')
      turn += ` turning ${rows.length} in ${ms} ms ${/Seq Scan/.test(plan) ? 'SEQ' : 'idx'}`
    }
    out.push(`${name}: ${count} ${times.join('/')} ms${turn}`)
  }
  console.log(out.join('\n'))
  await s.close()
}, 600_000)
