import { once } from 'node:events'
import pg from 'pg'
import type { LocalDate } from '../../../src/domain/localDate'
import { runEvaluation } from '../../../src/operations/runEvaluation'
import type { Thoroughness } from '../../../src/store/evaluation'
import { transactionOver } from '../../../src/store/clientTransaction'
import { exitWithParent } from '../../../src/runtime/exitWithParent'
import { requestOver } from './bareRequest'

/** What the parent asks; the child says `ready` before, `begins` when it is connected, and `done` afterwards. */
export type Ask = { readonly url: string; readonly date: LocalDate; readonly thoroughness: Thoroughness }

/** A process that evaluates one day on its own connection, to be killed while it is at it. */
exitWithParent(async () => undefined, 1000)
process.send?.('ready')
const [{ url, date, thoroughness }] = (await once(process, 'message')) as [Ask]
const client = new pg.Client({ connectionString: url })
client.on('error', (error) => process.stderr.write(`${error.message}\n`))
await client.connect()
process.send?.('begins')
await runEvaluation(requestOver(transactionOver(client)), date, thoroughness)
process.send?.('done')
await client.end()
process.exit(0)
