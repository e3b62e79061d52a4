import { SaxesParser } from 'saxes'
import { DomainError } from '../domain/domainError'

/** An element with all it holds. Names come without their namespace prefix: banks disagree about those. */
export type XmlElement = {
  readonly name: string
  readonly line: number
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

/** What to do with what is read. Elements in `containers` are only announced, so that a large file never stands in memory as a tree. */
export type XmlHandlers = {
  readonly containers: ReadonlySet<string>
  readonly opened?: (name: string) => void
  readonly closed?: (name: string) => void
  /** Every whole element whose parent is a container, in document order; `parent` is that container, or '' for a root. */
  readonly element: (element: XmlElement, parent: string) => void
}

const deepestNesting = 50
const mostAttributes = 50
const longestText = 1_048_576

/**
 * Reads XML in pieces. Refuses what bank files never hold and attackers love: a DOCTYPE (XML_DOCTYPE), deep nesting (XML_TOO_DEEP),
 * endless text or attributes (XML_TOO_LARGE). What is not well-formed gives XML_INVALID. Every error names its line.
 */
export function readXml(chunks: Iterable<string>, handlers: XmlHandlers): void {
  const parser = new SaxesParser()
  const containers: string[] = []
  const open: XmlElement[] = []
  let attributes = 0

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
    if (containers.length + open.length >= deepestNesting) throw new DomainError('XML_TOO_DEEP', { line: parser.line, limit: deepestNesting })
    const name = localName(tag.name)
    if (open.length === 0 && handlers.containers.has(name)) {
      containers.push(name)
      handlers.opened?.(name)
      return
    }
    const element: XmlElement = { name, line: parser.line, attributes: tag.attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const keepText = (text: string) => {
    const element = open.at(-1)
    if (text.length + (element?.text.length ?? 0) > longestText) throw new DomainError('XML_TOO_LARGE', { line: parser.line })
    if (element) element.text += text
  }
  parser.on('text', keepText)
  parser.on('cdata', keepText)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element === undefined) handlers.closed?.(containers.pop() ?? '')
    else if (open.length === 0) handlers.element(element, containers.at(-1) ?? '')
  })

  for (const chunk of chunks) parser.write(chunk)
  parser.close()
}

/** A text in pieces of a size that a parser likes. */
export function* piecesOf(text: string, size = 65_536): Generator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size)
}

/** The first child along a path of names. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((found, name) => found?.children.find((child) => child.name === name), element)
}

/** All direct children of a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The text along a path with its white space tidied; undefined when there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const text = childAt(element, ...path)?.text.replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
