import type { BankProfile } from '../../src/domain/bankProfile'
import type { Used } from '../../src/domain/debitBatch'
import { cents, formatEuro, type Cents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import { batchesCollectedIn, ownPointsOf, spansOf } from '../../src/store/creditorBank'
import { creditorById, type Creditor as CreditorRow } from '../../src/store/creditors'
import { usedLimits } from '../../src/store/dueInstructions'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { Table } from '../parts/Table'
import { texts } from './texts'

const points: readonly (keyof BankProfile)[] = ['deliveryLeadDays', 'cutOffTime', 'messageVersion', 'groupsPerFile', 'fileMaxCount', 'originalAccount']
const nothing: Used = { count: 0, totalCents: cents(0) }

/** The contract with the bank as it counts: how to deliver, within which limits, and how much of those is used. */
export const Creditor = documentView('creditor', async ({ req, id, language, today }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const creditor = await creditorById(tx, id)
  if (!creditor) return <Empty>{t.gone}</Empty>
  const own = await ownPointsOf(tx, id)
  const { days, months } = await usedLimits(tx, id, today)
  const spans = spansOf(today)
  const hrefOf = async (span: (typeof spans)['day']) => `/admin/collections/debit-batches?where[id][in]=${(await batchesCollectedIn(tx, id, span)).join(',') || 0}`
  const upcoming = await Promise.all([...days].filter(([date]) => date >= today).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(async ([date, used]) => ({ date, used, href: await hrefOf(spansOf(date).day) })))
  const [day, month] = [days.get(today) ?? nothing, months.get(today.slice(0, 7)) ?? nothing]
  const perDay = { count: creditor.dayMaxCount, cents: creditor.dayMaxAmountCents }
  const [dayHref, monthHref] = [await hrefOf(spans.day), await hrefOf(spans.month)]
  return (
    <>
      <p className="kring-lead">{t.lead}</p>
      {!creditor.isActive && <Notice tone="plain">{t.notActive}</Notice>}
      <Figures>
        <Figure label={`${t.today}: ${t.count.toLowerCase()}`} href={dayHref}>{shown(day.count, perDay.count, language)}</Figure>
        <Figure label={`${t.today}: ${t.amount.toLowerCase()}`} href={dayHref}>{shownCents(day.totalCents, perDay.cents, language)}</Figure>
        <Figure label={`${t.thisMonth}: ${t.count.toLowerCase()}`} href={monthHref}>{shown(month.count, creditor.monthMaxCount, language)}</Figure>
        <Figure label={`${t.thisMonth}: ${t.amount.toLowerCase()}`} href={monthHref}>{shownCents(month.totalCents, creditor.monthMaxAmountCents, language)}</Figure>
      </Figures>
      <h2>{t.upcoming}</h2>
      <Table name="upcoming" rows={upcoming} keyOf={({ date }) => date} empty={t.noUpcoming} columns={[
        { title: t.date, render: ({ date, href }) => <a href={href}><Day date={date} language={language} /></a> },
        { title: t.count, isNumber: true, render: ({ used, href }) => <a href={href}>{shown(used.count, perDay.count, language)}</a> },
        { title: t.amount, isNumber: true, render: ({ used, href }) => <a href={href}>{shownCents(used.totalCents, perDay.cents, language)}</a> },
      ]} />
      <h2>{t.limits}</h2>
      <Table name="limits" rows={limitsOf(creditor, language)} keyOf={({ of }) => of} empty="" columns={[
        { title: t.period, render: ({ of }) => of },
        { title: t.count, isNumber: true, render: ({ count }) => (typeof count === 'number' ? counted(count, language) : count ?? t.none) },
        { title: t.amount, isNumber: true, render: ({ amount }) => (amount === undefined || amount === null ? t.none : formatEuro(amount, language)) },
      ]} />
      <h2>{t.delivery}</h2>
      <Table name="delivery" rows={points} keyOf={(point) => point} empty="" columns={[
        { title: t.point, render: (point) => t[point] },
        { title: t.value, render: (point) => valueOf(creditor, point, language) },
        { title: t.source, render: (point) => (own.has(point) ? t.own : filled(t.usual, { bank: t[creditor.bank] })) },
      ]} />
    </>
  )
})

const counted = (count: number, language: Language): string => count.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB')

const shown = (used: number, most: number | null | undefined, language: Language): string =>
  (most === undefined || most === null ? counted(used, language) : filled(texts[language].of, { used: counted(used, language), most: counted(most, language) }))

const shownCents = (used: Cents, most: Cents | null | undefined, language: Language): string =>
  (most === undefined || most === null ? formatEuro(used, language) : filled(texts[language].of, { used: formatEuro(used, language), most: formatEuro(most, language) }))

function limitsOf(creditor: CreditorRow, language: Language): readonly { readonly of: string; readonly count: number | string | null | undefined; readonly amount: Cents | null | undefined }[] {
  const t = texts[language]
  return [
    { of: t.perInstruction, count: '', amount: creditor.instructionMaxAmountCents },
    { of: t.perBatch, count: creditor.batchMaxCount, amount: creditor.batchMaxAmountCents },
    { of: t.perDay, count: creditor.dayMaxCount, amount: creditor.dayMaxAmountCents },
    { of: t.perMonth, count: creditor.monthMaxCount, amount: creditor.monthMaxAmountCents },
  ]
}

function valueOf(creditor: BankProfile, point: keyof BankProfile, language: Language): string {
  const t = texts[language]
  if (point === 'deliveryLeadDays') return filled(t.days, { count: creditor.deliveryLeadDays })
  if (point === 'fileMaxCount') return counted(creditor.fileMaxCount, language)
  if (point === 'cutOffTime') return creditor.cutOffTime
  return t[creditor[point]]
}
