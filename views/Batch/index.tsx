import { sumCents } from '../../src/domain/money'
import { batchGroups, batchHead, batchInstructions } from '../../src/store/batchOverview'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { StatusWord } from '../parts/StatusWord'
import { BatchLines } from './BatchLines'
import { Difference } from './Difference'
import { texts } from './texts'

/** A batch: what was sent, what the bank refused, what is expected, what came in, and each instruction in it. */
export const Batch = documentView('batch', async ({ req, id, language, roles }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const head = await batchHead(tx, id)
  if (!head) return <Empty>{t.gone}</Empty>
  const groups = await batchGroups(tx, id)
  const instructions = await batchInstructions(tx, id)
  const rejected = instructions.filter(({ status }) => status === 'rejected')
  return (
    <>
      <p className="kring-lead">
        <StatusWord status={head.status} language={language} />{' · '}{head.creditorTitle}{' · '}<Day date={head.createdOn} language={language} />{head.createdBy && ` · ${head.createdBy}`}
      </p>
      <Figures>
        <Figure label={t.sent} href="#opdrachten"><Amount cents={sumCents(groups.map((group) => group.totalCents))} language={language} /></Figure>
        <Figure label={t.count} href="#opdrachten">{instructions.length}</Figure>
        <Figure label={t.refused} href="#opdrachten">{rejected.length}</Figure>
        <Figure label={t.expected} href="#groepen"><Amount cents={sumCents(groups.map((group) => group.expectedCents))} language={language} /></Figure>
        <Figure label={t.received} href="#groepen"><Amount cents={sumCents(groups.flatMap((group) => group.receivedCents ?? []))} language={language} /></Figure>
      </Figures>
      {roles.includes('finance') && <p><a className="btn btn--style-primary btn--size-medium" href={`/api/debit-batches/${id}/file`} download>{t.download}</a></p>}
      {groups.map((group) => (
        <Difference key={group.id} group={group} instructions={instructions.filter((one) => one.group === group.id)} language={language} />
      ))}
      <section id="groepen">
        <h2>{t.groups}</h2>
        <div className="kring-scroll"><table className="kring-table">
          <thead><tr><th>{t.reference}</th><th>{t.date}</th><th>{t.status}</th><th className="number">{t.sent}</th><th className="number">{t.refused}</th><th className="number">{t.expected}</th><th className="number">{t.received}</th></tr></thead>
          <tbody>{groups.map((group) => (
            <tr key={group.id}>
              <td>{group.paymentInformationId}</td><td><Day date={group.collectionDate} language={language} /></td>
              <td><StatusWord status={group.status === 'open' ? 'waiting' : 'processed'} language={language} /></td>
              <td className="number"><Amount cents={group.totalCents} language={language} /></td>
              <td className="number"><Amount cents={group.rejectedCents} language={language} /></td>
              <td className="number"><Amount cents={group.expectedCents} language={language} /></td>
              <td className="number">{group.receivedCents === undefined ? '–' : <a href={`/admin/collections/bank-statements/${group.statement}/lines`}><Amount cents={group.receivedCents} language={language} /></a>}</td>
            </tr>
          ))}</tbody>
        </table></div>
      </section>
      <BatchLines instructions={instructions} mayRefuse={roles.includes('finance')} language={language} />
      <p className="kring-lead">SHA-256: <code>{head.fileSha256}</code></p>
    </>
  )
})
