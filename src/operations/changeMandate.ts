import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { assertIban } from '../formats/iban'
import { assertIdentifier, sepaName } from '../formats/sepaText'
import { insertAuditEntries } from '../store/auditLog'
import { lockInstructions } from '../store/instructions'
import { insertMandateChange, isReferenceTaken, type MandateIdentity } from '../store/mandateChanges'
import { isMandateUsed, lockMandate, setIdentity, type Mandate } from '../store/mandates'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'

/** Another account, holder or reference; what is left out stays. */
export type ChangeMandate = {
  readonly mandate: number
  readonly iban?: string | undefined
  readonly accountHolder?: string | undefined
  readonly reference?: string | undefined
  readonly today: LocalDate
}

/** Whether the next collections will tell the bank that this is the same mandate as before. */
export type ChangedMandate = { readonly isAmendment: boolean }

/**
 * Gives a mandate another account or reference. One that was collected with keeps what it was in its history, and the next
 * collections tell the bank until one of them settled; one that never was is just overwritten (R-MAN-1, sepa §7.1). The mandate
 * stays the same one, so that pledges, subscriptions and what is planned go on. A batch that is being made meanwhile has all of the old or all of the new.
 * @throws DomainError MANDATE_UNKNOWN, MANDATE_ENDED_STAYS, MANDATE_NOTHING_CHANGED, MANDATE_REFERENCE_DUPLICATE, IBAN_INVALID, NOT_SEPA,
 * NAME_EMPTY_AFTER_TRANSLITERATION, IDENTIFIER_INVALID
 */
export const changeMandate = (req: PayloadRequest, command: ChangeMandate): Promise<ChangedMandate> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    const mandate = await lockMandate(tx, command.mandate)
    if (!mandate) throw new DomainError('MANDATE_UNKNOWN')
    if (mandate.status === 'terminated') throw new DomainError('MANDATE_ENDED_STAYS')
    const now = identityOf(mandate, command)
    const changes = changesOf(mandate, now)
    if (Object.keys(changes).length === 0) throw new DomainError('MANDATE_NOTHING_CHANGED')
    if (await isReferenceTaken(tx, { creditor: mandate.creditor, reference: now.reference, mandate: mandate.id })) throw new DomainError('MANDATE_REFERENCE_DUPLICATE')
    const isUsed = await isMandateUsed(tx, mandate.id)
    if (isUsed) await insertMandateChange(tx, { mandate: mandate.id, former: mandate, now, changedOn: command.today, changedBy: actorOf(req) })
    await setIdentity(tx, mandate.id, now)
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'mandates', subjectId: mandate.id, action: 'update', changes }])
    return { isAmendment: isUsed && (changes.iban !== undefined || changes.reference !== undefined) }
  })

const identityOf = (mandate: Mandate, { iban, accountHolder, reference }: ChangeMandate): MandateIdentity => ({
  iban: iban === undefined ? mandate.iban : assertIban(iban),
  accountHolder: accountHolder === undefined ? mandate.accountHolder : named(accountHolder),
  reference: reference === undefined ? mandate.reference : assertIdentifier(reference.trim()),
})

/** A holder is kept as written, if something of the name is left for the bank. */
function named(holder: string): string {
  sepaName(holder)
  return holder.trim()
}

type Changes = Partial<Record<keyof MandateIdentity, { readonly from: string; readonly to: string }>>

const changesOf = (was: MandateIdentity, is: MandateIdentity): Changes => Object.fromEntries(
  (['reference', 'iban', 'accountHolder'] as const).filter((field) => was[field] !== is[field]).map((field) => [field, { from: was[field], to: is[field] }]))
