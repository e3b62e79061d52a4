import type { ReactNode } from 'react'
import { organMembers } from '../../src/operations/organMembers'
import { explainAddress } from '../ExplainMembership/address'
import { Day } from '../parts/Day'
import { filled } from '../parts/filled'
import { Pages } from '../parts/Pages'
import { Table } from '../parts/Table'
import { addressOf } from './address'
import type { Chosen } from './chosen'
import { pageOf } from './pageOf'
import { counted, texts } from './texts'

/** Who is in the organ on the day, with a search box and pages. */
export const MembersTab = async ({ screen, language, organ, date, here }: Chosen): Promise<ReactNode> => {
  if (!organ) return null
  const t = texts[language]
  const search = screen.query.search ?? ''
  const { members, count, page, pages, date: shownOn } = await organMembers(screen.req, { organ: organ.id, date, search, page: pageOf(screen.query.page) })
  return (
    <>
      <form className="kring-bar" action={addressOf({})} role="search">
        {Object.entries({ ...here, tab: 'members' }).map(([name, value]) => (value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />))}
        <label>{t.searchMember}<input type="search" name="search" defaultValue={search} placeholder={t.memberHint} /></label>
        <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.find}</button>
        <span>{filled(t.found, { count: counted(count, language) })}</span>
      </form>
      <Table name="organMembers" rows={members} keyOf={(row) => `${row.relation} ${row.membershipType}`} empty={search ? t.nobodyFound : t.noMembers} columns={[
        { title: t.name, render: (row) => <a href={`/admin/collections/relations/${row.relation}/card`}>{row.name}</a> },
        { title: t.town, render: (row) => row.town },
        { title: t.type, render: (row) => row.membershipType },
        { title: t.since, render: (row) => <Day date={row.since} language={language} /> },
        { title: t.days, isNumber: true, render: (row) => counted(row.days, language) },
        { title: t.why, render: (row) => <a href={explainAddress({ relation: row.relation, organ: organ.id, type: row.type, date: shownOn })}>{t.why}</a> },
      ]} />
      <Pages page={page} pages={pages} language={language} href={(to) => addressOf({ ...here, tab: 'members', search, page: to })} />
    </>
  )
}
