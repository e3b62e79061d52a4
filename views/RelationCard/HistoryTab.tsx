import type { Change } from '../../src/domain/changes'
import { historyOf } from '../../src/store/history'
import { readConnection } from '../../src/store/transaction'
import { mayDo } from '../../src/access/rights'
import type { DocumentScreen } from '../adminView'
import { fieldLabel, valueWords } from '../parts/fieldWords'
import { Moment } from '../parts/Moment'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** Who changed what, the latest first. Accounts are left out for who may not see them. */
export const HistoryTab = async ({ req, id, language, roles }: DocumentScreen) => {
  const t = texts[language]
  const seesAccounts = mayDo(roles, 'mandates', 'read')
  const shown = (changes: Readonly<Record<string, Change>>) => Object.entries(changes).filter(([field]) => seesAccounts || field !== 'bankAccounts')
  const fields = req.payload.collections.relations.config.flattenedFields
  const value = (field: string, of: unknown): string => (of === null || of === '' ? t.nothing : valueWords(fields, field, of, language) || t.nothing)
  return (
    <Table rows={await historyOf(readConnection(req), 'relations', id)} keyOf={(row) => row.id} empty={t.noHistory} name="history" columns={[
      { title: t.when, render: (row) => <Moment at={row.at} language={language} /> },
      { title: t.who, render: (row) => row.actor ?? t.system },
      { title: t.change, render: (row) => (
        <>
          <strong>{t[row.action]}</strong>
          {row.action === 'update' && <ul>{shown(row.changes).map(([field, change]) => <li key={field}>{fieldLabel(fields, field, language)}: {value(field, change.from)} → {value(field, change.to)}</li>)}</ul>}
        </>
      ) },
    ]} />
  )
}
