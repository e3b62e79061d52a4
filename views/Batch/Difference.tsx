import { explainDifference } from '../../src/domain/batchDifference'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { AtTheBank, GroupOverview } from '../../src/store/batchOverview'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { texts } from './texts'

type Props = { readonly group: GroupOverview; readonly atBank: readonly AtTheBank[]; readonly language: Language }

/** Whether the bank paid another amount for a group than was expected. */
export const differs = ({ expectedCents, receivedCents, status }: GroupOverview): boolean =>
  receivedCents !== undefined && status === 'open' && receivedCents !== expectedCents

/** How much is missing, and which instructions could explain it. */
export const Difference = ({ group, atBank, language }: Props) => {
  const t = texts[language]
  const { expectedCents, receivedCents, paymentInformationId } = group
  if (receivedCents === undefined) return null
  const { differenceCents, candidates } = explainDifference(expectedCents, receivedCents, atBank)
  const byId = new Map(atBank.map((one) => [one.id, one]))
  const amounts = { expected: formatEuro(expectedCents, language), received: formatEuro(receivedCents, language), id: paymentInformationId }
  return (
    <Notice tone="wrong">
      <p><strong>{filled(differenceCents > 0 ? t.missing : t.tooMuch, { difference: formatEuro(differenceCents, language) })}</strong></p>
      <p>{filled(t.against, amounts)}</p>
      {candidates.length > 0 && <><p>{t.candidates}</p><ul>{candidates.map((ids) => (
        <li key={ids.join()}>{ids.map((id) => byId.get(id)).map((one) => one && <a key={one.id} href={`?search=${one.endToEndId}#opdrachten`}>{one.debtorName} {formatEuro(one.amountCents, language)} </a>)}</li>
      ))}</ul></>}
    </Notice>
  )
}
