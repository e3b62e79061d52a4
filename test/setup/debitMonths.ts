import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { nextBankingDay } from '../../src/domain/bankingDays'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { createBatches } from '../../src/operations/createBatches'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { importBankFile, textFile } from '../../src/operations/importBankFile'
import { simulatedBank, type SimulatedBank } from '../bank/simulatedBank'
import { buildersFor, reqOn, rowsOf, testIban } from './builders'

type Data = Readonly<Record<string, unknown>>
export type Months = { readonly creditor: number; readonly donor: number; readonly mandate: number; readonly fund: number; readonly bank: SimulatedBank }

/** Donors with a mandate at a creditor of their own, collected from month after month, with the bank's answers. */
export function debitMonths(payload: Payload) {
  const build = buildersFor(payload)
  let stories = 0

  async function begin(creditorRest: Data = {}, mandateRest: Data = {}): Promise<Months> {
    stories += 1
    const iban = testIban(60_000 + stories)
    const creditor = await build.creditor({ iban, title: `Maanden ${stories}`, ...creditorRest })
    const donor = await build.person(`Maandgever ${stories}`)
    const mandate = await build.mandate(creditor, donor, { iban: testIban(30_000 + stories), ...mandateRest })
    return { creditor, donor, mandate, fund: await build.fund(`Maandfonds ${stories}`), bank: simulatedBank({ seed: stories, iban, hasOtherTraffic: false }) }
  }

  /** Generates, batches and hands over everything for a day, two weeks ahead; returns the end-to-end ids that went. */
  async function deliver({ creditor, bank }: Months, date: LocalDate): Promise<readonly string[]> {
    const today = addDays(date, -14)
    const req = await reqOn(payload, today)
    await generateInstructions(req, { today, until: date })
    const { batches } = await createBatches(await reqOn(payload, today), { creditor, until: date, now: new Date(`${today}T08:00:00Z`), today, random: () => randomBytes(5) })
    for (const { id } of batches) bank.receive((await handOutBatchFile(await reqOn(payload, today), id)).bytes.toString())
    const rows = await rowsOf<{ id: string }>(payload, 'select end_to_end_id as id from debit_instructions where batch_id = any($1) order by id', [batches.map(({ id }) => id)])
    return rows.map(({ id }) => id)
  }

  const read = async ({ bank }: Months, date: LocalDate) => importBankFile(await reqOn(payload, addDays(date, 1)), textFile(`${date}.xml`, bank.statement(date), day('2030-12-31')))

  /** What is due on the day is collected and settles; given a reason, all of it comes back two days later. */
  async function collect(months: Months, date: LocalDate, reason?: string): Promise<void> {
    const ids = await deliver(months, date)
    await read(months, nextBankingDay(date))
    if (reason === undefined) return
    const back = nextBankingDay(addDays(nextBankingDay(date), 2))
    for (const id of ids) months.bank.sendBack(id, reason, back)
    await read(months, back)
  }
  return { build, begin, deliver, read, collect }
}
