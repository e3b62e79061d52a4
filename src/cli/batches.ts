import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { createLocalReq } from 'payload'
import { formatEuro } from '../domain/money'
import { createBatches } from '../operations/createBatches'
import { handOutBatchFile } from '../operations/handOutBatchFile'
import { withPayload } from './connection'
import { countOf, dateOr, readOptions } from './options'
import type { Output } from './output'
import { exitCode, refusable, usage } from './refusal'

/** Makes batches of what has to be at the bank by a day, today unless one is given. The same key gives the same batches. */
export async function batchesCreate(args: string[], out: Output): Promise<number> {
  const asked = readOptions(args, { creditor: { type: 'string' }, until: { type: 'string' }, 'shift-to': { type: 'string' }, key: { type: 'string' } })
  const creditor = countOf(asked?.values.creditor)
  if (!asked || creditor === undefined || asked.positionals.length > 0) return usage('kring batches create --creditor ID [--until 2027-01-31] [--shift-to 2027-02-03] [--key KEY] [--json]')
  return refusable(async () => {
    const today = dateOr(undefined)
    const until = dateOr(asked.values.until)
    const command = { creditor, until, today, now: new Date(), shiftTo: asked.values['shift-to'] === undefined ? undefined : dateOr(asked.values['shift-to']), idempotencyKey: asked.values.key, random: () => randomBytes(5) }
    const { batches, left, leftCounts } = await withPayload(async (payload) => createBatches(await createLocalReq({ context: { today } }, payload), command))
    out.result({ batches, left, leftCounts }, () => [
      ...batches.map(({ id, messageId, instructionCount, totalCents }) => `${id}  ${messageId}  ${instructionCount}  ${formatEuro(totalCents, 'nl')}`),
      ...left.map(({ instruction, reason }) => `- ${instruction}  ${reason}`),
    ].join('\n'))
    return exitCode.ok
  })
}

/** Hands out the file of a batch, to standard output or to a file; from the first time on the batch counts as submitted. */
export async function batchesFile(args: string[], out: Output): Promise<number> {
  const asked = readOptions(args, { out: { type: 'string' } })
  const id = countOf(asked?.positionals[0])
  if (!asked || id === undefined || asked.positionals.length > 1) return usage('kring batches file ID [--out FILE] [--json]')
  return refusable(async () => {
    const { name, bytes, sha256 } = await withPayload(async (payload) => handOutBatchFile(await createLocalReq({}, payload), id))
    const target = asked.values.out
    if (target !== undefined) await writeFile(target, bytes, { mode: 0o600 })
    out.result({ name, sha256, bytes: bytes.length, ...(target === undefined ? { text: bytes.toString('utf8') } : { file: target }) },
      () => (target === undefined ? bytes.toString('utf8') : `${target}  ${bytes.length} bytes  SHA-256 ${sha256}`))
    return exitCode.ok
  })
}
