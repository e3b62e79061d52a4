import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CollectionName } from '../../src/access/rights'
import { day } from '../../src/domain/localDate'
import { daysOf } from '../../src/domain/membershipPeriod'
import { correctMembership } from '../../src/operations/correctMembership'
import { runEvaluation } from '../../src/operations/runEvaluation'
import type { Rule } from '../../src/rules/rule'
import { buildersFor, reqOn, rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

/*
 * The acceptance examples of the specification (domain §3 and §17), told through the doors that staff use: every record is
 * made by Payload with its hooks, on the day that the example names, and the daily run does the rest.
 */
let kring: BootedPayload
beforeAll(async () => { kring = await bootPayload() })
afterAll(() => kring.destroy())

type Data = Readonly<Record<string, unknown>>

const equals = (field: string, value: string): Rule => ({ field, operator: 'equals', value })
const townIs = (...value: string[]): Rule => ({ field: 'address.town', operator: 'oneOf', value })

const on = (date: string): Promise<PayloadRequest> => reqOn(kring.payload, day(date))
const make = async (date: string, collection: CollectionName, data: Data): Promise<number> =>
  Number((await kring.payload.create({ collection, req: await on(date), data: data as never, depth: 0 })).id)
const change = async (date: string, collection: CollectionName, id: number, data: Data): Promise<unknown> =>
  kring.payload.update({ collection, id, req: await on(date), data: data as never, depth: 0 })

let associations = 0

/** Organisation, type with "has subscription", and what a story adds: organs by name, each with its rule. Nothing of a former story is left running. */
async function association(startDate: string, rule?: Rule) {
  await forgetEverything()
  associations += 1
  const nth = associations
  const organisation = await make(startDate, 'organisations', { title: `Vereniging ${nth}`, myDepartmentLabel: 'Mijn Afdeling', exceptionMode: 'override' })
  const subscriptionType = await make(startDate, 'subscription-types', { title: `Abonnement ${nth}`, priceCents: 3_000, period: 'year' })
  const type = await make(startDate, 'membership-types', { title: 'Lid', organisation })
  await make(startDate, 'rule-versions', { membershipType: type, criteria: rule ?? { field: 'subscription.active', operator: 'oneOf', value: [subscriptionType] }, validFrom: startDate })
  const organ = async (title: string, parent: number | undefined, criteria?: Rule): Promise<number> => {
    const id = await make(startDate, 'organs', { title, organisation, parent, startDate, ruleMode: criteria ? 'rules' : 'none' })
    if (criteria) await make(startDate, 'rule-versions', { organ: id, criteria, validFrom: startDate })
    return id
  }
  const person = async (town: string, rest: Data = {}): Promise<number> => {
    const id = await buildersFor(kring.payload).person(`Lid ${nth} ${town}`, { address: { town, province: 'Utrecht', municipality: 'Zeist', ...(rest['address'] as object) } })
    await make(startDate, 'subscriptions', { relation: id, type: subscriptionType, startDate, paymentMethod: 'transfer', instalmentCount: 1 })
    return id
  }
  return { organisation, type, subscriptionType, organ, person }
}

/** Another story begins: the days that were evaluated, and who was a member of what, are those of another association. */
async function forgetEverything(): Promise<void> {
  for (const table of ['membership_corrections', 'membership_mutations', 'memberships', 'job_runs', 'evaluated_days', 'rule_versions', 'exception_memberships', 'functions', 'organ_placements', 'organs', 'membership_types', 'organisations']) {
    await kring.payload.db.pool.query(`alter table ${table} disable trigger user; delete from ${table}; alter table ${table} enable trigger user`)
  }
  await kring.payload.db.pool.query('update relations set status = \'archived\'')
}

/** The daily runs up to and including the day. The first run of a story is on that day alone. */
const evaluate = async (date: string): Promise<void> => { await runEvaluation(await on(date), day(date)) }

type Period = { readonly place: string; readonly period: string }
const periodsOf = async (relation: number): Promise<string[]> =>
  (await rowsOf<Period>(kring.payload, `
    select coalesce(o.title, 'organisatie') as place, m.start_date || ' – ' || coalesce(m.end_date::text, '…') as period
      from memberships m left join organs o on o.id = m.organ_id where m.relation_id = $1 order by o.id nulls first, m.start_date`, [relation]))
    .map(({ place, period }) => `${place}: ${period}`)
const mutationsOn = async (date: string): Promise<string[]> =>
  (await rowsOf<{ line: string }>(kring.payload, `
    select coalesce(o.title, 'organisatie') || ' ' || u.kind || ' ' || u.reason as line
      from membership_mutations u left join organs o on o.id = u.organ_id where u.date = $1 order by o.id nulls first, u.kind`, [date])).map(({ line }) => line)
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'accepted'
  } catch (error) {
    return (error as { data?: { errors?: readonly { message: string }[] } }).data?.errors?.[0]?.message ?? String(error)
  }
}

