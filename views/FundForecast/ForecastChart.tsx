'use client'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatEuro, type Cents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'

export type Point = { readonly month: string; readonly received: Cents; readonly expected: Cents }
type Props = { readonly points: readonly Point[]; readonly received: string; readonly expected: string; readonly language: Language }

const tick = { fill: 'var(--theme-elevation-600)', fontSize: 12 }

/** What came in and what is expected, month by month; the table below it says the same in figures. */
export const ForecastChart = ({ points, received, expected, language }: Props) => (
  <figure className="kring-chart" aria-hidden="true" style={{ height: 220 }}>
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={[...points]} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid stroke="var(--theme-elevation-150)" vertical={false} />
        <XAxis dataKey="month" tick={tick} minTickGap={8} />
        <YAxis width={96} tick={tick} tickFormatter={(amount: number) => formatEuro(amount as Cents, language)} />
        <Tooltip formatter={(amount) => formatEuro(Number(amount) as Cents, language)} contentStyle={{ background: 'var(--theme-bg)', border: '1px solid var(--theme-elevation-200)' }} />
        <Bar stackId="total" dataKey="received" name={received} fill="var(--kring-accent)" isAnimationActive={false} />
        <Bar stackId="total" dataKey="expected" name={expected} fill="var(--kring-accent)" fillOpacity={0.35} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  </figure>
)
