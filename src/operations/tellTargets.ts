import type { PayloadRequest } from 'payload'
import { cents, type Cents } from '../domain/money'
import { text } from '../i18n/text'
import { factsOfTargets, type Target, type TargetFacts } from '../store/bankLineTargets'
import { readConnection } from '../store/transaction'

/** A target in words, of whom it is, and where it is seen. */
export type ToldTarget = { readonly label: string; readonly detail: string; readonly name: string; readonly href: string | undefined }

/** What each of these is called, in the reader's language and in their order; with the part of the line that goes there, whether that is all of it. */
export async function tellTargets(req: PayloadRequest, targets: readonly Asked[]): Promise<readonly ToldTarget[]> {
  if (targets.length === 0) return []
  const facts = await factsOfTargets(readConnection(req), targets)
  return targets.map((target, place) => told(req.i18n.language, target, facts.get(place)))
}

type Asked = Target & { readonly amountCents?: Cents | undefined }

const told = (language: string, target: Asked, facts: TargetFacts | undefined): ToldTarget => ({
  label: labelOf(language, target, facts), detail: detailOf(language, target, facts), name: facts?.name ?? '', href: hrefOf(target, facts),
})

function labelOf(language: string, target: Asked, facts: TargetFacts | undefined): string {
  const [number, name, fund, reference, title] = [facts?.number ?? '', facts?.name ?? '', facts?.fund ?? '', facts?.reference ?? '', facts?.title ?? '']
  switch (target.kind) {
    case 'invoicePayment': return text(language, 'TARGET_INVOICE', { number, name })
    case 'donation': return gift(language, target, { number, name, fund })
    case 'return': return text(language, 'TARGET_RETURN', { name })
    case 'payout': return text(language, 'TARGET_PAYOUT', { reference, provider: title })
    case 'ledger': return text(language, 'TARGET_LEDGER', { number, title })
    case 'batchTotal': return text(language, 'TARGET_BATCH', { reference })
  }
}

function detailOf(language: string, { kind, amountCents }: Asked, facts: TargetFacts | undefined): string {
  if (kind === 'invoicePayment') return openWords(language, amountCents, facts)
  if (kind !== 'return') return ''
  return facts?.date ? text(language, 'TARGET_COLLECTED', { reference: facts.reference ?? '', date: facts.date }) : ''
}

function hrefOf(target: Asked, facts: TargetFacts | undefined): string | undefined {
  const at = (id: number | null | undefined, address: (id: number) => string) => (id ? `/admin/collections/${address(id)}` : undefined)
  switch (target.kind) {
    case 'invoicePayment': return at(target.invoice, (id) => `invoices/${id}/overview`)
    case 'donation': return at(target.pledge, (id) => `pledges/${id}`) ?? at(target.fund, (id) => `funds/${id}`)
    case 'return': return at(target.instruction, (id) => `debit-instructions/${id}`)
    case 'payout': return at(target.payout, (id) => `online-payouts/${id}`)
    case 'ledger': return at(target.ledgerAccount, (id) => `ledger-accounts/${id}`)
    case 'batchTotal': return at(facts?.batch, (id) => `debit-batches/${id}/overview`)
  }
}

function gift(language: string, { pledge, fund, donor }: Target, params: { readonly number: string; readonly name: string; readonly fund: string }): string {
  if (pledge) return text(language, 'TARGET_PLEDGE', params)
  if (!fund) return text(language, 'TARGET_DONOR', params)
  return text(language, donor ? 'TARGET_GIFT' : 'TARGET_GIFT_UNKNOWN', params)
}

/** What an invoice has open, and whether this is a part of it. */
function openWords(language: string, amountCents: Cents | undefined, facts: TargetFacts | undefined): string {
  const openCents = cents(Number(facts?.openCents ?? 0))
  if (openCents === 0) return text(language, 'TARGET_NOTHING_OPEN')
  return text(language, amountCents !== undefined && amountCents > 0 && amountCents < openCents ? 'TARGET_PART_OF' : 'TARGET_OPEN', { openCents })
}
