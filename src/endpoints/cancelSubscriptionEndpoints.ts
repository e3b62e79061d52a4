import { z } from 'zod'
import { cancelSubscription, proposedEnd, undoCancellation } from '../operations/cancelSubscription'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { idInput } from './idInput'
import { localDateInput } from './localDateInput'

/** GET /api/subscriptions/:id/proposed-end?noticeDate=… → `{ endDate }`: where a notice of that day leads. */
export const proposedEndEndpoint = endpoint({
  name: 'subscriptions.proposeEnd',
  method: 'get',
  path: '/:id/proposed-end',
  input: z.object({ id: idInput, noticeDate: localDateInput }),
  handle: async (req, { id, noticeDate }) => ({ endDate: (await proposedEnd(req, { subscription: id, noticeDate })) ?? null }),
})

/** POST /api/subscriptions/:id/cancel `{ noticeDate, endDate?, reason, notes? }` → the end, and what was invoiced beyond it. */
export const cancelSubscriptionEndpoint = endpoint({
  name: 'subscriptions.cancel',
  method: 'post',
  path: '/:id/cancel',
  input: z.object({ id: idInput, noticeDate: localDateInput, endDate: localDateInput.optional(), reason: z.string().trim().min(1).max(200), notes: z.string().trim().max(2_000).optional() }),
  handle: (req, { id, ...rest }) => cancelSubscription(req, { ...rest, subscription: id, today: businessDate(req) }),
})

/** POST /api/subscriptions/:id/undo-cancellation → what to look at afterwards. */
export const undoCancellationEndpoint = endpoint({
  name: 'subscriptions.undoCancellation',
  method: 'post',
  path: '/:id/undo-cancellation',
  input: z.object({ id: idInput }),
  handle: (req, { id }) => undoCancellation(req, { subscription: id, today: businessDate(req) }),
})
