import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { endChild, exitOf, spawnChild } from './childProcess'
import { ClearError } from './clearError'
import { say } from './say'

/** A part of the start that runs as a process of its own and must succeed. */
export type Step = {
  /** Names the log file, in which everything the step says is kept. */
  readonly name: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly announce: readonly [dutch: string, english: string]
  readonly failure: readonly [dutch: string, english: string]
}

/**
 * A step whose parent is gone ends at once: the next start does it over, and must not find it still at work. Only the step itself:
 * its own children inherit these arguments, and have parents of their own.
 */
const endWithParent = [
  '--import',
  `data:text/javascript,if(process.ppid===${process.pid}){process.on('disconnect',()=>process.exit(1));process.channel.unref()}`,
]

export type Steps = {
  readonly run: (step: Step) => Promise<void>
  /** Breaks off the step that is running, if any. */
  readonly abort: () => Promise<void>
}

/** Runs steps one by one, with their logs in `logFolder`. */
export function createSteps(logFolder: string): Steps {
  let current: ChildProcess | undefined
  return {
    run: async ({ name, args, env, announce, failure }) => {
      const log = join(logFolder, `${name}.log`)
      say(...announce)
      current = spawnChild([...endWithParent, ...args], env, log)
      const code = await exitOf(current)
      if (code !== 0) throw new ClearError(`${failure[0]}; in ${log} staat waarom.`, `${failure[1]}; ${log} says why.`)
    },
    abort: async () => {
      if (current) await endChild(current)
    },
  }
}
