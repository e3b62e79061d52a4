import type { Language } from '../../src/i18n/text'

/** `21 nov 2026 14:05`, in Amsterdam. */
export const Moment = ({ at, language }: { readonly at: string; readonly language: Language }) => (
  <time dateTime={at}>
    {new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(new Date(at))}
  </time>
)
