import { SaxesParser } from 'saxes'
import { DomainError } from '../domain/domainError'

/** What happens in a file, in its order. Names come without their namespace prefix: banks disagree about those. */
export type XmlEvents = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void
  /** Text or CDATA; one text can come in several parts. */
  readonly text: (text: string) => void
  readonly close: (line: number) => void
}

/** Takes XML in pieces of any size. */
export type XmlSink = { readonly write: (piece: string) => void; readonly close: () => void }

/** Knows as well whether what was written so far ends with a tag, and not in one, in a text or in a comment. */
export type XmlEventSink = XmlSink & { readonly endsWithTag: () => boolean }

const deepestNesting = 50
const mostAttributes = 50
export const longestText = 1_048_576
const longestStretch = 2 * longestText

/**
 * Reads XML in pieces and tells what it meets, without keeping any of it. Refuses what bank files never hold and attackers love: a
 * DOCTYPE (XML_DOCTYPE), deep nesting (XML_TOO_DEEP), endless text or attributes (XML_TOO_LARGE). What is not well-formed gives
 * XML_INVALID. Every error names its line.
 */
export function xmlEvents(events: XmlEvents): XmlEventSink {
  const parser = new SaxesParser()
  let depth = 0
  let attributes = 0
  let written = 0
  let endOfTag = -1

  parser.on('error', ({ message }) => {
    throw new DomainError('XML_INVALID', { line: parser.line, column: parser.column, reason: message.replace(/^\d+:\d+: /, '') })
  })
  parser.on('doctype', (doctype) => {
    throw new DomainError('XML_DOCTYPE', { line: parser.line - doctype.split('\n').length + 1 })
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > mostAttributes) throw new DomainError('XML_TOO_LARGE', { line: parser.line })
  })
  parser.on('opentag', (tag) => {
    attributes = 0
    if (depth >= deepestNesting) throw new DomainError('XML_TOO_DEEP', { line: parser.line, limit: deepestNesting })
    depth += 1
    endOfTag = parser.position
    events.open(localName(tag.name), tag.attributes, parser.line)
  })
  const tell = (text: string) => {
    if (text.length > longestText) throw new DomainError('XML_TOO_LARGE', { line: parser.line })
    events.text(text)
  }
  parser.on('text', tell)
  parser.on('cdata', tell)
  parser.on('closetag', () => {
    depth -= 1
    endOfTag = parser.position
    events.close(parser.line)
  })
  return {
    write: (piece) => {
      parser.write(piece)
      written += piece.length
      // A text, a tag or a comment that does not end would be kept until it does.
      if (written - endOfTag > longestStretch) throw new DomainError('XML_TOO_LARGE', { line: parser.line })
    },
    close: () => { parser.close() },
    endsWithTag: () => written === endOfTag,
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
