import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { DomainError } from '../../src/domain/domainError'
import { errorInShort } from '../../src/operations/errorInShort'
import { runDaily } from '../../src/operations/runDaily'
import type { Transaction } from '../../src/store/transaction'
import { rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
beforeAll(async () => {
  kring = await bootPayload()
})
afterAll(() => kring.destroy())

/** What a day that fails says in its row of `job_runs`. */
async function messageOf(job: string, run: (tx: Transaction) => Promise<unknown>): Promise<string> {
  const work = { job, run: async (tx: Transaction) => ({ done: await run(tx) }) }
  const ran = runDaily(await createLocalReq({}, kring.payload), work, day('2026-03-01'))
  expect(await ran.then(() => 'done', () => 'failed')).toBe('failed')
  const [row] = await rowsOf<{ message: string }>(kring.payload, 'select message from job_runs where job = $1', [job])
  return row?.message ?? ''
}

const secret = 'anna.bakker@canary.example'

describe('a run that fails', () => {
  it('says what the database said, without the query and its values', async () => {
    expect(await messageOf('wrongQuery', (tx) => tx.execute(sql`select nothing_here from relations where last_name = ${secret.repeat(1_000)}`))).toBe('column "nothing_here" does not exist')
  })

  it('says the sentence of a rule that the database kept', async () => {
    expect(await messageOf('wrongDate', (tx) => tx.execute(sql`select ${secret}::date`))).toBe(errorInShort(new DomainError('DB_DATE_INVALID')))
  })

  it('says the sentence of a domain error', async () => {
    expect(await messageOf('refused', () => Promise.reject(new DomainError('ORGAN_UNKNOWN')))).toMatch(/^[A-Z][^_]+\.$/)
  })

  it('never says more than five hundred characters', async () => {
    expect(await messageOf('longStory', () => Promise.reject(new Error('lang '.repeat(1_000))))).toHaveLength(500)
    expect(errorInShort(new Error(`Failed query: select 1\nparams: ${secret}`))).toBe('Failed query')
  })
})
