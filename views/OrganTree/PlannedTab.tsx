import type { ReactNode } from 'react'
import { inWords } from '../../src/operations/organTree'
import { plannedAfter } from '../../src/store/organDetail'
import { Day } from '../parts/Day'
import { Table } from '../parts/Table'
import { addressOf } from './address'
import { CancelPlanned } from './CancelPlanned'
import type { Chosen } from './chosen'
import { texts } from './texts'

/** What is planned for the organ, or for all organs where none is chosen, each with a way back. */
export const PlannedTab = async ({ screen, tx, language, organisation, organ, today, here }: Chosen): Promise<ReactNode> => {
  const t = texts[language]
  const rows = await plannedAfter(tx, { organisation: organisation.id, organ: organ?.id }, today)
  const mayChange = screen.roles.includes('administrator')
  const tellOf = inWords(screen.req)
  return (
    <Table name="planned" rows={rows} keyOf={(row) => `${row.kind} ${row.organ} ${row.id} ${row.date}`} empty={t.nothingPlanned} columns={[
      { title: t.date, render: (row) => <Day date={row.date} language={language} /> },
      { title: t.organ, render: (row) => <a href={addressOf({ ...here, organ: row.organ, tab: 'planned' })}>{row.title}</a> },
      { title: t.what, render: (row) => tellOf(row).text },
      { title: '', render: (row) => {
        if (row.kind === 'rule') return <a href={`/admin/collections/rule-versions/${row.id}`}>{t.openRule}</a>
        return mayChange ? <CancelPlanned kind={row.kind} id={row.kind === 'end' ? row.organ : Number(row.id)} language={language} /> : null
      } },
    ]} />
  )
}
