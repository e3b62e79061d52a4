import type { Language } from '../../src/i18n/text'
import type { OwnOrgan } from '../../src/store/representatives'
import { address, tabs, type Tab } from './address'
import { texts } from './texts'

type Props = { readonly organs: readonly OwnOrgan[]; readonly organ: OwnOrgan; readonly hasFund: boolean; readonly tab: Tab; readonly language: Language }

/** Which organ, the other organs of whoever reads, and the tabs of its fund where it has one that may be seen. */
export const Head = ({ organs, organ, hasFund, tab, language }: Props) => {
  const t = texts[language]
  return (
    <>
      <h1>{organ.label}: {organ.title}</h1>
      {organs.length > 1 && (
        <nav className="kring-tabs" aria-label={t.organs}>
          {organs.map(({ id, title }) => <a key={id} href={address({ organ: id })} aria-current={id === organ.id ? 'page' : undefined}>{title}</a>)}
        </nav>
      )}
      {hasFund && (
        <nav className="kring-tabs" aria-label={t.parts}>
          {tabs.map((one) => <a key={one} href={address({ organ: organ.id, tab: one })} aria-current={one === tab ? 'page' : undefined}>{t[one]}</a>)}
        </nav>
      )}
    </>
  )
}
