import type { Language } from '../../src/i18n/text'
import type { MembershipInWords } from '../../src/operations/explainInWords'
import { Day } from '../parts/Day'
import { Days } from '../parts/Days'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { reasonText } from '../parts/reasonText'
import { explainAddress } from './address'
import { Steps } from './Steps'
import { texts } from './texts'

type Props = { readonly answer: MembershipInWords; readonly language: Language }

const tones = { member: { notice: 'good', status: 'running', word: 'member' }, differs: { notice: 'plain', status: 'new', word: 'differs' }, none: { notice: 'wrong', status: 'ended', word: 'none' } } as const

/** The answer in one sentence, what is on record, and the way to it. */
export const Answer = ({ answer, language }: Props) => {
  const t = texts[language]
  const { notice, status, word } = tones[answer.tone]
  return (
    <>
      <div className={`kring-notice ${notice}`} role="status">
        <p><strong className={`kring-status ${status}`}>{t[word]}</strong> · {answer.membershipType.title} · {[answer.organisation, ...answer.path].map(({ title }) => title).join(' › ')} · <Day date={answer.date} language={language} /></p>
        <p className="kring-verdict">{answer.verdict}</p>
      </div>
      {answer.notes.map((note) => <Notice key={note} tone="plain">{note}</Notice>)}
      <Recorded answer={answer} language={language} />
      {answer.steps.length > 0 && <><h2>{t.steps}</h2><p className="kring-lead">{t.stepsLead}</p><Steps steps={answer.steps} type={answer.membershipType.title} language={language} /></>}
      <Below answer={answer} language={language} />
      {answer.exceptions.length > 0 && (
        <>
          <h2>{t.exceptions}</h2>
          <ul>{answer.exceptions.map(({ organ, startDate, endDate, reason }) => <li key={`${organ} ${startDate}`}>{organ}: <Days startDate={startDate} endDate={endDate} language={language} /> · {reason}</li>)}</ul>
        </>
      )}
    </>
  )
}

const Recorded = ({ answer: { recorded }, language }: Props) => {
  const t = texts[language]
  if (!recorded) return <p>{t.notRecorded}</p>
  return (
    <p>
      {t.recorded} <Days startDate={recorded.startDate} endDate={recorded.endDate} countedFromDate={recorded.countedFromDate} language={language} />
      {' · '}{filled(recorded.days === 1 ? t.oneDay : t.days, { count: recorded.days })}{' · '}{reasonText(recorded.endReason ?? recorded.startReason, language)}
    </p>
  )
}

/** For an organ without rules: by which organs below. */
const Below = ({ answer: { below, belowLeft, relation, membershipType, date }, language }: Props) => {
  const t = texts[language]
  if (below.length === 0) return null
  return (
    <>
      <h2>{t.below}</h2>
      <ul className="kring-checks">{below.map(({ organ, title, isMember, reason }) => (
        <li key={organ} className={isMember ? 'holds' : 'fails'}>
          <span className="kring-hidden">{isMember ? t.yes : t.no}</span><a href={explainAddress({ relation: relation.id, organ, type: membershipType.id, date })}>{title}</a>: {reason}
        </li>
      ))}</ul>
      {belowLeft > 0 && <p>{filled(t.more, { count: belowLeft })}</p>}
    </>
  )
}
