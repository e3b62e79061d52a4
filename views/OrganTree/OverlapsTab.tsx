import type { ReactNode } from 'react'
import { overlapPeople, overlapReport, type ReportPlace, type SpreadLevel } from '../../src/operations/overlapReport'
import type { SpreadRow } from '../../src/store/overlaps'
import { filled } from '../parts/filled'
import { Empty } from '../parts/Empty'
import { Pages } from '../parts/Pages'
import { Table } from '../parts/Table'
import { addressOf } from './address'
import type { Chosen } from './chosen'
import { pageOf } from './pageOf'
import { counted, texts } from './texts'

/** Controle: who is in several organs at once and who in none, level by level. */
export const OverlapsTab = (chosen: Chosen): Promise<ReactNode> => {
  const { kind, of } = chosen.screen.query
  const isKnown = kind === 'several' || kind === 'none'
  return isKnown && of !== undefined ? People({ ...chosen, kind, of: Math.trunc(Number(of)) || 0 }) : Report(chosen)
}

const Report = async (chosen: Chosen): Promise<ReactNode> => {
  const { screen, language, organisation, organ, date } = chosen
  const t = texts[language]
  const { levels } = await overlapReport(screen.req, organ ? { organ: organ.id } : { organisation: organisation.id }, date)
  if (levels.length === 0) return <Empty>{t.nothingToCheck}</Empty>
  return <><p className="kring-lead">{t.overlapsLead}</p>{levels.map((level) => <Level key={level.level} {...chosen} {...level} />)}</>
}

const Level = ({ language, organ, here, level, organs, inSeveral, inNone }: Chosen & SpreadLevel) => {
  const t = texts[language]
  const name = level === 0 ? (organ ? t.levelOwn : t.levelTop) : level === 1 ? t.levelOne : filled(t.levelMany, { count: level })
  const link = (row: SpreadRow, kind: 'several' | 'none', count: number) =>
    (count === 0 ? '0' : <a href={addressOf({ ...here, tab: 'overlaps', kind, of: row.id ?? 0 })}>{counted(count, language)}</a>)
  return (
    <section>
      <h2>{name}{organs.length > 1 && `: ${counted(inSeveral, language)} · ${counted(inNone, language)}`}</h2>
      <Table name={`level${level}`} rows={organs} keyOf={(row) => row.id ?? 0} empty="" columns={[
        { title: t.organ, render: (row) => row.title },
        { title: t.below, isNumber: true, render: (row) => counted(row.organsBelow, language) },
        { title: t.members, isNumber: true, render: (row) => counted(row.members, language) },
        { title: t.inSeveral, isNumber: true, render: (row) => link(row, 'several', row.inSeveral) },
        { title: t.inNone, isNumber: true, render: (row) => link(row, 'none', row.inNone) },
      ]} />
    </section>
  )
}

type Who = { readonly kind: 'several' | 'none'; readonly of: number }

const People = async ({ screen, language, organisation, date, here, kind, of }: Chosen & Who): Promise<ReactNode> => {
  const t = texts[language]
  const place: ReportPlace = of === 0 ? { organisation: organisation.id } : { organ: of }
  const { people, title, page, pages } = await overlapPeople(screen.req, place, { kind, date, page: pageOf(screen.query.page) })
  return (
    <>
      <p><a href={addressOf({ ...here, tab: 'overlaps' })}>{t.backToReport}</a></p>
      <h2>{filled(kind === 'several' ? t.peopleSeveral : t.peopleNone, { organ: title })}</h2>
      <Table name="overlapPeople" rows={people} keyOf={(row) => `${row.relation} ${row.membershipType}`} empty={t.nobodyThere} columns={[
        { title: t.name, render: (row) => <a href={`/admin/collections/relations/${row.relation}/card`}>{row.name}</a> },
        { title: t.town, render: (row) => row.town },
        { title: t.type, render: (row) => row.membershipType },
        ...(kind === 'several' ? [{ title: t.organs, render: (row: { readonly organs: readonly string[] }) => row.organs.join(', ') }] : []),
      ]} />
      <Pages page={page} pages={pages} language={language} href={(to) => addressOf({ ...here, tab: 'overlaps', kind, of, page: to })} />
    </>
  )
}
