import { readBankFile, type BankFileEvent, type BankFileFormat, type StatementEntry, type StatementHead } from '../../src/formats/bankFile'

export type ReadStatement = StatementHead & { readonly entries: readonly StatementEntry[] }
export type ReadFile = { readonly format: BankFileFormat | undefined; readonly statements: readonly ReadStatement[] }

/** A file in pieces of a size, as a disk or a network would hand it over. */
export async function* inPieces(file: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** All that a source gives. */
export async function allOf<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = []
  for await (const one of source) all.push(one)
  return all
}

/** All that the reader of bank files tells of a file. */
export const eventsOf = (file: string | Uint8Array, size?: number): Promise<readonly BankFileEvent[]> => allOf(readBankFile(inPieces(file, size)))

/** A whole bank file in memory, as small ones in tests are. */
export async function readWhole(file: string | Uint8Array, size?: number): Promise<ReadFile> {
  const events = await eventsOf(file, size)
  const [first] = events
  const entriesOf = (statement: number) => events.flatMap((event) => (event.kind === 'entries' && event.statement === statement ? event.entries : []))
  return {
    format: first?.kind === 'format' ? first.format : undefined,
    statements: events.flatMap((event) => (event.kind === 'statement' ? [{ ...event.head, entries: entriesOf(event.statement) }] : [])),
  }
}

/** All entries of all statements. */
export const entriesIn = async (file: string | Uint8Array): Promise<readonly StatementEntry[]> => (await readWhole(file)).statements.flatMap(({ entries }) => entries)
