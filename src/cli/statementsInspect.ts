import { open, readFile, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { DomainError } from '../domain/domainError'
import { readBankFile, type BankFileEvent, type BankFileFormat, type StatementEntry, type StatementHead } from '../formats/bankFile'
import { bankFilesIn } from '../formats/bankFilesIn'
import { jsonOfEntry, jsonOfHead, linesOfEntry, linesOfHead, warningsOf } from './inspectedStatement'
import type { Output } from './output'
import { exitCode, refusable, usage } from './refusal'

/** Shows what a bank file, or a zip of them, holds without importing it. Exit code 0, 1 when the file is refused, 2 when not understood. */
export async function statementsInspect(args: string[], out: Output): Promise<number> {
  const [path, ...others] = args.filter((argument) => argument !== '--json')
  if (path === undefined || others.length > 0 || path.startsWith('--')) return usage('kring statements inspect FILE [--json]')
  return refusable(async () => {
    const handle = await opened(path)
    try {
      await show(out, { path, handle, heads: await headsOf(path, handle) })
    } finally {
      await handle.close()
    }
    return exitCode.ok
  })
}

/** The bytes of a file. @throws DomainError FILE_UNREADABLE */
export const bytesOf = (file: string): Promise<Uint8Array> => orUnreadable(file, () => readFile(file))

const opened = (file: string): Promise<FileHandle> => orUnreadable(file, async () => {
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

type Inspected = { readonly file: string; readonly format: BankFileFormat; readonly head: StatementHead }
type Events = { readonly format: (file: string, format: BankFileFormat) => void; readonly entries: (entries: readonly StatementEntry[]) => void; readonly head: (head: StatementHead) => void }

/** A file is known to be right when it was read to its end; so it is read once for its heads, and once more to show it. */
async function headsOf(path: string, handle: FileHandle): Promise<readonly Inspected[]> {
  const heads: Inspected[] = []
  let current: Pick<Inspected, 'file' | 'format'> | undefined
  await readAll(path, handle, {
    format: (file, format) => { current = { file, format } },
    entries: () => undefined,
    head: (head) => { if (current) heads.push({ ...current, head }) },
  })
  return heads
}

async function readAll(path: string, handle: FileHandle, events: Events): Promise<void> {
  for await (const { name, pieces } of bankFilesIn(basename(path), handle)) {
    for await (const event of namingFile(readBankFile(pieces), name === basename(path) ? undefined : name)) {
      if (event.kind === 'format') events.format(name, event.format)
      if (event.kind === 'entries') events.entries(event.entries)
      if (event.kind === 'statement') events.head(event.head)
    }
  }
}

/** Of a refused file in a zip it is told which one it is, before the refusal itself. */
async function* namingFile(events: AsyncIterable<BankFileEvent>, member: string | undefined): AsyncGenerator<BankFileEvent> {
  try {
    yield* events
  } catch (error) {
    if (member !== undefined) process.stderr.write(`${member}:\n`)
    throw error
  }
}

async function show(out: Output, { path, handle, heads }: { path: string; handle: FileHandle; heads: readonly Inspected[] }): Promise<void> {
  let at = 0
  let isBegun = false
  const begin = () => {
    const inspected = heads[at]
    if (isBegun || !inspected) return
    isBegun = true
    const file = inspected.file === basename(path) ? undefined : inspected.file
    out.write(out.json ? `${at === 0 ? '' : ','}${jsonOfHead({ ...inspected, file })}` : `${at === 0 ? '' : '\n'}${linesOfHead({ ...inspected, file })}\n`)
  }
  let isFirst = true
  if (out.json) out.write('[')
  await readAll(path, handle, {
    format: () => undefined,
    entries: (entries) => {
      begin()
      out.write(entries.map((entry, index) => (out.json ? `${isFirst && index === 0 ? '' : ','}${jsonOfEntry(entry)}` : `${linesOfEntry(entry)}\n`)).join(''))
      isFirst = false
    },
    head: (head) => {
      begin()
      out.write(out.json ? ']}' : warningsOf(head).map((warning) => `${warning}\n`).join(''))
      at += 1
      isBegun = false
      isFirst = true
    },
  })
  if (out.json) out.write(']\n')
}
