import type { Language } from '../../src/i18n/text'
import { workTabs, type WorkCounts } from '../../src/store/bankWork'
import { addressOf, type Asked } from './address'
import { texts } from './texts'

/** The heads under which lines stand, each with how many; what waits for a statement is there only when something does. */
export const Tabs = ({ counts, asked, language }: { readonly counts: WorkCounts; readonly asked: Asked; readonly language: Language }) => {
  const t = texts[language]
  const shown = workTabs.filter((tab) => tab !== 'held' || counts.tabs.held.count > 0 || asked.tab === 'held')
  return (
    <nav className="kring-tabs" aria-label={t.title}>
      {shown.map((tab) => <a key={tab} href={addressOf(asked, { tab })} aria-current={tab === asked.tab ? 'page' : undefined}>{t[tab]} ({counts.tabs[tab].count.toLocaleString(language)})</a>)}
    </nav>
  )
}
