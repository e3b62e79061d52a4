import type { LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { OrganRow } from '../../src/store/organDetail'
import type { OrganisationRow } from '../../src/store/organTreeView'
import type { Transaction } from '../../src/store/transaction'
import type { Screen } from '../adminView'
import type { Place } from './address'

/** What is chosen on the screen: an organ, or the organisation itself, on a day. */
export type Chosen = {
  readonly screen: Screen
  readonly tx: Transaction
  readonly language: Language
  readonly organisation: OrganisationRow
  readonly organisations: readonly OrganisationRow[]
  readonly organ: OrganRow | undefined
  readonly date: LocalDate
  readonly today: LocalDate
  /** The address of what is chosen, to go on from. */
  readonly here: Place
}
