import type { LocalDate } from '../../../src/domain/localDate'
import { matches } from '../../../src/rules/explainRule'
import type { Rule } from '../../../src/rules/rule'
import type { Organ, Relation, World } from './world'

/** The evaluation by the letter of the specification: for every relation, type and organ one question at a time. */
export type Period = { relation: number; organ: number; type: number; start: LocalDate; end: LocalDate | null }

/** The periods after a run, given those before the first run of that date. */
export function evaluate(before: readonly Period[], world: World, date: LocalDate): Period[] {
  const wanted = wantedOn(world, date)
  const keyOf = ({ relation, organ, type }: Omit<Period, 'start' | 'end'>): string => `${relation}/${organ}/${type}`
  const wantedKeys = new Set(wanted.map(keyOf))
  const openKeys = new Set(before.filter(({ end }) => end === null).map(keyOf))
  const kept = before.map((period) => (period.end === null && !wantedKeys.has(keyOf(period)) ? { ...period, end: date } : period))
  const opened = wanted.filter((place) => !openKeys.has(keyOf(place))).map((place) => ({ ...place, start: date, end: null }))
  return [...kept, ...opened]
}

function wantedOn(world: World, date: LocalDate): Omit<Period, 'start' | 'end'>[] {
  return world.relations.flatMap((relation) => world.types.flatMap((type) => {
    const places = [...(hasType(world, relation, type, date) ? [0] : []),
      ...world.organs.filter((organ) => isMember(world, { relation, type, organ, date })).map(({ id }) => id)]
    return places.map((organ) => ({ relation: relation.id, organ, type }))
  }))
}

type Question = { relation: Relation; type: number; organ: Organ; date: LocalDate }

function hasType(world: World, relation: Relation, type: number, date: LocalDate): boolean {
  const isAlive = relation.deceasedOn === null || relation.deceasedOn > date
  const rule = ruleOf(world, { organ: null, type }, date)
  return relation.facts.status === 'active' && isAlive && rule !== undefined && matches(rule, relation.facts, date)
}

function isMember(world: World, question: Question): boolean {
  const { relation, type, organ, date } = question
  if (!exists(world, organ, date) || !hasType(world, relation, type, date)) return false
  if (modeOf(world, question) === 'none') {
    return world.organs.some((child) => child.parent === organ.id && isMember(world, { ...question, organ: child }))
  }
  return pathOf(world, organ).every((step) =>
    modeOf(world, { ...question, organ: step }) !== 'rules' || rulesAt(world, { ...question, organ: step }).every((rule) => matches(rule, relation.facts, date)))
}

function modeOf(world: World, question: Question): Organ['mode'] {
  const { mode } = question.organ
  return mode === 'rules' && rulesAt(world, question).length === 0 ? 'none' : mode
}

const rulesAt = (world: World, { organ, type, date }: Question): Rule[] =>
  [ruleOf(world, { organ: organ.id, type: null }, date), ruleOf(world, { organ: organ.id, type }, date)].filter((rule) => rule !== undefined)

const ruleOf = ({ versions }: World, scope: { organ: number | null; type: number | null }, date: LocalDate): Rule | undefined =>
  versions.find(({ organ, type, validFrom, validTo }) =>
    organ === scope.organ && type === scope.type && validFrom <= date && (validTo === null || date < validTo))?.rule

const pathOf = (world: World, organ: Organ): Organ[] => {
  const parent = world.organs.find(({ id }) => id === organ.parent)
  return parent ? [organ, ...pathOf(world, parent)] : [organ]
}

const exists = (world: World, organ: Organ, date: LocalDate): boolean =>
  pathOf(world, organ).every(({ startDate, endDate }) => startDate <= date && (endDate === null || date < endDate))