describe('A08 rule chain', () => {
  it('A08: type > province > municipality > town gives the organisation and three organs', async () => {
    const { organ, person } = await association('2026-01-01')
    const province = await organ('PRA Utrecht', undefined, equals('address.province', 'Utrecht'))
    const municipality = await organ('GMA Zeist', province, equals('address.municipality', 'Zeist'))
    await organ('AFD Zeist', municipality, townIs('Zeist', 'Bosch en Duin'))
    const member = await person('Zeist')
    await evaluate('2026-03-01')
    expect(await periodsOf(member)).toEqual(['organisatie: 2026-03-01 – …', 'PRA Utrecht: 2026-03-01 – …', 'GMA Zeist: 2026-03-01 – …', 'AFD Zeist: 2026-03-01 – …'])
  })
})

describe('A09 consecutive days', () => {
  const told = async (days: readonly [string, string?][], start: string) => {
    const { person, organ } = await association(start)
    await organ('AFD Zeist', undefined, townIs('Zeist'))
    const member = await person('Zeist')
    for (const [date, movesTo] of days) {
      await evaluate(date)
      if (movesTo) await change(date, 'relations', member, { address: { town: movesTo } })
    }
    return (await periodsOf(member)).slice(1)
  }

  it('A09 DAY: a member from 1 March who fails in the run of 11 March was one for 10 days, and starts anew on the 12th', async () => {
    expect(await told([['2026-03-01'], ['2026-03-10', 'Utrecht'], ['2026-03-11', 'Zeist'], ['2026-03-12']], '2026-01-01'))
      .toEqual(['AFD Zeist: 2026-03-01 – 2026-03-11', 'AFD Zeist: 2026-03-12 – …'])
    expect(daysOf({ startDate: day('2026-03-01'), endDate: day('2026-03-11') }, day('2026-03-12'))).toBe(10)
    expect(daysOf({ startDate: day('2026-03-12') }, day('2026-03-12'))).toBe(1)
  })

  it('A09 DAY-leap: from 28 February to 1 March 2024 are 2 days', async () => {
    expect(await told([['2024-02-28'], ['2024-02-29', 'Utrecht'], ['2024-03-01']], '2024-01-01')).toEqual(['AFD Zeist: 2024-02-28 – 2024-03-01'])
    expect(daysOf({ startDate: day('2024-02-28'), endDate: day('2024-03-01') }, day('2024-03-01'))).toBe(2)
  })

  it('A09 R-DAY-3: who fails at ten and holds again at three was a member all day', async () => {
    const { person, organ } = await association('2026-01-01')
    await organ('AFD Zeist', undefined, townIs('Zeist'))
    const member = await person('Zeist')
    await evaluate('2026-03-01')
    await change('2026-03-02', 'relations', member, { address: { town: 'Utrecht' } })
    await change('2026-03-02', 'relations', member, { address: { town: 'Zeist' } })
    await evaluate('2026-03-02')
    expect(await periodsOf(member)).toEqual(['organisatie: 2026-03-01 – …', 'AFD Zeist: 2026-03-01 – …'])
  })
})

describe('A10 no retroactivity', () => {
  it('A10: a subscription entered with a start in the past does not move the membership back', async () => {
    const { person, subscriptionType } = await association('2026-01-01')
    const member = await person('Zeist')
    await kring.payload.db.pool.query('delete from subscriptions where relation_id = $1', [member])
    await evaluate('2026-03-01')
    await evaluate('2026-03-04')
    await make('2026-03-04', 'subscriptions', { relation: member, type: subscriptionType, startDate: '2025-06-01', paymentMethod: 'transfer', instalmentCount: 1 })
    await evaluate('2026-03-05')
    expect(await periodsOf(member)).toEqual(['organisatie: 2026-03-05 – …'])
  })

  it('A12: a rule that would have counted since yesterday, or today, is refused', async () => {
    const { organ } = await association('2026-01-01')
    const branch = await organ('AFD Zeist', undefined, townIs('Zeist'))
    await evaluate('2026-03-20')
    for (const validFrom of ['2026-03-19', '2026-03-20']) {
      expect(await refusalOf(make('2026-03-20', 'rule-versions', { organ: branch, criteria: townIs('Soest'), validFrom })))
        .toBe('Een andere regel kan op zijn vroegst morgen ingaan: het verleden verandert niet. Kies een latere dag.')
    }
  })
})

