import { explainDifference } from '../../src/domain/batchDifference'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { BatchInstruction, GroupOverview } from '../../src/store/batchOverview'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { texts } from './texts'

type Props = { readonly group: GroupOverview; readonly instructions: readonly BatchInstruction[]; readonly language: Language }

/** Where the bank paid another amount than expected: how much is missing, and which instructions could explain it. */
export const Difference = ({ group, instructions, language }: Props) => {
  const t = texts[language]
  const { expectedCents, receivedCents, status, paymentInformationId } = group
  if (receivedCents === undefined || status === 'processed' || receivedCents === expectedCents) return null
  const { differenceCents, candidates } = explainDifference(expectedCents, receivedCents, instructions.filter((one) => one.status === 'submitted'))
  const nameOf = (id: number) => instructions.find((one) => one.id === id)
  const amounts = { expected: formatEuro(expectedCents, language), received: formatEuro(receivedCents, language), id: paymentInformationId }
  return (
    <Notice tone="wrong">
      <p><strong>{filled(differenceCents > 0 ? t.missing : t.tooMuch, { difference: formatEuro(differenceCents, language) })}</strong></p>
      <p>{filled(t.against, amounts)}</p>
      {candidates.length > 0 && <><p>{t.candidates}</p><ul>{candidates.map((ids) => (
        <li key={ids.join()}>{ids.map((id) => nameOf(id)).map((one) => one && <a key={one.id} href={`#opdracht-${one.id}`}>{one.debtorName} {formatEuro(one.amountCents, language)} </a>)}</li>
      ))}</ul></>}
    </Notice>
  )
}
