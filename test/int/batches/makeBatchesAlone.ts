import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import pg from 'pg'
import { creditor, today, until } from '../../../src/bench/collection'
import { createBatches, type CreatedBatches } from '../../../src/operations/createBatches'
import { exitWithParent } from '../../../src/runtime/exitWithParent'
import { transactionOver } from '../../../src/store/clientTransaction'
import { requestOver } from '../evaluation/bareRequest'

/** What the parent asks; the child says `ready` before, `begins` when it is connected, and `done` afterwards. */
export type Ask = { readonly url: string; readonly key: string }

/** Presses the button: everything that is due, on a connection. */
export const pressTheButton = (client: pg.Client, key: string): Promise<CreatedBatches> => createBatches(requestOver(transactionOver(client)), {
  creditor, until, today, now: new Date(`${today}T08:00:00Z`), random: () => randomBytes(5), idempotencyKey: key,
})

/** Makes the batches on a connection of its own, to be killed while it is at it. */
async function alone(): Promise<void> {
  exitWithParent(async () => undefined, 1000)
  process.send?.('ready')
  const [{ url, key }] = (await once(process, 'message')) as [Ask]
  const client = new pg.Client({ connectionString: url })
  client.on('error', (error) => process.stderr.write(`${error.message}\n`))
  await client.connect()
  process.send?.('begins')
  await pressTheButton(client, key)
  process.send?.('done')
  await client.end()
  process.exit(0)
}

if (process.argv[1]?.endsWith('makeBatchesAlone.ts')) await alone()
