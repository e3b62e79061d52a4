import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { exitOf, spawnChild, typescript } from '../../src/runtime/childProcess'
import { onConnection, type CrashServer } from '../int/evaluation/crashServer'

/** Who is killed: the process that works, its session in the database, or the database itself. */
export type Victim = 'app' | 'session' | 'server'

export const victims = (counts: Readonly<Record<Victim, number>>): readonly Victim[] =>
  (['app', 'session', 'server'] as const).flatMap((victim) => Array.from({ length: counts[victim] }, () => victim))

/** Another database like the one that was prepared. */
export const copyOfKring = (server: CrashServer, name: string): Promise<unknown> => onConnection(server.url('postgres'), (client) => client.query(`create database ${name} template kring`))

type Child = { readonly script: string; readonly folder: string; readonly env?: Readonly<Record<string, string>> }
type Moment<Ask> = { readonly ask: Ask; readonly database: string; readonly after: number }

/** Work in a process of its own that is struck in the middle. The script says that it is ready, takes an ask, says that it begins, and says `done`. */
export function strikes<Ask extends object>(server: CrashServer, { script, folder, env = {} }: Child) {
  let brokenOff = 0
  let next = readyChild()

  async function readyChild(): Promise<ChildProcess> {
    const child = spawnChild(typescript(script), { ...process.env, ...env }, join(folder, 'child.log'))
    await once(child, 'message')
    return child
  }

  return {
    /** Starts the work and strikes after so many milliseconds; afterwards the server runs again. */
    strike: async (victim: Victim, { ask, database, after }: Moment<Ask>): Promise<void> => {
      const child = await next
      const ended = exitOf(child)
      const said: unknown[] = []
      child.on('message', (message) => said.push(message))
      child.send(ask)
      await once(child, 'message')
      await delay(after)
      if (!said.includes('done')) brokenOff += 1
      if (victim === 'app') child.kill('SIGKILL')
      if (victim === 'server') server.kill()
      if (victim === 'session') await onConnection(server.url('postgres'), (client) => client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]))
      await ended
      if (victim === 'server') await server.restart()
      next = readyChild()
    },
    /** How often it was struck before it was done. */
    brokenOff: () => brokenOff,
    stop: async (): Promise<void> => { (await next).kill('SIGKILL') },
  }
}