describe('A11 planned rule change', () => {
  it('A11 RULE-move: town B goes from K to L per 1 April, and everything above runs on', async () => {
    const { organ, person } = await association('2026-01-01')
    const province = await organ('PRA Utrecht', undefined, equals('address.province', 'Utrecht'))
    const municipality = await organ('GMA', province, equals('address.municipality', 'Zeist'))
    const k = await organ('AFD K', municipality, townIs('A', 'B'))
    const l = await organ('AFD L', municipality, townIs('C'))
    const member = await person('B')
    await evaluate('2026-03-20')
    await make('2026-03-20', 'rule-versions', { organ: k, criteria: townIs('A'), validFrom: '2026-04-01' })
    await make('2026-03-20', 'rule-versions', { organ: l, criteria: townIs('B', 'C'), validFrom: '2026-04-01' })
    await evaluate('2026-03-31')
    expect((await periodsOf(member)).at(-1)).toBe('AFD K: 2026-03-20 – …')
    await evaluate('2026-04-01')
    expect(await periodsOf(member)).toEqual([
      'organisatie: 2026-03-20 – …', 'PRA Utrecht: 2026-03-20 – …', 'GMA: 2026-03-20 – …', 'AFD K: 2026-03-20 – 2026-04-01', 'AFD L: 2026-04-01 – …',
    ])
    expect(await mutationsOn('2026-04-01')).toEqual(['AFD K left rule_change', 'AFD L joined rule_change'])
  })

  it('A11 R-RULE-2: the new rule ends the old one on its day, and calling it off lets that run on', async () => {
    const { organ } = await association('2026-01-01')
    const k = await organ('AFD K', undefined, townIs('A', 'B'))
    const planned = await make('2026-03-20', 'rule-versions', { organ: k, criteria: townIs('A'), validFrom: '2026-04-01' })
    const versions = () => rowsOf(kring.payload, 'select valid_from::text, valid_to::text from rule_versions where organ_id = $1 order by valid_from', [k])
    expect(await versions()).toEqual([{ valid_from: '2026-01-01', valid_to: '2026-04-01' }, { valid_from: '2026-04-01', valid_to: null }])
    await change('2026-03-21', 'rule-versions', planned, { validFrom: '2026-05-01' })
    expect(await versions()).toEqual([{ valid_from: '2026-01-01', valid_to: '2026-05-01' }, { valid_from: '2026-05-01', valid_to: null }])
    await kring.payload.delete({ collection: 'rule-versions', id: planned, req: await on('2026-03-22') })
    expect(await versions()).toEqual([{ valid_from: '2026-01-01', valid_to: null }])
  })
})

