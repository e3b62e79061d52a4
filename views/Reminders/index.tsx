import { countAwaitingDebit, countRemindable, hasActiveSteps, remindable, reminderSorts, type Remindable } from '../../src/store/reminders'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { Pages } from '../parts/Pages'
import { SendList, type Row } from './SendList'
import { texts } from './texts'

const pageSize = 500

/** Herinneringen: who gets which step, and the button that sends them. */
export const Reminders = adminView('reminders', async ({ req, language, today, query }: Screen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const asked = askedOf(query)
  const counts = await countRemindable(tx, today, asked)
  const rows = await remindable(tx, today, { ...asked, offset: (asked.page - 1) * pageSize, limit: pageSize })
  const awaiting = await countAwaitingDebit(tx, today)
  const href = (page: number) => `?${new URLSearchParams({ ...(asked.search && { search: asked.search }), ...(asked.step && { step: String(asked.step) }), sort: asked.sort, page: String(page) })}#lijst`
  return (
    <>
      <h1>{t.title}</h1>
      <p className="kring-lead">{t.lead} <a href="/admin/collections/reminder-steps">{t.steps}</a></p>
      <Figures>
        <Figure label={t.count} href="?#lijst">{counts.count.toLocaleString(language)}</Figure>
        <Figure label={t.total} href="?#lijst"><Amount cents={counts.totalCents} language={language} /></Figure>
      </Figures>
      {awaiting > 0 && <Notice tone="plain">{filled(t.awaiting, { count: awaiting })} <a href="/admin/te-incasseren">{t.toCollecting}</a></Notice>}
      {!(await hasActiveSteps(tx)) && <Empty>{t.noSteps} <a href="/admin/collections/reminder-steps/create">{t.addStep}</a></Empty>}
      {counts.count > 0 && (
        <form className="kring-bar" role="search" action="#lijst">
          <label>{t.step}<select name="step" defaultValue={asked.step ?? ''}><option value="">{t.all}</option>{counts.steps.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</select></label>
          <label>{t.search}<input type="search" name="search" maxLength={100} defaultValue={asked.search} /></label>
          <label>{t.sort}<select name="sort" defaultValue={asked.sort}>{reminderSorts.map((sort) => <option key={sort} value={sort}>{t[sortWords[sort]]}</option>)}</select></label>
          <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.find}</button>
          <span role="status">{filled(t.found, { count: counts.found.toLocaleString(language) })}</span>
        </form>
      )}
      <SendList key={href(asked.page)} rows={rows.map(toRow)} empty={counts.count > 0 ? t.nobodyFound : t.empty} language={language} />
      <Pages page={asked.page} pages={Math.ceil(counts.found / pageSize)} href={href} language={language} />
    </>
  )
})

const sortWords = { due: 'due', name: 'debtor', number: 'invoice', amount: 'sortAmount' } as const

/** What the address asks for; what it does not know is left out. */
const askedOf = (query: Screen['query']) => ({
  search: query.search?.trim().slice(0, 100) || undefined,
  step: /^\d{1,9}$/.test(query.step ?? '') ? Number(query.step) : undefined,
  sort: reminderSorts.find((sort) => sort === query.sort) ?? 'due',
  page: Math.min(100_000, Math.max(1, Math.trunc(Number(query.page ?? 1)) || 1)),
})

const toRow = (one: Remindable): Row => ({
  invoice: one.invoice, number: one.number, debtor: one.debtor, debtorName: one.debtorName, dueDate: one.dueDate, lastRemindedOn: one.lastRemindedOn, stepTitle: one.stepTitle, channel: one.channel, openCents: one.openCents,
  problem: one.isDebtorGone ? 'debtorGone' : one.channel === 'mail' && one.address === undefined ? 'noMailAddress' : undefined,
})
