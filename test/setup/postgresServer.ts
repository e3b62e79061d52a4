import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDataFolder } from '../../src/runtime/dataFolder'
import { startEmbeddedPostgres } from '../../src/runtime/embeddedPostgres'
import { exitWithParent } from '../../src/runtime/exitWithParent'

/** A throw-away PostgreSQL: tells its address to the process that started it, and is gone without trace when that ends. */
const dataDir = mkdtempSync(join(tmpdir(), 'kring-test-'))
prepareDataFolder(dataDir)
const server = await startEmbeddedPostgres({ dataDir, password: 'only-for-tests-0123456789', durable: false })

exitWithParent(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}, 30_000)

process.send?.(server.url)
