import cron from 'node-cron'
import { PgBoss, type JobWithMetadata } from 'pg-boss'
import { createLocalReq, getPayload, type Payload } from 'payload'
import config from '../payload.config'
import { amsterdamDate } from '../src/domain/localDate'
import { errorInShort } from '../src/operations/errorInShort'
import { heartbeat } from '../src/operations/heartbeat'
import type { QueuedWork } from '../src/operations/sendQueuedMail'
import { exitWithParent } from '../src/runtime/exitWithParent'
import { evaluateNow } from './evaluateDaily'
import type { Job } from './job'
import { makeCrmArtefactsNow } from './makeCrmArtefacts'
import { schedule } from './schedule'
import { sendMail } from './sendMail'

const heartbeatMs = 10_000

const payload = await getPayload({ config })
const boss = new PgBoss({ connectionString: process.env.DATABASE_URL ?? '', schema: 'pgboss' })
boss.on('error', (error) => payload.logger.error(`The queue has a problem: ${errorInShort(error)}`))
await boss.start()
await boss.work('send-mail', { includeMetadata: true }, async (jobs: readonly JobWithMetadata<QueuedWork['send-mail']>[]) => {
  for (const job of jobs) await sendMail(payload, job)
})
await boss.work('make-crm-artefacts', () => makeCrmArtefactsNow(payload))
await boss.work('evaluate-memberships', () => evaluateNow(payload))

const tasks = schedule.map((job) => cron.schedule(job.cron, () => runSafely(payload, job), { name: job.name, timezone: 'Europe/Amsterdam', noOverlap: true }))
const heart = setInterval(() => void beatSafely(payload), heartbeatMs)

exitWithParent(async () => {
  clearInterval(heart)
  await Promise.all(tasks.map((task) => task.stop()))
  await boss.stop({ graceful: true, timeout: 5_000 })
})

await beatSafely(payload)
for (const job of schedule) await runSafely(payload, job)

/** One failing job stops neither the others nor the worker; what went wrong is in its row of `job_runs` and in the log, without the values of a query. */
async function runSafely(on: Payload, job: Job): Promise<void> {
  try {
    await job.run(await createLocalReq({}, on), amsterdamDate(new Date()))
  } catch (error) {
    on.logger.error(`Job ${job.name} failed: ${errorInShort(error)}`)
  }
}

async function beatSafely(on: Payload): Promise<void> {
  try {
    await heartbeat(await createLocalReq({}, on))
  } catch (error) {
    on.logger.warn(`The heartbeat could not be written: ${errorInShort(error)}`)
  }
}
