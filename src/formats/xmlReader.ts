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

/** How much an element holds, with all that is in it. */
export type XmlSize = { readonly elements: number; readonly letters: number }

/** What to do with what is read. Elements in `containers` are only announced, so that a large file never stands in memory as a tree. */
export type XmlHandlers = {
  readonly containers: ReadonlySet<string>
  readonly opened?: (name: string) => void
  readonly closed?: (name: string) => void
  /** Every root and everything directly in a container, as it begins; `parent` is that container, or '' for a root. */
  readonly begun?: (name: string, parent: string, line: number) => void
  /** Every whole element whose parent is a container, in document order. */
  readonly element: (element: XmlElement, parent: string, size: XmlSize) => void
}

/** What one element that stands in memory may hold. */
const largest: XmlSize = { elements: 100_000, letters: 8 * longestText }

/** Reads XML in pieces as they come; refuses what `xmlEvents` refuses, and an element too large to stand in memory (XML_TOO_LARGE). */
export function xmlReader(handlers: XmlHandlers): XmlSink {
  const containers: string[] = []
  const open: XmlElement[] = []
  let elements = 0
  let letters = 0
  return xmlEvents({
    open: (name, attributes, line) => {
      const parent = open.at(-1)
      if (!parent) {
        elements = 0
        letters = 0
        handlers.begun?.(name, containers.at(-1) ?? '', line)
        if (handlers.containers.has(name)) {
          containers.push(name)
          handlers.opened?.(name)
          return
        }
      }
      elements += 1
      if (elements > largest.elements) throw new DomainError('XML_TOO_LARGE', { line })
      const element: XmlElement = { name, line, attributes, children: [], text: '' }
      parent?.children.push(element)
      open.push(element)
    },
    text: (text) => {
      const element = open.at(-1)
      if (!element) return
      letters += text.length
      if (letters > largest.letters || text.length + element.text.length > longestText) throw new DomainError('XML_TOO_LARGE', { line: element.line })
      element.text += text
    },
    close: () => {
      const element = open.pop()
      if (element === undefined) handlers.closed?.(containers.pop() ?? '')
      else if (open.length === 0) handlers.element(element, containers.at(-1) ?? '', { elements, letters })
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

/** An element with nothing in it, to collect in. */
export const emptyElement = (name: string, line = 0): XmlElement => ({ name, line, attributes: {}, children: [], text: '' })

/** The first child along a path of names. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element
  for (const name of path) found = firstNamed(found?.children, name)
  return found
}

function firstNamed(elements: readonly XmlElement[] | undefined, name: string): XmlElement | undefined {
  if (elements) for (const element of elements) if (element.name === name) return element
  return undefined
}

/** All direct children of a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The text along a path with its white space tidied; undefined when there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const text = childAt(element, ...path)?.text.replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}
