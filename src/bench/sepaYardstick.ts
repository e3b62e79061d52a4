import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import type { Pain008Instruction } from '../formats/pain008'

/**
 * The same debits written by the npm package `sepa`, the usual choice in JavaScript: one recurring group, in one text, without amendments
 * and addresses. It is a package for development, so that it is loaded only here.
 */
export async function writeWithSepa(instructions: readonly Pain008Instruction[]): Promise<string> {
  const { Document } = await import('sepa')
  const document = new Document('pain.008.001.08')
  Object.assign(document.grpHdr, { id: 'KRING-BENCH-1', created: new Date(), initiatorName: creditor.creditorName })
  const info = Object.assign(document.createPaymentInfo(), creditor, { id: '1', sequenceType: 'RCUR', batchBooking: true, collectionDate: new Date(2026, 11, 1) } as const)
  document.addPaymentInfo(info)
  for (const one of instructions) {
    info.addTransaction(Object.assign(info.createTransaction(), {
      end2endId: one.endToEndId, amount: one.amountCents / 100, mandateId: one.mandateReference, mandateSignatureDate: new Date(one.signedOn),
      debtorName: one.debtorName, debtorIBAN: one.debtorIban, debtorBIC: one.debtorBic ?? '', remittanceInfo: one.remittance,
    }))
  }
  return document.toString()
}

const creditor = { creditorName: 'Vereniging De Kring', creditorId: 'NL79ZZZ999999990000', creditorIBAN: 'NL91ABNA0417164300', creditorBIC: 'ABNANL2A' }

/** The milliseconds in which `xmllint` goes through a file, as a stream or as a tree; undefined where it is not installed. Throws when it finds the file not well-formed. */
export function xmllintFile(path: string, { stream = true }: { readonly stream?: boolean } = {}): number | undefined {
  const from = performance.now()
  const { error, status, stderr } = spawnSync('xmllint', ['--noout', '--huge', ...(stream ? ['--stream'] : []), path])
  const took = performance.now() - from
  if (error && 'code' in error && error.code === 'ENOENT') return undefined
  if (error) throw error
  if (status !== 0) throw new Error(`xmllint does not read the file: ${stderr.toString()}`)
  return took
}
