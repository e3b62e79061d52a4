'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { cents, formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { Accepted } from '../../src/operations/acceptProposals'
import type { LikelyKind } from '../../src/store/bankWork'
import { Dialog } from '../parts/Dialog'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { useOnce } from '../parts/useOnce'
import { texts } from './texts'

const mostAtOnce = 10_000

/** How many lines are booked for how much, by why; then it is done, and what could not be is told. The key makes a double click one time. */
export const AcceptDialog = ({ chosen, language, onClose }: { readonly chosen: readonly LikelyKind[]; readonly language: Language; readonly onClose: () => void }) => {
  const t = texts[language]
  const [kinds] = useState(chosen)
  const { done, message, isBusy, send, close } = useOnce<Accepted>({ path: '/api/bank-transactions/accept', failed: t.failed, onClose })
  const [count, total] = [kinds.reduce((sum, kind) => sum + kind.count, 0), cents(kinds.reduce((sum, kind) => sum + kind.totalCents, 0))]
  const accept = () => send({ lines: kinds.flatMap(({ lines }) => lines).slice(0, mostAtOnce) })
  return (
    <Dialog title={t.acceptTitle} closeLabel={t.close} onClose={close}>
      {message && <Notice tone="wrong">{message}</Notice>}
      {!done && (
        <>
          <p>{filled(t.acceptLead, { count, total: formatEuro(total, language) })}</p>
          <ul>{kinds.map((kind) => <li key={kind.why}>{filled(t.acceptKind, { count: kind.count, total: formatEuro(kind.totalCents, language), why: t[kind.why] })}</li>)}</ul>
          {count > mostAtOnce && <p>{filled(t.mostAccepted, { most: mostAtOnce })}</p>}
        </>
      )}
      {done && <Outcome done={done} language={language} />}
      <div className="kring-bar">
        {!done && <Button type="button" disabled={isBusy} onClick={() => void accept()}>{isBusy ? t.busy : t.confirm}</Button>}
        <Button type="button" buttonStyle="secondary" disabled={isBusy} onClick={close}>{done ? t.close : t.back}</Button>
      </div>
    </Dialog>
  )
}

const Outcome = ({ done: { accepted, duplicates, left }, language }: { readonly done: Accepted; readonly language: Language }) => {
  const t = texts[language]
  return (
    <>
      <Notice tone="good"><p>{filled(t.accepted, { count: accepted.length })}</p>{duplicates.length > 0 && <p>{filled(t.acceptedDuplicates, { count: duplicates.length })}</p>}</Notice>
      {left.length > 0 && <Notice tone="plain">{filled(t.acceptLeft, { count: left.length })}</Notice>}
    </>
  )
}
