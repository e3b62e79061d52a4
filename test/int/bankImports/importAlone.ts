import { createReadStream } from 'node:fs'
import { once } from 'node:events'
import pg from 'pg'
import { day } from '../../../src/domain/localDate'
import { importBankFile } from '../../../src/operations/importBankFile'
import { readBankFolder } from '../../../src/operations/readBankFolder'
import { exitWithParent } from '../../../src/runtime/exitWithParent'
import { transactionOver } from '../../../src/store/clientTransaction'
import { requestOver } from '../evaluation/bareRequest'

/** A file to read, or a folder to look in. The child says `ready` before, `begins` when it is connected, and `done` afterwards. */
export type Ask = { readonly url: string; readonly file: string } | { readonly url: string; readonly folder: string }

export const today = day('2027-12-31')
/** Late enough for every file in a folder to lie still. */
export const later = () => new Date(Date.now() + 60_000)

/** Reads the file on a connection. */
export const readFileOn = (client: pg.Client, file: string) => importBankFile(requestOver(transactionOver(client)), { name: 'afschrift.xml', open: () => createReadStream(file), today })

/** Looks in the folder on a connection. */
export const readFolderOn = (client: pg.Client, folder: string) => readBankFolder(requestOver(transactionOver(client)), { folder, today, now: later() })

/** Reads on a connection of its own, to be killed while it is at it. */
async function alone(): Promise<void> {
  exitWithParent(async () => undefined, 1000)
  process.send?.('ready')
  const [ask] = (await once(process, 'message')) as [Ask]
  const client = new pg.Client({ connectionString: ask.url })
  client.on('error', (error) => process.stderr.write(`${error.message}\n`))
  await client.connect()
  process.send?.('begins')
  await ('file' in ask ? readFileOn(client, ask.file) : readFolderOn(client, ask.folder))
  process.send?.('done')
  await client.end()
  process.exit(0)
}

if (process.argv[1]?.endsWith('importAlone.ts')) await alone()
