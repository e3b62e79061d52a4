import type { StatementEntry, StatementHead } from './statement'

export type BankFileFormat = 'camt053' | 'camt054' | 'mt940'

/** What a bank file tells, in its order. Statements count from 0; the entries of one come before its head, in pieces of at most `mostAtOnce`. */
export type BankFileEvent =
  | { readonly kind: 'format'; readonly format: BankFileFormat }
  | { readonly kind: 'entries'; readonly statement: number; readonly entries: readonly StatementEntry[] }
  | { readonly kind: 'statement'; readonly statement: number; readonly head: StatementHead }

export type TellBankFile = (event: BankFileEvent) => void

/** Takes the text of a file in pieces of any size. */
export type TextSink = { readonly write: (piece: string) => void; readonly close: () => void }

export const mostAtOnce = 500
