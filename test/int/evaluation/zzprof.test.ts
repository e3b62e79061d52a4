import { it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { addDays, day } from '../../../src/domain/localDate'
import { evaluateOrganisation } from '../../../src/store/evaluation'
import { takeChangedRelations, dropChangedRelations } from '../../../src/store/evaluation/population'
import { evaluate, type Period } from './oracle'
import { seededWorld } from './randomWorld'
import { openScratch } from './scratch'
import { periods, store } from './world'
import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'
const start = day('2024-02-10')
it('prof', async () => {
  const s = await openScratch()
  const T: Record<string, number> = {}
  const time = async <X>(k: string, f: () => Promise<X> | X): Promise<X> => { const t = performance.now(); const r = await f(); T[k] = (T[k] ?? 0) + performance.now() - t; return r }
  const by = new Map<string, [number, number]>()
  const d = new PgDialect()
  for (const thoroughness of ['full', 'incremental'] as const) for (const jit of ['on']) {
    for (const seed of [1, 2, 3, 4]) await s.inUndone(async (tx0) => {
      const tx = { execute: async (q: ReturnType<typeof sql>) => { const key = d.sqlToQuery(q).sql.trim().slice(0, 70).replaceAll(/\s+/g, ' '); const t = performance.now(); const r = await tx0.execute(q); const e = by.get(key) ?? [0, 0]; by.set(key, [e[0] + performance.now() - t, e[1] + 1]); return r } } as typeof tx0
      const { world, advance } = seededWorld(seed, start)
      let known: Period[] = []
      for (let c = 0; c < 20; c++) {
        const date = addDays(start, c); advance(date)
        await time('store', () => store(tx0, world))
        await time(thoroughness, async () => { await takeChangedRelations(tx); await evaluateOrganisation(tx, { organisation: world.organisation, date, thoroughness }); await dropChangedRelations(tx) })
        known = await time('oracle', () => evaluate(known, world, date))
        await time('periods', () => periods(tx0, world.organisation))
      }
    })
    console.log(thoroughness, Object.fromEntries(Object.entries(T).map(([k, v]) => [k, (v / 80).toFixed(1)])))
    for (const k of Object.keys(T)) T[k] = 0
    console.log([...by].sort((a, b) => b[1][0] - a[1][0]).slice(0, 14).map(([k, [t, n]]) => `${(t / 80).toFixed(2)} ms/run n=${n} ${k}`).join('\n')); by.clear()
  }
  await s.close()
}, 600000)
