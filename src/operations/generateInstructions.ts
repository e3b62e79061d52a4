import type { PayloadRequest } from 'payload'
import { nextBankingDay } from '../domain/bankingDays'
import { DomainError } from '../domain/domainError'
import { firstOnAnchor, instalmentDates, laidFrom } from '../domain/instalments'
import { addDays, addMonths, dayOfMonthOf, type LocalDate } from '../domain/localDate'
import { cents, splitEvenly } from '../domain/money'
import { pledgeAmountOn } from '../domain/pledgeAmount'
import { dueDates } from '../domain/pledgeSchedule'
import { followSubscriptions } from '../store/followSubscriptions'
import { cancelStaleInstructions, insertInstructions, lockInstructions, raiseLastPlanned, type NewInstruction } from '../store/instructions'
import { invoicesToCollect, pledgesToCollect, type CollectableInvoice, type CollectablePledge } from '../store/collectables'
import { usedOneOffMandates, type UsedOneOff } from '../store/usedOneOffMandates'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'

/** An instalment that fell due longer ago is followed up by a person, not debited by surprise. */
export const graceDays = 31

type Window = { readonly today: LocalDate; readonly until: LocalDate }
export type GeneratedInstructions = {
  readonly created: number
  readonly cancelled: number
  /** What cannot be collected, because its one-off mandate served another debit already (sepa §5). */
  readonly skipped: readonly (UsedOneOff & { readonly reason: 'OOFF_MANDATE_ALREADY_USED' })[]
}

/**
 * Makes an instruction for every instalment that falls due up to `until` (at most a year ahead, domain §7.3) and
 * cancels the planned ones whose pledge, invoice or mandate ended. Each instalment has its identity in the database,
 * so that running it again adds nothing.
 */
export const generateInstructions = (req: PayloadRequest, window: Window): Promise<GeneratedInstructions> =>
  inTransaction(req, async (tx) => {
    if (window.until > addMonths(window.today, 12)) throw new DomainError('UNTIL_TOO_FAR', { date: addMonths(window.today, 12) })
    await lockInstructions(tx)
    await followSubscriptions(tx, actorOf(req))
    const cancelled = (await cancelStaleInstructions(tx, actorOf(req))).cancelled.length
    const invoices = await invoicesToCollect(tx)
    const wanted = [
      ...(await pledgesToCollect(tx, window.until)).flatMap((pledge) => instalmentsOfPledge(pledge, window)),
      ...invoices.flatMap((invoice) => instalmentsOfInvoice(invoice, window.today)),
    ]
    const created = await insertInstructions(tx, wanted)
    await raiseLastPlanned(tx, invoices.filter((invoice) => freeInstalments(invoice, window.today).length === 0).map(({ id, uncollectedCents }) => ({ invoice: id, amountCents: uncollectedCents })), actorOf(req))
    const skipped = await usedOneOffMandates(tx, wanted)
    return { created, cancelled, skipped: skipped.map((one) => ({ ...one, reason: 'OOFF_MANDATE_ALREADY_USED' })) }
  })

const instalmentsOfPledge = (pledge: CollectablePledge, { today, until }: Window): readonly NewInstruction[] =>
  dueDates(pledge, addDays(today, -graceDays), until).map(({ number, date }) => ({
    ...partiesOf(pledge), pledge: pledge.id, invoice: null, instalment: number, amountCents: pledgeAmountOn(pledge, date),
    originalCollectionDate: date, collectionDate: nextBankingDay(date), description: `${pledge.fundTitle} toezegging ${pledge.number}`,
  }))

type Part = { readonly date: LocalDate; readonly instalment: number }

/** The instalments that have no instruction, as far as there is a cent for each: all of them at first, what is left of them later. Those of a spread that are past come one a month. */
function freeInstalments({ dueDate, collectionDay, instalmentCount, uncollectedCents, planned, takenDates }: CollectableInvoice, today: LocalDate): readonly Part[] {
  const first = collectionDay === undefined ? dueDate : firstOnAnchor(dueDate, collectionDay)
  const free = instalmentDates(first, instalmentCount, 1, collectionDay)
    .map((date, index) => ({ date, instalment: index + 1 }))
    .filter(({ instalment }) => !planned.includes(instalment))
    .slice(0, uncollectedCents)
  return instalmentCount === 1 ? free : laidFrom(free, { today, anchorDay: collectionDay ?? dayOfMonthOf(first), takenDates })
}

/** What is not under way yet, over the instalments that have no instruction. */
function instalmentsOfInvoice(invoice: CollectableInvoice, today: LocalDate): readonly NewInstruction[] {
  const { uncollectedCents } = invoice
  const free = freeInstalments(invoice, today)
  if (free.length === 0) return []
  const amounts = splitEvenly(uncollectedCents, free.length)
  return free.map(({ date, instalment }, index) => ({
    ...partiesOf(invoice), pledge: null, invoice: invoice.id, instalment, amountCents: amounts[index] ?? cents(0),
    originalCollectionDate: date, collectionDate: nextBankingDay(date), description: `Factuur ${invoice.number} ${invoice.description}`,
  }))
}

const partiesOf = ({ creditor, mandate, debtor, mandateType }: CollectablePledge | CollectableInvoice) =>
  ({ creditor, mandate, debtor, sequenceType: mandateType === 'oneOff' ? 'OOFF' : 'RCUR' } as const)
