import { formatEuro, sumCents } from '../../src/domain/money'
import { allCreditors } from '../../src/store/creditors'
import { failedInstructions, failureCounts, failureReasons } from '../../src/store/failedInstructions'
import { retryCandidates } from '../../src/store/retries'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Pages } from '../parts/Pages'
import { addressOf, askedOf } from './address'
import { FailedList } from './FailedList'
import { Filter } from './Filter'
import { RetryAll } from './RetryAll'
import { texts } from './texts'

const pageSize = 50
/** More reasons than these are in the filter alone. */
const mostFigures = 8

/** Mislukte opdrachten: what was refused or came back, by reason, with what to do and the button that tries it again (seed 004). */
export const FailedDebits = adminView('failedDebits', async ({ req, language, today, query, roles }: Screen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const asked = askedOf(query, today)
  const counts = await failureCounts(tx, asked.filter)
  const chosen = counts.filter(({ reason }) => asked.filter.reason === undefined || reason === asked.filter.reason)
  const [count, total] = [chosen.reduce((sum, one) => sum + one.count, 0), sumCents(chosen.map(({ totalCents }) => totalCents))]
  const rows = await failedInstructions(tx, asked.filter, { ...asked, offset: (asked.page - 1) * pageSize, limit: pageSize })
  const candidates = await retryCandidates(tx, rows.map(({ id }) => id))
  const mayRetry = roles.includes('finance')
  return (
    <>
      <h1>{t.title}</h1>
      <p className="kring-lead">{t.lead}</p>
      <Figures>
        <Figure label={t.everyReason} href={addressOf(asked, { reason: undefined })}>{counts.reduce((sum, one) => sum + one.count, 0).toLocaleString(language)}</Figure>
        <Figure label={t.together} href={addressOf(asked, { reason: undefined })}><Amount cents={sumCents(counts.map(({ totalCents }) => totalCents))} language={language} /></Figure>
        {counts.slice(0, mostFigures).map(({ reason, title, count }) => (
          <Figure key={reason} label={title ? `${reason}: ${title}` : t.otherReason} href={addressOf(asked, { reason })}>{count.toLocaleString(language)}</Figure>
        ))}
      </Figures>
      <Filter asked={asked} reasons={await failureReasons(tx)} creditors={await allCreditors(tx)} language={language} />
      <section id="lijst">
        {count > 0 && (
          <div className="kring-bar">
            {mayRetry && <RetryAll key={addressOf(asked, {})} filter={asked.filter} count={count} language={language} />}
            <span role="status">{filled(t.found, { count, total: formatEuro(total, language) })}</span>
          </div>
        )}
        <FailedList rows={rows} candidates={new Map(candidates.map((one) => [one.id, one]))} asked={asked} mayRetry={mayRetry} language={language} />
        <Pages page={asked.page} pages={Math.ceil(count / pageSize)} href={(page) => addressOf(asked, { page })} language={language} />
      </section>
    </>
  )
})
