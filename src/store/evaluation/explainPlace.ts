import { explainRule, type Verdict } from '../../rules/explainRule'
import type { RelationFacts } from '../../rules/facts'
import type { LocalDate } from '../../domain/localDate'
import { ruleOf, type Division } from './division'
import { exceptedIn } from './excepted'
import { activeOrgans, sourcesOfNone } from './organTree'
import { typeTreesOf, type RuledOrgan, type TypeTree } from './typeTrees'

/** One rule on the way to the place: the type's own, an organ's general one, or what an organ asks extra of the type. */
export type ExplainedRule = { readonly organ: number | null; readonly of: 'type' | 'organ' | 'organAndType'; readonly verdict: Verdict }

/**
 * Why somebody is or is not a member. `archived`, `deceased`, `organAbsent` (not there on the day) and `typeWithoutRule`
 * decide before any rule; `exception` and `displaced` (by an exception elsewhere) instead of the rules; `below` says that
 * an organ without rules has whoever is in an organ below it, and which; `rules` that every rule in the list decides.
 */
export type Explanation = {
  readonly isMember: boolean
  readonly because: 'archived' | 'deceased' | 'organAbsent' | 'typeWithoutRule' | 'exception' | 'displaced' | 'below' | 'rules'
  readonly rules: readonly ExplainedRule[]
  /** For an organ without rules: the organs below that were asked, with their own explanation. */
  readonly below: readonly { readonly organ: number; readonly explanation: Explanation }[]
}

export type Person = { readonly relation: number; readonly facts: RelationFacts; readonly deceasedOn: LocalDate | null }
type Place = { readonly organ: number | null; readonly type: number }

/** Judges one place of one relation on the day of the division, by the same tree and exceptions as the evaluation. */
export function explainPlace(division: Division, person: Person, { organ, type }: Place): Explanation {
  const decided = (because: Explanation['because'], isMember = false): Explanation => ({ isMember, because, rules: [], below: [] })
  const isThere = organ === null || activeOrgans(division.organs, division.date, () => true).some(({ id }) => id === organ)
  if (!isThere) return decided('organAbsent')
  if (person.facts.status !== 'active') return decided('archived')
  if (person.deceasedOn !== null && person.deceasedOn <= division.date) return decided('deceased')
  const excepted = exceptedIn(division).find((one) => one.relation === person.relation && one.type === type)
  if (excepted?.organs.includes(organ ?? 0)) return decided('exception', true)
  if (excepted?.branch && !excepted.branch.includes(organ ?? 0)) return decided('displaced')
  const tree = typeTreesOf(division).find((one) => one.type === type)
  return tree ? byRules(division, person, tree, organ) : decided('typeWithoutRule')
}

function byRules(division: Division, person: Person, tree: TypeTree, organ: number | null): Explanation {
  const place = tree.organs.find(({ id }) => id === organ)
  const sources = place?.mode === 'none' ? sourcesOfNone(tree.organs).filter((pair) => pair.organ === organ).map(({ source }) => source) : undefined
  if (sources) {
    const below = sources.map((source) => ({ organ: source, explanation: byRules(division, person, tree, source) }))
    return { isMember: below.some(({ explanation }) => explanation.isMember), because: 'below', rules: [], below }
  }
  const judge = (rule: ExplainedRule['verdict']['rule']): Verdict => explainRule(rule, person.facts, division.date)
  const onTheWay = pathTo(tree, place).filter(({ mode }) => mode === 'rules').flatMap(({ id }): ExplainedRule[] => {
    const [general, extra] = [ruleOf(division, id, null), ruleOf(division, id, tree.type)]
    return [
      ...(general ? [{ organ: id, of: 'organ' as const, verdict: judge(general) }] : []),
      ...(extra ? [{ organ: id, of: 'organAndType' as const, verdict: judge(extra) }] : []),
    ]
  })
  const rules: ExplainedRule[] = [{ organ: null, of: 'type', verdict: judge(tree.rule) }, ...onTheWay]
  return { isMember: rules.every(({ verdict }) => verdict.holds), because: 'rules', rules, below: [] }
}

/** From the top down to the organ. */
function pathTo(tree: TypeTree, organ: RuledOrgan | undefined): RuledOrgan[] {
  if (!organ) return []
  return [...pathTo(tree, tree.organs.find(({ id }) => id === organ.parent)), organ]
}
