import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { importBankFile, textFile } from '../../src/operations/importBankFile'
import { importStatusReport, type ImportedReport } from '../../src/operations/importStatusReport'
import { cancelBatch, undoSubmission } from '../../src/operations/moveBatch'
import { refuseInstruction } from '../../src/operations/refuseInstruction'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { batchHistory } from '../../src/store/batchOverview'
import { expectedByGroup } from '../../src/store/matching/totals'
import { readConnection } from '../../src/store/transaction'
import { simulatedBank, type SimulatedBank } from '../bank/simulatedBank'
import { reqOn, rowsOf, testIban } from '../setup/builders'
import { collectingStories, euros, type CollectingStories, type Planned } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { debitFile, fileOfBatch, type DebitFile } from '../setup/debitFile'

let kring: BootedPayload
let stories: CollectingStories
let ibans = 0
let reports = 0

beforeAll(async () => {
  kring = await bootPayload()
  stories = collectingStories(kring.payload)
})
afterAll(() => kring.destroy())

type Row = Readonly<Record<string, unknown>>
type AtBank = { readonly creditor: number; readonly batch: number; readonly bank: SimulatedBank; readonly file: DebitFile; readonly ids: readonly string[] }
const early = day('2026-02-16')
const collected = day('2026-03-02')
const req = () => reqOn(kring.payload, early)
const rows = <R extends Row>(query: string, values: readonly unknown[] = []) => rowsOf<R>(kring.payload, query, values)

/** A creditor whose batch of these was fetched, as the bank has it. */
async function atTheBank(amounts: Planned): Promise<AtBank> {
  const iban = testIban(60_000 + (ibans += 1))
  const creditor = await stories.planned(amounts, { iban })
  const { batches: [made] } = await stories.batch(creditor, early)
  const batch = made?.id ?? 0
  const bank = simulatedBank({ seed: 1, iban, hasOtherTraffic: false })
  const file = debitFile((await handOutBatchFile(await req(), batch)).bytes.toString())
  bank.receive(file.xml)
  return { creditor, batch, bank, file, ids: file.groups.flatMap(({ debits }) => debits.map(({ endToEndId }) => endToEndId)) }
}

const reason = (code: string) => `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`
/** A report with a message id of its own about a file: the status of the whole, and what is said of groups. */
function reportOn(messageId: string, inside: string, groups = ''): string {
  reports += 1
  return `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>S${reports}</MsgId><CreDtTm>2026-02-16T12:00:00</CreDtTm></GrpHdr>`
    + `<OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>${inside}</OrgnlGrpInfAndSts>${groups}</CstmrPmtStsRpt></Document>`
}
const whole = ({ file }: AtBank, code: string) => reportOn(file.messageId, `<GrpSts>RJCT</GrpSts>${reason(code)}`)
const accepted = ({ file }: AtBank, status = 'ACCP') => reportOn(file.messageId, `<GrpSts>${status}</GrpSts>`)
const ofGroup = (id: string, inside: string) => `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${id}</OrgnlPmtInfId>${inside}</OrgnlPmtInfAndSts>`

const read = async (text: string): Promise<ImportedReport> => importStatusReport(await req(), { fileName: 'status.xml', text, today: early })
const idsOf = async ({ creditor }: AtBank) => (await stories.instructionsAt(creditor)).map(({ id }) => id)
const statuses = async ({ creditor }: AtBank) => (await stories.instructionsAt(creditor)).map(({ status }) => status)
const refuse = async (instruction: number) => refuseInstruction(await req(), { instruction, reason: 'Brief', today: early })
const statusOf = async ({ batch }: AtBank) => (await rows<{ status: string }>('select status from debit_batches where id = $1', [batch]))[0]?.status
const importDay = async ({ bank }: AtBank) => importBankFile(await reqOn(kring.payload, addDays(collected, 1)), textFile('dag.xml', bank.statement(collected), addDays(collected, 1)))

