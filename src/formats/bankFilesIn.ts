import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl'
import { DomainError } from '../domain/domainError'

/** A file that is open for reading, as `open` of Node gives it. */
export type OpenFile = {
  readonly fd: number
  readonly read: (into: Uint8Array, offset: number, length: number, position: number) => Promise<{ readonly bytesRead: number }>
  readonly createReadStream: (options: { readonly start: number; readonly autoClose: boolean }) => AsyncIterable<Uint8Array>
}

/** One file of a bank, whose bytes come in when they are asked for; they can be asked for once. */
export type BankFileIn = { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> }

const mostMembers = 1_000
export const mostUnpacked = 1_073_741_824

/**
 * The files in a file: those in a zip, one after the other, or the file itself. What a zip says about itself is not believed: bytes are
 * counted and checked as they come out. Folders, hidden files and what a Mac adds are passed over. Of a name only its last part is kept.
 * Throws ZIP_INVALID, ZIP_ENCRYPTED, ZIP_NESTED, ZIP_EMPTY, ZIP_TOO_MANY and ZIP_TOO_LARGE, also from within the pieces. The caller closes the file.
 */
export async function* bankFilesIn(name: string, file: OpenFile, mostBytes = mostUnpacked): AsyncGenerator<BankFileIn> {
  if (!(await isZip(file))) {
    yield { name, pieces: file.createReadStream({ start: 0, autoClose: false }) }
    return
  }
  const zip = await readable(() => fromFdPromise(file.fd, { autoClose: false }))
  if (zip.entryCount > mostMembers) throw new DomainError('ZIP_TOO_MANY', { count: zip.entryCount, most: mostMembers })
  const left = { bytes: mostBytes, most: mostBytes }
  let members = 0
  for await (const entry of readableAll(zip.eachEntry())) {
    if (isPassedOver(entry.fileName)) continue
    const base = baseOf(entry.fileName)
    if (entry.isEncrypted()) throw new DomainError('ZIP_ENCRYPTED', { name: base })
    if (/\.zip$/i.test(base)) throw new DomainError('ZIP_NESTED', { name: base })
    members += 1
    yield { name: base, pieces: unpacked(zip, entry, left) }
  }
  if (members === 0) throw new DomainError('ZIP_EMPTY')
}

/** Whether it begins as a zip does. */
export async function isZip(file: OpenFile): Promise<boolean> {
  const start = new Uint8Array(4)
  const { bytesRead } = await file.read(start, 0, 4, 0)
  const [p, k, third, fourth] = start
  return bytesRead === 4 && p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
}

async function* unpacked(zip: ZipFile, entry: Entry, left: { bytes: number; readonly most: number }): AsyncGenerator<Uint8Array> {
  const stream: Readable = await readable(() => zip.openReadStreamPromise(entry))
  let sum = 0
  for await (const piece of readableAll<Uint8Array>(stream)) {
    left.bytes -= piece.length
    if (left.bytes < 0) throw new DomainError('ZIP_TOO_LARGE', { most: Math.floor(left.most / 1_048_576) })
    sum = crc32(piece, sum)
    yield piece
  }
  if (sum !== entry.crc32) throw new DomainError('ZIP_INVALID', { reason: `${baseOf(entry.fileName)}: CRC` })
}

const baseOf = (path: string): string => path.split('/').at(-1) ?? path

const isPassedOver = (path: string): boolean => path.endsWith('/') || path.split('/').includes('__MACOSX') || baseOf(path).startsWith('.')

/** What the reader of zips has against a file is the file's fault. */
async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw refusalOf(error)
  }
}

async function* readableAll<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source
  } catch (error) {
    throw refusalOf(error)
  }
}

const refusalOf = (error: unknown): unknown =>
  (error instanceof Error && !(error instanceof DomainError) ? new DomainError('ZIP_INVALID', { reason: error.message.slice(0, 100) }) : error)
