import type { LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { mostAtOnce, type TellBankFile } from './bankFileEvent'
import { isIban } from './iban'
import type { StatementEntry, StatementHead, StatementProblem } from './statement'

export type Balance = { readonly amountCents: Cents; readonly date?: LocalDate | undefined; readonly isEuro?: boolean | undefined }

/** What is known of a statement when it ends, besides its entries. */
export type StatementEnd = {
  readonly iban: string
  readonly id: string
  readonly sequence?: string | undefined
  readonly opening?: Balance | undefined
  readonly closing?: Balance | undefined
  /** The bank says that there are more entries, or fewer. */
  readonly countDiffers?: boolean | undefined
  /** Notifications have no balances, and miss none. */
  readonly isNotification?: boolean | undefined
}

/** Passes on the entries of one statement after another and keeps of them no more than their sum and number. */
export function statementStream(tell: TellBankFile) {
  let statement = 0
  let waiting: StatementEntry[] = []
  let movements = 0
  let entryCount = 0
  let pendingCount = 0
  const flush = () => {
    if (waiting.length > 0) tell({ kind: 'entries', statement, entries: waiting })
    waiting = []
  }
  return {
    add: (entry: StatementEntry): void => {
      movements = cents(movements + entry.amountCents)
      entryCount += 1
      waiting.push(entry)
      if (waiting.length >= mostAtOnce) flush()
    },
    addPending: (): void => { pendingCount += 1 },
    /** How many statements have ended. */
    count: (): number => statement,
    end: (end: StatementEnd): void => {
      flush()
      tell({ kind: 'statement', statement, head: headOf(end, { movementsCents: cents(movements), entryCount, pendingCount }) })
      statement += 1
      movements = 0
      entryCount = 0
      pendingCount = 0
    },
  }
}

type Totals = Pick<StatementHead, 'movementsCents' | 'entryCount' | 'pendingCount'>

function headOf(end: StatementEnd, totals: Totals): StatementHead {
  const { iban, id, sequence, opening, closing } = end
  const balanced = end.isNotification ? undefined : addsUp(end, totals)
  return {
    iban, id, sequence, ...totals, balanced, openingCents: opening?.amountCents, closingCents: closing?.amountCents,
    openingDate: opening?.date, closingDate: closing?.date, problems: problemsOf(end, totals, balanced),
  }
}

const addsUp = ({ opening, closing }: StatementEnd, { movementsCents }: Totals): boolean =>
  isWhole(opening) && isWhole(closing) && opening.amountCents + movementsCents === closing.amountCents

const isWhole = (balance: Balance | undefined): balance is Balance => balance !== undefined && balance.isEuro !== false

function problemsOf(end: StatementEnd, { pendingCount }: Totals, balanced: boolean | undefined): readonly StatementProblem[] {
  const { opening, closing, iban } = end
  const found: readonly (readonly [StatementProblem, boolean])[] = [
    ['STATEMENT_NO_OPENING', !end.isNotification && !opening],
    ['STATEMENT_NO_CLOSING', !end.isNotification && !closing],
    ['STATEMENT_BALANCE_NOT_EURO', opening?.isEuro === false || closing?.isEuro === false],
    ['STATEMENT_ADDS_UP_WRONG', balanced === false && isWhole(opening) && isWhole(closing)],
    ['STATEMENT_COUNT_DIFFERS', end.countDiffers === true],
    ['STATEMENT_HAS_PENDING', pendingCount > 0],
    ['STATEMENT_ACCOUNT_DOUBTFUL', /^[A-Z]{2}\d{2}/.test(iban) && !isIban(iban)],
  ]
  return found.filter(([, holds]) => holds).map(([problem]) => problem)
}
