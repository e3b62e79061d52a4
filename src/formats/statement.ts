import type { LocalDate } from '../domain/localDate'
import type { Cents } from '../domain/money'

/** One movement on the account. References are absent where the bank gave none. */
export type StatementEntry = {
  readonly bookingDate: LocalDate
  readonly valueDate: LocalDate
  /** Positive is money in, negative is money out. */
  readonly amountCents: Cents
  readonly counterIban?: string | undefined
  readonly counterName?: string | undefined
  readonly description: string
  readonly endToEndId?: string | undefined
  readonly mandateId?: string | undefined
  /** The payment group of a collection: the key of a batch that the bank books as one line. */
  readonly pmtInfId?: string | undefined
  readonly msgId?: string | undefined
  /** How many transactions the bank says are in this one line. */
  readonly txCount?: number | undefined
  readonly returnReason?: string | undefined
  readonly bankRef?: string | undefined
  /** Family and sub-family of the transaction, such as `IDDT/ESDD`, or the bank's own code. */
  readonly code?: string | undefined
  /** The bank calls it the reversal of an earlier movement; the sign of the amount already says which way the money went. */
  readonly isReversal: boolean
  /** In a notification: the reference and the signed amount of the whole movement that this is a part of. */
  readonly entry?: { readonly reference?: string | undefined; readonly cents: Cents } | undefined
}

/** What a bank tells about one account over one period. A balance is absent where the file has none. */
export type Statement = {
  readonly iban: string
  readonly id: string
  readonly sequence?: string | undefined
  readonly openingCents?: Cents | undefined
  readonly closingCents?: Cents | undefined
  readonly openingDate?: LocalDate | undefined
  readonly closingDate?: LocalDate | undefined
  /** Whether both balances are known and opening + entries = closing, to the cent. */
  readonly balanced: boolean
  /** Entries that the bank has not booked yet; they are not among `entries`. */
  readonly pendingCount: number
  readonly entries: readonly StatementEntry[]
}

/**
 * What somebody should look at before a statement is booked; the codes are those of `src/i18n`. A statement with
 * any of them was still read whole.
 */
export type StatementProblem =
  | 'STATEMENT_ADDS_UP_WRONG' | 'STATEMENT_NO_OPENING' | 'STATEMENT_NO_CLOSING' | 'STATEMENT_BALANCE_NOT_EURO' | 'STATEMENT_HAS_PENDING'
  | 'STATEMENT_ACCOUNT_DOUBTFUL' | 'STATEMENT_COUNT_DIFFERS'

/** A statement without its entries. `iban` is the account as the bank writes it: some give only the Dutch account number. */
export type StatementHead = Omit<Statement, 'entries' | 'balanced'> & {
  /** The sum of the booked entries. */
  readonly movementsCents: Cents
  readonly entryCount: number
  /** As in `Statement`; undefined for a notification, which has no balances. */
  readonly balanced: boolean | undefined
  readonly problems: readonly StatementProblem[]
}
