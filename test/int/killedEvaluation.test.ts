import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAssociation, moveSome, shapeOf } from '../../src/bench/association'
import { addDays, day } from '../../src/domain/localDate'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { exitOf, spawnChild, typescript } from '../../src/runtime/childProcess'
import { transactionOver } from '../../src/store/clientTransaction'
import type { Thoroughness } from '../../src/store/evaluation'
import { howMany } from '../setup/howMany'
import { requestOver } from './evaluation/bareRequest'
import { onConnection, openCrashServer, type CrashServer } from './evaluation/crashServer'
import type { Ask } from './evaluation/evaluateAlone'
import { diceOf } from './evaluation/randomNumbers'
import { stateOf } from './evaluation/state'

const shape = shapeOf(20_000)
const firstDay = day('2024-02-25')

type Victim = 'app' | 'session' | 'server'
/** Another one strikes at other moments. */
const seed = Number(process.env['KRING_SEED'] ?? 1)
const dice = diceOf(seed)
const rounds: readonly Victim[] = [
  ...Array.from({ length: howMany(8, 60) }, (): Victim => 'app'),
  ...Array.from({ length: howMany(2, 15) }, (): Victim[] => ['session', 'server']).flat(),
]

describe('an evaluation that is killed', () => {
  let server: CrashServer
  let next: Promise<ChildProcess>
  const logs = mkdtempSync(join(tmpdir(), 'kring-test-'))
  let date = firstDay
  let brokenOff = 0

  beforeAll(async () => {
    server = await openCrashServer()
    await onConnection(server.url('kring'), (client) => loadAssociation(transactionOver(client), shape))
    await onConnection(server.url('postgres'), (client) => client.query('create database undisturbed template kring'))
    next = readyChild()
  })
  afterAll(async () => {
    const waiting = await next
    waiting.kill('SIGKILL')
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

  async function readyChild(): Promise<ChildProcess> {
    const child = spawnChild(typescript('test/int/evaluation/evaluateAlone.ts'), process.env, join(logs, 'child.log'))
    await once(child, 'message')
    return child
  }

  /** Starts a run in a process of its own and strikes after so many milliseconds. */
  async function strike(victim: Victim, thoroughness: Thoroughness, after: number): Promise<void> {
    const child = await next
    const ended = exitOf(child)
    const said: unknown[] = []
    child.on('message', (message) => said.push(message))
    child.send({ url: server.url('kring'), date, thoroughness } satisfies Ask)
    await once(child, 'message')
    await delay(after)
    if (!said.includes('done')) brokenOff += 1
    if (victim === 'app') child.kill('SIGKILL')
    if (victim === 'server') server.kill()
    if (victim === 'session') await onConnection(server.url('postgres'), (client) => client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'kring'`))
    await ended
    if (victim === 'server') await server.restart()
    next = readyChild()
  }

  it.each(rounds.map((victim, round) => ({ victim, round })))('gives what an undisturbed one gives (round $round, $victim)', async ({ victim, round }) => {
    const thoroughness = dice.pick<Thoroughness>('full', 'incremental')
    await move()
    const begun = performance.now()
    await evaluate('undisturbed', thoroughness)
    const lasting = performance.now() - begun
    for (let strikes = round === 0 ? 3 : 1; strikes > 0; strikes -= 1) await strike(victim, thoroughness, lasting * (dice.below(100) / 100))
    await evaluate('kring', thoroughness)
    expect(await state('kring')).toEqual(await state('undisturbed'))
    date = addDays(date, round % 3 === 0 ? 0 : 1)
  })

  it('was mostly still at work when it was killed', () => {
    expect(brokenOff).toBeGreaterThan(rounds.length / 2)
  })

  it('gives the same when two run at once', async () => {
    await move()
    await evaluate('undisturbed', 'full')
    await Promise.all([evaluate('kring', 'full'), evaluate('kring', 'incremental')])
    expect(await state('kring')).toEqual(await state('undisturbed'))
  })
})
