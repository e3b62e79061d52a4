import type { CollectableDay } from '../../src/operations/collectable'
import type { Language } from '../../src/i18n/text'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { texts } from './texts'

/** What the figures are made of: how much is collected on which day, and when each has to be at the bank. */
export const CollectionDays = ({ days, language }: { readonly days: readonly CollectableDay[]; readonly language: Language }) => {
  const t = texts[language]
  return (
    <details id="dagen" className="kring-left">
      <summary>{t.days}</summary>
      <div className="kring-scroll"><table className="kring-table" data-list="collection-days">
        <thead><tr><th>{t.date}</th><th>{t.delivery}</th><th className="number">{t.count}</th><th className="number">{t.amount}</th></tr></thead>
        <tbody>{days.map((day) => (
          <tr key={day.collectionDate}>
            <td><Day date={day.collectionDate} language={language} /></td>
            <td>{day.isLate ? <span className="kring-status ended"><Day date={day.latestDeliveryDate} language={language} /> ({t.late})</span> : <Day date={day.latestDeliveryDate} language={language} />}</td>
            <td className="number">{day.count.toLocaleString(language)}</td>
            <td className="number"><Amount cents={day.totalCents} language={language} /></td>
          </tr>
        ))}</tbody>
      </table></div>
    </details>
  )
}
