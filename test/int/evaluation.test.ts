import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/domainError'
import { addDays, day, daysBetween, type LocalDate } from '../../src/domain/localDate'
import { evaluateMemberships } from '../../src/operations/evaluateMemberships'
import { evaluateOrganisation } from '../../src/store/evaluation'
import type { Transaction } from '../../src/store/transaction'
import { all, anna, bram, leaf, town } from '../rules/cast'
import { openScratch, type Scratch } from './evaluation/scratch'
import { mutations, periods, store, type Organ, type World } from './evaluation/world'

const since = day('2020-01-01')
const Province = 1, Municipality = 2, Branch = 3, Neighbours = 4
const member = 1, donor = 2

const organ = (id: number, parent: number | null, mode: Organ['mode'] = 'rules'): Organ => ({ id, parent, mode, startDate: since, endDate: null })
const forever = { validFrom: since, validTo: null }

/** Member: has subscription 1. Province Utrecht > municipality Zeist > branches for Zeist and for Den Dolder. */
const association = (): World => ({
  organisation: 1,
  types: [member, donor],
  organs: [organ(Province, null), organ(Municipality, Province), organ(Branch, Municipality), organ(Neighbours, Municipality)],
  relations: [{ id: 1, facts: anna, deceasedOn: null }, { id: 2, facts: bram, deceasedOn: null }],
  versions: [
    { organ: null, type: member, rule: leaf('subscription.active', 'oneOf', [1]), ...forever },
    { organ: Province, type: null, rule: leaf('address.province', 'equals', 'Utrecht'), ...forever },
    { organ: Municipality, type: null, rule: leaf('address.municipality', 'equals', 'Zeist'), ...forever },
    { organ: Branch, type: null, rule: town('Zeist', 'Huis ter Heide'), ...forever },
    { organ: Neighbours, type: null, rule: town('Den Dolder'), ...forever },
  ],
})

