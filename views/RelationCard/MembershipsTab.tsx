import { viewRights, type Role } from '../../src/access/rights'
import { daysOf } from '../../src/domain/membershipPeriod'
import { correctionsOfRelation, type ReadCorrection } from '../../src/store/correctionsOfRelation'
import { jubileesOfRelation } from '../../src/store/jubilees'
import { plannedForRelation } from '../../src/store/plannedForRelation'
import { membershipsOfRelation, type CardMembership } from '../../src/store/relationCard'
import { inTransaction, readConnection } from '../../src/store/transaction'
import type { DocumentScreen } from '../adminView'
import { explainAddress } from '../ExplainMembership/address'
import { Day } from '../parts/Day'
import { Table } from '../parts/Table'
import { reasonText } from '../parts/reasonText'
import { Corrected, Corrections } from './Corrections'
import { Jubilees } from './Jubilees'
import { Planned } from './Planned'
import { texts } from './texts'

/** Of which organs the relation is and was a member, from the organisation down, what of that was corrected, its jubilees, and what is planned. */
export const MembershipsTab = async ({ req, id, language, today, roles, query }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const isWhole = query.level !== 'organisation'
  const mayCorrect = (viewRights.correctMembership as readonly Role[]).some((role) => roles.includes(role))
  const corrections = await correctionsOfRelation(tx, id)
  const latest = new Map<number, ReadCorrection>(corrections.toReversed().map((one) => [one.membership, one]))
  const planned = await inTransaction(req, (own) => plannedForRelation(own, id, today))
  /** Why it runs today or, where it is over, why on its last day it no longer did. */
  const why = ({ organ, membershipType: type, endDate }: CardMembership): string => explainAddress({ relation: id, organ, type, date: endDate })
  const rows = (await membershipsOfRelation(tx, id)).filter(({ organ }) => isWhole || organ === null)
  return (
    <>
      <p>
        {isWhole ? <a href="?tab=memberships&level=organisation">{t.onlyOrganisation}</a> : <a href="?tab=memberships">{t.everyOrgan}</a>}
        {mayCorrect && <>{' · '}<a href={`/admin/lidmaatschap-corrigeren?relation=${id}`}>{t.addPast}</a></>}
      </p>
      <Planned moves={planned} language={language} />
      <Table name="memberships" rows={rows} keyOf={(row) => row.id} empty={t.noMemberships} columns={[
        { title: t.at, render: (row) => <span style={{ paddingLeft: `${row.depth * 14}px` }}>{row.at}</span> },
        { title: t.type, render: (row) => row.type },
        { title: t.from, render: (row) => <><Day date={row.startDate} language={language} /><Corrected correction={latest.get(row.id)} language={language} /></> },
        { title: t.until, render: (row) => (row.endDate ? <Day date={row.endDate} language={language} /> : t.present) },
        { title: t.countedFrom, render: (row) => row.countedFromDate && <Day date={row.countedFromDate} language={language} /> },
        { title: t.days, isNumber: true, render: (row) => daysOf(row, today) },
        { title: t.reason, render: (row) => reasonText(row.reason, language) },
        { title: t.why, render: (row) => <a href={why(row)}>{t.why}</a> },
        ...(mayCorrect ? [{ title: t.correct, render: (row: { readonly id: number }) => <a href={`/admin/lidmaatschap-corrigeren?relation=${id}&membership=${row.id}`}>{t.correct}</a> }] : []),
      ]} />
      <Jubilees jubilees={await jubileesOfRelation(tx, id)} language={language} />
      <Corrections corrections={corrections.filter(({ organisationLevel }) => isWhole || organisationLevel)} language={language} />
    </>
  )
}
