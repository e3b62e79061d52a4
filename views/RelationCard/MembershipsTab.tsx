import { daysOf } from '../../src/domain/membershipPeriod'
import { membershipsOfRelation } from '../../src/store/relationCard'
import { readConnection } from '../../src/store/transaction'
import type { DocumentScreen } from '../adminView'
import { Day } from '../parts/Day'
import { Table } from '../parts/Table'
import { reasonText } from '../parts/reasonText'
import { texts } from './texts'

/** Of which organs the relation is and was a member, from the organisation down. */
export const MembershipsTab = async ({ req, id, language, today }: DocumentScreen) => {
  const t = texts[language]
  return (
    <Table name="memberships" rows={await membershipsOfRelation(readConnection(req), id)} keyOf={(row) => row.id} empty={t.noMemberships} columns={[
      { title: t.at, render: (row) => <span style={{ paddingLeft: `${row.depth * 14}px` }}>{row.at}</span> },
      { title: t.type, render: (row) => row.type },
      { title: t.from, render: (row) => <Day date={row.startDate} language={language} /> },
      { title: t.until, render: (row) => (row.endDate ? <Day date={row.endDate} language={language} /> : t.present) },
      { title: t.days, isNumber: true, render: (row) => daysOf(row, today) },
      { title: t.reason, render: (row) => reasonText(row.reason, language) },
    ]} />
  )
}
