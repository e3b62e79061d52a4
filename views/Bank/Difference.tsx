'use client'
import { Button } from '@payloadcms/ui'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { LineDifference } from '../../src/operations/lineWork'
import type { WorkLine } from '../../src/store/bankWorkLines'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { groupAct, paidAct, refuseAct } from './acts'
import { texts } from './texts'
import type { Act } from './useWork'
import { GroupWords } from './WhatFor'

type Props = { readonly line: WorkLine; readonly difference: LineDifference; readonly language: Language; readonly onAct: (act: Act) => void }

/** Why a batch brought another amount, with every set of debits that makes up the difference; somebody who has the bank's letter chooses (sepa §9). */
export const Difference = ({ line, difference: { group, differenceCents, candidates, isComplete }, language, onAct }: Props) => {
  const t = texts[language]
  const isMissing = differenceCents > 0
  return (
    <Notice tone="wrong">
      <GroupWords group={group} language={language} />
      {group.isOpen && differenceCents !== 0 && (
        <>
          <p>{candidates.length === 0 ? (isMissing ? t.noCandidates : t.tooMuchNoCandidates) : filled(isMissing ? t.oneOfThese : t.oneOfRefused, { count: candidates.length })}</p>
          <ul className="kring-proposals" data-list="candidates">{candidates.map((debits) => (
            <li key={debits.map(({ id }) => id).join(' ')}>
              <div>{debits.map(({ id, debtorName, amountCents, endToEndId }) => (
                <div key={id}><a href={`/admin/collections/debit-instructions/${id}`}>{debtorName}</a> <span className="kring-amount">{formatEuro(amountCents, language)}</span> <span className="kring-hint">{endToEndId}</span></div>
              ))}</div>
              <Button type="button" size="small" buttonStyle="secondary" aria-label={`${isMissing ? t.bankRefused : t.paidAfterAll}: ${debits.map(({ debtorName }) => debtorName).join(', ')}`}
                onClick={() => onAct((isMissing ? refuseAct : paidAct)(line, debits.map(({ id }) => id), language))}>{isMissing ? t.bankRefused : t.paidAfterAll}</Button>
            </li>
          ))}</ul>
          {!isComplete && <p>{t.notAll}</p>}
        </>
      )}
      <Button type="button" size="small" buttonStyle="secondary" onClick={() => onAct(groupAct(line, null, language))}>{t.notOfBatch}</Button>
    </Notice>
  )
}