describe('evaluateOrganisation', () => {
  let scratch: Scratch
  let world: World
  beforeAll(async () => { scratch = await openScratch() })
  afterAll(() => scratch.close())
  beforeEach(() => { world = association() })

  const story = (tell: (run: (date: string) => Promise<{ joined: number; left: number; open: number }>, tx: Transaction) => Promise<void>): Promise<void> =>
    scratch.inUndone((tx) => tell(async (date) => {
      await store(tx, world)
      return evaluateOrganisation(tx, { organisation: world.organisation, date: day(date) })
    }, tx))
  const moveAnna = (home: string): void => {
    const relation = world.relations[0]
    if (relation) relation.facts = { ...anna, address: { ...anna.address, town: home } }
  }
  const annaTo = (change: Partial<World['relations'][number]>): void => { Object.assign(world.relations[0] ?? {}, change) }
  const reasons = async (tx: Transaction): Promise<string[]> => {
    const { rows } = await tx.execute<{ line: string }>(sql`
      select coalesce(organ_id, 0) || ' ' || reason as line from membership_mutations where kind = 'left' order by coalesce(organ_id, 0)`)
    return rows.map(({ line }) => line)
  }

  it('makes Anna a member of the organisation and of the three organs above her (A08)', () => story(async (run, tx) => {
    expect(await run('2026-03-01')).toMatchObject({ joined: 4, left: 0, open: 4 })
    expect(await periods(tx, 1)).toEqual([
      '1 in 0 as 1: 2026-03-01 to …', '1 in 1 as 1: 2026-03-01 to …', '1 in 2 as 1: 2026-03-01 to …', '1 in 3 as 1: 2026-03-01 to …',
    ])
    expect(await mutations(tx, 1)).toHaveLength(4)
  }))

  it('counts the consecutive days and starts anew after a day outside (DAY)', () => story(async (run, tx) => {
    await run('2026-03-01')
    moveAnna('Soest')
    expect(await run('2026-03-11')).toMatchObject({ joined: 0, left: 1, open: 3 })
    moveAnna('Zeist')
    await run('2026-03-12')
    expect((await periods(tx, 1)).slice(3)).toEqual(['1 in 3 as 1: 2026-03-01 to 2026-03-11', '1 in 3 as 1: 2026-03-12 to …'])
    expect(daysBetween(day('2026-03-01'), day('2026-03-11'))).toBe(10)
  }))

  it('counts 29 February (DAY-leap)', () => story(async (run, tx) => {
    await run('2024-02-28')
    annaTo({ facts: { ...anna, subscriptions: [] } })
    await run('2024-03-01')
    const { rows } = await tx.execute(sql`select distinct end_date - start_date as days from memberships`)
    expect(rows).toEqual([{ days: 2 }])
  }))

  it('does not let a backdated subscription move the start (A10)', () => story(async (run, tx) => {
    await run('2026-03-01')
    annaTo({ facts: { ...anna, subscriptions: [{ typeId: 1, startDate: day('2015-01-01'), endDate: null }] } })
    expect(await run('2026-03-02')).toMatchObject({ joined: 0, left: 0 })
    expect((await periods(tx, 1))[0]).toBe('1 in 0 as 1: 2026-03-01 to …')
  }))

  it('changes nothing when it runs again', () => story(async (run, tx) => {
    await run('2026-03-01')
    const before = [await periods(tx, 1), await mutations(tx, 1)]
    expect(await run('2026-03-01')).toMatchObject({ joined: 0, left: 0, open: 4 })
    expect(await run('2026-03-02')).toMatchObject({ joined: 0, left: 0, open: 4 })
    expect([await periods(tx, 1), await mutations(tx, 1)]).toEqual(before)
  }))

  it('leaves no trace of what was gone again the same day', () => story(async (run, tx) => {
    await run('2026-03-01')
    moveAnna('Den Dolder')
    await run('2026-03-05')
    expect(await mutations(tx, 1)).toHaveLength(6)
    moveAnna('Zeist')
    expect(await run('2026-03-05')).toMatchObject({ joined: 1, left: 1, open: 4 })
    expect((await periods(tx, 1))[3]).toBe('1 in 3 as 1: 2026-03-01 to …')
    expect(await mutations(tx, 1)).toHaveLength(4)
  }))

  it('moves a town to another branch on the planned day and nothing else (A11)', () => story(async (run, tx) => {
    const [, , , branch, neighbours] = world.versions
    if (!branch || !neighbours) throw new Error('The cast has five rules')
    const turn = day('2026-04-01')
    world.versions.push({ ...branch, rule: town('Huis ter Heide'), validFrom: turn }, { ...neighbours, rule: town('Zeist', 'Den Dolder'), validFrom: turn })
    Object.assign(branch, { validTo: turn })
    Object.assign(neighbours, { validTo: turn })
    await run('2026-03-31')
    expect(await run('2026-04-01')).toMatchObject({ joined: 1, left: 1, open: 4 })
    expect((await periods(tx, 1)).slice(2)).toEqual([
      '1 in 2 as 1: 2026-03-31 to …', '1 in 3 as 1: 2026-03-31 to 2026-04-01', '1 in 4 as 1: 2026-04-01 to …',
    ])
    expect(await reasons(tx)).toEqual(['3 rule_change'])
  }))

  it.each<[string, (today: LocalDate) => void, string[]]>([
    ['an organ and all below it stop', (today) => Object.assign(world.organs[1] ?? {}, { endDate: today }), ['2 organ_ended', '3 organ_ended']],
    ['a relation is archived', () => annaTo({ facts: { ...anna, status: 'archived' } }), [0, 1, 2, 3].map((id) => `${id} relation_archived`)],
    ['a relation dies', (today) => annaTo({ deceasedOn: today }), [0, 1, 2, 3].map((id) => `${id} deceased`)],
    ['a relation moves', () => moveAnna('Soest'), ['3 rules_no_longer_met']],
    ['the rule of the type stops', (today) => Object.assign(world.versions[0] ?? {}, { validTo: today }), [0, 1, 2, 3].map((id) => `${id} rule_change`)],
  ])('says why a period ended when %s', (_, change, expected) => story(async (run, tx) => {
    await run('2026-03-01')
    change(day('2026-03-02'))
    await run('2026-03-02')
    expect(await reasons(tx)).toEqual(expected)
  }))

  it('gives an organ that only groups all members of the organ above', () => story(async (run, tx) => {
    world.organs.push(organ(5, Municipality, 'passThrough'), organ(6, 5))
    world.versions.push({ organ: 6, type: null, rule: leaf('age', 'atLeast', 40), ...forever })
    await run('2026-03-01')
    expect((await periods(tx, 1)).slice(4)).toEqual(['1 in 5 as 1: 2026-03-01 to …', '1 in 6 as 1: 2026-03-01 to …'])
  }))

  it('gives an organ without rules only the members of the organs below it', () => story(async (run, tx) => {
    world.organs.push(organ(5, null, 'none'), organ(6, 5, 'rules'), organ(7, 6), organ(8, 5, 'none'))
    world.versions.push({ organ: 7, type: null, rule: leaf('age', 'atLeast', 40), ...forever })
    world.relations.push({ id: 3, facts: { ...anna, birthDate: day('2010-01-01') }, deceasedOn: null })
    await run('2026-03-01')
    const found = (await periods(tx, 1)).map((line) => line.split(' as ')[0])
    expect(found.filter((line) => /in [5-8]/.test(line ?? ''))).toEqual(['1 in 5', '1 in 6', '1 in 7'])
  }))

  it('asks an organ for a type only what that type needs there', () => story(async (run, tx) => {
    world.versions.push({ organ: null, type: donor, rule: leaf('relation.type', 'equals', 'person'), ...forever })
    world.versions.push({ organ: Branch, type: donor, rule: leaf('age', 'atLeast', 65), ...forever })
    await run('2026-03-01')
    expect((await periods(tx, 1)).filter((line) => line.includes(' as 2'))).toEqual([
      '1 in 0 as 2: 2026-03-01 to …', '1 in 1 as 2: 2026-03-01 to …', '1 in 2 as 2: 2026-03-01 to …', '2 in 0 as 2: 2026-03-01 to …',
    ])
  }))

  it('divides over a thousand organs with conditions of their own', () => story(async (run) => {
    for (let id = 10; id < 1010; id += 1) {
      world.organs.push(organ(id, id % 2 ? Branch : Municipality))
      world.versions.push({ organ: id, type: null, rule: all(town('Zeist'), leaf('age', 'atMost', id % 100)), ...forever })
    }
    expect(await run('2026-03-01')).toMatchObject({ joined: 4 + 590 })
  }))

  it('loses nobody who moves while it looks', () => story(async (run, tx) => {
    await run('2026-03-01')
    const whileLooking: Transaction = {
      execute: async <T extends Record<string, unknown>>(query: SQL) => {
        const found = await tx.execute<T>(query)
        const isLooking = found.rows.some((row) => 'here' in row)
        if (isLooking) await tx.execute(sql`update relations set address_town = 'Huis ter Heide' where id = 1`)
        return found
      },
    }
    expect(await evaluateOrganisation(whileLooking, { organisation: 1, date: day('2026-03-02') })).toMatchObject({ joined: 0, left: 0, open: 4 })
    expect(await periods(tx, 1)).toHaveLength(4)
  }))

  it('stops at a rule that cannot be read, and ends nobody’s membership', () => story(async (run, tx) => {
    await run('2026-03-01')
    await tx.execute(sql`update rule_versions set criteria = '{"field":"shoe.size"}' where organ_id = ${Branch}`)
    await expect(evaluateOrganisation(tx, { organisation: 1, date: day('2026-03-02') })).rejects.toMatchObject({ code: 'RULE_INVALID' })
    expect(await mutations(tx, 1)).toHaveLength(4)
  }))

  it('puts the settings of the transaction back', () => story(async (run, tx) => {
    const settings = sql`select current_setting('enable_nestloop') as loops, current_setting('work_mem') as memory`
    const before = (await tx.execute(settings)).rows
    await run('2026-03-01')
    expect((await tx.execute(settings)).rows).toEqual(before)
  }))

  describe('as an operation', () => {
    const yesterday = async (): Promise<LocalDate> => day('2026-03-01')

    it('evaluates every organisation by itself', () => scratch.inUndone(async (tx) => {
      await store(tx, world)
      await store(tx, { ...world, organisation: 2, types: [3], organs: [], versions: [{ organ: null, type: 3, rule: town('Zeist'), ...forever }] })
      expect(await evaluateMemberships(tx, { date: day('2026-03-01'), lastEvaluated: yesterday })).toMatchObject([
        { organisation: 1, joined: 4, left: 0, open: 4 }, { organisation: 2, joined: 1, left: 0, open: 1 },
      ])
    }))

    it('refuses a day before the last one', () => scratch.inUndone(async (tx) => {
      const run = evaluateMemberships(tx, { date: addDays(await yesterday(), -1), lastEvaluated: yesterday })
      await expect(run).rejects.toBeInstanceOf(DomainError)
      await expect(run).rejects.toMatchObject({ code: 'EVALUATION_IN_THE_PAST' })
    }))
  })
})
