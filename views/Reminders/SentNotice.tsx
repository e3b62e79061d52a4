'use client'
import type { Language } from '../../src/i18n/text'
import type { SentReminders } from '../../src/operations/sendReminders'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import type { Answer } from '../parts/postJson'
import { problemWords } from './problemWords'
import { texts } from './texts'

const lettersAFile = 500

/** What went out, the letters to print, and who got nothing with why. */
export const SentNotice = ({ answer, language }: { readonly answer: Answer<SentReminders>; readonly language: Language }) => {
  const t = texts[language]
  if (!answer.ok) return <Notice tone="wrong">{answer.message}</Notice>
  const { mailed, letters, left, settled } = answer.data
  const files = Array.from({ length: Math.ceil(letters.length / lettersAFile) }, (_, index) => letters.slice(index * lettersAFile, (index + 1) * lettersAFile))
  return (
    <Notice tone="good">
      {mailed > 0 && <p>{filled(t.mailed, { count: mailed })}</p>}
      {letters.length > 0 && <p>{filled(t.letters, { count: letters.length })}</p>}
      {files.map((ids, index) => (
        <p key={ids[0]}><a href={`/api/reminders/letters?ids=${ids.join(',')}`} target="_blank" rel="noreferrer">
          {files.length === 1 ? t.printLetters : filled(t.printMore, { from: index * lettersAFile + 1, to: index * lettersAFile + ids.length })}
        </a></p>
      ))}
      {settled > 0 && <p>{filled(t.settled, { count: settled })}</p>}
      {left.length > 0 && <p>{filled(t.left, { count: left.length })}</p>}
      <ul>{left.map((one) => <li key={one.invoice}><a href={`/admin/collections/relations/${one.debtor}`}>{one.debtorName}</a> ({one.number}): {t[problemWords[one.reason]]}</li>)}</ul>
    </Notice>
  )
}
