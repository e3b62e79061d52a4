import type { Language } from '../../src/i18n/text'
import { listed } from '../../src/rules/phrases'
import type { PlannedMove } from '../../src/store/plannedForRelation'
import { Day } from '../parts/Day'
import { filled } from '../parts/filled'
import { texts } from './texts'

/** What is planned for the memberships: `Per 1 apr 2027 · Lid: van AFD K naar AFD L`. */
export const Planned = ({ moves, language }: { readonly moves: readonly PlannedMove[]; readonly language: Language }) => {
  if (moves.length === 0) return null
  const t = texts[language]
  const days = Map.groupBy(moves, ({ date }) => date)
  return (
    <>
      <h2>{t.planned}</h2>
      <ul className="kring-planned" data-list="planned">{[...days].map(([date, ofDay]) => (
        <li key={date}>{t.per} <Day date={date} language={language} />{ofDay.map((move) => <span key={`${move.type} ${move.from.join()} ${move.to.join()}`}> · {moveText(move, language)}</span>)}</li>
      ))}</ul>
    </>
  )
}

function moveText({ type, from, to }: PlannedMove, language: Language): string {
  const t = texts[language]
  const words = { type, from: listed(from, language, 'and'), to: listed(to, language, 'and') }
  return filled(to.length === 0 ? t.plannedLeave : from.length === 0 ? t.plannedJoin : t.plannedMove, words)
}
