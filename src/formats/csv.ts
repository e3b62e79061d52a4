import { CsvError, parse } from 'csv-parse/sync'
import { DomainError } from '../domain/domainError'

/**
 * The cells of one row under their header names in lower case, with the line of the file on which the row starts. A row with more or fewer
 * cells than the header carries that mistake (CSV_COLUMNS): which cell belongs under which name is then a guess.
 */
export type CsvRow = { readonly line: number; readonly values: Readonly<Record<string, string>>; readonly mistake?: DomainError }
export type Csv = { readonly columns: readonly string[]; readonly rows: readonly CsvRow[] }

type ParsedRow = { readonly values: readonly string[]; readonly lastLine: number }

const dangerous = /^'*[=+\-@\t\r|%]/
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/

/**
 * Reads CSV with a header, separated by `;` or `,`, whichever the header uses, with or without a byte order mark. Cells are trimmed, and
 * line ends in them become \n. Throws CSV_INVALID with the line of an unclosed quote, or of a header that is empty or double.
 */
export function readCsv(text: string): Csv {
  const [header, ...rows] = parsed(text.replace(/\r\n?/g, '\n'))
  const columns = header?.values.map((name) => name.trim().toLowerCase()) ?? []
  const wrongName = columns.find((name, index) => name === '' || columns.indexOf(name) !== index)
  if (columns.length === 0 || wrongName !== undefined) throw csvInvalid(1, 'header', wrongName)
  return { columns, rows: rows.map((row) => toRow(columns, row)) }
}

/**
 * One cell for a CSV file. What a spreadsheet would run as a formula gets an apostrophe in front, which `readCsv` takes off again;
 * numbers keep their sign.
 */
export function csvCell(value: string | number | boolean | null | undefined): string {
  const text = String(value ?? '')
  const guarded = dangerous.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[";,\n\r\t']|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** One line of a CSV file, with its line end; Dutch spreadsheets expect a semicolon. */
export const csvLine = (values: readonly (string | number | boolean | null | undefined)[]): string => `${values.map(csvCell).join(';')}\r\n`

function parsed(text: string): readonly ParsedRow[] {
  const rows: ParsedRow[] = []
  try {
    parse(text, {
      bom: true, delimiter: delimiterOf(text), skip_empty_lines: true, relax_column_count: true, trim: true,
      on_record: (values: readonly string[], { lines }) => { rows.push({ values, lastLine: lines }) },
    })
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    const isQuoteOpen = cause.code === 'CSV_QUOTE_NOT_CLOSED'
    throw csvInvalid(isQuoteOpen ? lineOf(text, text.lastIndexOf('"')) : Number(cause['lines'] ?? 1), isQuoteOpen ? 'quote' : 'format')
  }
  return rows
}

const lineOf = (text: string, position: number): number => text.slice(0, position).split('\n').length

function delimiterOf(text: string): ';' | ',' {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  return header.split(';').length >= header.split(',').length ? ';' : ','
}

function toRow(columns: readonly string[], { values, lastLine }: ParsedRow): CsvRow {
  const line = lastLine - values.join('').split('\n').length + 1
  const named = Object.fromEntries(columns.map((name, index) => [name, unguarded((values[index] ?? '').trim())] as const))
  const isComplete = values.length >= columns.length && values.slice(columns.length).every((value) => value.trim() === '')
  if (isComplete) return { line, values: named }
  return { line, values: named, mistake: new DomainError('CSV_COLUMNS', { found: values.length, expected: columns.length }) }
}

const unguarded = (cell: string): string => (cell.startsWith("'") && dangerous.test(cell) ? cell.slice(1) : cell)

const csvInvalid = (line: number, reason: string, value = ''): DomainError => new DomainError('CSV_INVALID', { line, reason, value })
