import { join } from 'node:path'
import type { Payload } from 'payload'
import { exitOf, spawnChild, typescript } from '../runtime/childProcess'
import { childEnvironment } from '../runtime/childEnvironment'
import { ClearError } from '../runtime/clearError'
import { prepareDataFolder } from '../runtime/dataFolder'
import { withDatabase } from '../runtime/database'
import { pendingMigrations } from '../runtime/pendingMigrations'
import { readOrCreateSecrets } from '../runtime/secrets'
import { readSettings } from '../runtime/settings'

/**
 * Runs a command with Payload on the database of this Kring: that of DATABASE_URL, or the embedded one of the data
 * folder, beside a running Kring or started for as long as the command takes. A database that is behind is brought up
 * to date first.
 */
export async function withPayload<T>(work: (payload: Payload) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env)
  prepareDataFolder(settings.dataDir)
  const secrets = readOrCreateSecrets(settings.dataDir)
  return withDatabase(settings, secrets, async (url) => {
    Object.assign(process.env, childEnvironment(settings, secrets, url))
    if ((await pendingMigrations(url)).length > 0) await migrate(join(settings.dataDir, 'migrate.log'))
    return work(await boot())
  })
}

async function boot(): Promise<Payload> {
  process.env['KRING_LOG_LEVEL'] ??= 'error'
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config')
  return getPayload({ config })
}

/** A process of its own, as Payload ends the process when a migration fails. */
async function migrate(log: string): Promise<void> {
  if (await exitOf(spawnChild(typescript('src/runtime/migrate.ts'), process.env, log)) === 0) return
  throw new ClearError(`De database kon niet worden bijgewerkt; in ${log} staat waarom.`, `The database could not be updated; ${log} says why.`)
}
