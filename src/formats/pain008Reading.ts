import type { MessageVersion } from '../domain/bankProfile'
import { DomainError } from '../domain/domainError'
import { pain008Count } from './pain008Count'
import { pain008Grammars, pain008Transactions } from './pain008Grammar'
import { pain008Namespaces } from './pain008Skeleton'
import { xmlEvents } from './xmlEvents'
import { advance, missingFrom, placeIn, type Place, type Shape } from './xmlGrammar'

const transactionStart = '<DrctDbtTxInf>'
const transactionEnd = '</DrctDbtTxInf>'
/** No transaction is as long as this; a text that goes on longer without an end is none. */
const longestTransaction = 10_000

/**
 * Reads a file by its grammar and counts it. Transactions that look just as they should, where a transaction can stand, are taken at a
 * glance; everything else goes through the parser, so that it is judged the same.
 */
export function pain008Reading() {
  const counted = pain008Count()
  const places: Place[] = []
  let version: MessageVersion = 'v08'
  let rest = ''

  const parser = xmlEvents({
    open: (name, attributes) => {
      if (places.length === 0 && attributes['xmlns'] === pain008Namespaces.v02) version = 'v02'
      const part = advance(places.at(-1) ?? placeIn('', pain008Grammars[version]), name)
      if (name === 'AdrLine') throw new DomainError('UNSTRUCTURED_ADDRESS', { where: counted.where() })
      if (part === undefined || typeof part === 'string') throw counted.failed(part ?? name)
      if (!hasItsAttributes(part.shape, attributes)) throw counted.failed(name, Object.keys(attributes).join())
      places.push(placeIn(name, part.shape))
      if (name === 'PmtInf') counted.openGroup()
    },
    text: (text) => {
      const place = places.at(-1)
      if (place?.shape.isText) place.text += text
      else if (place && text.trim() !== '') throw counted.failed(place.name, text.slice(0, 70))
    },
    close: () => {
      const place = places.pop()
      if (place?.shape.isText) closeText(place.name, place.text, place.shape.isText)
      else if (place) closeBranch(place)
    },
  })
  const closeText = (name: string, text: string, isText: (text: string) => boolean): void => {
    if (text.trim() === '') throw counted.failed('empty', name)
    if (!isText(text)) throw counted.failed(name, text.slice(0, 70))
    counted.note(name, text)
  }
  const closeBranch = (place: Place): void => {
    const missing = missingFrom(place)
    if (missing !== undefined) throw counted.failed(missing)
    if (place.name === 'PmtInf') counted.closeGroup()
  }

  /** The group in which a transaction can start right here. */
  const openGroup = (): Place | undefined => {
    const place = places.at(-1)
    return place?.name === 'PmtInf' && parser.endsWithTag() ? place : undefined
  }
  /** Where the transaction that starts at `at` ends, when all about it is right; it is counted then. */
  const glance = (text: string, at: number): number => {
    const group = openGroup()
    const found = group && pain008Transactions[version](text, at)
    if (!found || missingBefore(group)) return -1
    advance(group, 'DrctDbtTxInf')
    for (const [name, value] of found.texts) counted.note(name, value)
    return found.end
  }
  const parse = (text: string, at: number): number => {
    const end = endOfParsed(text, at)
    parser.write(text.slice(at, end))
    return end
  }
  /** What may be the start of a transaction, and has no end yet. */
  const isCutOff = (text: string, at: number): boolean =>
    text.length - at < longestTransaction && text.startsWith('<', at) && openGroup() !== undefined && text.indexOf(transactionEnd, at) < 0
  const read = (text: string): void => {
    let at = 0
    while (at < text.length && !isCutOff(text, at)) {
      const end = text.startsWith(transactionStart, at) ? glance(text, at) : -1
      at = end < 0 ? parse(text, at) : end
    }
    rest = text.slice(at)
  }

  return {
    write: (piece: string): void => read(rest + piece),
    close: () => {
      parser.write(rest)
      parser.close()
      return counted.file()
    },
  }
}

/** Up to the next transaction, or a whole one that was not taken at a glance. */
function endOfParsed(text: string, at: number): number {
  const [next, length] = text.startsWith(transactionStart, at) ? [transactionEnd, transactionEnd.length] : [transactionStart, 0]
  const found = text.indexOf(next, at)
  return found < 0 ? text.length : found + length
}

const missingBefore = (group: Place): boolean => typeof advance({ ...group }, 'DrctDbtTxInf') === 'string'

function hasItsAttributes({ attribute }: Shape, given: Readonly<Record<string, string>>): boolean {
  for (const name in given) if (name !== attribute?.name) return false
  return attribute === undefined || given[attribute.name] === attribute.value
}
