import type { PayloadRequest } from 'payload'
import { text as sentence, textOf, languageOf } from '../i18n/text'
import { DomainError } from '../domain/domainError'
import { derivedNames } from '../domain/relation'
import { readCsv } from '../formats/csv'
import { readRelationRow, type RelationMistake, type RelationRow } from '../formats/relationRow'
import { insertRelations, takeRelationNumbers } from '../store/relations'
import { inTransaction } from '../store/transaction'

type ImportFile = { readonly text: string; readonly onMistake: 'skip' | 'stop' }
export type ReportedMistake = { readonly line: number; readonly field: string; readonly message: string }
export type RelationImport = { readonly imported: number; readonly mistakes: readonly ReportedMistake[] }

/**
 * Reads relations from a CSV file. Every bad line is reported with its field; the good ones are loaded, or with
 * `stop` and a mistake anywhere, nothing is. Throws CSV_INVALID when the file itself cannot be read.
 */
export const importRelations = (req: PayloadRequest, { text, onMistake }: ImportFile): Promise<RelationImport> =>
  inTransaction(req, async (tx) => {
    const rows = readCsv(text).rows.map(readRelationRow)
    if (rows.length === 0) throw new DomainError('CSV_EMPTY')
    const mistakes = rows.flatMap((row) => row.mistakes).map((mistake) => reported(mistake, req.i18n.language))
    const good = rows.flatMap((row): readonly RelationRow[] => (row.relation ? [row.relation] : []))
    if (good.length === 0 || (onMistake === 'stop' && mistakes.length > 0)) return { imported: 0, mistakes }
    const numbers = await takeRelationNumbers(tx, good.length)
    const numbered = good.map((relation, index) => ({ ...relation, number: numbers[index] ?? 0 }))
    await insertRelations(tx, numbered.map((relation) => ({ ...relation, ...derivedNames(relation) })), req.user ? Number(req.user.id) : null)
    return { imported: good.length, mistakes }
  })

const reported = ({ line, field, error }: RelationMistake, language: string): ReportedMistake =>
  ({ line, field, message: [sentence(languageOf(language), 'CSV_LINE', { line }), ...(field ? [`${field}:`] : []), textOf(language, error)].join(' ') })
