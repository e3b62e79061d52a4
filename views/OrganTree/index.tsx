import { isLocalDate } from '../../src/domain/localDate'
import { organRow } from '../../src/store/organDetail'
import { allOrganisations, typesOf } from '../../src/store/organTreeView'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Empty } from '../parts/Empty'
import { Actions } from './Actions'
import { addressOf } from './address'
import { BelowTab } from './BelowTab'
import type { Chosen } from './chosen'
import { Head } from './Head'
import { MembersTab } from './MembersTab'
import { OverlapsTab } from './OverlapsTab'
import { PlannedTab } from './PlannedTab'
import { RulesTab } from './RulesTab'
import { texts } from './texts'
import { TreePanel } from './TreePanel'

const tabs = {
  members: { title: 'tabMembers', Body: MembersTab },
  rules: { title: 'tabRules', Body: RulesTab },
  below: { title: 'tabBelow', Body: BelowTab },
  planned: { title: 'tabPlanned', Body: PlannedTab },
  overlaps: { title: 'tabOverlaps', Body: OverlapsTab },
} as const

type TabName = keyof typeof tabs

/** Organen in beeld: the tree of a day on the left, on the right everything about what is chosen in it. */
export const OrganTree = adminView('organTree', async (screen: Screen) => {
  const { language } = screen
  const t = texts[language]
  const chosen = await chosenOn(screen)
  if (!chosen) return <><h1>{t.title}</h1><Empty>{t.noOrganisation} <a href="/admin/collections/organisations/create">{t.addOrganisation}</a></Empty></>
  const { organisation, organ, date, today, here } = chosen
  const shown = (Object.keys(tabs) as TabName[]).filter((name) => organ || name !== 'members')
  const current = shown.find((name) => name === screen.query.tab) ?? (organ ? 'members' : 'below')
  return (
    <>
      <p className="kring-lead"><strong>{t.title}</strong> · {t.lead}</p>
      <Choices {...chosen} />
      <div className="kring-split">
        <TreePanel organisation={organisation.id} organ={organ?.id} date={date} today={today} tab={screen.query.tab} language={language} />
        <div>
          {await Head(chosen)}
          {screen.roles.includes('administrator') && <Actions organisation={organisation.id} types={await typesOf(chosen.tx, organisation.id)} today={today} language={language}
            organ={organ && { id: organ.id, title: organ.title, isOver: organ.endDate !== null && organ.endDate <= today }} />}
          <nav className="kring-tabs" aria-label={t.tabs}>
            {shown.map((name) => <a key={name} href={addressOf({ ...here, tab: name })} aria-current={name === current ? 'page' : undefined}>{t[tabs[name].title]}</a>)}
          </nav>
          {await tabs[current].Body(chosen)}
        </div>
      </div>
    </>
  )
})

/** The organisation and the organ of the address, on its day; an organ brings its organisation. */
async function chosenOn(screen: Screen): Promise<Chosen | undefined> {
  const { req, language, today, query } = screen
  const tx = readConnection(req)
  const organisations = await allOrganisations(tx)
  const asked = Math.trunc(Number(query.organ ?? 0)) || 0
  const organ = asked > 0 && asked <= 2_147_483_647 ? await organRow(tx, asked) : undefined
  const organisation = organisations.find(({ id }) => id === (organ?.organisation ?? Number(query.organisation))) ?? organisations[0]
  if (!organisation) return undefined
  const date = query.date !== undefined && isLocalDate(query.date) ? query.date : today
  return { screen, tx, language, organisation, organisations, organ, date, today, here: { organisation: organisation.id, organ: organ?.id, date: date === today ? undefined : date } }
}

const Choices = ({ language, organisation, organisations, organ, date, today, here }: Chosen) => {
  const t = texts[language]
  return (
    <form className="kring-bar" action={addressOf({})}>
      {organisations.length > 1 ? (
        <label>{t.organisation}<select name="organisation" defaultValue={organisation.id}>{organisations.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</select></label>
      ) : organ && <input type="hidden" name="organ" value={organ.id} />}
      <label>{t.onDate}<input type="date" name="date" required defaultValue={date} /></label>
      <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.show}</button>
      {date !== today && <a href={addressOf({ ...here, date: undefined })}>{t.today}</a>}
    </form>
  )
}
