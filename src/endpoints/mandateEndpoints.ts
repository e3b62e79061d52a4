import { z } from 'zod'
import { blockMandate, unblockMandate } from '../operations/blockMandate'
import { changeMandate } from '../operations/changeMandate'
import { endMandate } from '../operations/endMandate'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { idInput } from './idInput'

const reason = z.string().trim().max(200)

/** POST /api/mandates/:id/change `{ iban?, accountHolder?, reference? }`: the mandate goes on with another account or reference. */
export const changeMandateEndpoint = endpoint({
  name: 'mandates.change',
  method: 'post',
  path: '/:id/change',
  input: z.object({ id: idInput, iban: z.string().max(50).optional(), accountHolder: z.string().max(140).optional(), reference: z.string().max(100).optional() }),
  handle: (req, { id, ...change }) => changeMandate(req, { ...change, mandate: id, today: businessDate(req) }),
})

/** POST /api/mandates/:id/end `{ reason?, endsPledges? }`: for good; answers what was cancelled and what is still under way. */
export const endMandateEndpoint = endpoint({
  name: 'mandates.end',
  method: 'post',
  path: '/:id/end',
  input: z.object({ id: idInput, reason: reason.default(''), endsPledges: z.boolean().default(false) }),
  handle: (req, { id, ...end }) => endMandate(req, { ...end, mandate: id, today: businessDate(req) }),
})

/** POST /api/mandates/:id/block `{ reason }`: left out of batches until it is unblocked. */
export const blockMandateEndpoint = endpoint({
  name: 'mandates.block',
  method: 'post',
  path: '/:id/block',
  input: z.object({ id: idInput, reason: reason.min(1) }),
  handle: (req, { id, reason: why }) => blockMandate(req, { mandate: id, reason: why }),
})

/** POST /api/mandates/:id/unblock. */
export const unblockMandateEndpoint = endpoint({
  name: 'mandates.block',
  method: 'post',
  path: '/:id/unblock',
  input: z.object({ id: idInput }),
  handle: (req, { id }) => unblockMandate(req, id),
})
