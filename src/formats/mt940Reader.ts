import { DomainError } from '../domain/domainError'
import type { TellBankFile, TextSink } from './bankFileEvent'
import { mostPerField } from './mt940Limits'
import { mt940Lines } from './mt940Lines'
import { mt940Statement, type Mt940Field, type Mt940Statement } from './mt940Statement'
import { mt940Line } from './mt940Tags'
import { statementStream } from './statementStream'

/** Tags that say nothing about a statement. */
const ignored: ReadonlySet<string> = new Set(['940', 'NS'])

/**
 * Reads MT940 of Dutch and other banks (sepa §10.4). Lenient about what stands around movements, strict about money: a movement or a
 * balance that is not understood refuses the file. Keeps no more than one movement at a time. Pages of one statement are statements.
 * Throws MT940_INVALID_LINE, MT940_MISPLACED, MT940_INCOMPLETE, MT940_TOO_LARGE, AMOUNT_NOT_WHOLE_CENTS and CURRENCY_NOT_EUR with their
 * line, and MT940_NO_STATEMENT.
 */
export function mt940Reader(tell: TellBankFile): TextSink {
  const stream = statementStream(tell)
  let statement: Mt940Statement | undefined
  let field: Mt940Field | undefined
  let letters = 0
  tell({ kind: 'format', format: 'mt940' })

  const endField = () => {
    const ended = field
    field = undefined
    if (!ended || ignored.has(ended.tag)) return
    if (ended.tag === '20') statement = mt940Statement(ended, stream.add)
    else if (statement) statement.take(ended)
    else throw new DomainError('MT940_MISPLACED', { field: `:${ended.tag}:`, line: ended.line })
  }
  const endStatement = () => {
    // Without a closing balance a dash was taken for text; now it turns out to have ended the message.
    const dash = statement?.isClosed() === false && field?.tag === '86' ? field.lines.lastIndexOf('-') : -1
    if (dash > 0) field?.lines.splice(dash)
    endField()
    if (statement && !statement.isEmpty()) stream.end(statement.end())
    statement = undefined
  }
  const begin = (tag: string, content: string, line: number) => {
    if (tag === '20') endStatement()
    else endField()
    field = { tag, line, lines: [content] }
    letters = content.length
  }
  const proceed = (text: string, line: number) => {
    if (!field) return
    letters += text.length + 1
    if (letters > mostPerField) throw new DomainError('MT940_TOO_LARGE', { line, most: mostPerField })
    field.lines.push(text)
  }
  const take = (text: string, line: number) => {
    const is = mt940Line(text, { inTag: field?.tag, isClosed: statement?.isClosed() ?? false })
    if (is.kind === 'field') return begin(is.tag, is.content, line)
    if (is.kind === 'text') return proceed(text, line)
    endStatement()
    if (/\{2:[IO]942/.test(text)) throw new DomainError('BANK_FILE_UNKNOWN_FORMAT', { found: 'MT942' })
    if (is.kind === 'envelope' && is.content !== '') take(is.content, line)
  }
  const lines = mt940Lines(take)
  return {
    write: lines.write,
    close: () => {
      lines.close()
      endStatement()
      if (stream.count() === 0) throw new DomainError('MT940_NO_STATEMENT')
    },
  }
}
