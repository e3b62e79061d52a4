import { DomainError } from '../domain/domainError'

/** The text of an XML file by its byte order mark, else by its declaration, else UTF-8. Throws XML_ENCODING when the bytes are not in it. */
export function decodeXml(bytes: Uint8Array): string {
  const decode = xmlDecoder(bytes)
  return decode(bytes) + decode()
}

/** As `decodeXml`, for a file that comes in pieces of any size; the first must have the declaration. */
export async function* xmlText(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decode: Decode | undefined
  for await (const piece of pieces) {
    decode ??= xmlDecoder(piece)
    yield decode(piece)
  }
  if (decode) yield decode()
}

/** Turns pieces of a file into text; without a piece it gives what was left, and refuses half a letter. */
export type Decode = (piece?: Uint8Array) => string

/** Reads bytes as text. Throws XML_ENCODING when there is no such encoding, or the bytes are not in it. */
export function decoder(encoding: string): Decode {
  const refusable = <T>(work: () => T): T => {
    try {
      return work()
    } catch (cause) {
      if (cause instanceof TypeError || cause instanceof RangeError) throw new DomainError('XML_ENCODING', { encoding: encoding.slice(0, 40) })
      throw cause
    }
  }
  const text = refusable(() => new TextDecoder(encoding, { fatal: true }))
  return (piece) => refusable(() => (piece ? text.decode(piece, { stream: true }) : text.decode()))
}

const xmlDecoder = (bytes: Uint8Array): Decode => decoder(encodingByMark(bytes) ?? encodingDeclared(bytes))

/** The encoding that a file begins with telling, as banks' Windows programs do; undefined when it does not. */
export function encodingByMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0x3c && second === 0) return 'utf-16le'
  return first === 0 && second === 0x3c ? 'utf-16be' : undefined
}

/** A declaration that can be read byte by byte is not in UTF-16, whatever it says. */
function encodingDeclared(bytes: Uint8Array): string {
  const declaration = String.fromCharCode(...bytes.subarray(0, 200))
  const encoding = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1] ?? 'utf-8'
  return /^utf-?16/i.test(encoding) ? 'utf-8' : encoding
}
