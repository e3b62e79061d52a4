import type fc from 'fast-check'
import { addDays, type LocalDate } from '../../../src/domain/localDate'
import type { Rule } from '../../../src/rules/rule'
import type { Dice } from './randomNumbers'
import { anyRule, typeRule, valuesRule } from './randomRules'
import type { Organ, World } from './world'
import type { Pace } from './randomWorld'

export type Structure = {
  readonly world: World
  readonly dice: Dice
  readonly divisionRule: fc.Arbitrary<Rule>
  readonly start: LocalDate
  readonly history: Pace['history']
}
export type Scope = { readonly organ: number | null; readonly type: number | null }

const mostOrgans = 18

/** Something that happens to the division: a rule, a transfer, an end or an exception is planned or called off, an organ is made. */
export function structureEvent(structure: Structure, date: LocalDate): void {
  const { pick, chance } = structure.dice
  if (structure.history === 'any' && chance(20)) return pick(otherMode, otherMode, otherList, otherExceptionMode)(structure)
  pick(ruleChange, ruleChange, calledOff, transfer, transfer, transfer, transfer, end, exception, exception, exception, exceptionEnd, addOrgan)(structure, date)
}

const addOrgan = (structure: Structure, date: LocalDate): void => newOrgan(structure, date)

/** An organ under an earlier one, now and then for a coming day. */
export function newOrgan(structure: Structure, date: LocalDate): void {
  const { world, dice: { below, chance, pick }, divisionRule } = structure
  const id = world.organs.length + 1
  if (id > mostOrgans) return
  const parent = id <= 2 || chance(10) ? null : 1 + below(id - 1)
  const startDate = addDays(date, chance(20) ? below(30) : 0)
  world.organs.push({ id, parent, mode: pick('rules', 'rules', 'rules', 'rules', 'passThrough', 'none'), startDate, endDate: null })
  if (chance(90)) planVersion(structure, { organ: id, type: null }, divisionRule, startDate)
  if (chance(15)) planVersion(structure, { organ: id, type: 1 + below(2) }, anyRule, startDate)
}

/** A rule from that day on. */
export function planVersion({ world, dice: { draw } }: Structure, scope: Scope, rule: fc.Arbitrary<Rule>, from: LocalDate): void {
  world.versions.push({ ...scope, rule: draw(rule), validFrom: from, validTo: null })
}

const soon = ({ dice: { below } }: Structure, date: LocalDate): LocalDate => addDays(date, 1 + below(25))

/** A rule for a place that may have one: the version that runs last ends, and mostly another follows. */
function ruleChange(structure: Structure, date: LocalDate): void {
  const { world, dice: { pick, chance, below } } = structure
  const organ = pick(...world.organs)
  const scope = chance(15) ? { organ: null, type: 1 + below(2) } : { organ: organ.id, type: pick(null, null, 1, 2) }
  const turn = soon(structure, date < organ.startDate ? organ.startDate : date)
  const last = world.versions.filter((one) => one.organ === scope.organ && one.type === scope.type).at(-1)
  if (last && (last.validTo !== null || last.validFrom >= turn)) return
  if (last) last.validTo = turn
  if (!last || chance(90)) planVersion(structure, scope, scope.organ === null ? typeRule : anyRule, turn)
}

/** What is planned for a coming day may be taken back: the last rule, the last transfer, an end. */
function calledOff({ world, dice: { pick } }: Structure, date: LocalDate): void {
  const version = world.versions.findLast(({ validFrom }) => validFrom > date)
  const organ = pick(...world.organs)
  if (version) {
    world.versions.splice(world.versions.indexOf(version), 1)
    for (const one of world.versions) if (one.organ === version.organ && one.type === version.type && one.validTo === version.validFrom) one.validTo = null
  }
  world.transfers = (world.transfers ?? []).filter((one) => one.organ !== organ.id || one.from <= date)
  if (organ.endDate !== null && organ.endDate > date) organ.endDate = null
}

/** Only under an earlier organ, so that no circle can come about. */
function transfer(structure: Structure, date: LocalDate): void {
  const { world, dice: { pick, chance, below } } = structure
  const organ = pick(...world.organs)
  const transfers = world.transfers ?? []
  const from = soon(structure, date < organ.startDate ? organ.startDate : date)
  if (organ.id === 1 || transfers.some((one) => one.organ === organ.id && one.from >= from)) return
  transfers.push({ organ: organ.id, parent: chance(10) ? null : 1 + below(organ.id - 1), from })
}

function end(structure: Structure, date: LocalDate): void {
  const { world, dice: { pick, chance } } = structure
  const organ: Organ = pick(...world.organs)
  if (organ.id <= 2 || organ.endDate !== null || organ.startDate >= date) return
  organ.endDate = chance(30) ? date : soon(structure, date)
}

function exception(structure: Structure, date: LocalDate): void {
  const { world, dice: { pick, below, chance } } = structure
  const startDate = addDays(date, pick(0, 0, 1, 12))
  const place = { relation: pick(...world.relations).id, organ: pick(...world.organs).id, type: 1 + below(2) }
  const isTaken = (world.exceptions ?? []).some((one) => one.relation === place.relation && one.organ === place.organ && one.type === place.type && (one.endDate === null || one.endDate > startDate))
  if (isTaken) return
  world.exceptions?.push({ id: nextId(world), ...place, startDate, endDate: chance(50) ? null : addDays(startDate, 1 + below(60)) })
}

const nextId = ({ exceptions = [] }: World): number => Math.max(0, ...exceptions.map(({ id }) => id)) + 1

function exceptionEnd({ world, dice: { pick, below } }: Structure, date: LocalDate): void {
  const running = (world.exceptions ?? []).filter(({ endDate }) => endDate === null)
  if (running.length === 0) return
  const one = pick(...running)
  if (one.startDate >= date) world.exceptions = (world.exceptions ?? []).filter(({ id }) => id !== one.id)
  else one.endDate = addDays(date, below(10))
}

const otherMode = ({ world, dice: { pick } }: Structure): void => {
  pick(...world.organs).mode = pick('rules', 'passThrough', 'none')
}

const otherList = ({ world, dice: { draw } }: Structure): void => {
  world.lists = (world.lists ?? []).map((list) => (list.id === 1 ? { ...list, rule: draw(valuesRule) } : list))
}

const otherExceptionMode = ({ world }: Structure): void => {
  world.exceptionMode = world.exceptionMode === 'override' ? 'additive' : 'override'
}
