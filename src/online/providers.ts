import { z } from 'zod'
import { jsonIn } from './jsonIn'
import type { OnlineProvider } from './provider'
import { trialProvider } from './trialProvider'

/** Every provider that Kring knows, made from its secret. */
const adapters: Readonly<Record<string, (secret: string) => OnlineProvider>> = { trial: trialProvider }

const secretsShape = z.record(z.string(), z.string().min(16))

/**
 * The providers that are switched on: those with a secret in `secrets`, the JSON text of `KRING_ONLINE_SECRETS` (`{"trial": "…"}`).
 * Throws when that is no such text, names a provider that Kring does not know, or holds a secret of fewer than 16 characters.
 */
export function providersOf(secrets: string | undefined): ReadonlyMap<string, OnlineProvider> {
  if (!secrets) return new Map()
  return new Map(Object.entries(secretsIn(secrets)).map(([name, secret]) => [name, adapterOf(name)(secret)]))
}

/** The error says nothing of the text itself: it would end up in a log. */
function secretsIn(text: string): Readonly<Record<string, string>> {
  const read = secretsShape.safeParse(jsonIn(text))
  if (read.success) return read.data
  throw new Error('KRING_ONLINE_SECRETS is no JSON object of providers and secrets of at least 16 characters')
}

function adapterOf(name: string): (secret: string) => OnlineProvider {
  const adapter = Object.hasOwn(adapters, name) ? adapters[name] : undefined
  if (!adapter) throw new Error(`KRING_ONLINE_SECRETS names a provider that Kring does not know: ${name}`)
  return adapter
}
