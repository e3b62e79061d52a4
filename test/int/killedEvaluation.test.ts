import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAssociation, moveSome, shapeOf } from '../../src/bench/association'
import { addDays, day } from '../../src/domain/localDate'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { transactionOver } from '../../src/store/clientTransaction'
import type { Thoroughness } from '../../src/store/evaluation'
import { howMany } from '../setup/howMany'
import { copyOfKring, strikes, victims } from '../setup/strikes'
import { requestOver } from './evaluation/bareRequest'
import { onConnection, openCrashServer, type CrashServer } from './evaluation/crashServer'
import type { Ask } from './evaluation/evaluateAlone'
import { diceOf } from './evaluation/randomNumbers'
import { stateOf } from './evaluation/state'

const shape = shapeOf(20_000)
const firstDay = day('2024-02-25')

/** Another one strikes at other moments. */
const seed = Number(process.env['KRING_SEED'] ?? 1)
const dice = diceOf(seed)
const rounds = victims({ app: howMany(8, 60), session: howMany(2, 15), server: howMany(2, 15) })

describe('an evaluation that is killed', () => {
  let server: CrashServer
  let striking: ReturnType<typeof strikes<Ask>>
  const logs = mkdtempSync(join(tmpdir(), 'kring-test-'))
  let date = firstDay

  beforeAll(async () => {
    server = await openCrashServer()
    await onConnection(server.url('kring'), (client) => loadAssociation(transactionOver(client), shape))
    await copyOfKring(server, 'undisturbed')
    striking = strikes(server, { script: 'test/int/evaluation/evaluateAlone.ts', folder: logs })
  })
  afterAll(async () => {
    await striking.stop()
    await server.close()
    rmSync(logs, { recursive: true })
  })

  const evaluate = (database: string, thoroughness: Thoroughness): Promise<unknown> =>
    onConnection(server.url(database), (client) => runEvaluation(requestOver(transactionOver(client)), date, thoroughness))
  const state = (database: string): Promise<unknown> => onConnection(server.url(database), (client) => stateOf(transactionOver(client)))
  const move = async (): Promise<void> => {
    for (const database of ['kring', 'undisturbed']) {
      await onConnection(server.url(database), async (client) => {
        for (let count = 0; count < 10; count += 1) await moveSome(transactionOver(client), shape, Number(date.slice(-2)) * 10 + count)
      })
    }
  }

  it.each(rounds.map((victim, round) => ({ victim, round })))('gives what an undisturbed one gives (round $round, $victim)', async ({ victim, round }) => {
    const thoroughness = dice.pick<Thoroughness>('full', 'incremental')
    await move()
    const begun = performance.now()
    await evaluate('undisturbed', thoroughness)
    const lasting = performance.now() - begun
    for (let times = round === 0 ? 3 : 1; times > 0; times -= 1) {
      await striking.strike(victim, { ask: { url: server.url('kring'), date, thoroughness }, database: 'kring', after: lasting * (dice.below(100) / 100) })
    }
    await evaluate('kring', thoroughness)
    expect(await state('kring')).toEqual(await state('undisturbed'))
    date = addDays(date, round % 3 === 0 ? 0 : 1)
  })

  it('was mostly still at work when it was killed', () => {
    expect(striking.brokenOff()).toBeGreaterThan(rounds.length / 2)
  })

  it('gives the same when two run at once', async () => {
    await move()
    await evaluate('undisturbed', 'full')
    await Promise.all([evaluate('kring', 'full'), evaluate('kring', 'incremental')])
    expect(await state('kring')).toEqual(await state('undisturbed'))
  })
})
