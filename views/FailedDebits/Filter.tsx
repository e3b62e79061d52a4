import type { Language } from '../../src/i18n/text'
import { failureTasks } from '../../src/store/failedInstructions'
import type { Asked } from './address'
import { texts } from './texts'

type Props = {
  readonly asked: Asked
  readonly reasons: readonly { readonly code: string; readonly title: string }[]
  readonly creditors: readonly { readonly id: number; readonly title: string }[]
  readonly language: Language
}

/** Which failed debits are shown; the address keeps it. */
export const Filter = ({ asked: { filter, sort, isDescending }, reasons, creditors, language }: Props) => {
  const t = texts[language]
  return (
    <form className="kring-bar" role="search" action="/admin/mislukte-opdrachten">
      <label>{t.from}<input type="date" name="from" defaultValue={filter.from} /></label>
      <label>{t.until}<input type="date" name="until" defaultValue={filter.until} /></label>
      <label>{t.reason}
        <select name="reason" defaultValue={filter.reason ?? ''}>
          <option value="">{t.everyReason}</option>
          {reasons.map(({ code, title }) => <option key={code} value={code}>{`${code}: ${title}`}</option>)}
          <option value="other">{t.otherReason}</option>
        </select>
      </label>
      <label>{t.task}
        <select name="task" defaultValue={filter.task ?? ''}>
          <option value="">{t.everyTask}</option>
          {failureTasks.map((task) => <option key={task} value={task}>{t[task]}</option>)}
        </select>
      </label>
      {creditors.length > 1 && (
        <label>{t.creditor}
          <select name="creditor" defaultValue={filter.creditor ?? ''}>
            <option value="">{t.everyCreditor}</option>
            {creditors.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
          </select>
        </label>
      )}
      <label>{t.which}
        <select name="which" defaultValue={filter.isAll ? 'all' : ''}><option value="">{t.todo}</option><option value="all">{t.all}</option></select>
      </label>
      <label className="kring-search">{t.search}<input type="search" name="search" maxLength={100} defaultValue={filter.search} /></label>
      <input type="hidden" name="sort" value={sort} /><input type="hidden" name="order" value={isDescending ? 'desc' : 'asc'} />
      <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.show}</button>
    </form>
  )
}
