import { importHead, statementsOfImport } from '../../src/store/importOverview'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Moment } from '../parts/Moment'
import { Notice } from '../parts/Notice'
import { Table } from '../parts/Table'
import { texts } from './texts'
import { UndoImport } from './UndoImport'

const formats = { camt053: 'camt.053', camt054: 'camt.054', mt940: 'MT940' } as const

/** A file of the bank that was read: its statements, its lines and details, and the way to undo it as a whole. */
export const BankImport = documentView('bankImport', async ({ req, id, language, roles }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const head = await importHead(tx, id)
  if (!head) return <Empty>{t.gone}</Empty>
  const statements = await statementsOfImport(tx, id)
  const isNotice = head.format === 'camt054'
  return (
    <>
      <p className="kring-lead">{formats[head.format]} · {filled(t.readBy, { name: head.importedBy ?? 'Kring' })} <Moment at={head.importedAt} language={language} /></p>
      {head.isUndone && <Notice tone="plain">{filled(t.undoneBy, { name: head.undoneBy ?? 'Kring' })} {head.undoneAt && <Moment at={head.undoneAt} language={language} />}{head.undoReason && <>: {head.undoReason}</>}. {t.undoneWhat}</Notice>}
      <Figures>
        {isNotice ? <Figure label={t.details}>{head.details.toLocaleString(language)}</Figure> : <Figure label={t.lines} href="#afschriften">{head.lines.toLocaleString(language)}</Figure>}
        {isNotice ? <Figure label={t.placed}>{head.detailsPlaced.toLocaleString(language)}</Figure> : <Figure label={t.newLines} href="#afschriften">{head.newLines.toLocaleString(language)}</Figure>}
      </Figures>
      {isNotice ? <p>{t.isNotice}</p> : (
        <section id="afschriften">
          <h2>{t.statements}</h2>
          <Table name="import-statements" rows={statements} keyOf={(row) => row.id} empty={t.noStatements} columns={[
            { title: t.statement, render: (row) => <a href={`/admin/collections/bank-statements/${row.id}/lines`}>{row.title}</a> },
            { title: t.from, render: (row) => <Day date={row.from} language={language} /> },
            { title: t.until, render: (row) => <Day date={row.until} language={language} /> },
            { title: t.status, render: (row) => row.hold !== 'none' && !row.isConfirmed && !head.isUndone && <span className="kring-status ended">{t[row.hold]}</span> },
            { title: t.lines, isNumber: true, render: (row) => row.lines.toLocaleString(language) },
            { title: t.open, isNumber: true, render: (row) => (row.openLines > 0 ? <a href={`/admin/bank?tab=all&statement=${row.id}#regels`}>{row.openLines.toLocaleString(language)}</a> : 0) },
          ]} />
        </section>
      )}
      {roles.includes('finance') && !head.isUndone && <UndoImport id={id} language={language} />}
      <p className="kring-lead">SHA-256: <code>{head.sha256}</code></p>
    </>
  )
})
