import { gunzipSync } from 'node:zlib'
import type { Payload } from 'payload'
import { expectValidPain008 } from '../formats/validPain008'
import { rowsOf } from './builders'

/** A debit as the bank reads it; `former` is what it tells that the account was: `SMNDA`, or the account itself. */
export type FiledDebit = {
  readonly endToEndId: string; readonly amountCents: number; readonly reference: string; readonly iban: string
  readonly former: string | undefined; readonly formerReference: string | undefined
}
export type FiledGroup = { readonly id: string; readonly date: string; readonly sequenceType: string; readonly count: number; readonly totalCents: number; readonly debits: readonly FiledDebit[] }
export type DebitFile = { readonly xml: string; readonly messageId: string; readonly version: string; readonly count: number; readonly totalCents: number; readonly groups: readonly FiledGroup[] }

/** Reads a pain.008 file with nothing of the project's own but its checks, which it passes too. */
export function debitFile(xml: string): DebitFile {
  expectValidPain008(xml)
  const [head = ''] = xml.split('<PmtInf>')
  return {
    xml, messageId: textIn(head, 'MsgId'), version: /pain\.008\.001\.\d\d/.exec(xml)?.[0] ?? '', count: Number(textIn(head, 'NbOfTxs')), totalCents: centsIn(head, 'CtrlSum'),
    groups: [...xml.matchAll(/<PmtInf>.*?<\/PmtInf>/gs)].map(([group]) => groupIn(group)),
  }
}

/** The file of a batch as the database keeps it. */
export async function fileOfBatch(payload: Payload, batch: number): Promise<DebitFile> {
  const [row] = await rowsOf<{ gzip: Buffer }>(payload, 'select gzip from debit_batch_files where batch_id = $1', [batch])
  return debitFile(gunzipSync(row?.gzip ?? Buffer.alloc(0)).toString())
}

function groupIn(group: string): FiledGroup {
  const [head = ''] = group.split('<DrctDbtTxInf>')
  return {
    id: textIn(head, 'PmtInfId'), date: textIn(head, 'ReqdColltnDt'), sequenceType: textIn(head, 'SeqTp'), count: Number(textIn(head, 'NbOfTxs')), totalCents: centsIn(head, 'CtrlSum'),
    debits: [...group.matchAll(/<DrctDbtTxInf>.*?<\/DrctDbtTxInf>/gs)].map(([debit]) => debitIn(debit)),
  }
}

const debitIn = (debit: string): FiledDebit => ({
  endToEndId: textIn(debit, 'EndToEndId'), amountCents: centsIn(debit, 'InstdAmt'), reference: textIn(debit, 'MndtId'), iban: textIn(partOf(debit, 'DbtrAcct'), 'IBAN'),
  former: /<Id>([A-Z0-9]+)<\/Id>|<IBAN>([A-Z0-9]+)<\/IBAN>/.exec(partOf(debit, 'OrgnlDbtrAcct'))?.slice(1).find((text) => text !== undefined),
  formerReference: /<OrgnlMndtId>([^<]*)</.exec(debit)?.[1],
})

const partOf = (xml: string, name: string): string => new RegExp(`<${name}>.*?</${name}>`, 's').exec(xml)?.[0] ?? ''
const centsIn = (xml: string, name: string): number => Number(textIn(xml, name).replace('.', ''))

function textIn(xml: string, name: string): string {
  const found = new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1]
  if (found === undefined) throw new Error(`${name} is missing`)
  return found
}
