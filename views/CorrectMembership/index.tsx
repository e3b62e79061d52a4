import { membershipsOfRelation, type CardMembership } from '../../src/store/relationCard'
import { placesOfTypes } from '../../src/store/membershipHistory'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Days } from '../parts/Days'
import { Empty } from '../parts/Empty'
import { Table } from '../parts/Table'
import { CorrectForm } from './CorrectForm'
import { texts } from './texts'

/** Corrects the past of a relation's memberships: what is known, what would change, and only then the change itself. */
export const CorrectMembership = adminView('correctMembership', async ({ req, language, today, query }: Screen) => {
  const t = texts[language]
  const relation = Number(query.relation)
  const found = Number.isInteger(relation) && relation > 0 ? await req.payload.find({ collection: 'relations', where: { id: { equals: relation } }, limit: 1, depth: 0, req, overrideAccess: false }) : undefined
  const [doc] = found?.docs ?? []
  if (!doc) return <><h1>{t.title}</h1><Empty>{t.noRelation}</Empty></>
  const tx = readConnection(req)
  const memberships = await membershipsOfRelation(tx, relation)
  const chosen = memberships.find(({ id }) => id === Number(query.membership))
  const mark = (row: CardMembership) => (row === chosen ? <strong>{t.chosen}</strong> : <a href={`?relation=${relation}&membership=${row.id}`}>{t.choose}</a>)
  return (
    <>
      <h1>{t.title}: {doc.displayName}</h1>
      <p className="kring-lead">{t.lead}</p>
      <p><a href={`/admin/collections/relations/${relation}/card?tab=memberships`}>{t.back}</a></p>
      <h2>{t.known}</h2>
      <Table name="known" rows={memberships} keyOf={(row) => row.id} empty={t.none} columns={[
        { title: t.at, render: (row) => <span style={{ paddingLeft: `${row.depth * 14}px` }}>{row.at}</span> },
        { title: t.type, render: (row) => row.type },
        { title: t.days, render: (row) => <Days {...row} language={language} /> },
        { title: '', render: mark },
      ]} />
      <CorrectForm key={chosen?.id ?? 0} relation={relation} chosen={chosen} places={await placesOfTypes(tx)} today={today} language={language} />
    </>
  )
})
