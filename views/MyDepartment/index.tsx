import { membersPerPage, myDepartment, type Department } from '../../src/operations/myDepartment'
import type { Language } from '../../src/i18n/text'
import { adminView, type Screen } from '../adminView'
import { pageAsked } from '../FundForecast/pageOf'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { Pages } from '../parts/Pages'
import { reasonText } from '../parts/reasonText'
import { StatusWord } from '../parts/StatusWord'
import { address, path, tabAsked, type Tab } from './address'
import { donationsTab } from './DonationsTab'
import { forecastTab } from './ForecastTab'
import { Head } from './Head'
import { HeadcountChart } from './HeadcountChart'
import { pledgesTab } from './PledgesTab'
import { texts } from './texts'

/** What can be seen of the fund; each is undefined where there is none, or no right to see it. */
const fundTabs = { donations: donationsTab, pledges: pledgesTab, forecast: forecastTab } as const

/** Mijn Afdeling: the members, mutations, headcount and fund of an organ that the reader represents, and nothing beside it. */
export const MyDepartment = adminView('myDepartment', async (screen: Screen) => {
  const { req, language, query } = screen
  const organ = query.organ === undefined ? undefined : Math.trunc(Number(query.organ)) || 0
  const tab = tabAsked(query.tab)
  const ofFund = tab === 'members' ? undefined : await fundTabs[tab]({ ...screen, organ })
  if (ofFund) return ofFund
  const page = pageAsked(query.page)
  const search = query.search ?? ''
  const { organs, department } = await myDepartment(req, { organ, search, page })
  const t = texts[language]
  if (!department) return <><h1>{organs[0]?.label ?? t.title}</h1><Empty>{t.notYours}</Empty></>
  const shown = { department, language, search, page }
  return (
    <>
      <Head organs={organs} organ={department.organ} hasFund={department.fund !== undefined} tab="members" language={language} />
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
      {department.fund && <Figure label={t.received} href={address({ organ: department.organ.id, tab: 'forecast' })}><Amount cents={department.fund.receivedThisYearCents} language={language} /></Figure>}
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
        href={(to) => `${address({ organ: department.organ.id, search, page: to })}#leden`} />
    </section>
  )
}

const Fund = ({ department: { fund, organ }, language }: Shown) => {
  const t = texts[language]
  if (!fund) return null
  const to = (tab: Tab) => address({ organ: organ.id, tab })
  return (
    <section id="fonds">
      <h2>{t.fund}: {fund.title}</h2>
      <Figures>
        <Figure label={t.received} href={to('forecast')}><Amount cents={fund.receivedThisYearCents} language={language} /></Figure>
        <Figure label={t.ever} href={to('donations')}><Amount cents={fund.receivedEverCents} language={language} /></Figure>
        <Figure label={t.running} href={to('pledges')}>{fund.pledges}</Figure>
      </Figures>
    </section>
  )
}
