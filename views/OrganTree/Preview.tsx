'use client'
import { formatDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { Preview as Outcome } from '../../src/operations/previewChange'
import { filled } from '../parts/filled'
import { Table } from '../parts/Table'
import type { Change } from './change'
import { counted, texts } from './texts'

type Props = { readonly change: Change; readonly outcome: Outcome; readonly organ: string; /** Where a transfer leads. */ readonly to?: string | undefined; readonly language: Language }

/** Who would move from where to where and who would fall out: a sentence first, then the figures, then the people. */
export const Preview = ({ change, outcome, organ, to, language }: Props) => {
  const t = texts[language]
  const { relations, leaving, anyway } = outcome
  const head = filled({ transfer: t.headTransfer, end: t.headEnd, rule: t.headRule }[change.kind], { date: formatDate(change.date, language), organ, to: to ?? t.headTop })
  const numbers = { relations: counted(relations, language), leaving: counted(leaving, language) }
  return (
    <section className="kring-preview" aria-label={t.preview}>
      <p className="headline"><strong>{head}</strong> {filled(relations === 0 ? t.headNobody : relations === 1 ? t.headPerson : t.headPeople, numbers)}</p>
      {anyway > 0 && <p>{filled(t.anyway, { count: counted(anyway, language) })}</p>}
      <Moves outcome={outcome} language={language} />
      {outcome.organs.length > 0 && (
        <>
          <h3>{t.organsTitle}</h3>
          <Table name="previewOrgans" rows={outcome.organs} keyOf={(row) => row.id ?? 0} empty="" columns={[
            { title: t.organ, render: (row) => row.title },
            { title: t.joined, isNumber: true, render: (row) => counted(row.joined, language) },
            { title: t.left, isNumber: true, render: (row) => counted(row.left, language) },
          ]} />
        </>
      )}
      <People outcome={outcome} language={language} />
    </section>
  )
}

type Part = { readonly outcome: Outcome; readonly language: Language }

const Moves = ({ outcome: { moves }, language }: Part) => {
  const t = texts[language]
  if (moves.length === 0) return null
  const sentence = ({ from, to, relations }: Outcome['moves'][number]): string =>
    filled(to.length === 0 ? t.moveLeave : from.length === 0 ? t.moveJoin : t.move, { relations: counted(relations, language), from: from.join(', '), to: to.join(', ') })
  return <><h3>{t.movesTitle}</h3><ul>{moves.map((move) => <li key={`${move.from.join()} ${move.to.join()}`}>{sentence(move)}</li>)}</ul></>
}

const People = ({ outcome: { people, more }, language }: Part) => {
  const t = texts[language]
  if (people.length === 0) return null
  return (
    <>
      <h3>{t.peopleTitle}</h3>
      <Table name="previewPeople" rows={people} keyOf={(row) => `${row.relation} ${row.membershipType} ${row.isAnyway}`} empty="" columns={[
        { title: t.name, render: (row) => <>{row.name}{row.isLeaving && <> <span className="kring-status ended">{t.leavingMark}</span></>}{row.isAnyway && <> <span className="kring-status">{t.anywayMark}</span></>}</> },
        { title: t.number, isNumber: true, render: (row) => row.number },
        { title: t.type, render: (row) => row.membershipType },
        { title: t.fromTitle, render: (row) => row.from.join(', ') || t.nowhere },
        { title: t.toTitle, render: (row) => row.to.join(', ') || t.nowhere },
      ]} />
      {more > 0 && <p>{filled(t.more, { count: counted(more, language) })}</p>}
    </>
  )
}
