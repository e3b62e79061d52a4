import { randomBytes } from 'node:crypto'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { inject, vi } from 'vitest'
import { createDatabase, dropDatabase, inDatabase } from './server'

export type FreshDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/** A migrated, empty database that only the caller knows. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('serverUrl')
  const name = `kring_test_${randomBytes(6).toString('hex')}`
  await createDatabase(server, name, inject('templateDatabase'))
  return { url: inDatabase(server, name), drop: () => dropDatabase(server, name) }
}

export type BootedPayload = {
  readonly payload: Payload
  readonly config: SanitizedConfig
  readonly url: string
  readonly destroy: () => Promise<void>
}

let boots = 0

/**
 * Payload on a fresh database. The configuration reads its environment when it is loaded, so a second boot in one test file loads
 * everything anew: classes imported by the test itself are then other ones than those that Payload uses.
 */
export async function bootPayload(): Promise<BootedPayload> {
  const { url, drop } = await freshDatabase()
  process.env['DATABASE_URL'] = url
  process.env['PAYLOAD_SECRET'] ??= 'only-for-tests-0123456789-0123456789'
  if (boots++ > 0) vi.resetModules()
  const { default: loading } = await import('../../payload.config')
  const config = await loading
  const payload = await getPayload({ config, key: url })
  return { payload, config, url, destroy: () => letGo(payload, drop) }
}

/** Payload keeps one connection that never ends, so its pool cannot be waited for: the database is taken away under it. */
async function letGo(payload: Payload, drop: () => Promise<void>): Promise<void> {
  const { pool } = payload.db
  pool.on('error', expectedEnd)
  pool.on('connect', (client) => client.on('error', expectedEnd))
  await payload.destroy()
  await drop()
}

const expectedEnd = (): void => undefined
