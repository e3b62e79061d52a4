import { DomainError } from '../domain/domainError'
import type { TextSink } from './bankFileEvent'
import { mostPerField } from './mt940Limits'

/**
 * Cuts text into lines, whatever they end with: CRLF, LF or CR, also by turns, also cut in two. Lines count from 1.
 * Throws MT940_TOO_LARGE for a line without an end.
 */
export function mt940Lines(tell: (line: string, number: number) => void): TextSink {
  let rest = ''
  let number = 0
  const each = (line: string) => {
    number += 1
    tell(number === 1 ? line.replace(/^\ufeff/, '') : line, number)
  }
  return {
    write: (piece) => {
      const text = rest + piece
      let from = 0
      for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) {
        // Whether a CR at the very end is followed by an LF is for the next piece to tell.
        if (end === '\r' && index === text.length - 1) break
        each(text.slice(from, index))
        from = index + end.length
      }
      rest = text.slice(from)
      if (rest.length > mostPerField) throw new DomainError('MT940_TOO_LARGE', { line: number + 1, most: mostPerField })
    },
    close: () => {
      const last = rest.replace(/\r$/, '')
      if (last !== '') each(last)
    },
  }
}
