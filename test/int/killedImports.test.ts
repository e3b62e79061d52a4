import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statementsOf, writeStatements } from '../bank/accountHistory'
import { howMany } from '../setup/howMany'
import { copyOfKring, strikes, victims } from '../setup/strikes'
import { readFileOn, readFolderOn, type Ask } from './bankImports/importAlone'
import { openDesk } from './bankSeeds/atTheDesk'
import { loadWorlds } from './bankSeeds/loadWorlds'
import { begin } from './bankSeeds/worldLife'
import { announced, lastDay, planOf } from './bankSeeds/worldPlan'
import { onConnection, openCrashServer, type CrashServer } from './evaluation/crashServer'
import { diceOf } from './evaluation/randomNumbers'

/** Another one strikes at other moments. */
const dice = diceOf(Number(process.env['KRING_SEED'] ?? 1))
const rounds = victims({ app: howMany(3, 200), session: howMany(1, 100), server: howMany(1, 30) })

/** All that there is of the file, and what became of it: the same each time but for numbers that a broken attempt took. */
const shapeOf = async (client: pg.Client) => (await client.query(`
  select s.iban, t.line, t.amount_cents::int as cents, t.status, t.kind, (select string_agg(b.kind || ' ' || b.amount_cents || ' ' || b.why, ',' order by b.kind, b.amount_cents) from bank_bookings b where b.transaction_id = t.id) as booked,
         (select sum(p.amount_cents)::int from payments p where p.transaction_id = t.id) as paid, (select sum(d.amount_cents)::int from donations d where d.transaction_id = t.id) as given
    from bank_transactions t join bank_statements s on s.id = t.statement_id order by s.iban, t.line`)).rows

/** What must be empty at any moment: lines without their file, half a booking, money that fits no debit. */
const halfDone = async (client: pg.Client) => (await client.query(`
  select 'import without lines' as what, i.id from bank_imports i where i.line_count <> (select count(*) from bank_transactions t join bank_statements s on s.id = t.statement_id where s.import_id = i.id)
  union all select 'more than once', count(*)::int from bank_imports having count(*) > 1
  union all select 'half booked', t.id from bank_transactions t where (t.status = 'processed') <> exists (select from bank_bookings b where b.transaction_id = t.id) or t.amount_cents <> (select sum(amount_cents) from bank_bookings b where b.transaction_id = t.id)
  union all select 'money', i.id from debit_instructions i where (case i.status when 'collected' then i.amount_cents else 0 end) <> coalesce((select sum(amount_cents) from payments p where p.instruction_id = i.id), 0) + coalesce((select sum(amount_cents) from donations d where d.instruction_id = i.id), 0)
  union all select 'invoice', i.id from invoices i where open_cents <> total_cents - coalesce((select sum(amount_cents) from payments p where p.invoice_id = i.id), 0)
  union all select 'left over', 0 from incoming_lines union all select 'left over', 1 from booking_parts`)).rows

describe('an import that is killed (I10, I11, I13)', () => {
  let server: CrashServer
  let striking: ReturnType<typeof strikes<Ask>>
  let expected: readonly unknown[]
  let lasting = 0
  const folder = mkdtempSync(join(tmpdir(), 'kring-test-'))
  const file = join(folder, 'afschrift.xml')

  beforeAll(async () => {
    server = await openCrashServer()
    const desk = await openDesk(server.url('kring'))
    const plans = Array.from({ length: 30 }, (_, index) => planOf(index + 1, index + 1))
    await loadWorlds(desk.client, plans)
    const lives = await begin(desk, plans)
    await desk.client.query('analyze')
    await desk.close()
    writeFileSync(file, writeStatements(lives.flatMap(({ history }) => statementsOf(history, { from: announced, until: lastDay, isDaily: false })), 'camt08'))
    for (const name of ['warm', 'undisturbed']) {
      await copyOfKring(server, name)
      const begun = performance.now()
      expected = await onConnection(server.url(name), async (client) => {
        await readFileOn(client, file)
        lasting = performance.now() - begun
        return shapeOf(client)
      })
    }
    striking = strikes(server, { script: 'test/int/bankImports/importAlone.ts', folder, env: { TMPDIR: folder } })
  })
  afterAll(async () => {
    await striking.stop()
    await server.close()
    rmSync(folder, { recursive: true })
  })

  it('is of hundreds of lines, of which something becomes', () => expect([expected.length > 200, lasting > 0]).toEqual([true, true]))

  it.each(rounds.map((victim, round) => ({ victim, round })))('loses nothing and doubles nothing, and the same file completes it (round $round, $victim)', async ({ victim, round }) => {
    const database = `round_${round}`
    await copyOfKring(server, database)
    await striking.strike(victim, { ask: { url: server.url(database), file }, database, after: lasting * (dice.below(100) / 100) })
    await onConnection(server.url(database), async (client) => {
      expect(await halfDone(client)).toEqual([])
      const isThere = (await client.query('select from bank_imports')).rowCount === 1
      if (!isThere) await readFileOn(client, file)
      expect(await halfDone(client)).toEqual([])
      expect(await shapeOf(client)).toEqual(expected)
      await expect(readFileOn(client, file)).rejects.toMatchObject({ code: 'BANK_FILE_DUPLICATE' })
    })
  })

  it.each(['while it reads', 'between the books and the folder'])('from a watched folder, %s, is read once, and the file is put away', async (moment) => {
    const [database, watched] = [`folder_${moment.length}`, join(folder, `map-${moment.length}`)]
    await copyOfKring(server, database)
    mkdirSync(watched)
    cpSync(file, join(watched, 'afschrift.xml'))
    if (moment === 'while it reads') await striking.strike('app', { ask: { url: server.url(database), folder: watched }, database, after: lasting / 2 })
    await onConnection(server.url(database), async (client) => {
      // Killed after the commit, before the move: what was read still lies where it was put.
      if (moment !== 'while it reads') await readFileOn(client, file)
      if (existsSync(join(watched, 'afschrift.xml'))) expect(await readFolderOn(client, watched)).toEqual({ taken: 1, refused: 0 })
      expect([await halfDone(client), await shapeOf(client)]).toEqual([[], expected])
      expect([readdirSync(watched), readdirSync(join(watched, 'ingelezen'))]).toEqual([['ingelezen'], ['afschrift.xml']])
    })
  })

  it('was mostly still at work when it was killed', () => expect(striking.brokenOff()).toBeGreaterThan(rounds.length / 2))
})
