import { formatDate } from '../../src/domain/localDate'
import { cents, formatEuro } from '../../src/domain/money'
import { formatIban } from '../../src/formats/iban'
import type { Language } from '../../src/i18n/text'
import type { WorkRow } from '../../src/operations/bankWorkPage'
import type { ToldProposal } from '../../src/operations/lineWork'
import type { GroupOfLine, ToldLine } from '../../src/store/bankWorkLines'
import { filled } from '../parts/filled'
import { ConflictWords } from './ConflictWords'
import { texts } from './texts'

/** What a line is or may be, in words: as it was booked, or the first proposal with its reason, or what stands in the way. */
export const WhatFor = ({ row: { line, proposals: [first], bookings, conflict }, language }: { readonly row: WorkRow; readonly language: Language }) => {
  const t = texts[language]
  if (line.status === 'processed') return bookings.map((booking) => <div key={booking.id}>{booking.href ? <a href={booking.href}>{booking.label}</a> : booking.label}{bookings.length > 1 && ` ${formatEuro(booking.amountCents, language)}`}</div>)
  if (line.status !== 'open') return <span className="kring-status history">{t[line.status]}</span>
  if (line.isHeld) return <>{t.heldLine} <a href={`/admin/collections/bank-statements/${line.statement}/lines`}>{t.toStatement}</a></>
  if (line.twin) return <Twin line={line} twin={line.twin} language={language} />
  return (
    <>
      {conflict && !(first && conflict.kind === 'otherAmount') && <ConflictWords conflict={conflict} language={language} />}
      {line.group && !conflict && <GroupWords group={line.group} language={language} />}
      {first && <ProposalWords proposal={first} language={language} />}
      {!first && !line.group && line.fittingGroups > 0 && <p>{filled(t.maybeTotal, { count: line.fittingGroups })}</p>}
      {!first && !line.group && line.fittingGroups === 0 && !conflict && <span className="kring-hint">{t.nothingKnown}</span>}
    </>
  )
}

/** Each part of a proposal, and why. */
export const ProposalWords = ({ proposal: { parts, why, certainty }, language }: { readonly proposal: ToldProposal; readonly language: Language }) => {
  const t = texts[language]
  return (
    <>
      {parts.map(({ part, label, detail, href }, place) => (
        <div key={place}>{href ? <a href={href}>{label}</a> : label}{parts.length > 1 && ` ${formatEuro(part.amountCents, language)}`}{detail && `, ${detail}`}</div>
      ))}
      <div className="kring-hint"><span className={`kring-status ${certainty === 'likely' ? 'running' : 'new'}`}>{certainty === 'likely' ? t.sure : t.unsure}</span> · {t[why]}</div>
    </>
  )
}

/** How the total of a batch differs. */
export const GroupWords = ({ group: { expectedCents, receivedCents, batch, messageId, isOpen }, language }: { readonly group: GroupOfLine; readonly language: Language }) => {
  const t = texts[language]
  const [before, after] = (isOpen ? t.forBatch : t.batchDone).split('{batch}')
  const amounts = { expected: formatEuro(expectedCents, language), received: formatEuro(receivedCents, language) }
  const difference = expectedCents - receivedCents
  return (
    <p>
      {isOpen && <strong>{filled(difference > 0 ? t.missing : difference < 0 ? t.tooMuch : t.exact, { difference: formatEuro(cents(Math.abs(difference)), language) })}</strong>} {filled(before ?? '', amounts)}
      <a href={`/admin/collections/debit-batches/${batch}/overview`}>{messageId}</a>{filled(after ?? '', amounts)}
    </p>
  )
}

/** The line and the one that it looks like, beside each other. */
export const Twin = ({ line, twin, language }: { readonly line: ToldLine; readonly twin: ToldLine; readonly language: Language }) => {
  const t = texts[language]
  return (
    <>
      <div className="kring-twins">
        {([[t.thisLine, line], [t.thatLine, twin]] as const).map(([title, one]) => (
          <dl key={title}>
            <dt><a href={`/admin/collections/bank-transactions/${one.id}/overview`}>{title}</a> <span className="kring-hint">{filled(t.fromFile, { file: one.fileName })}</span></dt>
            <dd>{formatDate(one.bookingDate, language)} · {formatEuro(one.amountCents, language)}</dd>
            <dd>{one.counterName}{one.counterIban && ` · ${formatIban(one.counterIban)}`}</dd><dd>{one.description}</dd>
          </dl>
        ))}
      </div>
      <p className="kring-hint">{filled(t.twinAsk, { date: formatDate(line.bookingDate, language) })}</p>
    </>
  )
}
