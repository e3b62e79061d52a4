import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { PayloadRequest } from 'payload'
import type { LocalDate } from '../domain/localDate'
import { textOf } from '../i18n/text'
import { errorInShort } from './errorInShort'
import { takeBankFiles, type FileOnDisk, type FileOutcome } from './takeBankFiles'

/** Where files go when they were looked at. */
export const bankFolders = { taken: 'ingelezen', refused: 'geweigerd' } as const

export type FolderRound = { readonly taken: number; readonly refused: number }

/** A file that changed less than so long ago may still be being written. */
const settledMs = 5_000
const isOurs = (name: string): boolean => !name.startsWith('.') && !/\.(tmp|part|filepart|crdownload)$/i.test(name)

/**
 * Takes in every file that was put into a folder, in the order of their names, and moves each away: what was read, or was here already, to
 * `ingelezen`, what was refused to `geweigerd` with the reason beside it. A file that is read but not yet moved when Kring stops
 * is met again, and is then here already.
 */
export async function readBankFolder(req: PayloadRequest, { folder, today, now }: { readonly folder: string; readonly today: LocalDate; readonly now: Date }): Promise<FolderRound> {
  const round = { taken: 0, refused: 0 }
  for (const name of (await filesIn(folder, now)).toSorted()) {
    const outcomes = await takenOrNot(req, { name, path: join(folder, name), today })
    if (!outcomes) continue
    const refusals = outcomes.filter((outcome) => 'refusal' in outcome && !isHereAlready(outcome))
    await putAway(folder, name, refusals)
    round[refusals.length === 0 ? 'taken' : 'refused'] += 1
  }
  return round
}

/** What came of a file; undefined when something else went wrong, which is logged: it stays where it is, and the others go on. */
async function takenOrNot(req: PayloadRequest, file: FileOnDisk): Promise<readonly FileOutcome[] | undefined> {
  try {
    return await takeBankFiles(req, file)
  } catch (error) {
    req.payload.logger.error(`Bank folder: a file could not be taken in: ${errorInShort(error)}`)
    return undefined
  }
}

async function filesIn(folder: string, now: Date): Promise<readonly string[]> {
  const names: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isFile() && isOurs(entry.name) && now.getTime() - (await stat(join(folder, entry.name))).mtimeMs >= settledMs) names.push(entry.name)
  }
  return names
}

const isHereAlready = (outcome: FileOutcome): boolean => 'refusal' in outcome && ['BANK_FILE_DUPLICATE', 'STATEMENT_DUPLICATE'].includes(outcome.refusal.code)

async function putAway(folder: string, name: string, refusals: readonly FileOutcome[]): Promise<void> {
  const to = join(folder, refusals.length === 0 ? bankFolders.taken : bankFolders.refused)
  await mkdir(to, { recursive: true })
  const reasons = refusals.flatMap((outcome) => ('refusal' in outcome ? [`${outcome.name}: ${textOf('nl', outcome.refusal)}`] : []))
  const free = freeName(name, await readdir(to))
  if (reasons.length > 0) await writeFile(join(to, `${free}.txt`), `${reasons.join('\n')}\n`)
  await rename(join(folder, name), join(to, free))
}

/** Banks call their files the same again and again: none takes the place of an earlier one. */
function freeName(name: string, taken: readonly string[]): string {
  const { name: stem, ext } = parse(name)
  let free = name
  for (let times = 2; taken.includes(free); times += 1) free = `${stem} (${times})${ext}`
  return free
}
