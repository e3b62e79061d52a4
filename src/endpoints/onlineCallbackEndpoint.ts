import type { Endpoint, PayloadRequest } from 'payload'
import type { OpenDoor } from '../access/rights'
import { DomainError } from '../domain/domainError'
import { text, textOf, type TextCode } from '../i18n/text'
import type { OnlineProvider } from '../online/provider'
import { providersOf } from '../online/providers'
import { takeOnlineEvent } from '../operations/takeOnlineEvent'
import { limitedText } from './limitedText'

const largestBody = 1_000_000

/**
 * POST /api/online-payments/callback/:provider: what a provider tells of a payment or a payout. Nobody is logged in; the signature
 * over the body as it was sent is what lets it in. 200 with the outcome, also for what is known already and for a conflict, since
 * sending those again changes nothing; 401 not authentic, 404 no such provider or not switched on, 413 too large, 400 unreadable.
 */
export const onlineCallbackEndpoint: Endpoint = {
  path: '/callback/:provider',
  method: 'post',
  custom: { openDoor: 'onlinePayments.callback' satisfies OpenDoor },
  handler: async (req) => {
    const provider = providersOf(process.env['KRING_ONLINE_SECRETS']).get(String(req.routeParams?.['provider']))
    if (!provider) return refusal(404, req, 'ONLINE_PROVIDER_UNKNOWN')
    const body = await limitedText(req, largestBody)
    if (body === 'tooLarge') return refusal(413, req, 'CALLBACK_TOO_LARGE')
    if (body === 'unreadable') return refusal(400, req, 'CALLBACK_UNREADABLE')
    return answerTo(req, provider, body)
  },
}

async function answerTo(req: PayloadRequest, provider: OnlineProvider, body: string): Promise<Response> {
  try {
    const taken = await takeOnlineEvent(req, provider.name, provider.readCallback({ headers: req.headers, body, now: new Date() }))
    if (taken.outcome === 'conflict') req.payload.logger.warn(`A message of ${provider.name} differs from what is known here: ${taken.code}`)
    return Response.json(taken.outcome === 'conflict' ? { ...taken, message: text(req.i18n.language, taken.code) } : taken)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return Response.json({ errors: [{ message: textOf(req.i18n.language, error) }] }, { status: error.code === 'CALLBACK_NOT_AUTHENTIC' ? 401 : 400 })
  }
}

const refusal = (status: number, req: PayloadRequest, code: TextCode): Response =>
  Response.json({ errors: [{ message: text(req.i18n.language, code, { provider: String(req.routeParams?.['provider']).slice(0, 30) }) }] }, { status })
