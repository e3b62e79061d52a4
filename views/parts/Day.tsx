import { formatDate, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'

/** `21 nov 2026` */
export const Day = ({ date, language }: { readonly date: LocalDate; readonly language: Language }) => <time dateTime={date}>{formatDate(date, language)}</time>
