'use client'
import { Button, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { StatementImport } from '../../src/operations/importBankFile'
import { languageOf } from '../../src/i18n/text'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson, type Answer } from '../parts/postJson'

const texts = {
  nl: {
    choose: 'Bankafschrift importeren', busy: 'Bezig met inlezen…', failed: 'Het bestand kon niet worden ingelezen. Probeer het opnieuw.',
    done: '{lines} regels ingelezen: {batchTotals} batches, {returns} storno’s, {invoicePayments} betalingen en {donations} donaties herkend.', see: 'Bekijk {iban}',
    known: '{known} regels waren er al en zijn overgeslagen.', unbalanced: 'wacht op bevestiging: sluit niet', gap: 'wacht op bevestiging: sluit niet aan op het vorige afschrift',
  },
  en: {
    choose: 'Import a bank statement', busy: 'Reading…', failed: 'The file could not be read. Try again.',
    done: '{lines} lines read: recognised {batchTotals} batches, {returns} returns, {invoicePayments} payments and {donations} donations.', see: 'See {iban}',
    known: '{known} lines were here already and were passed over.', unbalanced: 'waits for confirmation: does not balance', gap: 'waits for confirmation: does not follow on from the statement before it',
  },
} as const

/** The button above the list of statements: choose a camt.053 file and see what was recognised. */
export const ImportStatement = () => {
  const { i18n } = useTranslation()
  const t = texts[languageOf(i18n.language)]
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer<StatementImport>>()
  const read = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setAnswer(await postJson<StatementImport>('/api/bank-statements/import', { fileName: file.name, text: await file.text() }, t.failed))
    setBusy(false)
    if (input.current) input.current.value = ''
    router.refresh()
  }
  const known = answer?.ok ? answer.data.statements.reduce((sum, one) => sum + one.knownLines, 0) : 0
  return (
    <div>
      <input ref={input} type="file" accept=".xml,text/xml,application/xml" hidden aria-label={t.choose} onChange={(event) => void read(event.target.files?.[0])} />
      <Button disabled={isBusy} onClick={() => input.current?.click()} type="button">{isBusy ? t.busy : t.choose}</Button>
      {answer && !answer.ok && <Notice tone="wrong">{answer.message}</Notice>}
      {answer?.ok && (
        <Notice tone={answer.data.statements.some(({ hold }) => hold !== 'none') ? 'wrong' : 'good'}>
          <p>{filled(t.done, { ...answer.data.matched, lines: answer.data.statements.reduce((sum, one) => sum + one.newLines, 0) })}</p>
          {known > 0 && <p>{filled(t.known, { known })}</p>}
          {answer.data.statements.map((one) => (
            <p key={one.id}><a href={`/admin/collections/bank-statements/${one.id}/lines`}>{filled(t.see, { iban: one.iban })}</a>{one.hold !== 'none' && <strong> {t[one.hold]}</strong>}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}
