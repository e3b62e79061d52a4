import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCollection } from '../../src/bench/collection'
import { transactionOver } from '../../src/store/clientTransaction'
import { debitFile } from '../setup/debitFile'
import { howMany } from '../setup/howMany'
import { copyOfKring, strikes, victims } from '../setup/strikes'
import { pressTheButton, type Ask } from './batches/makeBatchesAlone'
import { onConnection, openCrashServer, type CrashServer } from './evaluation/crashServer'
import { diceOf } from './evaluation/randomNumbers'

const size = 3_000
/** Another one strikes at other moments. */
const dice = diceOf(Number(process.env['KRING_SEED'] ?? 1))
const rounds = victims({ app: howMany(8, 200), session: howMany(3, 100), server: howMany(1, 30) })

/** What was made, by what is the same each time: days, counts, sums and the debits in them. */
const shapeOf = async (client: pg.Client) => (await client.query(`
  select g.collection_date::text as date, g.instruction_count as count, g.total_cents as total, array_agg(i.end_to_end_id order by i.id) as debits
    from debit_batch_groups g join debit_instructions i on i.group_id = g.id group by g.id order by g.id`)).rows

/** What must be empty at any moment: half a batch, a group that does not add up, a debit that is neither planned nor in one of them. */
const halfDone = async (client: pg.Client) => (await client.query(`
  select 'no file' as what, b.id from debit_batches b where not exists (select from debit_batch_files f where f.batch_id = b.id and f.sha256 = b.file_sha256)
  union all select 'no history', b.id from debit_batches b where 1 <> (select count(*) from debit_batch_events e where e.batch_id = b.id and e.kind = 'made')
  union all select 'no sum', g.id from debit_batch_groups g left join debit_instructions i on i.group_id = g.id group by g.id having (count(i.id), coalesce(sum(i.amount_cents), 0)) <> (g.instruction_count, g.total_cents)
  union all select 'no group', i.id from debit_instructions i where (i.status = 'batched') <> exists (select from debit_batch_groups g join debit_batches b on b.id = g.batch_id where g.id = i.group_id and b.id = i.batch_id)
  union all select 'lost', count(*)::int from debit_instructions having count(*) <> ${size} or count(distinct end_to_end_id) <> ${size}
  union all select 'some but not all', count(*)::int from debit_instructions where status = 'planned' having count(*) not in (0, ${size})`)).rows

describe('making batches that is killed (sepa §8, I1, I2, I7)', () => {
  let server: CrashServer
  let striking: ReturnType<typeof strikes<Ask>>
  let expected: readonly unknown[]
  let lasting = 0
  const logs = mkdtempSync(join(tmpdir(), 'kring-test-'))

  beforeAll(async () => {
    server = await openCrashServer()
    await onConnection(server.url('kring'), async (client) => {
      await loadCollection(transactionOver(client), size)
      await client.query("update creditors set groups_per_file = 'one', batch_max_count = 170")
    })
    await copyOfKring(server, 'warm')
    await onConnection(server.url('warm'), (client) => pressTheButton(client, 'ongestoord'))
    await copyOfKring(server, 'undisturbed')
    const begun = performance.now()
    expected = await onConnection(server.url('undisturbed'), async (client) => {
      await pressTheButton(client, 'ongestoord')
      lasting = performance.now() - begun
      return shapeOf(client)
    })
    striking = strikes(server, { script: 'test/int/batches/makeBatchesAlone.ts', folder: logs })
  })
  afterAll(async () => {
    await striking.stop()
    await server.close()
    rmSync(logs, { recursive: true })
  })

  it('makes several files of it', () => expect([expected.length > 10, lasting > 0]).toEqual([true, true]))

  it.each(rounds.map((victim, round) => ({ victim, round })))('loses nothing and doubles nothing, and the same button completes it (round $round, $victim)', async ({ victim, round }) => {
    const [database, key] = [`round_${round}`, `gedood-${round}`]
    await copyOfKring(server, database)
    await striking.strike(victim, { ask: { url: server.url(database), key }, database, after: lasting * (dice.below(100) / 100) })
    await onConnection(server.url(database), async (client) => {
      expect(await halfDone(client)).toEqual([])
      const made = await pressTheButton(client, key)
      expect(made.batches.reduce((sum, { instructionCount }) => sum + instructionCount, 0)).toBe(size)
      expect(await halfDone(client)).toEqual([])
      expect(await shapeOf(client)).toEqual(expected)
      expect(await pressTheButton(client, key)).toEqual(made)
      await expect(pressTheButton(client, 'andere-sleutel')).rejects.toMatchObject({ code: 'NOTHING_TO_COLLECT' })
    })
  })

  it('leaves files that the bank takes', async () => {
    const { rows } = await onConnection(server.url('round_0'), (client) => client.query<{ gzip: Buffer }>('select gzip from debit_batch_files order by batch_id'))
    const files = rows.map(({ gzip }) => debitFile(gunzipSync(gzip).toString()))
    expect(files.map(({ groups: [group] }) => [group?.date, group?.count, String(group?.totalCents), group?.debits.map(({ endToEndId }) => endToEndId)]))
      .toEqual((expected as readonly { date: string; count: number; total: string; debits: string[] }[]).map(({ date, count, total, debits }) => [date, count, total, debits]))
  })

  it('was mostly still at work when it was killed', () => expect(striking.brokenOff()).toBeGreaterThan(rounds.length / 2))
})
