import type { LocalDate } from '../domain/localDate'
import { text, type TextCode } from '../i18n/text'
import type { Language } from '../rules/field'
import { decisiveIn, type VerdictInWords } from '../rules/verdictInWords'
import type { ExplainedMembership } from './explainMembership'

/** Member and so on record, neither of the two, or one of them: then the next evaluation, or a correction, makes the difference. */
export type VerdictTone = 'member' | 'none' | 'differs'

/** Who asks a rule, and the rule as it was judged. */
export type ToldRule = { readonly who: string; readonly words: VerdictInWords }

type Told = {
  readonly language: Language
  readonly date: LocalDate
  readonly today: LocalDate
  readonly organ: string
  readonly type: string
  readonly rules: readonly ToldRule[]
  /** The organs below by which somebody is a member of an organ without rules. */
  readonly below: readonly string[]
}

/** The answer in one sentence: `Geen lid: AFD Zeist vraagt “Woonplaats is Zeist”, het is Utrecht.` */
export function verdictSentence({ explanation, recorded }: ExplainedMembership, told: Told): string {
  const { language, date, today } = told
  const when = date < today ? 'past' : date > today ? 'future' : 'today'
  const reason = reasonSentence({ explanation }, told)
  if (explanation.isMember && recorded) return text(language, recorded.endDate ? 'EXPLAIN_MEMBER_PERIOD' : 'EXPLAIN_MEMBER_SINCE', { startDate: recorded.startDate, endDate: recorded.endDate ?? '', reason })
  const codes = explanation.isMember ? unrecorded : recorded ? unmet : nobody
  return text(language, codes[when], { date, reason })
}

type ByTime = Readonly<Record<'past' | 'today' | 'future', TextCode>>
const unrecorded: ByTime = { past: 'EXPLAIN_MET_UNRECORDED', today: 'EXPLAIN_WILL_JOIN', future: 'EXPLAIN_WOULD_JOIN' }
const unmet: ByTime = { past: 'EXPLAIN_UNMET_RECORDED', today: 'EXPLAIN_WILL_LEAVE', future: 'EXPLAIN_WOULD_LEAVE' }
const nobody: ByTime = { past: 'EXPLAIN_NO_MEMBER', today: 'EXPLAIN_NO_MEMBER', future: 'EXPLAIN_NO_MEMBER' }

/** Why, within a sentence. */
export function reasonSentence({ explanation: { because, isMember } }: Pick<ExplainedMembership, 'explanation'>, { language, date, organ, type, rules, below }: Told): string {
  if (because === 'rules' && !isMember) return rules.filter(({ words }) => !words.holds).slice(0, 1).map((rule) => asksSentence(rule, language)).join('')
  if (because === 'below') return text(language, isMember ? 'EXPLAIN_BELOW_MEMBER' : 'EXPLAIN_BELOW_NONE', { organs: below.join(', ') })
  return text(language, becauseCodes[because], { date, organ, type })
}

const becauseCodes = {
  archived: 'EXPLAIN_ARCHIVED', deceased: 'EXPLAIN_DECEASED', organAbsent: 'EXPLAIN_ORGAN_ABSENT', typeWithoutRule: 'EXPLAIN_TYPE_WITHOUT_RULE',
  exception: 'EXPLAIN_EXCEPTION', displaced: 'EXPLAIN_DISPLACED', rules: 'EXPLAIN_RULES_HOLD',
} as const satisfies Record<string, TextCode>

/** `AFD Zeist vraagt “Woonplaats is Zeist”, het is Utrecht`; where one of several would do, each of them. */
export function asksSentence({ who, words }: ToldRule, language: Language): string {
  const asked = decisiveIn(words).map((one) => `“${one.asked}”, ${one.has ?? text(language, 'EXPLAIN_NOT_SO')}`)
  return text(language, 'EXPLAIN_ASKS', { who, asked: asked.join(text(language, 'EXPLAIN_OR')) })
}

export const toneOf = ({ explanation, isAsRecorded }: ExplainedMembership): VerdictTone => (!isAsRecorded ? 'differs' : explanation.isMember ? 'member' : 'none')

/** What one should know beside the answer: by which facts it was judged, and why the record may say otherwise. */
export function verdictNotes({ basis, isAsRecorded, isCorrected, isDivisionChanged }: ExplainedMembership, { language, date, today }: Pick<Told, 'language' | 'date' | 'today'>): readonly string[] {
  const codes: readonly (TextCode | false)[] = [
    basis === 'then' && 'EXPLAIN_NOTE_THEN',
    date > today && 'EXPLAIN_NOTE_FUTURE',
    date === today && !isAsRecorded && 'EXPLAIN_NOTE_NEXT_RUN',
    date < today && !isAsRecorded && !isDivisionChanged && (isCorrected ? 'EXPLAIN_NOTE_CORRECTED' : 'EXPLAIN_NOTE_LATER'),
    isDivisionChanged && 'EXPLAIN_NOTE_DIVISION',
  ]
  return codes.filter((code) => code !== false).map((code) => text(language, code))
}
