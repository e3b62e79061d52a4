import fc from 'fast-check'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import type { RelationFacts } from '../../src/rules/facts'
import { loadFacts, type KnownRelation } from '../../src/store/relationFacts'
import { someFacts } from '../rules/arbitraries'
import { openScratch, type Scratch } from './evaluation/scratch'
import { store, type Organ, type World } from './evaluation/world'

let scratch: Scratch
beforeAll(async () => { scratch = await openScratch() })
afterAll(() => scratch.close())

const moment = async (): Promise<string> => (await scratch.tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`)).rows[0]?.at ?? ''
const organ = (id: number): Organ => ({ id, parent: null, mode: 'none', startDate: day('2020-01-01'), endDate: null })
const people = 40

/** One life of everybody in four steps. What was given stays given, so each step only adds gifts. */
const steps: readonly (readonly RelationFacts[])[] = (() => {
  const drawn = fc.sample(someFacts, { seed: 7, numRuns: 4 * people })
  const first = drawn.slice(0, people)
  return [0, 1, 2, 3].map((step) => drawn.slice(step * people, (step + 1) * people).map((facts, index) =>
    ({ ...facts, type: first[index]?.type ?? facts.type, donations: first[index]?.donations.slice(0, step + 1) ?? [] })))
})()
const worldOf = (facts: readonly RelationFacts[]): World => ({
  organisation: 1, types: [1, 2], organs: [organ(1), organ(2), organ(3)], versions: [],
  relations: facts.map((one, index) => ({ id: index + 1, facts: one, deceasedOn: null })),
})

/** Facts in one order, with the ids that gifts have in the tables. */
const comparable = (id: number, { facts }: Pick<KnownRelation, 'facts'>, isStored: boolean): unknown => {
  const sorted = (list: readonly unknown[]): readonly string[] => list.map((one) => JSON.stringify(one)).sort()
  const stored = (gift: number | null): number | null => (isStored || gift === null ? gift : id * 100 + gift)
  const donations = facts.donations.map((one) => ({ id: stored(one.id), receivedOn: one.receivedOn, amountCents: one.amountCents, reversalOfId: stored(one.reversalOfId) }))
  const periods = (list: readonly { readonly typeId: number; readonly organId?: number | null; readonly startDate: string; readonly endDate: string | null }[]) =>
    sorted(list.map((one) => [one.typeId, one.organId, one.startDate, one.endDate]))
  return {
    ...facts, custom: JSON.stringify(Object.entries(facts.custom).sort()), donations: sorted(donations), selections: sorted(facts.selections),
    functions: periods(facts.functions), subscriptions: periods(facts.subscriptions),
  }
}

describe('what is known of a relation', () => {
  it('is also known as it was at any moment before', async () => {
    const moments: string[] = [await moment()]
    for (const facts of steps) {
      await store(scratch.tx, worldOf(facts))
      moments.push(await moment())
    }
    const ids = Array.from({ length: people }, (_, index) => index + 1)
    expect((await loadFacts(scratch.tx, ids, moments[0])).size).toBe(0)
    for (const [step, facts] of steps.entries()) {
      const known = await loadFacts(scratch.tx, ids, moments[step + 1])
      for (const [index, one] of facts.entries()) {
        const id = index + 1
        expect(comparable(id, known.get(id) ?? { facts: one }, true)).toEqual(comparable(id, { facts: one }, false))
      }
      expect(known.size).toBe(people)
    }
    expect(await loadFacts(scratch.tx, ids)).toEqual(await loadFacts(scratch.tx, ids, await moment()))
  })

  it('follows a row that went over to somebody else', async () => {
    await scratch.tx.execute(sql`delete from subscriptions`)
    await scratch.tx.execute(sql`insert into subscriptions (relation_id, type_id, start_date) values (1, 1, '2024-01-01')`)
    const before = await moment()
    await scratch.tx.execute(sql`update subscriptions set relation_id = 2`)
    const holders = async (at?: string): Promise<number[]> =>
      [...await loadFacts(scratch.tx, [1, 2], at)].filter(([, { facts }]) => facts.subscriptions.length > 0).map(([id]) => id)
    expect([await holders(before), await holders()]).toEqual([[1], [2]])
  })

  it('has the exceptions and the day of death beside the facts', async () => {
    const known = async (at?: string) => {
      const { deceasedOn, exceptions } = (await loadFacts(scratch.tx, [3], at)).get(3) ?? {}
      return { deceasedOn, exceptions }
    }
    const [none, some] = [{ deceasedOn: null, exceptions: [] }, { deceasedOn: '2026-02-01', exceptions: [{ organ: 2, membershipType: 1, startDate: '2026-01-01', endDate: null }] }]
    const before = await moment()
    await scratch.tx.execute(sql`update relations set deceased_on = '2026-02-01' where id = 3`)
    await scratch.tx.execute(sql`insert into exception_memberships (relation_id, organ_id, membership_type_id, start_date, reason) values (3, 2, 1, '2026-01-01', 'x')`)
    const between = await moment()
    await scratch.tx.execute(sql`delete from exception_memberships`)
    await scratch.tx.execute(sql`update relations set deceased_on = null where id = 3`)
    expect([await known(before), await known(between), await known()]).toEqual([none, some, none])
  })
})
