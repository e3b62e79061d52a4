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
