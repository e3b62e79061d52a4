import { DomainError } from '../domain/domainError'
import { longestText, xmlEvents, type XmlSink } from './xmlEvents'

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

/** Reads XML in pieces as they come; refuses what `xmlEvents` refuses. */
export function xmlReader(handlers: XmlHandlers): XmlSink {
  const containers: string[] = []
  const open: XmlElement[] = []
  return xmlEvents({
    open: (name, attributes, line) => {
      if (open.length === 0 && handlers.containers.has(name)) {
        containers.push(name)
        handlers.opened?.(name)
        return
      }
      const element: XmlElement = { name, line, attributes, children: [], text: '' }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    text: (text) => {
      const element = open.at(-1)
      if (!element) return
      if (text.length + element.text.length > longestText) throw new DomainError('XML_TOO_LARGE', { line: element.line })
      element.text += text
    },
    close: () => {
      const element = open.pop()
      if (element === undefined) handlers.closed?.(containers.pop() ?? '')
      else if (open.length === 0) handlers.element(element, containers.at(-1) ?? '')
    },
  })
}

/** As `xmlReader`, for a file whose pieces are at hand. */
export function readXml(chunks: Iterable<string>, handlers: XmlHandlers): void {
  const reader = xmlReader(handlers)
  for (const chunk of chunks) reader.write(chunk)
  reader.close()
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
