import { sumCents } from '../../src/domain/money'
import { countAwaitingDebit, hasActiveSteps, remindable, type Remindable } from '../../src/store/reminders'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { SendList, type Row } from './SendList'
import { texts } from './texts'

/** The list on one screen; who has more to remind chooses a step or searches, and sends the rest afterwards. */
const mostShown = 1_000

/** Herinneringen: who gets which step, and the button that sends them. */
export const Reminders = adminView('reminders', async ({ req, language, today, query }: Screen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const due = await remindable(tx, today)
  const awaiting = await countAwaitingDebit(tx, today)
  const [search, step] = [(query.search ?? '').trim().slice(0, 100), Number(query.step) || undefined]
  const found = due.filter((one) => (step === undefined || one.step === step) && holds(one, search))
  const steps = [...new Map(due.map((one) => [one.step, one.stepTitle]))]
  return (
    <>
      <h1>{t.title}</h1>
      <p className="kring-lead">{t.lead} <a href="/admin/collections/reminder-steps">{t.steps}</a></p>
      <Figures>
        <Figure label={t.count} href="?#lijst">{due.length}</Figure>
        <Figure label={t.total} href="?#lijst"><Amount cents={sumCents(due.map(({ openCents }) => openCents))} language={language} /></Figure>
      </Figures>
      {awaiting > 0 && <Notice tone="plain">{filled(t.awaiting, { count: awaiting })} <a href="/admin/te-incasseren">{t.toCollecting}</a></Notice>}
      {!(await hasActiveSteps(tx)) && <Empty>{t.noSteps} <a href="/admin/collections/reminder-steps/create">{t.addStep}</a></Empty>}
      {due.length > 0 && (
        <form className="kring-bar" role="search" action="#lijst">
          <label>{t.step}<select name="step" defaultValue={step ?? ''}><option value="">{t.all}</option>{steps.map(([id, title]) => <option key={id} value={id}>{title}</option>)}</select></label>
          <label>{t.search}<input type="search" name="search" maxLength={100} defaultValue={search} /></label>
          <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.find}</button>
        </form>
      )}
      <SendList key={`${step} ${search}`} rows={found.slice(0, mostShown).map(toRow)} empty={due.length > 0 ? t.nobodyFound : t.empty} language={language} />
    </>
  )
})

const holds = ({ debtorName, number }: Remindable, search: string): boolean => `${debtorName} ${number}`.toLowerCase().includes(search.toLowerCase())

const toRow = (one: Remindable): Row => ({
  invoice: one.invoice, number: one.number, debtor: one.debtor, debtorName: one.debtorName, dueDate: one.dueDate, lastRemindedOn: one.lastRemindedOn, stepTitle: one.stepTitle, channel: one.channel, openCents: one.openCents,
  problem: one.isDebtorGone ? 'debtorGone' : one.channel === 'mail' && one.address === undefined ? 'noMailAddress' : undefined,
})
