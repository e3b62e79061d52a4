import type { PayloadRequest } from 'payload'
import { endpointRights, mayDo, type Role } from '../access/rights'
import { rolesOf } from '../access/rolesOf'
import { text } from '../i18n/text'
import { linkedThings, type LinkedThing } from '../store/linkedTo'
import { readConnection } from '../store/transaction'

/** What a payment was for, in words. `id` is given only to who may open it, and of a payment that was for nothing only to who may link it. */
export type LinkedTo = { readonly kind: LinkedThing['kind'] | 'nothing'; readonly label: string; readonly id: number | null }

/** Where the things that a payment can be for are kept. */
export const linkCollections = { invoice: 'invoices', pledge: 'pledges', fund: 'funds' } as const

/** What each of these payments was for, for the reader and in the reader's language (R-ONL-1, R-ONL-2). */
export async function tellLinkedTo(req: PayloadRequest, payments: readonly number[]): Promise<ReadonlyMap<number, LinkedTo>> {
  const [things, roles] = [await linkedThings(readConnection(req), payments), await rolesOf(req)]
  return new Map(payments.map((payment) => [payment, told(req.i18n.language, roles, things.get(payment)) ?? nothing(req.i18n.language, roles, payment)]))
}

function told(language: string, roles: readonly Role[], thing: LinkedThing | undefined): LinkedTo | undefined {
  if (!thing) return undefined
  const { kind, number, fund } = thing
  const label = kind === 'fund' ? fund : text(language, kind === 'invoice' ? 'LINKED_TO_INVOICE' : 'LINKED_TO_PLEDGE', { number, fund })
  return { kind, label, id: mayDo(roles, linkCollections[kind], 'read') ? thing.id : null }
}

const linkers: readonly Role[] = endpointRights['onlinePayments.link']

const nothing = (language: string, roles: readonly Role[], payment: number): LinkedTo =>
  ({ kind: 'nothing', label: text(language, 'LINKED_TO_NOTHING'), id: roles.some((role) => linkers.includes(role)) ? payment : null })
