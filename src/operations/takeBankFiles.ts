import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { bankFilesIn, isZip, mostUnpacked, type BankFileIn } from '../formats/bankFilesIn'
import { decodeXml } from '../formats/xmlEncoding'
import { importBankFile, type StatementImport } from './importBankFile'
import { importStatusReport, longestReport, type ImportedReport } from './importStatusReport'

/** What came of one file: what was read, or why it was refused. */
export type FileOutcome = { readonly name: string } & (
  | { readonly statements: StatementImport }
  | { readonly report: ImportedReport }
  | { readonly refusal: DomainError })

export type FileOnDisk = { readonly name: string; readonly path: string; readonly today: LocalDate; readonly progressKey?: string | undefined }

/**
 * Takes in a file of a bank that is on disk, or all files in a zip: statements, notifications and answers to batches (pain.002), whatever they
 * are called. Each file is taken whole or not at all; one that is refused leaves the others alone. Of a zip no more than `mostBytes` is unpacked.
 */
export async function takeBankFiles(req: PayloadRequest, { name, path, today, progressKey }: FileOnDisk, mostBytes = mostUnpacked): Promise<readonly FileOutcome[]> {
  const file = await open(path)
  try {
    return await isZip(file) ? await takeMembers(req, { name, today, progressKey }, bankFilesIn(name, file, mostBytes)) : [await takeOne(req, { name, path, today, progressKey })]
  } finally {
    await file.close()
  }
}

/** What is in a zip, one after the other: each is put on disk first, for a status report is read once more. */
async function takeMembers(req: PayloadRequest, { name, ...asked }: Omit<FileOnDisk, 'path'>, members: AsyncIterable<BankFileIn>): Promise<readonly FileOutcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kring-bank-'))
  const path = join(folder, 'file')
  const outcomes: FileOutcome[] = []
  try {
    for await (const member of members) {
      await pipeline(member.pieces, createWriteStream(path))
      outcomes.push(await takeOne(req, { ...asked, name: member.name, path }))
    }
  } catch (error) {
    outcomes.push({ name, refusal: refusalIn(error) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return outcomes
}

async function takeOne(req: PayloadRequest, { name, path, today, progressKey }: FileOnDisk): Promise<FileOutcome> {
  try {
    const { size } = await stat(path)
    return { name, statements: await importBankFile(req, { name, today, progressKey, size, open: () => createReadStream(path) }) }
  } catch (error) {
    const refusal = refusalIn(error)
    return refusal.code === 'BANK_FILE_IS_STATUS_REPORT' ? takeReport(req, { name, path, today }) : { name, refusal }
  }
}

async function takeReport(req: PayloadRequest, { name, path, today }: FileOnDisk): Promise<FileOutcome> {
  try {
    if ((await stat(path)).size > longestReport) throw new DomainError('REPORT_TOO_LARGE', { most: longestReport / 1_000_000 })
    return { name, report: await importStatusReport(req, { fileName: name, text: decodeXml(await readFile(path)), today }) }
  } catch (error) {
    return { name, refusal: refusalIn(error) }
  }
}

/** What the domain refuses is an answer; anything else is not. */
function refusalIn(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  throw error
}
