import { membersPerPage, myDepartment, type Department } from '../../src/operations/myDepartment'
import type { Language } from '../../src/i18n/text'
import { adminView, type Screen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { Pages } from '../parts/Pages'
import { reasonText } from '../parts/reasonText'
import { StatusWord } from '../parts/StatusWord'
import { HeadcountChart } from './HeadcountChart'
import { texts } from './texts'

const path = '/admin/mijn-afdeling'

/** Mijn Afdeling: the members, mutations, headcount and fund of an organ that the reader represents, and nothing beside it. */
export const MyDepartment = adminView('myDepartment', async ({ req, language, query }: Screen) => {
  const page = Math.max(1, Math.trunc(Number(query.page ?? 1)) || 1)
  const organ = query.organ === undefined ? undefined : Math.trunc(Number(query.organ)) || 0
  const search = query.search ?? ''
  const { organs, department } = await myDepartment(req, { organ, search, page })
  const t = texts[language]
  if (!department) return <><h1>{organs[0]?.label ?? t.title}</h1><Empty>{t.notYours}</Empty></>
  const shown = { department, language, search, page }
  return (
    <>
      <h1>{department.organ.label}: {department.organ.title}</h1>
      {organs.length > 1 && (
        <nav className="kring-tabs" aria-label={t.organs}>
          {organs.map(({ id, title }) => <a key={id} href={`${path}?organ=${id}`} aria-current={id === department.organ.id ? 'page' : undefined}>{title}</a>)}
        </nav>
      )}
      <FigureRow {...shown} />
      <section id="verloop"><h2>{t.headcount}</h2><HeadcountChart points={department.headcount} label={t.members} language={language} /></section>
      <Mutations {...shown} />
      <Members {...shown} />
      <Fund {...shown} />
    </>
  )
})

type Shown = { readonly department: Department; readonly language: Language; readonly search: string; readonly page: number }

const FigureRow = ({ department, language }: Shown) => {
  const t = texts[language]
  const of = (kind: 'joined' | 'left') => department.mutations.filter((mutation) => mutation.kind === kind).length
  return (
    <Figures>
      <Figure label={t.members} href="#leden">{department.headcount.at(-1)?.members ?? 0}</Figure>
      <Figure label={t.joined} href="#mutaties">{of('joined')}</Figure>
      <Figure label={t.left} href="#mutaties">{of('left')}</Figure>
      {department.fund && <Figure label={t.received} href="#fonds"><Amount cents={department.fund.receivedThisYearCents} language={language} /></Figure>}
    </Figures>
  )
}

const Mutations = ({ department, language }: Shown) => {
  const t = texts[language]
  return (
    <section id="mutaties">
      <h2>{t.mutations}</h2>
      {department.mutations.length === 0 ? <Empty>{t.noMutations}</Empty> : (
        <div className="kring-scroll"><table className="kring-table">
          <thead><tr><th>{t.date}</th><th>{t.what}</th><th>{t.name}</th><th>{t.type}</th><th>{t.reason}</th></tr></thead>
          <tbody>{department.mutations.map((mutation) => (
            <tr key={mutation.id}>
              <td><Day date={mutation.date} language={language} /></td>
              <td><StatusWord status={mutation.kind} language={language} /></td>
              <td>{mutation.name}</td><td>{mutation.membershipType}</td><td>{reasonText(mutation.reason, language)}</td>
            </tr>
          ))}</tbody>
        </table></div>
      )}
    </section>
  )
}

const Members = ({ department, language, search, page }: Shown) => {
  const t = texts[language]
  const pages = Math.ceil(department.memberCount / membersPerPage)
  return (
    <section id="leden">
      <h2>{t.memberList}</h2>
      <form className="kring-bar" action={`${path}#leden`} role="search">
        <input type="hidden" name="organ" value={department.organ.id} />
        <label>{t.search}<input type="search" name="search" defaultValue={search} placeholder={t.searchHint} /></label>
        <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.searchButton}</button>
      </form>
      {department.members.length === 0 ? <Empty>{search ? t.nobodyFound : t.noMembers}</Empty> : (
        <div className="kring-scroll"><table className="kring-table" data-list="members">
          <thead><tr><th>{t.name}</th><th>{t.town}</th><th>{t.type}</th><th>{t.since}</th></tr></thead>
          <tbody>{department.members.map((member) => (
            <tr key={member.id}><td>{member.name}</td><td>{member.town}</td><td>{member.membershipType}</td><td><Day date={member.startDate} language={language} /></td></tr>
          ))}</tbody>
        </table></div>
      )}
      <Pages page={page} pages={pages} language={language}
        href={(to) => `${path}?organ=${department.organ.id}&search=${encodeURIComponent(search)}&page=${to}#leden`} />
    </section>
  )
}

const Fund = ({ department: { fund }, language }: Shown) => {
  const t = texts[language]
  if (!fund) return null
  return (
    <section id="fonds">
      <h2>{t.fund}: {fund.title}</h2>
      <Figures>
        <Figure label={t.received}><Amount cents={fund.receivedThisYearCents} language={language} /></Figure>
        <Figure label={t.ever}><Amount cents={fund.receivedEverCents} language={language} /></Figure>
        <Figure label={t.pledges}>{fund.pledges}</Figure>
      </Figures>
      {fund.donations.length === 0 ? <Empty>{t.noDonations}</Empty> : (
        <div className="kring-scroll"><table className="kring-table">
          <thead><tr><th>{t.date}</th><th>{t.donor}</th><th className="number">{t.amount}</th></tr></thead>
          <tbody>{fund.donations.map((donation) => (
            <tr key={donation.id}>
              <td><Day date={donation.receivedOn} language={language} /></td><td>{donation.donorName ?? t.unknown}</td>
              <td className="number"><Amount cents={donation.amountCents} language={language} /></td>
            </tr>
          ))}</tbody>
        </table></div>
      )}
    </section>
  )
}
