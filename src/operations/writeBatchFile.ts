import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { isOutsideEea } from '../formats/iban'
import { pain008, type Pain008Group, type Pain008Instruction } from '../formats/pain008'
import { checkPain008 } from '../formats/pain008Check'
import { insertBatchFile } from '../store/batchFiles'
import { linesOfBatch, type BatchSummary, type FileLine } from '../store/batches'
import type { Creditor } from '../store/creditors'
import type { Transaction } from '../store/transaction'

type File = { readonly batch: BatchSummary; readonly creditor: Creditor; readonly now: Date }

/** Makes the pain.008 file of a batch once and keeps it for good. */
export async function writeBatchFile(tx: Transaction, { batch, creditor, now }: File): Promise<void> {
  const lines = await linesOfBatch(tx, batch.id)
  const message = { messageId: batch.messageId, createdAt: now, creditor, groups: groupsOf(lines) }
  const text = [...pain008(message)].join('')
  checkPain008([text])
  const bytes = Buffer.from(text, 'utf8')
  await insertBatchFile(tx, batch.id, { gzip: gzipSync(bytes), sha256: createHash('sha256').update(bytes).digest('hex') })
}

const groupsOf = (lines: readonly FileLine[]): readonly Pain008Group[] =>
  [...Map.groupBy(lines, (line) => line.paymentInformationId).values()].flatMap((members) => members.slice(0, 1).map(
    ({ paymentInformationId, collectionDate, sequenceType }) => ({ paymentInformationId, collectionDate, sequenceType, instructions: members.map(instructionOf) })))

const instructionOf = (line: FileLine): Pain008Instruction => ({
  endToEndId: line.endToEndId, amountCents: line.amountCents, mandateReference: line.mandateReference, signedOn: line.mandateSignedOn,
  debtorName: line.debtorName, debtorIban: line.debtorIban, remittance: line.description, debtorAddress: addressOf(line),
})

/** Banks want the debtor's address for accounts outside the EEA only (sepa §1). */
const addressOf = (line: FileLine): Pain008Instruction['debtorAddress'] =>
  isOutsideEea(line.debtorIban) && line.town && line.country
    ? { street: line.street, houseNumber: line.houseNumber, postcode: line.postcode, town: line.town, country: line.country }
    : undefined