describe('what the bank refuses of a file (sepa §10.3)', () => {
  it('PART with AC01: that one is refused, less is expected, and the total of the statement then fits', async () => {
    const one = await atTheBank(euros(10, 20, 30))
    expect(await read(one.bank.reject(one.file.messageId, [{ endToEndId: one.ids[1] ?? '', reason: 'AC01' }]))).toMatchObject({ batch: one.batch, isKnown: false, isWhole: false, refused: 1, conflicts: 0 })
    expect(await rows('select status, return_reason as reason from debit_instructions where creditor_id = $1 order by id', [one.creditor])).toEqual([
      { status: 'submitted', reason: null }, { status: 'rejected', reason: 'AC01' }, { status: 'submitted', reason: null },
    ])
    expect(await statusOf(one)).toBe('submitted')
    expect((await importDay(one)).matched.batchTotals).toBe(1)
    expect(await statuses(one)).toEqual(['collected', 'rejected', 'collected'])
  })

  it('sepa §10.3: one of 12.50 refused for AC01 -> 25.00 is expected instead of 37.50', async () => {
    const one = await atTheBank(euros(12.5, 12.5, 12.5))
    const expected = async () => (await readConnection(await req()).execute<{ cents: number }>(sql`
      select e.expected_cents::int as cents from (${expectedByGroup}) e join debit_batch_groups g on g.id = e.id where g.batch_id = ${one.batch}`)).rows.map(({ cents }) => cents)
    expect(await expected()).toEqual([3_750])
    await read(one.bank.reject(one.file.messageId, [{ endToEndId: one.ids[1] ?? '', reason: 'AC01' }]))
    expect(await expected()).toEqual([2_500])
    expect((await importDay(one)).matched.batchTotals).toBe(1)
  })

  it('a group: everything in it, with the reason of the group, and nothing of the other', async () => {
    const one = await atTheBank([['2026-03-02', 1_000], ['2026-03-02', 2_000], ['2026-03-03', 3_000]])
    const group = one.file.groups.find(({ date }) => date === '2026-03-02')
    expect(await read(reportOn(one.file.messageId, '<GrpSts>PART</GrpSts>', ofGroup(group?.id ?? '', `<PmtInfSts>RJCT</PmtInfSts>${reason('DT01')}`)))).toMatchObject({ isWhole: false, refused: 2, conflicts: 0 })
    expect(await statuses(one)).toEqual(['rejected', 'rejected', 'submitted'])
    expect(await rows("select distinct return_reason as reason from debit_instructions where creditor_id = $1 and status = 'rejected'", [one.creditor])).toEqual([{ reason: 'DT01' }])
  })

  it('RJCT with AM10: all is planned again, and goes with another message id under the same end-to-end ids', async () => {
    const one = await atTheBank(euros(10, 20))
    expect(await read(whole(one, 'AM10'))).toMatchObject({ isWhole: true, refused: 2, conflicts: 0 })
    expect([await statusOf(one), await statuses(one)]).toEqual(['cancelled', ['planned', 'planned']])
    const { batches: [again] } = await stories.batch(one.creditor, early)
    const file = await fileOfBatch(kring.payload, again?.id ?? 0)
    expect(file.messageId).not.toBe(one.file.messageId)
    expect(file.groups.flatMap(({ debits }) => debits.map(({ endToEndId }) => endToEndId))).toEqual(one.ids)
  })

  it('the same file twice changes nothing, and says again what it was', async () => {
    const one = await atTheBank(euros(10, 20))
    const file = whole(one, 'AM10')
    await read(file)
    expect(await read(file)).toEqual({ batch: one.batch, isKnown: true, isWhole: true, refused: 2, conflicts: 0 })
    expect(await rows('select count(*)::int as count from status_reports where batch_id = $1', [one.batch])).toEqual([{ count: 1 }])
  })

  it.each(['AM05', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05'])('RJCT with %s is of a second delivery: nothing is put back, a person looks', async (code) => {
    const one = await atTheBank(euros(10, 20))
    expect(await read(whole(one, code))).toMatchObject({ isWhole: false, refused: 0, conflicts: 1 })
    expect([await statusOf(one), await statuses(one)]).toEqual(['submitted', ['submitted', 'submitted']])
  })

  it('a group with DU02 is of a second delivery too', async () => {
    const one = await atTheBank(euros(10))
    expect(await read(reportOn(one.file.messageId, '', ofGroup(one.file.groups[0]?.id ?? '', `<PmtInfSts>RJCT</PmtInfSts>${reason('DU02')}`)))).toMatchObject({ refused: 0, conflicts: 1 })
    expect(await statuses(one)).toEqual(['submitted'])
  })

  it.each(['ACCP', 'PART'])('RJCT after %s puts nothing back, a person looks', async (status) => {
    const one = await atTheBank(euros(10, 20))
    await read(accepted(one, status))
    expect(await read(whole(one, 'AM10'))).toMatchObject({ isWhole: false, refused: 0, conflicts: 1 })
    expect(await statuses(one)).toEqual(['submitted', 'submitted'])
  })

  it.each(['PDNG', 'RCVD', 'ACTC'])('RJCT after %s, which only says that it arrived, puts everything back', async (status) => {
    const one = await atTheBank(euros(10, 20))
    await read(accepted(one, status))
    expect(await read(whole(one, 'AM10'))).toMatchObject({ isWhole: true, refused: 2, conflicts: 0 })
  })

  it('RJCT while some were marked as refused by hand puts everything back all the same', async () => {
    const one = await atTheBank(euros(10, 20))
    await refuse((await idsOf(one))[0] ?? 0)
    expect(await read(whole(one, 'AM10'))).toMatchObject({ isWhole: true, refused: 2, conflicts: 0 })
    expect([await statusOf(one), await statuses(one)]).toEqual(['cancelled', ['planned', 'planned']])
  })

  it('RJCT while all were, so that nothing was waited for any more, does too', async () => {
    const one = await atTheBank(euros(10, 20))
    for (const id of await idsOf(one)) await refuse(id)
    expect(await statusOf(one)).toBe('processed')
    expect(await read(whole(one, 'AM10'))).toMatchObject({ isWhole: true, refused: 2 })
    expect([await statusOf(one), await statuses(one)]).toEqual(['cancelled', ['planned', 'planned']])
  })

  it('RJCT while one was tried again puts nothing back: it would be collected twice', async () => {
    const one = await atTheBank(euros(10))
    const [id] = await idsOf(one)
    await refuse(id ?? 0)
    await retryInstruction(await req(), { instruction: id ?? 0, today: early, now: new Date('2026-02-16T08:00:00Z') })
    expect(await read(whole(one, 'AM10'))).toMatchObject({ isWhole: false, refused: 0, conflicts: 1 })
    expect(await statuses(one)).toEqual(['rejected', 'planned'])
  })

  it('RJCT for what was collected is kept for a person, whole and apart', async () => {
    const one = await atTheBank(euros(10, 20))
    await importDay(one)
    expect(await read(whole(one, 'AM10'))).toMatchObject({ isWhole: false, refused: 0, conflicts: 1 })
    expect(await read(one.bank.reject(one.file.messageId, [{ endToEndId: one.ids[0] ?? '', reason: 'AC04' }]))).toMatchObject({ refused: 0, conflicts: 1 })
    expect(await statuses(one)).toEqual(['collected', 'collected'])
  })

  it('without a name, or of nothing in the batch, is kept for a person', async () => {
    const one = await atTheBank(euros(10, 20))
    const lines = '<TxInfAndSts><OrgnlEndToEndId>NOTPROVIDED</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts><TxInfAndSts><OrgnlEndToEndId>ONBEKEND</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts>'
    expect(await read(reportOn(one.file.messageId, '<GrpSts>PART</GrpSts>', ofGroup(one.file.groups[0]?.id ?? '', lines)))).toMatchObject({ refused: 0, conflicts: 2 })
    expect(await statuses(one)).toEqual(['submitted', 'submitted'])
  })

  it('of a batch that is not known here is refused', async () => {
    await expect(read(reportOn('ELDERS-1', '<GrpSts>RJCT</GrpSts>'))).rejects.toMatchObject({ code: 'REPORT_OF_UNKNOWN_BATCH', params: { id: 'ELDERS-1' } })
  })

  it('in a file larger than any is refused before it is read', async () => {
    await expect(read('x'.repeat(100_000_001))).rejects.toMatchObject({ code: 'REPORT_TOO_LARGE', params: { most: 100 } })
  })
})

