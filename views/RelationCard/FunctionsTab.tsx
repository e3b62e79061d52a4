import { functionsOfRelation } from '../../src/store/relationCard'
import { readConnection } from '../../src/store/transaction'
import type { DocumentScreen } from '../adminView'
import { Day } from '../parts/Day'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** What the relation is, where, from when until when. */
export const FunctionsTab = async ({ req, id, language }: DocumentScreen) => {
  const t = texts[language]
  return (
    <>
      <Table rows={await functionsOfRelation(readConnection(req), id)} keyOf={(row) => row.id} empty={t.noFunctions} columns={[
        { title: t.what, render: (row) => <a href={`/admin/collections/functions/${row.id}`}>{row.title}</a> },
        { title: t.at, render: (row) => (row.organ ? <a href={`/admin/collections/organs/${row.organ}`}>{row.at}</a> : row.at) },
        { title: t.from, render: (row) => <Day date={row.startDate} language={language} /> },
        { title: t.until, render: (row) => (row.endDate ? <Day date={row.endDate} language={language} /> : t.present) },
      ]} />
      <p><a href="/admin/collections/functions/create">{t.addFunction}</a></p>
    </>
  )
}
