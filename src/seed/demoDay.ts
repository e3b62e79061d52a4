import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { addBankingDays, nextBankingDay } from '../domain/bankingDays'
import { DomainError } from '../domain/domainError'
import { addDays, type LocalDate } from '../domain/localDate'
import { awardJubilees } from '../operations/awardJubilees'
import { createBatches, type CreatedBatches } from '../operations/createBatches'
import { generateInstructions } from '../operations/generateInstructions'
import { handOutBatchFile } from '../operations/handOutBatchFile'
import { invoiceSubscriptions } from '../operations/invoiceSubscriptions'
import { makeCrmArtefacts } from '../operations/makeCrmArtefacts'
import { refreshSelections } from '../operations/refreshSelections'
import { runEvaluation } from '../operations/runEvaluation'
import { sendInvoices } from '../operations/sendInvoices'
import { transactionOf } from '../store/transaction'
import { importYesterday, type ReadFiles } from './bankMorning'
import { batchUntil } from './calendar'
import { liveDay } from './dailyLife'
import { tellTreeStories } from './treeStories'
import { asUser, readWorld } from './world'

type DemoDay = { readonly date: LocalDate; readonly today: LocalDate; readonly files: ReadFiles }

/** One day of the association from morning to evening, every step by the operation that staff and worker use, in the request's transaction. */
export async function runDemoDay(req: PayloadRequest, { date, today, files }: DemoDay): Promise<void> {
  const finance = await asUser(req, 'financien@kring.example')
  await importYesterday(finance, { date, today, files })
  await liveDay(await asUser(req, 'ledenadministratie@kring.example'), await readWorld(req), date)
  await tellTreeStories(await asUser(req, 'beheerder@kring.example'), { date, today })
  await runEvaluation(req, date)
  await refreshSelections(await transactionOf(req), date)
  await makeCrmArtefacts(req, date)
  await awardJubilees(req, date)
  await invoiceSubscriptions(req, date)
  await sendInvoices(req, { today: date })
  await generateInstructions(req, { today: date, until: addDays(date, horizonDays) })
  const until = batchUntil(date, today)
  if (until) await sendToBank(finance, date, until)
}

/** As far ahead as instructions are made in the demo. */
const horizonDays = 35

async function sendToBank(req: PayloadRequest, date: LocalDate, until: LocalDate): Promise<void> {
  const { creditor } = await readWorld(req)
  const { batches } = await whatThereIs(createBatches(req, { creditor, until, shiftTo: addBankingDays(nextBankingDay(date), 3), today: date, now: new Date(`${date}T09:30:00Z`), random: bytesOf(date) }))
  for (const { id } of batches) await handOutBatchFile(req, id)
}

/** A quiet day has nothing to collect; that is no mistake. */
async function whatThereIs(creating: Promise<CreatedBatches>): Promise<CreatedBatches> {
  try {
    return await creating
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOTHING_TO_COLLECT') return { batches: [], left: [], leftCounts: [] }
    throw error
  }
}

/** Message ids that are the same in every demo of the same day. */
function bytesOf(date: LocalDate): () => Uint8Array {
  let count = 0
  return () => createHash('sha256').update(`${date} ${count++}`).digest().subarray(0, 5)
}
