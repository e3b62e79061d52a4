'use client'
import { useEffect, useRef, useState } from 'react'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { WorkRow } from '../../src/operations/bankWorkPage'
import type { LikelyKind, Tally, WorkTab } from '../../src/store/bankWork'
import type { FundChoice } from '../../src/store/funds'
import { everything, isTicked, nothing, ticked } from '../Collecting/selection'
import { Empty } from '../parts/Empty'
import { filled } from '../parts/filled'
import { AcceptLikely } from './AcceptLikely'
import { acceptAct } from './acts'
import './bank.css'
import type { Head } from './heads'
import { KeysDialog } from './KeysDialog'
import type { Command } from './keys'
import { Panel } from './Panel'
import { texts } from './texts'
import { useKeys } from './useKeys'
import { useWork } from './useWork'
import { WorkLineRow } from './WorkLineRow'

type Props = {
  readonly rows: readonly WorkRow[]
  readonly tab: WorkTab
  readonly heads: readonly Head[]
  readonly tally: Tally
  readonly likely: readonly LikelyKind[]
  readonly isFiltered: boolean
  readonly mayBook: boolean
  readonly funds: readonly FundChoice[]
  readonly language: Language
}

const emptyWords = { likely: 'emptyLikely', choose: 'emptyChoose', difference: 'emptyDifference', twins: 'emptyTwins', held: 'emptyHeld', processed: 'emptyProcessed', all: 'emptyAll' } as const

/** One page of lines, worked through by keyboard or mouse: accept what is proposed, or open a line for all that it may be. */
export const WorkList = ({ rows, tab, heads, tally, likely, isFiltered, mayBook, funds, language }: Props) => {
  const t = texts[language]
  const work = useWork({ rows, leaves: tab !== 'processed' && tab !== 'all', words: t })
  const [selection, setSelection] = useState(everything)
  const [isHelping, setHelping] = useState(false)
  const table = useRef<HTMLTableElement>(null)
  const current = work.shown.find(({ line }) => line.id === work.active)
  const isWorkable = (row: WorkRow | undefined): row is WorkRow => mayBook && row !== undefined && row.line.status === 'open' && !row.line.isHeld
  const openFor = (row: WorkRow | undefined, rest: object = {}) => { if (isWorkable(row)) work.open({ line: row.line.id, ...rest }) }
  const accept = (row: WorkRow | undefined) => { const act = isWorkable(row) ? acceptAct(row, language) : undefined; if (act) void work.act(act) }

  const isThere = work.shown.some(({ line }) => line.id === work.focus?.line)
  useEffect(() => {
    // The keyboard goes along with the line, as soon as it is there.
    if (work.focus && isThere) table.current?.querySelector<HTMLElement>(`[data-line="${work.focus.line}"]`)?.focus()
  }, [work.focus, isThere])

  const commands: Readonly<Record<Command, () => void>> = {
    next: () => work.move(1), previous: () => work.move(-1), accept: () => accept(current), open: () => openFor(current), split: () => openFor(current, { isSplit: true }),
    ledger: () => openFor(current, { kind: 'ledger' }), invoice: () => openFor(current, { kind: 'invoicePayment' }), donation: () => openFor(current, { kind: 'donation' }),
    undo: () => { if (mayBook) void work.undoLast() }, search: () => document.getElementById('bank-search')?.focus(), help: () => setHelping(true), close: () => work.close(),
  }
  useKeys(commands)

  const isTicking = tab === 'likely' && mayBook
  const columns = heads.length + (isTicking ? 1 : 0)
  return (
    <>
      <div className="kring-bar">
        {isTicking && likely.length > 0 && <AcceptLikely likely={likely} selection={selection} language={language} />}
        <span role="status">{filled(t.found, { count: tally.count, total: formatEuro(tally.totalCents, language) })}</span>
        {mayBook && <button type="button" className="kring-link" onClick={() => setHelping(true)}>{t.keys} (?)</button>}
      </div>
      <p role="status" aria-live="polite" className="kring-done">{work.done && <>{work.done.words} {work.done.undo.length > 0 && <button type="button" className="kring-link" onClick={() => void work.undoLast()}>{t.undo} (Z)</button>}</>}</p>
      {work.shown.length === 0 ? <Empty>{isFiltered ? t.emptyFiltered : t[emptyWords[tab]]}</Empty> : (
        <div className="kring-scroll"><table ref={table} className="kring-table kring-work" data-list="bank-lines">
          <thead><tr>
            {isTicking && <th><input type="checkbox" aria-label={t.tickAll} checked={selection.isAll && selection.marked.size === 0} onChange={({ target }) => setSelection(target.checked ? everything : nothing)} /></th>}
            {heads.map(({ title, isNumber, href, direction }) => (
              <th key={title} className={isNumber ? 'number' : undefined} aria-sort={direction}>{href ? <a href={href}>{title}{direction && <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : ' ↓'}</span>}</a> : title}</th>
            ))}
          </tr></thead>
          <tbody>{work.shown.map((row) => (
            <WorkLineRow key={row.line.id} row={row} tick={isTicking ? { isOn: isTicked(selection, row.line.id), set: (isOn) => setSelection(ticked(selection, [row.line], isOn)) } : undefined}
              isActive={row.line.id === work.active} isFirst={row === (current ?? work.shown[0])} isOpen={row.line.id === work.opened?.line}
              isWorkable={isWorkable(row)} isBusy={work.busy.has(row.line.id)} message={work.messages.get(row.line.id)} columns={columns} language={language}
              onAct={(act) => void work.act(act)} onAccept={() => accept(row)} onOpen={() => openFor(row)} onFocus={() => work.setActive(row.line.id)}>
              {work.opened?.line === row.line.id && (
                <Panel key={`${work.opened.kind ?? ''} ${work.opened.isSplit === true}`} row={row} opened={work.opened} funds={funds} language={language} onAct={(act) => void work.act(act)} onClose={() => work.close()} />
              )}
            </WorkLineRow>
          ))}</tbody>
        </table></div>
      )}
      {isHelping && <KeysDialog language={language} onClose={() => setHelping(false)} />}
    </>
  )
}
