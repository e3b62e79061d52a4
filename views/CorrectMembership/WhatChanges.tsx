import type { PeriodDays } from '../../src/domain/periodChanges'
import type { Language } from '../../src/i18n/text'
import type { CorrectedPeriod } from '../../src/operations/correctMembership'
import { daysText } from '../parts/Days'
import { filled } from '../parts/filled'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** Each period that the correction touches, also above and below: what it was and what it becomes. */
export const WhatChanges = ({ changes, language }: { readonly changes: readonly CorrectedPeriod[]; readonly language: Language }) => {
  const t = texts[language]
  const shown = (days: PeriodDays | undefined): string => (days ? daysText({ ...days, language }) : '')
  const rows = changes.map((change, index) => ({
    key: index, where: change.title ?? t.organisation, kind: t[change.kind],
    was: shown(change.kind === 'added' ? undefined : change.before), is: shown(change.kind === 'removed' ? undefined : change.after),
  }))
  return (
    <>
      <p>{filled(t.will, { count: rows.length })}</p>
      <Table name="changes" rows={rows} keyOf={(row) => row.key} empty={null} columns={[
        { title: t.at, render: (row) => row.where },
        { title: t.what, render: (row) => row.kind },
        { title: t.was, render: (row) => row.was },
        { title: t.is, render: (row) => row.is },
      ]} />
    </>
  )
}
