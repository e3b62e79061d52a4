import dayjs from 'dayjs'
import 'dayjs/locale/nl'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { Language } from '../../src/i18n/text'

dayjs.extend(utc)
dayjs.extend(timezone)

/** An instant as it was on the clock in Amsterdam: `21 nov 2026 14:05`. */
export const Moment = ({ at, language }: { readonly at: string; readonly language: Language }) => (
  <time dateTime={at}>{dayjs(at).tz('Europe/Amsterdam').locale(language).format('D MMM YYYY HH:mm')}</time>
)