describe('whatever the bank says of a file, it has it', () => {
  it.each(['ACCP', 'PDNG', 'ACTC', 'XXXX'])('%s: it counts as sent, and is neither cancelled nor unsent any more', async (status) => {
    const one = await atTheBank(euros(10))
    expect(await read(accepted(one, status))).toMatchObject({ refused: 0, conflicts: 0 })
    expect(await statusOf(one)).toBe('submitted')
    await expect(undoSubmission(await req(), one.batch)).rejects.toMatchObject({ code: 'BATCH_ANSWERED' })
    await expect(cancelBatch(await req(), one.batch, { isNotSent: true })).rejects.toMatchObject({ code: 'BATCH_ANSWERED' })
  })

  it('also when it was cancelled here: a person looks', async () => {
    const one = await atTheBank(euros(10))
    await cancelBatch(await req(), one.batch, { isNotSent: true })
    expect(await read(accepted(one))).toMatchObject({ refused: 0, conflicts: 1 })
    expect(await read(whole(one, 'AM10'))).toMatchObject({ isWhole: true, refused: 0, conflicts: 0 })
    expect(await statuses(one)).toEqual(['planned'])
  })

  it('tells of a report once in the history, however much it refused, so that how the batch was made stays in sight', async () => {
    const one = await atTheBank(Array.from({ length: 210 }, () => ['2026-03-02', 100] as const))
    await read(one.bank.reject(one.file.messageId, one.ids.slice(1).map((endToEndId) => ({ endToEndId, reason: 'AC01' }))))
    expect((await batchHistory(readConnection(await req()), one.batch)).map(({ kind }) => kind)).toEqual(['reported', 'submitted', 'downloaded', 'made'])
    for (let fetched = 0; fetched < 205; fetched += 1) await handOutBatchFile(await req(), one.batch)
    expect((await batchHistory(readConnection(await req()), one.batch)).at(-1)?.kind).toBe('made')
  })
})
