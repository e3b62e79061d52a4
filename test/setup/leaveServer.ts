import { startEmbeddedPostgres } from '../../src/runtime/embeddedPostgres'

/** Starts the embedded server of a data folder and dies without a word, as a killed start does. */
const [dataDir = '', password = ''] = process.argv.slice(2)
await startEmbeddedPostgres({ dataDir, password, durable: false })
process.kill(process.pid, 'SIGKILL')
