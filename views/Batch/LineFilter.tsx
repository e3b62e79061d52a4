import type { Language } from '../../src/i18n/text'
import { texts } from './texts'

const statuses = ['batched', 'submitted', 'collected', 'rejected', 'returned'] as const

/** Finds an instruction in the batch by name, description, reference or end-to-end id, or all that stand somewhere. */
export const LineFilter = ({ search, status, language }: { readonly search: string | undefined; readonly status: string | undefined; readonly language: Language }) => {
  const t = texts[language]
  return (
    <form className="kring-bar" action="#opdrachten">
      <label className="kring-search">{t.search}<input type="search" name="search" defaultValue={search} maxLength={100} /></label>
      <label>{t.status}
        <select name="status" defaultValue={status ?? ''}>
          <option value="">{t.every}</option>
          {statuses.map((one) => <option key={one} value={one}>{t[one]}</option>)}
        </select>
      </label>
      <button className="btn btn--style-secondary btn--size-small" type="submit">{t.find}</button>
    </form>
  )
}
