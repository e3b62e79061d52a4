import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { mayDo } from '../../src/access/rights'
import { rolesOf } from '../../src/access/rolesOf'
import { businessDate } from '../../src/store/businessDate'
import { payerOf, type FollowUpTarget } from '../../src/store/followUps'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

/** Is about one invoice or one pledge that whoever notes it may see, and so about who pays that; happened today or before, and is looked at again later. */
export const keepFollowUpSound: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
  const whole = { ...originalDoc, ...data }
  const [invoice, pledge] = [idOf(whole.invoice), idOf(whole.pledge)]
  if ((invoice === undefined) === (pledge === undefined)) throw refuse({ req, path: 'invoice' }, 'FOLLOW_UP_ONE_TARGET')
  const target: FollowUpTarget = invoice === undefined ? { kind: 'pledge', id: pledge ?? 0 } : { kind: 'invoice', id: invoice }
  const relation = await maySee(req, target) ? await payerOf(await transactionOf(req), target) : undefined
  if (relation === undefined) throw refuse({ req, path: target.kind }, 'FOLLOW_UP_TARGET_GONE')
  const today = businessDate(req)
  if (whole.onDate > today) throw refuse({ req, path: 'onDate' }, 'FOLLOW_UP_IN_FUTURE', { date: today })
  if (whole.nextDate && whole.nextDate <= whole.onDate) throw refuse({ req, path: 'nextDate' }, 'FOLLOW_UP_NEXT_BEFORE')
  return { ...data, relation, notedBy: operation === 'create' ? (req.user ? Number(req.user.id) : null) : idOf(originalDoc?.notedBy) ?? null }
}

/** The house itself sees everything. */
const maySee = async (req: PayloadRequest, { kind }: FollowUpTarget): Promise<boolean> => !req.user || mayDo(await rolesOf(req), kind === 'invoice' ? 'invoices' : 'pledges', 'read')
