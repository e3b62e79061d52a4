'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formatDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { Matched } from '../../src/operations/matchOpenLines'
import type { Retry } from '../../src/operations/retryInstruction'
import type { BatchInstruction } from '../../src/store/batchOverview'
import { filled } from '../parts/filled'
import { postJson } from '../parts/postJson'
import { StatusWord } from '../parts/StatusWord'
import { texts } from './texts'

type Props = { readonly instructions: readonly BatchInstruction[]; readonly mayRefuse: boolean; readonly language: Language }

/** Each instruction of the batch; one that the bank dropped is marked here, after a question, and the mark can be taken away. */
export const BatchLines = ({ instructions, mayRefuse, language }: Props) => {
  const t = texts[language]
  const router = useRouter()
  const [asked, setAsked] = useState<number>()
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async (path: string, body: object) => {
    setBusy(true)
    const answer = await postJson<Matched>(path, body, t.failed)
    setBusy(false)
    setAsked(undefined)
    if (!answer.ok) return toast.error(answer.message)
    toast.success(answer.data.batchTotals > 0 ? t.nowMatches : t.saved)
    router.refresh()
  }
  const retry = async (id: number) => {
    setBusy(true)
    const answer = await postJson<Retry>(`/api/debit-instructions/${id}/retry`, {}, t.failed)
    setBusy(false)
    if (!answer.ok) return toast.error(answer.message)
    toast.success(filled(t.retried, { date: formatDate(answer.data.collectionDate, language) }))
    router.refresh()
  }
  return (
      <div className="kring-scroll"><table className="kring-table" data-list="instructions">
        <thead><tr><th>{t.debtor}</th><th>{t.description}</th><th>{t.reference}</th><th className="number">{t.amount}</th><th>{t.status}</th><th /></tr></thead>
        <tbody>{instructions.map((one) => (
          <tr key={one.id} id={`opdracht-${one.id}`}>
            <td><a href={`/admin/collections/relations/${one.debtor}/card`}>{one.debtorName}</a></td>
            <td><a href={`/admin/collections/debit-instructions/${one.id}`}>{one.description}</a></td>
            <td>{one.endToEndId}{one.tellsNewAccount && <div className="kring-hint">{t.newAccount}</div>}</td>
            <td className="number">{formatEuro(one.amountCents, language)}</td>
            <td><StatusWord status={one.status} language={language} />{one.returnReason && <div>{one.returnReason}</div>}</td>
            <td>
              {mayRefuse && one.status === 'submitted' && asked !== one.id && (
                <Button buttonStyle="secondary" size="small" type="button" onClick={() => { setAsked(one.id); setReason('') }}>{t.refuse}</Button>
              )}
              {asked === one.id && (
                <form className="kring-bar" onSubmit={(event) => { event.preventDefault(); void send(`/api/debit-instructions/${one.id}/refuse`, { reason }) }}>
                  <label>{filled(t.sure, { amount: formatEuro(one.amountCents, language) })}
                    <input autoFocus maxLength={140} placeholder={t.reasonHint} value={reason} onChange={(event) => setReason(event.target.value)} />
                  </label>
                  <Button disabled={isBusy} size="small" type="submit">{t.confirm}</Button>
                  <Button buttonStyle="subtle" disabled={isBusy} size="small" type="button" onClick={() => setAsked(undefined)}>{t.cancel}</Button>
                </form>
              )}
              {mayRefuse && one.canBeRetried && (
                <Button buttonStyle="secondary" disabled={isBusy} size="small" type="button" onClick={() => void retry(one.id)}>{t.retry}</Button>
              )}
              {mayRefuse && one.canBeUndone && (
                <Button buttonStyle="subtle" disabled={isBusy} size="small" type="button" onClick={() => void send(`/api/debit-instructions/${one.id}/undo-refusal`, {})}>{t.undo}</Button>
              )}
            </td>
          </tr>
        ))}</tbody>
      </table></div>
  )
}
