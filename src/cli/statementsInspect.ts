import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { DomainError } from '../domain/domainError'
import { readBankFile, type BankFileEvent, type BankFileFormat } from '../formats/bankFile'
import { bankFilesIn } from '../formats/bankFilesIn'
import { jsonRendering, plainRendering, type InspectedStatement, type Rendering } from './inspectedStatement'
import type { Output } from './output'
import { exitCode, refusable, usage } from './refusal'

/** Shows what a bank file, or a zip of them, holds without importing it. Exit code 0, 1 when the file is refused, 2 when not understood. */
export async function statementsInspect(args: string[], out: Output): Promise<number> {
  const [path, ...others] = args.filter((argument) => argument !== '--json')
  if (path === undefined || others.length > 0 || path.startsWith('--')) return usage('kring statements inspect FILE [--json]')
  return refusable(async () => {
    const handle = await opened(path)
    try {
      // Only at its end is a file known to be right: it is read once for its heads, and once more to show it.
      const statements = await statementsIn(path, handle)
      for await (const piece of shown(eventsIn(path, handle), statements, out.json ? jsonRendering : plainRendering)) out.write(piece)
    } finally {
      await handle.close()
    }
    return exitCode.ok
  })
}

/** The file, open for reading; whoever asked closes it. @throws DomainError FILE_UNREADABLE */
export const opened = (file: string): Promise<FileHandle> => orUnreadable(file, async () => {
  const handle = await open(file)
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw new DomainError('FILE_UNREADABLE', { file, reason: 'EISDIR' })
})

async function orUnreadable<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && !(error instanceof DomainError)) throw new DomainError('FILE_UNREADABLE', { file, reason: String(error.code) })
    throw error
  }
}

type EventIn = { readonly member: string | undefined; readonly event: BankFileEvent }

/** All that the files tell, each with the name of the member of the zip it is in; a member that is refused is named first. */
async function* eventsIn(path: string, handle: FileHandle): AsyncGenerator<EventIn> {
  for await (const { name, pieces } of bankFilesIn(basename(path), handle)) {
    const member = name === basename(path) ? undefined : name
    try {
      for await (const event of readBankFile(pieces)) yield { member, event }
    } catch (error) {
      if (member !== undefined) process.stderr.write(`${member}:\n`)
      throw error
    }
  }
}

async function statementsIn(path: string, handle: FileHandle): Promise<readonly InspectedStatement[]> {
  const statements: InspectedStatement[] = []
  let format: BankFileFormat = 'camt053'
  for await (const { member, event } of eventsIn(path, handle)) {
    if (event.kind === 'format') format = event.format
    if (event.kind === 'statement') statements.push({ file: member, format, head: event.head })
  }
  return statements
}

/** Heads are shown above their entries, although they are read below them. */
async function* shown(events: AsyncIterable<EventIn>, statements: readonly InspectedStatement[], rendering: Rendering): AsyncGenerator<string> {
  let ended = 0
  let entries = 0
  const begin = (): string => {
    const statement = statements[ended]
    if (entries > 0 || !statement) return ''
    return `${ended === 0 ? '' : rendering.betweenStatements}${rendering.head(statement)}`
  }
  yield rendering.start
  for await (const { event } of events) {
    if (event.kind === 'entries') {
      yield begin() + (entries === 0 ? '' : rendering.betweenEntries) + event.entries.map(rendering.entry).join(rendering.betweenEntries)
      entries += event.entries.length
    }
    if (event.kind === 'statement') {
      yield begin() + rendering.after(event.head)
      ended += 1
      entries = 0
    }
  }
  yield rendering.end
}
