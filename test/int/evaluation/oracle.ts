import type { LocalDate } from '../../../src/domain/localDate'
import { matches } from '../../../src/rules/explainRule'
import type { MembershipFacts, RelationFacts } from '../../../src/rules/facts'
import { isLeaf, type Leaf, type Rule } from '../../../src/rules/rule'
import { isTimeless } from './timeless'
import type { Organ, Relation, World } from './world'

/*
 * The evaluation by the letter of the specification (§3): for every relation, type and organ one question at a time. It
 * shares nothing with the engine but the meaning of a single question about a relation.
 */

/** A membership of an organ, or of the organisation itself as organ 0. */
export type Place = { organisation: number; relation: number; organ: number; type: number }
export type Period = Place & { start: LocalDate; end: LocalDate | null }

/** The periods of all these organisations after a run, given those before the first run of that date. */
export function evaluate(before: readonly Period[], worlds: readonly World[], date: LocalDate): Period[] {
  const wanted = worlds.flatMap((world) => wantedOn(world, date, before))
  const wantedKeys = new Set(wanted.map(keyOf))
  const openKeys = new Set(before.filter(({ end }) => end === null).map(keyOf))
  const kept = before.map((period) => (period.end === null && !wantedKeys.has(keyOf(period)) ? { ...period, end: date } : period))
  const opened = wanted.filter((place) => !openKeys.has(keyOf(place))).map((place) => ({ ...place, start: date, end: null }))
  return [...kept, ...opened]
}

const keyOf = ({ relation, organ, type }: Place): string => `${relation}/${organ}/${type}`

/** Every place that somebody is to have on the date; `before` is what everybody had until then. */
export function wantedOn(world: World, date: LocalDate, before: readonly Period[]): Place[] {
  const periods = Map.groupBy(before, ({ relation }) => relation)
  const tree = treeOn(world, date)
  const organs = [0, ...world.organs.map(({ id }) => id)]
  return world.relations.flatMap((relation) => {
    const memberships = (periods.get(relation.id) ?? []).filter(({ end }) => end === null || end >= date).map(toMembership)
    const asked = { world, tree, date, relation, facts: { ...relation.facts, memberships }, answers: new Map<Rule, boolean>() }
    return world.types.flatMap((type) =>
      organs.filter((organ) => belongs({ ...asked, type }, organ)).map((organ) => ({ organisation: world.organisation, relation: relation.id, organ, type })))
  })
}

const toMembership = ({ organisation, organ, type, start, end }: Period): MembershipFacts =>
  ({ organisationId: organisation, organId: organ === 0 ? null : organ, typeId: type, startDate: start, endDate: end })

type Question = {
  readonly world: World
  readonly tree: Tree
  readonly date: LocalDate
  readonly relation: Relation
  readonly facts: RelationFacts
  readonly type: number
  /** What was found about this relation on this day already. */
  readonly answers: Map<Rule, boolean>
}

/** By exception at the organ or below it; else by rule, unless an exception elsewhere takes the place of the rules. */
function belongs(question: Question, organ: number): boolean {
  const placed = exceptionsOf(question)
  if (placed.length === 0) return isRuled(question, organ)
  if (organ === 0 || placed.some((place) => question.tree.pathOf(place).includes(organ))) return true
  const isOpen = question.world.exceptionMode === 'additive' || question.tree.pathOf(organ).some((step) => placed.includes(step))
  return isOpen && isRuled(question, organ)
}

/** The organs in which the relation is placed today, as far as they exist. */
const exceptionsOf = ({ world, tree, date, relation, type }: Question): number[] =>
  (isThere(relation, date) ? (world.exceptions ?? []) : [])
    .filter((one) => one.relation === relation.id && one.type === type && one.startDate <= date && (one.endDate === null || date < one.endDate) && tree.exists(one.organ))
    .map(({ organ }) => organ)

const isRuled = (question: Question, organ: number): boolean => hasType(question) && (organ === 0 || isMember(question, organ))

const isThere = ({ facts, deceasedOn }: Relation, date: LocalDate): boolean => facts.status === 'active' && (deceasedOn === null || deceasedOn > date)

