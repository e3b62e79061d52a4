/** What an element may hold: a text that a test finds good, perhaps with one attribute, or other elements in a fixed order. */
export type Shape = { readonly isText?: (text: string) => boolean; readonly attribute?: Attribute | undefined; readonly parts: readonly Part[] }
export type Attribute = { readonly name: string; readonly value: string }
export type Part = { readonly name: string; readonly shape: Shape; readonly occurs: Occurs }

/** Once; at most once; at least once; one out of all that have this sign; or together with the part before it. */
type Occurs = '' | '?' | '+' | '|' | '&'
const signs: ReadonlySet<string> = new Set(['?', '+', '|', '&'])

/** An element of text. */
export const leaf = (isText: (text: string) => boolean, attribute?: Attribute): Shape => ({ isText, attribute, parts: [] })

/** An element that holds others, in the order in which they are written here; a sign after a name says how often it comes. */
export const branch = (children: Readonly<Record<string, Shape>>, attribute?: Attribute): Shape =>
  ({ attribute, parts: Object.entries(children).map(([name, shape]) => toPart(name, shape)) })

function toPart(written: string, shape: Shape): Part {
  const sign = written.slice(-1)
  return signs.has(sign) ? { name: written.slice(0, -1), shape, occurs: sign as Occurs } : { name: written, shape, occurs: '' }
}

/** How far an element was read. */
export type Place = { readonly name: string; readonly shape: Shape; next: number; last: number; text: string }

export const placeIn = (name: string, shape: Shape): Place => ({ name, shape, next: 0, last: -1, text: '' })

/** The part that a child is, or the name of what is missing before it; undefined for a child that does not belong here. */
export function advance(place: Place, name: string): Part | string | undefined {
  const { parts } = place.shape
  for (let index = place.next; index < parts.length; index += 1) {
    const part = parts[index]
    if (part?.name === name) {
      if (part.occurs === '&' && place.last !== index - 1) return parts[index - 1]?.name
      place.last = index
      place.next = part.occurs === '+' ? index : part.occurs === '|' ? parts.length : index + 1
      return part
    }
    if (part && isNeeded(part, place.last, index)) return part.name
  }
  return undefined
}

/** What an element that closes still lacks; an element without anything in it lacks itself. */
export function missingFrom(place: Place): string | undefined {
  const { parts } = place.shape
  for (let index = place.next; index < parts.length; index += 1) {
    const part = parts[index]
    if (part && isNeeded(part, place.last, index)) return part.name
  }
  return place.last < 0 ? place.name : undefined
}

const isNeeded = ({ occurs }: Part, last: number, index: number): boolean =>
  occurs === '' || (occurs === '+' && last !== index) || (occurs === '&' && last === index - 1)

/** The texts of an element that looks just as it should, each with the element it stands in; undefined for any other. */
export type Glance = (text: string, at: number) => { readonly end: number; readonly texts: readonly (readonly [string, string])[] } | undefined

/**
 * Recognises a whole element at one glance, where it is written without white space, comments and entities and every text in it is good.
 * That is many times faster than parsing it, and no more lenient; what is not recognised is for the parser to judge.
 */
export function glanceAt(name: string, shape: Shape): Glance {
  const leaves: Leaves = []
  const pattern = new RegExp(patternOf(name, shape, leaves), 'y')
  return (text, at) => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) return undefined
    const texts: (readonly [string, string])[] = []
    for (const [index, leaf] of leaves.entries()) {
      const value = found[index + 1]
      if (value === undefined) continue
      if (!leaf.isText(value)) return undefined
      texts.push([leaf.name, value])
    }
    return { end: pattern.lastIndex, texts }
  }
}

type Leaves = { readonly name: string; readonly isText: (text: string) => boolean }[]

function patternOf(name: string, { isText, attribute, parts }: Shape, leaves: Leaves): string {
  const start = attribute ? `<${name} ${attribute.name}="${attribute.value}">` : `<${name}>`
  if (!isText) return `${start}${contentsOf(parts, leaves)}</${name}>`
  leaves.push({ name, isText })
  return `${start}([^<&]+)</${name}>`
}

/** Parts that come one out of several stand next to each other, and a part that comes with the one before it stands right behind. */
function contentsOf(parts: readonly Part[], leaves: Leaves): string {
  const [first, ...rest] = parts
  if (!first) return ''
  const pattern = patternOf(first.name, first.shape, leaves)
  const isOneOut = first.occurs === '|'
  if (isOneOut) return `(?:${[pattern, ...rest.map(({ name, shape }) => patternOf(name, shape, leaves))].join('|')})`
  const together = rest[0]?.occurs === '&' ? rest[0] : undefined
  const whole = pattern + (together ? patternOf(together.name, together.shape, leaves) : '')
  return (first.occurs === '?' ? `(?:${whole})?` : whole) + contentsOf(together ? rest.slice(1) : rest, leaves)
}
