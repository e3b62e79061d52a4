'use client'
import { Button } from '@payloadcms/ui'
import { formatDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { WorkLine } from '../../src/store/bankWorkLines'
import type { WaitingGroup } from '../../src/store/matching/waitingGroups'
import { Table } from '../parts/Table'
import { groupAct } from './acts'
import { texts } from './texts'
import type { Act } from './useWork'

type Props = { readonly line: WorkLine; readonly groups: readonly WaitingGroup[]; readonly language: Language; readonly onAct: (act: Act) => void }

/** The groups of this account that wait for their total, to choose the one that the line is; open when one expects exactly this amount. */
export const Groups = ({ line, groups, language, onAct }: Props) => {
  const t = texts[language]
  return (
    <details open={line.group !== undefined || groups.some(({ expectedCents }) => expectedCents === line.amountCents)}>
      <summary>{t.otherBatch}</summary>
      <Table name="waiting-groups" rows={groups} keyOf={({ id }) => id} empty={t.noOtherBatch} columns={[
        { title: t.batch, render: ({ batch, messageId, paymentInformationId }) => <><a href={`/admin/collections/debit-batches/${batch}/overview`}>{messageId}</a><div className="kring-hint">{paymentInformationId}</div></> },
        { title: t.collectedOn, render: ({ collectionDate }) => formatDate(collectionDate, language) },
        { title: t.expected, isNumber: true, render: ({ expectedCents }) => (expectedCents === line.amountCents ? <strong>{formatEuro(expectedCents, language)}</strong> : formatEuro(expectedCents, language)) },
        { title: '', render: ({ id, messageId }) => <Button type="button" size="small" buttonStyle="secondary" aria-label={`${t.thisBatch}: ${messageId}`} onClick={() => onAct(groupAct(line, id, language))}>{t.thisBatch}</Button> },
      ]} />
    </details>
  )
}
