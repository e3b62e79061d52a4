import { sumCents } from '../../src/domain/money'
import { batchGroups, batchHead, batchHistory, batchInstructions, batchPageSize, instructionsAtBank } from '../../src/store/batchOverview'
import { paidThoughCancelled } from '../../src/store/paidCancelled'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { PaidCancelled } from '../Collecting/PaidCancelled'
import { ImportStatusReport } from '../ImportStatusReport/ImportStatusReport'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { Pages } from '../parts/Pages'
import { StatusWord } from '../parts/StatusWord'
import { BatchActions } from './BatchActions'
import { BatchLines } from './BatchLines'
import { Difference, differs } from './Difference'
import { Groups } from './Groups'
import { History } from './History'
import { LineFilter } from './LineFilter'
import { texts } from './texts'

/** A batch: where it stands, what was sent, refused, expected and received, each instruction in it, and its history. */
export const Batch = documentView('batch', async ({ req, id, language, roles, query }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const head = await batchHead(tx, id)
  if (!head) return <Empty>{t.gone}</Empty>
  const groups = await batchGroups(tx, id)
  const paid = await paidThoughCancelled(tx, id)
  const page = Math.max(1, Number(query.page) || 1)
  const lines = await batchInstructions(tx, id, { search: query.search, status: query.status, page })
  const differences = await Promise.all(groups.filter(differs).map(async (group) => ({ group, atBank: await instructionsAtBank(tx, group.id) })))
  const count = groups.reduce((sum, group) => sum + group.instructionCount, 0)
  const mayAct = roles.includes('finance')
  const address = (to: number) => `?${new URLSearchParams({ ...(query.search ? { search: query.search } : {}), ...(query.status ? { status: query.status } : {}), page: String(to) })}#opdrachten`
  return (
    <>
      <p className="kring-lead">
        <StatusWord status={head.status} language={language} />{' · '}{head.creditorTitle}{' · '}<Day date={head.createdOn} language={language} />{head.createdBy && ` · ${head.createdBy}`}
      </p>
      <Figures>
        <Figure label={t.sent} href="#opdrachten"><Amount cents={sumCents(groups.map((group) => group.totalCents))} language={language} /></Figure>
        <Figure label={t.count} href="#opdrachten">{count.toLocaleString(language)}</Figure>
        <Figure label={t.refused} href="?status=rejected#opdrachten">{groups.reduce((sum, group) => sum + group.rejectedCount, 0)}</Figure>
        <Figure label={t.expected} href="#groepen"><Amount cents={sumCents(groups.map((group) => group.expectedCents))} language={language} /></Figure>
        <Figure label={t.received} href="#groepen"><Amount cents={sumCents(groups.flatMap((group) => group.receivedCents ?? []))} language={language} /></Figure>
      </Figures>
      {paid !== undefined && <PaidCancelled batches={[{ id, messageId: head.messageId, receivedCents: paid }]} language={language} />}
      {mayAct && <BatchActions id={id} status={head.status} count={count} language={language} />}
      {mayAct && (head.status === 'downloaded' || head.status === 'submitted') && <ImportStatusReport />}
      {differences.map(({ group, atBank }) => <Difference key={group.id} group={group} atBank={atBank} language={language} />)}
      <Groups groups={groups} language={language} />
      {head.status !== 'cancelled' && (
        <section id="opdrachten">
          <h2>{t.instructions}</h2>
          <LineFilter search={query.search} status={query.status} language={language} />
          {lines.rows.length === 0 ? <Empty>{t.noLines}</Empty> : <BatchLines instructions={lines.rows} mayRefuse={mayAct} language={language} />}
          <Pages page={page} pages={Math.ceil(lines.count / batchPageSize)} href={address} language={language} />
        </section>
      )}
      <History history={await batchHistory(tx, id)} language={language} />
      <p className="kring-lead">SHA-256: <code>{head.fileSha256}</code></p>
    </>
  )
})
