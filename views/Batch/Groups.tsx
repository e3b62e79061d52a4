import type { Language } from '../../src/i18n/text'
import type { GroupOverview } from '../../src/store/batchOverview'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { StatusWord } from '../parts/StatusWord'
import { texts } from './texts'

const statusOf = { open: 'waiting', processed: 'processed', cancelled: 'cancelled' } as const

/** What the bank books as one line each. */
export const Groups = ({ groups, language }: { readonly groups: readonly GroupOverview[]; readonly language: Language }) => {
  const t = texts[language]
  return (
    <section id="groepen">
      <h2>{t.groups}</h2>
      <div className="kring-scroll"><table className="kring-table" data-list="groups">
        <thead><tr><th>{t.reference}</th><th>{t.date}</th><th>{t.status}</th><th className="number">{t.count}</th><th className="number">{t.sent}</th><th className="number">{t.refused}</th><th className="number">{t.expected}</th><th className="number">{t.received}</th></tr></thead>
        <tbody>{groups.map((group) => (
          <tr key={group.id}>
            <td>{group.paymentInformationId}</td><td><Day date={group.collectionDate} language={language} /></td>
            <td><StatusWord status={statusOf[group.status]} language={language} /></td>
            <td className="number">{group.instructionCount.toLocaleString(language)}</td>
            <td className="number"><Amount cents={group.totalCents} language={language} /></td>
            <td className="number"><Amount cents={group.rejectedCents} language={language} /></td>
            <td className="number"><Amount cents={group.expectedCents} language={language} /></td>
            <td className="number">
              {group.receivedCents === undefined ? '–' : <a href={`/admin/collections/bank-transactions/${group.lines[0]}/overview`}><Amount cents={group.receivedCents} language={language} /></a>}
              {group.lines.slice(1).map((line, place) => <div key={line}><a href={`/admin/collections/bank-transactions/${line}/overview`}>{t.bankLine} {place + 2}</a></div>)}
            </td>
          </tr>
        ))}</tbody>
      </table></div>
    </section>
  )
}
