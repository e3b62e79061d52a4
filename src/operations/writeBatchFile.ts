import { createHash } from 'node:crypto'
import { createGzip } from 'node:zlib'
import { DomainError } from '../domain/domainError'
import { isOutsideEea } from '../formats/iban'
import { pain008Writer, type Pain008Instruction } from '../formats/pain008'
import { pain008Checker } from '../formats/pain008Check'
import { insertBatchFile } from '../store/batchFiles'
import { addressesOf, linesOfGroup, type BatchSummary, type DebtorAddress, type FileLine, type GroupRow } from '../store/batches'
import type { Creditor } from '../store/creditors'
import type { Transaction } from '../store/transaction'

type File = { readonly batch: BatchSummary; readonly groups: readonly GroupRow[]; readonly creditor: Creditor; readonly now: Date }

/**
 * Makes the pain.008 file of a batch once and keeps it for good, compressed, with its SHA-256. It is written, read back
 * by the checker, hashed and compressed piece by piece, so that a large one takes no more memory than a small one. Throws
 * PAIN008_CHECK_FAILED when what was read back is not what the batch says.
 */
export async function writeBatchFile(tx: Transaction, { batch, groups, creditor, now }: File, written: (count: number) => void): Promise<void> {
  const writer = pain008Writer({
    messageId: batch.messageId, createdAt: now, creditor, version: creditor.messageVersion, originalAccount: creditor.originalAccount,
    count: batch.instructionCount, totalCents: batch.totalCents,
  })
  const sink = compressed()
  await sink.write(writer.begin())
  for (const group of groups) {
    await sink.write(writer.group(group))
    for await (const lines of linesOfGroup(tx, group.id)) {
      const addresses = await addressesAbroad(tx, lines)
      for (let from = 0; from < lines.length; from += linesPerPiece) {
        await sink.write(lines.slice(from, from + linesPerPiece).map((line) => writer.instruction(instructionOf(line, addresses))).join(''))
      }
      written(lines.length)
    }
    await sink.write(writer.endGroup())
  }
  await sink.write(writer.end())
  const { gzip, sha256, count, totalCents } = await sink.close()
  if (count !== batch.instructionCount || totalCents !== batch.totalCents) throw new DomainError('PAIN008_CHECK_FAILED', { what: 'batch', where: batch.messageId })
  await insertBatchFile(tx, batch.id, { gzip, sha256 })
}

/** Pieces large enough that hashing, checking and compressing them costs little each. */
const linesPerPiece = 100

/** Everything that happens to the text on its way to the database. */
function compressed() {
  const checker = pain008Checker()
  const hash = createHash('sha256')
  const gzip = createGzip({ level: 3 })
  const parts: Buffer[] = []
  gzip.on('data', (part: Buffer) => parts.push(part))
  return {
    write: async (text: string): Promise<void> => {
      checker.write(text)
      const bytes = Buffer.from(text, 'utf8')
      hash.update(bytes)
      if (!gzip.write(bytes)) await new Promise((resolve) => { gzip.once('drain', resolve) })
    },
    close: async () => {
      await new Promise((resolve, reject) => { gzip.once('end', resolve).once('error', reject).end() })
      return { ...checker.close(), gzip: Buffer.concat(parts), sha256: hash.digest('hex') }
    },
  }
}

const addressesAbroad = (tx: Transaction, lines: readonly FileLine[]): Promise<ReadonlyMap<number, DebtorAddress>> => {
  const debtors = lines.filter(({ debtorIban }) => isOutsideEea(debtorIban)).map(({ debtor }) => debtor)
  return debtors.length === 0 ? Promise.resolve(new Map()) : addressesOf(tx, debtors)
}

/** Banks want the debtor's address for accounts outside the EEA only (sepa §1). */
const instructionOf = (line: FileLine, addresses: ReadonlyMap<number, DebtorAddress>): Pain008Instruction => ({
  endToEndId: line.endToEndId, amountCents: line.amountCents, mandateReference: line.mandateReference, signedOn: line.mandateSignedOn,
  formerIban: line.formerIban, formerReference: line.formerReference,
  debtorName: line.debtorName, debtorIban: line.debtorIban, remittance: line.description, debtorAddress: addresses.get(line.debtor),
})