describe('A13 transfer', () => {
  const chain = async () => {
    const made = await association('2026-01-01')
    const province = await made.organ('Prov U', undefined, equals('address.province', 'Utrecht'))
    const [x, y] = [await made.organ('Gem X', province), await made.organ('Gem Y', province)]
    const a = await made.organ('Afd A', x, townIs('Zeist'))
    return { ...made, province, x, y, a }
  }

  it('A13 TRF: X ends, Y starts, and A, U and the organisation run on with their count', async () => {
    const { person, y, a } = await chain()
    const member = await person('Zeist')
    await evaluate('2026-03-10')
    await make('2026-03-10', 'organ-placements', { organ: a, parent: y, validFrom: '2026-04-01' })
    await evaluate('2026-03-31')
    expect(await periodsOf(member)).toEqual(['organisatie: 2026-03-10 – …', 'Prov U: 2026-03-10 – …', 'Gem X: 2026-03-10 – …', 'Afd A: 2026-03-10 – …'])
    expect(await rowsOf(kring.payload, 'select p.title from organs o join organs p on p.id = o.parent_id where o.id = $1', [a])).toEqual([{ title: 'Gem X' }])
    await evaluate('2026-04-01')
    expect(await periodsOf(member)).toEqual([
      'organisatie: 2026-03-10 – …', 'Prov U: 2026-03-10 – …', 'Gem X: 2026-03-10 – 2026-04-01', 'Gem Y: 2026-04-01 – …', 'Afd A: 2026-03-10 – …',
    ])
    expect(await mutationsOn('2026-04-01')).toEqual(['Gem X left organ_transfer', 'Gem Y joined organ_transfer'])
    expect(await rowsOf(kring.payload, 'select p.title from organs o join organs p on p.id = o.parent_id where o.id = $1', [a])).toEqual([{ title: 'Gem Y' }])
    expect(daysOf({ startDate: day('2026-03-10') }, day('2026-04-01'))).toBe(23)
  })

  it('A13 R-TRF-4: who fails the rule of the new parent leaves the moved organ as well', async () => {
    const { organ, person, province, a } = await chain()
    const strict = await organ('Gem Z', province, townIs('Soest'))
    const member = await person('Zeist')
    await evaluate('2026-03-10')
    await make('2026-03-10', 'organ-placements', { organ: a, parent: strict, validFrom: '2026-04-01' })
    await evaluate('2026-04-01')
    expect(await periodsOf(member)).toEqual(['organisatie: 2026-03-10 – …', 'Prov U: 2026-03-10 – …', 'Gem X: 2026-03-10 – 2026-04-01', 'Afd A: 2026-03-10 – 2026-04-01'])
    expect(await mutationsOn('2026-04-01')).toEqual(['Gem X left organ_transfer', 'Afd A left organ_transfer'])
  })

  it('A13 TRF: for whoever is there by exception the reason is the transfer as well', async () => {
    const { person, y, a, type } = await chain()
    const member = await person('Soest')
    await make('2026-03-10', 'exception-memberships', { relation: member, organ: a, membershipType: type, startDate: '2026-03-10', reason: 'Erelid' })
    await evaluate('2026-03-10')
    await make('2026-03-10', 'organ-placements', { organ: a, parent: y, validFrom: '2026-04-01' })
    await evaluate('2026-04-01')
    expect(await mutationsOn('2026-04-01')).toEqual(['Gem X left organ_transfer', 'Gem Y joined organ_transfer'])
  })

  it('A14: a transfer today or in the past is refused', async () => {
    const { y, a } = await chain()
    for (const validFrom of ['2026-03-10', '2026-03-09']) {
      expect(await refusalOf(make('2026-03-10', 'organ-placements', { organ: a, parent: y, validFrom }))).toMatch(/op zijn vroegst morgen/)
    }
  })

  it('A14 R-TRF: a transfer that was called off never happens', async () => {
    const { person, y, a } = await chain()
    const member = await person('Zeist')
    await evaluate('2026-03-10')
    const planned = await make('2026-03-10', 'organ-placements', { organ: a, parent: y, validFrom: '2026-04-01' })
    await kring.payload.delete({ collection: 'organ-placements', id: planned, req: await on('2026-03-12') })
    await evaluate('2026-04-02')
    expect(await periodsOf(member)).toEqual(['organisatie: 2026-03-10 – …', 'Prov U: 2026-03-10 – …', 'Gem X: 2026-03-10 – …', 'Afd A: 2026-03-10 – …'])
  })
})

