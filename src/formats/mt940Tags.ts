/** What a line is: the beginning of a field, the end or the beginning of a message, or more of the field that it stands in. */
export type Mt940Line =
  | { readonly kind: 'field'; readonly tag: string; readonly content: string }
  | { readonly kind: 'end' | 'text' }
  | { readonly kind: 'envelope'; readonly content: string }

/** Where a line stands: in a movement or its texts, and whether the statement has closed already. */
export type Mt940Place = { readonly inTag: string | undefined; readonly isClosed: boolean }

const anyTag = /^:(20|21|25P?|28C?|13D?|34F|60[FM]|61|62[FM]|64|65|86|90[CD]|940|NS):(.*)$/
const headerTags: ReadonlySet<string> = new Set(['21', '25', '25P', '28', '28C', '13', '13D', '940'])
const envelope = /^\p{Cc}*\{[1-5]:.*?(?:\{4:|$)/u
const messageEnd = /^-\}[\s\p{Cc}]*(?:\{.*)?$/u

/**
 * Tells what a line is. What else begins with a colon is text, such as the end of a time; so is a lone dash within the text of a movement,
 * as long as the closing balance has not come. `-}` ends a message everywhere (sepa §10.4).
 */
export function mt940Line(line: string, { inTag, isClosed }: Mt940Place): Mt940Line {
  const isInText = (inTag === '61' || inTag === '86') && !isClosed
  if (line.startsWith(':')) {
    const [, tag, content = ''] = anyTag.exec(line) ?? []
    const isPartOfTime = isInText && tag === '20' && /^[0-5]\d(?!\S)/.test(content)
    return tag === undefined || isPartOfTime || (isInText && headerTags.has(tag)) ? { kind: 'text' } : { kind: 'field', tag, content }
  }
  if (line === '-') return { kind: isInText ? 'text' : 'end' }
  if (messageEnd.test(line)) return { kind: 'end' }
  const [head] = envelope.exec(line) ?? []
  return head === undefined ? { kind: 'text' } : { kind: 'envelope', content: line.slice(head.length) }
}
