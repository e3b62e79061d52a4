import { getPayload } from 'payload'
import { withAdvisoryLock } from './advisoryLock'
import { ClearError, sentenceOf } from './clearError'
import { prepareQueues } from '../store/queueTables'
import { pendingMigrations } from './pendingMigrations'

/**
 * Brings the database of DATABASE_URL up to date and ends. A process of its own: Payload ends the process when a migration fails,
 * and keeps a connection that only the end of the process lets go. Only one machine migrates at a time.
 */
async function migrate(): Promise<void> {
  const url = process.env['DATABASE_URL']
  if (!url) throw new ClearError('DATABASE_URL ontbreekt.', 'DATABASE_URL is missing.')
  await withAdvisoryLock(url, 'kring:migrate', async () => {
    const pending = await pendingMigrations(url)
    if (pending.length === 0) return
    // First, so that a run that is broken off in between still counts as pending.
    await prepareQueues(url)
    await runMigrations()
  })
}

async function runMigrations(): Promise<void> {
  process.env['PAYLOAD_MIGRATING'] = 'true'
  const { default: config } = await import('../../payload.config')
  const payload = await getPayload({ config, disableOnInit: true })
  await payload.db.migrate()
}

migrate().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(sentenceOf(error))
    process.exit(1)
  },
)