describe('A15 stopping an organ', () => {
  it('A15 END: rule and exception memberships end on the day, and what was made in the CRM stays', async () => {
    const { organ, person, type } = await association('2026-01-01')
    const a = await organ('Afdeling A', undefined, townIs('Zeist'))
    await organ('Wijk van A', a, townIs('Zeist'))
    const [byRule, byException] = [await person('Zeist'), await person('Utrecht')]
    const secretary = await make('2026-01-01', 'function-types', { title: `Secretaris ${a}` })
    const held = await make('2026-01-01', 'functions', { holder: byRule, type: secretary, organ: a, startDate: '2026-01-01' })
    await make('2026-06-01', 'exception-memberships', { relation: byException, organ: a, membershipType: type, startDate: '2026-06-01', reason: 'Oprichter' })
    await evaluate('2026-06-01')
    await change('2026-06-02', 'organs', a, { endDate: '2026-06-30' })
    await evaluate('2026-06-29')
    expect(await periodsOf(byException)).toEqual(['organisatie: 2026-06-01 – …', 'Afdeling A: 2026-06-01 – …'])
    await evaluate('2026-06-30')
    expect(await periodsOf(byRule)).toEqual(['organisatie: 2026-06-01 – …', 'Afdeling A: 2026-06-01 – 2026-06-30', 'Wijk van A: 2026-06-01 – 2026-06-30'])
    expect((await periodsOf(byException)).at(-1)).toBe('Afdeling A: 2026-06-01 – 2026-06-30')
    expect(new Set(await mutationsOn('2026-06-30'))).toEqual(new Set(['Afdeling A left organ_ended', 'Wijk van A left organ_ended']))
    expect(await rowsOf(kring.payload, 'select end_date from functions where id = $1', [held])).toEqual([{ end_date: null }])
  })
})

describe('A16 exception membership', () => {
  const branches = async () => {
    const made = await association('2026-01-01')
    const province = await made.organ('PRA Utrecht', undefined, equals('address.province', 'Utrecht'))
    const [k, l] = [await made.organ('AFD K', province, townIs('Zeist')), await made.organ('AFD L', province, townIs('Soest'))]
    return { ...made, k, l }
  }

  it('A16 EXC: K ends and L starts on the day, and moving to Spain leaves L open', async () => {
    const { person, l, type } = await branches()
    const member = await person('Zeist')
    await make('2026-04-20', 'exception-memberships', { relation: member, organ: l, membershipType: type, startDate: '2026-05-01', reason: 'Actief in L' })
    await evaluate('2026-04-30')
    expect((await periodsOf(member)).at(-1)).toBe('AFD K: 2026-04-30 – …')
    await evaluate('2026-05-01')
    await change('2026-05-31', 'relations', member, { address: { town: 'Sevilla', province: 'Andalucía', municipality: 'Sevilla', country: 'ES' } })
    await evaluate('2026-06-01')
    expect(await periodsOf(member)).toEqual([
      'organisatie: 2026-04-30 – …', 'PRA Utrecht: 2026-04-30 – …', 'AFD K: 2026-04-30 – 2026-05-01', 'AFD L: 2026-05-01 – …',
    ])
    expect(await mutationsOn('2026-05-01')).toEqual(['AFD K left exception_started', 'AFD L joined exception_started'])
  })

  it('A16 R-EXC-3: beside the rules, where the organisation chose so', async () => {
    const { person, l, type, organisation } = await branches()
    await change('2026-01-01', 'organisations', organisation, { exceptionMode: 'additive' })
    const member = await person('Zeist')
    await make('2026-04-20', 'exception-memberships', { relation: member, organ: l, membershipType: type, startDate: '2026-04-20', reason: 'Ook actief in L' })
    await evaluate('2026-04-20')
    expect(await periodsOf(member)).toEqual(['organisatie: 2026-04-20 – …', 'PRA Utrecht: 2026-04-20 – …', 'AFD K: 2026-04-20 – …', 'AFD L: 2026-04-20 – …'])
  })

  it('A16 R-EXC-3: who leaves an organ by its rules does so for that reason, exception elsewhere or not', async () => {
    const { person, l, type, organisation } = await branches()
    await change('2026-01-01', 'organisations', organisation, { exceptionMode: 'additive' })
    const member = await person('Zeist')
    await make('2026-04-20', 'exception-memberships', { relation: member, organ: l, membershipType: type, startDate: '2026-04-20', reason: 'Ook actief in L' })
    await evaluate('2026-04-20')
    await change('2026-04-21', 'relations', member, { address: { town: 'Baarn' } })
    await evaluate('2026-04-21')
    expect(await mutationsOn('2026-04-21')).toEqual(['AFD K left rules_no_longer_met'])
  })

  it('A16 R-EXC-4: the exception ends, the rules of the same organ are met, and the period runs on', async () => {
    const { person, l, type } = await branches()
    const member = await person('Zeist')
    await make('2026-04-20', 'exception-memberships', { relation: member, organ: l, membershipType: type, startDate: '2026-04-20', endDate: '2026-05-10', reason: 'Verhuist binnenkort' })
    await evaluate('2026-04-20')
    await change('2026-05-01', 'relations', member, { address: { town: 'Soest' } })
    await evaluate('2026-05-10')
    expect(await periodsOf(member)).toEqual(['organisatie: 2026-04-20 – …', 'PRA Utrecht: 2026-04-20 – …', 'AFD L: 2026-04-20 – …'])
    expect(await mutationsOn('2026-05-10')).toEqual([])
  })

  it('A16 R-EXC-1: archiving the relation ends it', async () => {
    const { person, l, type } = await branches()
    const member = await person('Zeist')
    await make('2026-04-20', 'exception-memberships', { relation: member, organ: l, membershipType: type, startDate: '2026-04-20', reason: 'Erelid' })
    await evaluate('2026-04-20')
    await change('2026-04-21', 'relations', member, { status: 'archived' })
    await evaluate('2026-04-21')
    expect(await mutationsOn('2026-04-21')).toEqual(['organisatie left relation_archived', 'PRA Utrecht left relation_archived', 'AFD L left relation_archived'])
  })

  it('A16 R-EXC-5: it does not begin in the past', async () => {
    const { person, l, type } = await branches()
    const member = await person('Zeist')
    expect(await refusalOf(make('2026-04-20', 'exception-memberships', { relation: member, organ: l, membershipType: type, startDate: '2026-04-19', reason: 'Te laat' })))
      .not.toBe('accepted')
  })
})

