import type { Language } from '../../src/i18n/text'

type Props = { readonly page: number; readonly pages: number; readonly href: (page: number) => string; readonly language: Language }

const texts = {
  nl: { previous: '← Vorige', next: 'Volgende →', of: (page: number, pages: number) => `Bladzijde ${page} van ${pages}` },
  en: { previous: '← Previous', next: 'Next →', of: (page: number, pages: number) => `Page ${page} of ${pages}` },
} as const

/** Leafing through a list; nothing where all of it is on one page. */
export const Pages = ({ page, pages, href, language }: Props) => {
  const t = texts[language]
  if (pages <= 1) return null
  return (
    <nav className="kring-pages">
      {page > 1 && <a href={href(page - 1)}>{t.previous}</a>}
      <span>{t.of(page, pages)}</span>
      {page < pages && <a href={href(page + 1)}>{t.next}</a>}
    </nav>
  )
}
