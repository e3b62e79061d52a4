import { DomainError } from '../domain/domainError'
import { encodingByMark } from './xmlEncoding'

type BankFileKind = { readonly isXml: boolean; readonly bytes: AsyncIterable<Uint8Array> }

/** So much is looked at to see what a file is; banks begin with what it is. */
const headLength = 4_096
const pieceLength = 65_536

/** How an MT940 begins: with an envelope, with a line of the bank's own, or at once. */
const mt940Start = /(?:^|\p{Cc})(?:\{1:[A-Z]|:20:|:940:|\{4:)/u

/**
 * What kind of file this is, by how it begins and never by its name, with all its bytes in pieces that a reader likes: the first has
 * at least its first lines. Throws BANK_FILE_EMPTY, and BANK_FILE_UNKNOWN_FORMAT with what it looks like.
 */
export async function bankFileKind(pieces: AsyncIterable<Uint8Array>): Promise<BankFileKind> {
  const source = pieces[Symbol.asyncIterator]()
  const start = await startOf(source)
  try {
    return { isXml: isXml(start), bytes: inPieces(start, source) }
  } catch (error) {
    await source.return?.()
    throw error
  }
}

function isXml(start: Uint8Array): boolean {
  const text = readable(start.subarray(0, headLength)).replace(/^[\ufeff\s]+/, '')
  if (text === '') throw new DomainError('BANK_FILE_EMPTY')
  if (text.startsWith('<')) return true
  if (!mt940Start.test(text)) throw new DomainError('BANK_FILE_UNKNOWN_FORMAT', { found: looksOf(start, text) })
  return false
}

async function startOf(source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const taken: Uint8Array[] = []
  let length = 0
  while (length < headLength) {
    const next = await source.next()
    if (next.done) break
    taken.push(next.value)
    length += next.value.length
  }
  return taken.length === 1 && taken[0] ? taken[0] : Buffer.concat(taken)
}

/** For looking only, so that bytes which cannot be read do no harm here. */
function readable(head: Uint8Array): string {
  const encoding = encodingByMark(head)
  return encoding?.startsWith('utf-16') ? new TextDecoder(encoding).decode(head) : Buffer.from(head).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')
}

async function* inPieces(start: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* slicesOf(start)
    for (let next = await source.next(); !next.done; next = await source.next()) yield* slicesOf(next.value)
  } finally {
    await source.return?.()
  }
}

function* slicesOf(piece: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < piece.length; from += pieceLength) yield piece.subarray(from, from + pieceLength)
}

const signatures: readonly (readonly [string, string])[] = [['PK\u0003\u0004', 'ZIP'], ['%PDF', 'PDF'], ['\u00d0\u00cf\u0011\u00e0', 'Excel'], ['\u001f\u008b', 'GZIP']]

function looksOf(start: Uint8Array, text: string): string {
  const raw = Buffer.from(start.subarray(0, 8)).toString('latin1')
  const known = signatures.find(([signature]) => raw.startsWith(signature))?.[1]
  if (known) return known
  return /^[^\r\n]*[;,][^\r\n]*[;,]/.test(text) ? 'CSV' : /^[\x20-\x7e]{1,20}/.exec(text)?.[0].trim() || '?'
}
