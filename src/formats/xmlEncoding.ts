import { DomainError } from '../domain/domainError'

/** The text of an XML file by its byte order mark, else by its declaration, else UTF-8. Throws XML_ENCODING when the bytes are not in it. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) throw new DomainError('XML_ENCODING', { encoding })
    throw cause
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const declaration = String.fromCharCode(...bytes.subarray(0, 200))
  return /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1] ?? 'utf-8'
}
