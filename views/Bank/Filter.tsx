import type { Language } from '../../src/i18n/text'
import type { BankAccount } from '../../src/store/bankAccounts'
import { addressOf, type Asked } from './address'
import { texts } from './texts'

type Props = { readonly asked: Asked; readonly accounts: readonly BankAccount[]; readonly isFiltered: boolean; readonly language: Language }

/** Which lines are shown; the address keeps it. */
export const Filter = ({ asked, accounts, isFiltered, language }: Props) => {
  const t = texts[language]
  const { filter, tab } = asked
  return (
    <form className="kring-bar" role="search" action="/admin/bank#regels">
      <input type="hidden" name="tab" value={tab} />
      {filter.statement !== undefined && <input type="hidden" name="statement" value={filter.statement} />}
      <label className="kring-search">{t.search}<input id="bank-search" type="search" name="q" maxLength={100} defaultValue={filter.search} /></label>
      {accounts.length > 1 && (
        <label>{t.account}
          <select name="account" defaultValue={filter.creditor ?? ''}>
            <option value="">{t.everyAccount}</option>
            {accounts.map(({ creditor, title }) => <option key={creditor} value={creditor}>{title}</option>)}
          </select>
        </label>
      )}
      <label>{t.from}<input type="date" name="from" defaultValue={filter.from} /></label>
      <label>{t.until}<input type="date" name="until" defaultValue={filter.until} /></label>
      <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.show}</button>
      {isFiltered && <a href={addressOf({ ...asked, filter: {} }, {})}>{t.clear}</a>}
      {filter.statement !== undefined && <span>{t.ofStatement} <a href={addressOf({ ...asked, filter: { ...filter, statement: undefined } }, {})}>{t.everyStatement}</a></span>}
    </form>
  )
}
