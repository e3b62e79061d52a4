import type { PayloadRequest } from 'payload'
import { nextBankingDay } from '../domain/bankingDays'
import { DomainError } from '../domain/domainError'
import { planInstalments } from '../domain/instalments'
import { addDays, addMonths, type LocalDate } from '../domain/localDate'
import { dueDates } from '../domain/pledgeSchedule'
import { cancelStaleInstructions, insertInstructions, type NewInstruction } from '../store/instructions'
import { invoicesToCollect, pledgesToCollect, type CollectableInvoice, type CollectablePledge } from '../store/collectables'
import { inTransaction, lockByName } from '../store/transaction'

/** An instalment that fell due longer ago is followed up by a person, not debited by surprise. */
export const graceDays = 31

type Window = { readonly today: LocalDate; readonly until: LocalDate }
export type GeneratedInstructions = { readonly created: number; readonly cancelled: number }

/**
 * Makes an instruction for every instalment that falls due up to `until` (at most a year ahead, domain §7.3) and
 * cancels the planned ones whose pledge, invoice or mandate ended. Each instalment has its identity in the database,
 * so that running it again adds nothing.
 */
export const generateInstructions = (req: PayloadRequest, window: Window): Promise<GeneratedInstructions> =>
  inTransaction(req, async (tx) => {
    if (window.until > addMonths(window.today, 12)) throw new DomainError('UNTIL_TOO_FAR', { date: addMonths(window.today, 12) })
    await lockByName(tx, 'instructions')
    const cancelled = (await cancelStaleInstructions(tx)).length
    const ofPledges = (await pledgesToCollect(tx, window.until)).flatMap((pledge) => instalmentsOfPledge(pledge, window))
    const ofInvoices = (await invoicesToCollect(tx)).flatMap((invoice) => instalmentsOfInvoice(invoice))
    return { created: await insertInstructions(tx, [...ofPledges, ...ofInvoices]), cancelled }
  })

const instalmentsOfPledge = (pledge: CollectablePledge, { today, until }: Window): readonly NewInstruction[] =>
  dueDates(pledge, addDays(today, -graceDays), until).map(({ number, date }) => ({
    ...partiesOf(pledge), pledge: pledge.id, invoice: null, instalment: number, amountCents: pledge.amountCents,
    originalCollectionDate: date, collectionDate: nextBankingDay(date), description: `${pledge.fundTitle} toezegging ${pledge.number}`,
  }))

const instalmentsOfInvoice = (invoice: CollectableInvoice): readonly NewInstruction[] =>
  planInstalments(invoice.openCents, invoice.dueDate, Math.min(invoice.instalmentCount, invoice.openCents), 1).map(({ date, amountCents }, index) => ({
    ...partiesOf(invoice), pledge: null, invoice: invoice.id, instalment: index + 1, amountCents,
    originalCollectionDate: date, collectionDate: nextBankingDay(date), description: `Factuur ${invoice.number} ${invoice.description}`,
  }))

const partiesOf = ({ creditor, mandate, debtor, mandateType }: CollectablePledge | CollectableInvoice) =>
  ({ creditor, mandate, debtor, sequenceType: mandateType === 'oneOff' ? 'OOFF' : 'RCUR' } as const)
