import { mostPerField } from './mt940Limits'
import { decoder, encodingByMark } from './xmlEncoding'

/**
 * The text of an MT940 as it comes in. No bank says what encoding it writes: what is UTF-8 is read so, line by line, and all else as
 * windows-1252, which never fails. Throws XML_ENCODING for half a letter of UTF-16.
 */
export async function* mt940Text(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array()
  let wide: ReturnType<typeof decoder> | undefined
  let isFirst = true
  for await (const piece of pieces) {
    const mark = isFirst ? encodingByMark(piece) : undefined
    isFirst = false
    if (mark === 'utf-16le' || mark === 'utf-16be') wide = decoder(mark)
    if (wide) {
      yield wide(piece)
      continue
    }
    const end = lastLineEnd(piece)
    if (end > 0) yield textOf(joined(rest, piece.subarray(0, end)))
    rest = end > 0 ? piece.subarray(end) : joined(rest, piece)
    // The reader refuses a line without an end, and knows which line it is.
    if (rest.length > mostPerField) {
      yield textOf(rest)
      rest = new Uint8Array()
    }
  }
  yield wide ? wide() : textOf(rest)
}

const joined = (before: Uint8Array, after: Uint8Array): Uint8Array => (before.length === 0 ? after : Buffer.concat([before, after]))

const lastLineEnd = (piece: Uint8Array): number => Math.max(piece.lastIndexOf(0x0a), piece.lastIndexOf(0x0d)) + 1

function textOf(bytes: Uint8Array): string {
  return asUtf8(bytes) ?? lineByLine(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const western = new TextDecoder('windows-1252')

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Every byte becomes one letter first, so that lines can be told apart before it is known what they are in. */
const lineByLine = (buffer: Buffer): string => buffer.toString('latin1').replace(/[^\r\n]+/g, (line) => {
  if (!/[\u0080-\u00ff]/.test(line)) return line
  const bytes = Buffer.from(line, 'latin1')
  return asUtf8(bytes) ?? western.decode(bytes)
})
