'use client'
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { Headcount } from '../../src/store/representatives'

type Props = { readonly points: readonly Headcount[]; readonly label: string; readonly language: Language }

/** The headcount as a line, and the same figures as a table for who cannot see a line. */
export const HeadcountChart = ({ points, label, language }: Props) => {
  const shown = points.map(({ date, members }) => ({ date: formatDate(date, language), members }))
  return (
    <figure className="kring-chart">
      <div aria-hidden="true" style={{ height: 240 }}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={shown} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
            <CartesianGrid stroke="var(--theme-elevation-150)" vertical={false} />
            <XAxis dataKey="date" tick={{ fill: 'var(--theme-elevation-600)', fontSize: 12 }} minTickGap={24} />
            <YAxis allowDecimals={false} width={48} tick={{ fill: 'var(--theme-elevation-600)', fontSize: 12 }} />
            <Tooltip contentStyle={{ background: 'var(--theme-bg)', border: '1px solid var(--theme-elevation-200)' }} />
            <Line type="stepAfter" dataKey="members" name={label} stroke="var(--kring-accent)" strokeWidth={2} dot={false} isAnimationActive={false} />
          </LineChart>
        </ResponsiveContainer>
      </div>
      <details>
        <summary>{language === 'en' ? 'As a table' : 'Als tabel'}</summary>
        <table className="kring-table"><tbody>{shown.map(({ date, members }) => <tr key={date}><td>{date}</td><td className="number">{members}</td></tr>)}</tbody></table>
      </details>
    </figure>
  )
}