describe('corrections beside the daily run', () => {
  it('keeps what was said of a period that a correction lets begin today, when it ends today', async () => {
    const { organ, person, organisation, type } = await association('2026-01-01')
    const branch = await organ('AFD Zeist', undefined, townIs('Zeist'))
    const member = await person('Zeist')
    await evaluate('2026-03-01')
    await evaluate('2026-03-05')
    const [period] = await rowsOf<{ id: number }>(kring.payload, 'select id from memberships where relation_id = $1 and organ_id = $2', [member, branch])
    await correctMembership(await on('2026-03-05'), {
      action: 'change', relation: member, organisation, organ: branch, membershipType: type, membershipId: period?.id, startDate: day('2026-03-05'), reason: 'Verkeerd ingevoerd', today: day('2026-03-05'),
    })
    await change('2026-03-05', 'relations', member, { address: { town: 'Utrecht' } })
    await evaluate('2026-03-05')
    expect(await rowsOf(kring.payload, `select date::text, kind from membership_mutations where membership_id = $1 order by id`, [period?.id]))
      .toEqual([{ date: '2026-03-01', kind: 'joined' }, { date: '2026-03-05', kind: 'corrected' }])
  })

  it('R-TRF-2: a transfer on a missed day takes place on its day, also for whoever changed meanwhile', async () => {
    const made = await association('2026-01-01')
    const [x, y] = [await made.organ('Gem X', undefined), await made.organ('Gem Y', undefined)]
    const a = await made.organ('Afd A', x, townIs('Zeist'))
    const member = await made.person('Zeist')
    await evaluate('2026-03-01')
    await make('2026-03-01', 'organ-placements', { organ: a, parent: y, validFrom: '2026-03-03' })
    await change('2026-03-02', 'relations', member, { address: { town: 'Zeist', municipality: 'Anders' } })
    await evaluate('2026-03-05')
    expect(await periodsOf(member)).toEqual(['organisatie: 2026-03-01 – …', 'Gem X: 2026-03-01 – 2026-03-03', 'Gem Y: 2026-03-03 – …', 'Afd A: 2026-03-01 – …'])
  })
})

describe('R-DAY-2 missed days', () => {
  it('R-DAY-2: what changed while no run was done counts from the day of the run; a planned change from its own day', async () => {
    const { organ, person } = await association('2026-01-01')
    const k = await organ('AFD K', undefined, townIs('Zeist', 'Soest'))
    const [stays, comes] = [await person('Soest'), await person('Utrecht')]
    await evaluate('2026-03-01')
    await make('2026-03-01', 'rule-versions', { organ: k, criteria: townIs('Zeist'), validFrom: '2026-03-03' })
    await change('2026-03-02', 'relations', comes, { address: { town: 'Zeist' } })
    await evaluate('2026-03-05')
    expect((await periodsOf(stays)).at(-1)).toBe('AFD K: 2026-03-01 – 2026-03-03')
    expect((await periodsOf(comes)).at(-1)).toBe('AFD K: 2026-03-05 – …')
  })
})
