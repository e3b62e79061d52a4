import type { PayloadRequest } from 'payload'
import { mayKnow } from '../access/mayKnow'
import { rolesOf } from '../access/rolesOf'
import { daysOf } from '../domain/membershipPeriod'
import type { LocalDate } from '../domain/localDate'
import { languageOf, text } from '../i18n/text'
import type { Language } from '../rules/field'
import { nameOf, type Names, type Reference } from '../rules/names'
import { verdictInWords, type VerdictInWords } from '../rules/verdictInWords'
import type { ExplainedRule, Explanation } from '../store/evaluation/explainPlace'
import { exceptionsOn, relationNameOf, type StandingException } from '../store/explainedPlace'
import { organsAboveOn } from '../store/organDetail'
import { organisationOf } from '../store/organisationOf'
import type { RecordedPeriod } from '../store/recordedPeriod'
import { loadReferences } from '../store/ruleReferences'
import { inTransaction, type Transaction } from '../store/transaction'
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
    const teller = await tellerFor(req, tx, type)
    const { language, names, membershipType } = teller
    const organisation = titleOf(names, 'organisations', await organisationOf(tx, { organ, type }) ?? 0)
    const path = organ === null ? [] : [...await organsAboveOn(tx, organ, date), titleOf(names, 'organs', organ)]
    const rules = explanation.rules.map(teller.tell)
    const { below, belowLeft } = belowInWords(explanation, teller)
    const told = {
      language, date, today, rules, organ: (path.at(-1) ?? organisation).title, type: membershipType.title,
      below: below.filter(({ isMember }) => isMember).map(({ title }) => title),
    }
    return {
      relation: { id: relation, title: await relationNameOf(tx, relation) ?? '' },
      organisation, organ: path.at(-1) ?? null, membershipType, date, path, below, belowLeft,
      isMember: explanation.isMember, tone: toneOf(explained), verdict: verdictSentence(explained, told),
      because: explanation.because, reason: reasonSentence(explained, told), notes: verdictNotes(explained, told),
      steps: explanation.because === 'rules' ? stepsOf(rules, membershipType, path) : [],
      exceptions: explanation.because === 'exception' || explanation.because === 'displaced' ? await exceptionsOn(tx, { relation, type }, date) : [],
      recorded: recorded && { ...recorded, days: daysOf(recorded, today) },
    }
  })

type Told = ExplainedRule & ToldRule
type Teller = { readonly language: Language; readonly names: Names; readonly membershipType: Titled; readonly tell: (rule: ExplainedRule) => Told }

/** Puts rules into words for whoever asks, with who asks them: the type or an organ. */
async function tellerFor(req: PayloadRequest, tx: Transaction, type: number): Promise<Teller> {
  const [language, names, roles] = [languageOf(req.i18n.language), await loadReferences(tx), await rolesOf(req)]
  const membershipType = titleOf(names, 'membership-types', type)
  const ofType = text(language, 'EXPLAIN_TYPE', { type: membershipType.title })
  const telling = { language, names, mayKnow: (field: string) => mayKnow(roles, field) }
  const tell = (rule: ExplainedRule): Told =>
    ({ ...rule, who: rule.organ === null ? ofType : titleOf(names, 'organs', rule.organ).title, words: verdictInWords(rule.verdict, telling) })
  return { language, names, membershipType, tell }
}

const titleOf = (names: Names, kind: Reference['kind'], id: number): Titled => ({ id, title: nameOf({ kind, id }, names) })

function stepsOf(rules: readonly Told[], type: Titled, path: readonly Titled[]): readonly StepInWords[] {
  const decisive = rules.find(({ words }) => !words.holds)
  const rulesOf = (organ: number | null): readonly RuleInWords[] =>
    rules.filter((rule) => rule.organ === organ).map((rule) => ({ of: rule.of, isDecisive: rule === decisive, words: rule.words }))
  return [{ organ: null, title: type.title, rules: rulesOf(null) }, ...path.map(({ id, title }) => ({ organ: id, title, rules: rulesOf(id) }))]
}

/** The organs below by which the relation is a member, each with why; where there is none, those that were asked. Only the first are told. */
function belowInWords({ below }: Explanation, { language, names, tell }: Teller): Pick<MembershipInWords, 'below' | 'belowLeft'> {
  const members = below.filter(({ explanation }) => explanation.isMember)
  const telling = members.length > 0 ? members : below
  const told = telling.slice(0, mostBelow).map(({ organ, explanation: { isMember, rules } }): BelowInWords => {
    const failed = rules.find(({ verdict }) => !verdict.holds)
    return { organ, title: titleOf(names, 'organs', organ).title, isMember, reason: failed ? asksSentence(tell(failed), language) : text(language, 'EXPLAIN_RULES_HOLD') }
  })
  return { below: told, belowLeft: telling.length - told.length }
}
