import type { PayloadRequest } from 'payload'
import { day } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { text } from '../i18n/text'
import { factsOfTargets, type Target, type TargetFacts } from '../store/bankLineTargets'
import { readConnection } from '../store/transaction'

/** A target in words, and where it is seen. */
export type ToldTarget = { readonly label: string; readonly detail: string; readonly href: string | undefined }

/** What each of these is called, in the reader's language and in their order; with the part of the line that goes there, whether that is all of it. */
export async function tellTargets(req: PayloadRequest, targets: readonly (Target & { readonly amountCents?: Cents | undefined })[]): Promise<readonly ToldTarget[]> {
  if (targets.length === 0) return []
  const facts = await factsOfTargets(readConnection(req), targets)
  return targets.map((target, place) => told(req.i18n.language, target, facts.get(place)))
}

function told(language: string, target: Target & { readonly amountCents?: Cents | undefined }, facts: TargetFacts | undefined): ToldTarget {
  const [number, name, fund, reference] = [facts?.number ?? '', facts?.name ?? '', facts?.fund ?? '', facts?.reference ?? '']
  switch (target.kind) {
    case 'invoicePayment': return { label: text(language, 'TARGET_INVOICE', { number, name }), detail: openWords(language, target.amountCents, facts), href: `/admin/collections/invoices/${target.invoice}/overview` }
    case 'donation': return {
      label: gift(language, target, { number, name, fund }), detail: '',
      href: target.pledge ? `/admin/collections/pledges/${target.pledge}` : target.fund && `/admin/collections/funds/${target.fund}`,
    } as ToldTarget
    case 'return': return { label: text(language, 'TARGET_RETURN', { name }), detail: facts?.date ? text(language, 'TARGET_COLLECTED', { reference, date: day(facts.date) }) : reference, href: `/admin/collections/debit-instructions/${target.instruction}` }
    case 'payout': return { label: text(language, 'TARGET_PAYOUT', { reference, provider: facts?.title ?? '' }), detail: '', href: `/admin/collections/online-payouts/${target.payout}` }
    case 'ledger': return { label: text(language, 'TARGET_LEDGER', { number, title: facts?.title ?? '' }), detail: '', href: `/admin/collections/ledger-accounts/${target.ledgerAccount}` }
    case 'batchTotal': return { label: text(language, 'TARGET_BATCH', { reference }), detail: '', href: facts?.batch ? `/admin/collections/debit-batches/${facts.batch}/overview` : undefined }
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
