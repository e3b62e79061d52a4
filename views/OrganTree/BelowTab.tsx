import type { ReactNode } from 'react'
import { organTree } from '../../src/operations/organTree'
import { Day } from '../parts/Day'
import { Table } from '../parts/Table'
import { addressOf } from './address'
import type { Chosen } from './chosen'
import { counted, texts } from './texts'

/** The organs directly below what is chosen, with their members. */
export const BelowTab = async ({ screen, language, organisation, organ, date, here }: Chosen): Promise<ReactNode> => {
  const t = texts[language]
  const { nodes } = await organTree(screen.req, { organisation: organisation.id, date })
  const rows = nodes.filter(({ parent }) => parent === (organ?.id ?? null))
  return (
    <Table name="organsBelow" rows={rows} keyOf={(row) => row.id} empty={t.noBelow} columns={[
      { title: t.organ, render: (row) => <a href={addressOf({ ...here, organ: row.id })}>{row.title}</a> },
      { title: t.code, render: (row) => row.code },
      { title: t.rule, render: (row) => row.rulesSentence ?? { rules: t.modeNone, none: t.modeNone, passThrough: t.modePassThrough }[row.ruleMode] },
      { title: t.since, render: (row) => <Day date={row.startDate} language={language} /> },
      { title: t.members, isNumber: true, render: (row) => counted(row.members, language) },
    ]} />
  )
}
