import { mayDo } from '../../src/access/rights'
import { formatEuro, sumCents } from '../../src/domain/money'
import { ages, followStates, outstandingRows, outstandingSums, type Age, type OutstandingSum } from '../../src/store/outstanding'
import type { OutstandingKind } from '../../src/store/outstandingItems'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { Pages } from '../parts/Pages'
import { addressOf, askedOf, type Asked } from './address'
import { OutstandingList } from './OutstandingList'
import { texts } from './texts'

const pageSize = 50
const everyAge = Object.keys(ages) as readonly Age[]

/** Of several ages together. */
const together = (sums: readonly OutstandingSum[]): OutstandingSum =>
  ({ count: sums.reduce((all, { count }) => all + count, 0), totalCents: sumCents(sums.map(({ totalCents }) => totalCents)) })

/** Openstaand: what should have come in and did not, by age, and who asked after it. Of invoices only for whoever may see those. */
export const Outstanding = adminView('outstanding', async ({ req, language, today, query, roles }: Screen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const mayRead: readonly OutstandingKind[] = [...(mayDo(roles, 'invoices', 'read') ? ['invoice' as const] : []), ...(mayDo(roles, 'pledges', 'read') ? ['pledge' as const] : [])]
  const asked = askedOf(query, mayRead)
  const sums = await outstandingSums(tx, today, asked.filter)
  const all = together(everyAge.map((age) => sums[age]))
  const found = asked.filter.age ? sums[asked.filter.age] : all
  const debits = asked.filter.follow === 'debit' ? undefined : together(Object.values(await outstandingSums(tx, today, { ...asked.filter, follow: 'debit' })))
  const rows = await outstandingRows(tx, today, asked.filter, { ...asked, offset: (asked.page - 1) * pageSize, limit: pageSize })
  const figure = (label: string, age: Age | undefined, { count, totalCents }: OutstandingSum) => (
    <Figure key={label} label={`${label}: ${filled(t.ofCount, { count })}`} href={addressOf(asked, { age })}><Amount cents={totalCents} language={language} /></Figure>
  )
  return (
    <>
      <h1>{t.title}</h1>
      <p className="kring-lead">{t.lead}</p>
      <Figures>{everyAge.map((age) => figure(t[age], age, sums[age]))}{figure(t.everyAge, undefined, all)}</Figures>
      {debits && debits.count > 0 && <Notice tone="plain">{filled(t.debits, { count: debits.count, total: formatEuro(debits.totalCents, language) })} <a href={addressOf(asked, { follow: 'debit', age: undefined })}>{t.showDebits}</a></Notice>}
      <Filter asked={asked} mayRead={mayRead} language={language} />
      <section id="lijst">
        <p role="status">{filled(t.found, { count: found.count, total: formatEuro(found.totalCents, language) })}</p>
        <OutstandingList rows={rows} asked={asked} today={today} language={language} />
        <Pages page={asked.page} pages={Math.ceil(found.count / pageSize)} href={(page) => addressOf(asked, { page })} language={language} />
      </section>
    </>
  )
})

const Filter = ({ asked: { kind, filter, sort, isDescending }, mayRead, language }: { readonly asked: Asked; readonly mayRead: readonly OutstandingKind[]; readonly language: Screen['language'] }) => {
  const t = texts[language]
  return (
    <form className="kring-bar" role="search" action="/admin/openstaand">
      <label>{t.follow}<select name="follow" defaultValue={filter.follow}>{followStates.map((state) => <option key={state} value={state}>{t[state]}</option>)}</select></label>
      <label>{t.age}
        <select name="age" defaultValue={filter.age ?? ''}><option value="">{t.all}</option>{everyAge.map((age) => <option key={age} value={age}>{t[age]}</option>)}</select>
      </label>
      {mayRead.length > 1 && (
        <label>{t.kind}<select name="kind" defaultValue={kind ?? ''}><option value="">{t.everyKind}</option>{mayRead.map((one) => <option key={one} value={one}>{t[one]}</option>)}</select></label>
      )}
      <label className="kring-search">{t.search}<input type="search" name="search" maxLength={100} defaultValue={filter.search} /></label>
      <input type="hidden" name="sort" value={sort} /><input type="hidden" name="order" value={isDescending ? 'desc' : 'asc'} />
      <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.show}</button>
    </form>
  )
}
