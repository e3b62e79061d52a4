import type { ReactNode } from 'react'
import { formatDate } from '../../src/domain/localDate'
import { organsAboveOn } from '../../src/store/organDetail'
import { membersCountOn } from '../../src/store/organTreeView'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { addressOf } from './address'
import type { Chosen } from './chosen'
import { counted, texts } from './texts'

/** What is chosen: its title, where it stands, how long it lasts, and its figures. */
export const Head = async (chosen: Chosen): Promise<ReactNode> => {
  const { tx, language, organisation, organ, date, today } = chosen
  const t = texts[language]
  const sight = { date: date > today ? today : date, today }
  const members = await membersCountOn(tx, { organisation: organisation.id, organ: organ?.id }, sight)
  const label = sight.date === today ? t.membersToday : filled(t.membersOn, { date: formatDate(sight.date, language) })
  return (
    <>
      {organ && <Path {...chosen} organ={organ} />}
      <h1>{organ?.title ?? organisation.title}</h1>
      {organ && <Existence {...chosen} organ={organ} />}
      {date > today && <Notice tone="plain">{t.future}</Notice>}
      <Figures>
        <Figure label={label} href={addressOf({ ...chosen.here, tab: organ ? 'members' : 'overlaps' })}>{counted(members, language)}</Figure>
        {organ && <Figure label={t.division}><small>{{ rules: t.modeRules, none: t.modeNone, passThrough: t.modePassThrough }[organ.ruleMode]}</small></Figure>}
        {organ && <Figure label={t.since}><small>{formatDate(organ.startDate, language)}</small></Figure>}
        {organ?.endDate && <Figure label={t.until}><small>{formatDate(organ.endDate, language)}</small></Figure>}
        {organ?.code && <Figure label={t.code}><small>{organ.code}</small></Figure>}
      </Figures>
    </>
  )
}

type WithOrgan = Chosen & { readonly organ: NonNullable<Chosen['organ']> }

const Path = async ({ tx, language, organisation, organ, date, here }: WithOrgan) => (
  <nav className="kring-path" aria-label={texts[language].path}>
    <a href={addressOf({ ...here, organ: undefined, organisation: organisation.id })}>{organisation.title}</a>
    {(await organsAboveOn(tx, organ.id, date)).map(({ id, title }) => <span key={id}> › <a href={addressOf({ ...here, organ: id })}>{title}</a></span>)}
  </nav>
)

const Existence = ({ language, organ, date }: WithOrgan) => {
  const t = texts[language]
  if (organ.startDate <= date && !(organ.endDate && organ.endDate <= date)) return null
  const words = { date: formatDate(date, language), from: formatDate(organ.startDate, language), until: organ.endDate ? formatDate(organ.endDate, language) : t.present }
  return <Notice tone="plain">{filled(t.notThen, words)}</Notice>
}
