import { formatDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { StatementHead } from '../../src/store/statementLines'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { ConfirmStatement } from './ConfirmStatement'
import { texts } from './texts'

type Props = { readonly id: number; readonly head: StatementHead; readonly mayConfirm: boolean; readonly language: Language }

/** Of a statement that does not add up: what is wrong, what to check, and the way to book it all the same, or who did. */
export const Held = ({ id, head: { hold, confirmedBy, confirmedOn }, mayConfirm, language }: Props) => {
  const t = texts[language]
  if (hold === 'none') return null
  if (confirmedOn) return <Notice tone="plain">{filled(t.confirmedBy, { name: confirmedBy ?? '', date: formatDate(confirmedOn, language) })}</Notice>
  return (
    <Notice tone="wrong">
      <p><strong>{t[hold]}</strong></p>
      <p>{hold === 'gap' ? t.gapCheck : t.unbalancedCheck}</p>
      {mayConfirm ? <ConfirmStatement id={id} language={language} /> : <p>{t.forFinance}</p>}
    </Notice>
  )
}
