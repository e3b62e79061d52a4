import { formatDate, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'

type Props = { readonly startDate: LocalDate | null; readonly endDate: LocalDate | null | undefined; readonly countedFromDate?: LocalDate | null | undefined; readonly language: Language }

const words = { nl: { present: 'heden', counted: 'telt vanaf' }, en: { present: 'present', counted: 'counted from' } } as const

/** `1 jan 2020 – heden (telt vanaf 15 jun 2001)`; nothing where there is no period. */
export function daysText({ startDate, endDate, countedFromDate, language }: Props): string {
  if (!startDate) return ''
  const counted = countedFromDate ? ` (${words[language].counted} ${formatDate(countedFromDate, language)})` : ''
  return `${formatDate(startDate, language)} – ${endDate ? formatDate(endDate, language) : words[language].present}${counted}`
}

export const Days = (props: Props) => <span>{daysText(props)}</span>
