import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { mayDo } from '../access/rights'
import { rolesOf } from '../access/rolesOf'
import { text } from '../i18n/text'
import { linkCollections } from '../operations/tellLinkedTo'
import type { OnlineTarget } from '../store/onlinePayments'
import { idInput } from './idInput'

const shape = { invoice: idInput.optional(), pledge: idInput.optional(), fund: idInput.optional() }
type Asked = { readonly [Kind in OnlineTarget['kind']]?: number | undefined }

const targetsIn = (asked: Asked): readonly OnlineTarget[] =>
  (['invoice', 'pledge', 'fund'] as const).flatMap((kind) => (asked[kind] === undefined ? [] : [{ kind, id: asked[kind] }]))

/** What a payment is for, beside what else is asked: just one of `invoice`, `pledge` and `fund`. */
export const withLinkTarget = <Shape extends z.ZodRawShape>(rest: Shape) =>
  z.object({ ...rest, target: z.object(shape).refine((asked) => targetsIn(asked).length === 1).transform((asked) => targetsIn(asked)[0] as OnlineTarget) })

/** The refusal of somebody who may not read what the payment is to be for. */
export async function refuseHiddenTarget(req: PayloadRequest, { kind }: OnlineTarget): Promise<Response | undefined> {
  if (mayDo(await rolesOf(req), linkCollections[kind], 'read')) return undefined
  return Response.json({ errors: [{ message: text(req.i18n.language, 'NOT_ALLOWED') }] }, { status: 403 })
}
