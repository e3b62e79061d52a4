import type { PayloadRequest } from 'payload'
import { mayDo, type CollectionName, type Role } from '../access/rights'
import { rolesOf } from '../access/rolesOf'
import { daysOf } from '../domain/membershipPeriod'
import type { LocalDate } from '../domain/localDate'
import { languageOf, text } from '../i18n/text'
import { nameOf, type Names, type Reference } from '../rules/names'
import { verdictInWords, type VerdictInWords } from '../rules/verdictInWords'
import type { ExplainedRule, Explanation } from '../store/evaluation/explainPlace'
import { exceptionsOn, relationNameOf, type StandingException } from '../store/explainedPlace'
import { organsAboveOn } from '../store/organDetail'
import { organisationOf } from '../store/organisationOf'
import type { RecordedPeriod } from '../store/recordedPeriod'
import { loadReferences } from '../store/ruleReferences'
import { inTransaction } from '../store/transaction'
import { explainIn, type ExplainQuestion } from './explainMembership'
import { asksSentence, reasonSentence, toneOf, verdictNotes, verdictSentence, type ToldRule, type VerdictTone } from './membershipVerdict'

type Titled = { readonly id: number; readonly title: string }

/** A rule on the way with its verdict; `isDecisive` is the first that failed. */
export type RuleInWords = { readonly of: ExplainedRule['of']; readonly isDecisive: boolean; readonly words: VerdictInWords }

/** The type, or an organ on the way from the top down; one without rules asks nothing. */
export type StepInWords = { readonly organ: number | null; readonly title: string; readonly rules: readonly RuleInWords[] }

export type BelowInWords = { readonly organ: number; readonly title: string; readonly isMember: boolean; readonly reason: string }

export type MembershipInWords = {
  readonly relation: Titled
  readonly organisation: Titled
  /** Null for the membership of the organisation itself. */
  readonly organ: Titled | null
  readonly membershipType: Titled
  readonly date: LocalDate
  readonly isMember: boolean
  readonly tone: VerdictTone
  /** The answer in one sentence. */
  readonly verdict: string
  readonly because: Explanation['because']
  readonly reason: string
  /** The organs on that day from the top down to the one that is asked about. */
  readonly path: readonly Titled[]
  readonly steps: readonly StepInWords[]
  /** For an organ without rules: those below it by which the relation is a member or, where there is none, the first of those that were asked. */
  readonly below: readonly BelowInWords[]
  readonly belowLeft: number
  readonly exceptions: readonly StandingException[]
  readonly recorded: (RecordedPeriod & { readonly days: number }) | null
  readonly notes: readonly string[]
}

/** More organs below are counted, not listed. */
const mostBelow = 20

/**
 * Why a relation is or is not a member of an organ on a day, in the language of whoever asks: every rule on the way with what
 * it asks and what the relation has. What the roles of whoever asks may not read is left out.
 * @throws DomainError as `explainMembership`
 */
export const explainInWords = (req: PayloadRequest, question: ExplainQuestion): Promise<MembershipInWords> =>
  inTransaction(req, async (tx) => {
    const { relation, organ, membershipType: type, date, today } = question
    const explained = await explainIn(tx, question)
    const { explanation, recorded } = explained
    const language = languageOf(req.i18n.language)
    const names = await loadReferences(tx)
    const roles = await rolesOf(req)
    const tell = (rule: ExplainedRule): ToldRule & ExplainedRule => ({
      ...rule, who: askerOf(rule, names, text(language, 'EXPLAIN_TYPE', { type: titleOf(names, 'membership-types', type).title })),
      words: verdictInWords(rule.verdict, { language, names, mayKnow: (field) => mayKnow(roles, field) }),
    })
    const rules = explanation.rules.map(tell)
    const path = organ === null ? [] : [...await organsAboveOn(tx, organ, date), titleOf(names, 'organs', organ)]
    const below = belowOf(explanation).map((one): BelowInWords => ({
      ...titleOf(names, 'organs', one.organ), organ: one.organ, isMember: one.explanation.isMember,
      reason: failedOf(one.explanation).map((rule) => asksSentence(tell(rule), language))[0] ?? text(language, 'EXPLAIN_RULES_HOLD'),
    }))
    const organisation = titleOf(names, 'organisations', await organisationOf(tx, { organ, type }) ?? 0)
    const told = {
      language, date, today, rules, organ: (path.at(-1) ?? organisation).title, type: titleOf(names, 'membership-types', type).title,
      below: below.filter(({ isMember }) => isMember).map(({ title }) => title),
    }
    return {
      relation: { id: relation, title: await relationNameOf(tx, relation) ?? '' },
      organisation, organ: organ === null ? null : titleOf(names, 'organs', organ), membershipType: titleOf(names, 'membership-types', type),
      date, isMember: explanation.isMember, tone: toneOf(explained), verdict: verdictSentence(explained, told),
      because: explanation.because, reason: reasonSentence(explained, told),
      path, steps: explanation.because === 'rules' ? stepsOf(rules, titleOf(names, 'membership-types', type), path) : [],
      below, belowLeft: explanation.below.length - below.length,
      exceptions: explanation.because === 'exception' || explanation.because === 'displaced' ? await exceptionsOn(tx, { relation, type }, date) : [],
      recorded: recorded && { ...recorded, days: daysOf(recorded, today) },
      notes: verdictNotes(explained, told),
    }
  })

const titleOf = (names: Names, kind: Reference['kind'], id: number): Titled => ({ id, title: nameOf({ kind, id }, names) })

const askerOf = ({ organ }: ExplainedRule, names: Names, ofType: string): string => (organ === null ? ofType : titleOf(names, 'organs', organ).title)

/** Rules may ask about what not every role reads. */
const keptIn: readonly (readonly [prefix: string, collection: CollectionName])[] = [['donations.', 'donations'], ['subscription.', 'subscriptions']]

const mayKnow = (roles: readonly Role[], field: string): boolean => keptIn.every(([prefix, collection]) => !field.startsWith(prefix) || mayDo(roles, collection, 'read'))

function stepsOf(rules: readonly (ToldRule & ExplainedRule)[], type: Titled, path: readonly Titled[]): readonly StepInWords[] {
  const decisive = rules.find(({ words }) => !words.holds)
  const rulesOf = (organ: number | null): readonly RuleInWords[] =>
    rules.filter((rule) => rule.organ === organ).map((rule) => ({ of: rule.of, isDecisive: rule === decisive, words: rule.words }))
  return [{ organ: null, title: type.title, rules: rulesOf(null) }, ...path.map(({ id, title }) => ({ organ: id, title, rules: rulesOf(id) }))]
}

const belowOf = ({ below }: Explanation): Explanation['below'] => {
  const members = below.filter(({ explanation }) => explanation.isMember)
  return (members.length > 0 ? members : below).slice(0, mostBelow)
}

const failedOf = ({ rules }: Explanation): readonly ExplainedRule[] => rules.filter(({ verdict }) => !verdict.holds)
