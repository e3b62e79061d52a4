import type { PayloadRequest, TypedUser } from 'payload'
import { transactionOf } from '../store/transaction'
import { idsByKey } from './idsByKey'
import { associationIban } from './structure'

/** What a simulated day needs to know of what was set up before. */
export type World = {
  readonly creditor: number
  readonly subscriptionTypes: ReadonlyMap<string, number>
  readonly funds: ReadonlyMap<string, number>
}

/** Looks up the association again, so that a load that was broken off can go on. */
export async function readWorld(req: PayloadRequest): Promise<World> {
  const tx = await transactionOf(req)
  const creditor = (await idsByKey(tx, 'creditors', 'iban')).get(associationIban)
  if (creditor === undefined) throw new Error('The demo association is not there')
  return { creditor, subscriptionTypes: await idsByKey(tx, 'subscription_types', 'title'), funds: await idsByKey(tx, 'funds', 'code') }
}

/** The same request, but done by the user with this address; for the audit trail of the demo. */
export async function asUser(req: PayloadRequest, email: string): Promise<PayloadRequest> {
  const { docs: [user] } = await req.payload.find({ collection: 'users', where: { email: { equals: email } }, limit: 1, depth: 0, joins: false, req })
  if (!user) throw new Error(`The demo user ${email} is not there`)
  return { ...req, user: { ...user, collection: 'users' } satisfies TypedUser }
}