function hasType(question: Question): boolean {
  const rule = ruleOf(question.world, { organ: null, type: question.type }, question.date)
  return isThere(question.relation, question.date) && rule !== undefined && holds(question, rule)
}

function isMember(question: Question, organ: number): boolean {
  const { tree, world } = question
  if (!tree.exists(organ)) return false
  if (modeOf(question, organ) === 'none') return world.organs.some(({ id }) => tree.parentOf(id) === organ && isMember(question, id))
  return tree.pathOf(organ).every((step) => modeOf(question, step) !== 'rules' || rulesAt(question, step).every((rule) => holds(question, rule)))
}

function modeOf(question: Question, organ: number): Organ['mode'] | undefined {
  const mode = question.world.organs.find(({ id }) => id === organ)?.mode
  return mode === 'rules' && rulesAt(question, organ).length === 0 ? 'none' : mode
}

const rulesAt = ({ world, type, date }: Question, organ: number): Rule[] =>
  [ruleOf(world, { organ, type: null }, date), ruleOf(world, { organ, type }, date)].filter((rule) => rule !== undefined)

const ruleOf = ({ versions }: World, scope: { organ: number | null; type: number | null }, date: LocalDate): Rule | undefined =>
  versions.find(({ organ, type, validFrom, validTo }) =>
    organ === scope.organ && type === scope.type && validFrom <= date && (validTo === null || date < validTo))?.rule

function holds(question: Question, rule: Rule): boolean {
  const holding = question.answers.get(rule) ?? judge(question, rule)
  question.answers.set(rule, holding)
  return holding
}

/** Groups by their parts, lists by their own rule, everything else by the meaning of one question. */
function judge(question: Question, rule: Rule): boolean {
  if (isLeaf(rule)) return rule.field === 'list.member' ? isOnList(question, rule) : answer(question, rule)
  if (rule.op === 'not') return !holds(question, rule.rule)
  return rule.op === 'and' ? rule.rules.every((part) => holds(question, part)) : rule.rules.some((part) => holds(question, part))
}

const isOnList = (question: Question, { value }: Leaf): boolean =>
  (question.world.lists ?? []).some(({ id, rule }) => Array.isArray(value) && value.includes(id) && holds(question, rule))

const known = new WeakMap<RelationFacts, WeakMap<Leaf, boolean>>()

/** Answers that no day changes are worked out once for the same facts. */
function answer({ relation, facts, date }: Question, leaf: Leaf): boolean {
  if (!isTimeless(leaf)) return matches(leaf, facts, date)
  const answers = known.get(relation.facts) ?? new WeakMap<Leaf, boolean>()
  known.set(relation.facts, answers)
  const found = answers.get(leaf) ?? matches(leaf, relation.facts, date)
  answers.set(leaf, found)
  return found
}

/** The organs of one day: under which they stand, all the way up, and whether they and all above them exist. */
type Tree = { readonly parentOf: (organ: number) => number | null; readonly pathOf: (organ: number) => readonly number[]; readonly exists: (organ: number) => boolean }

function treeOn({ organs, transfers = [] }: World, date: LocalDate): Tree {
  const parents = new Map(organs.map(({ id, parent }) => {
    const last = transfers.filter((one) => one.organ === id && one.from <= date).toSorted((left, right) => (left.from < right.from ? -1 : 1)).at(-1)
    return [id, last ? last.parent : parent]
  }))
  const parentOf = (organ: number): number | null => parents.get(organ) ?? null
  const pathTo = (organ: number | null): number[] => (organ === null ? [] : [organ, ...pathTo(parentOf(organ))])
  const paths = new Map(organs.map(({ id }) => [id, pathTo(id)]))
  const running = new Set(organs.filter(({ startDate, endDate }) => startDate <= date && (endDate === null || date < endDate)).map(({ id }) => id))
  const existing = new Set(organs.map(({ id }) => id).filter((id) => paths.get(id)?.every((step) => running.has(step))))
  return { parentOf, pathOf: (organ) => paths.get(organ) ?? [], exists: (organ) => existing.has(organ) }
}
