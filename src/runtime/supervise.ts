import type { ChildProcess } from 'node:child_process'
import { endChild } from './childProcess'
import { ClearError } from './clearError'

export type Supervision = {
  /** Shown when the child has ended by itself and is started again. */
  readonly name: string
  readonly spawn: () => ChildProcess
  readonly report: (name: string, waitMs: number) => void
}

export type Supervised = {
  /** Fulfilled at the first message of the child; rejected when it ends before that. Nobody needs to wait for it. */
  readonly ready: Promise<void>
  /** Ends the child, which then starts anew by itself. */
  readonly renew: () => Promise<void>
  readonly stop: () => Promise<void>
}

const firstWaitMs = 1000
const longestWaitMs = 30_000
/** A child that lived this long was healthy: its next end is a new trouble, not more of the same. */
const healthyMs = 60_000

/** Keeps one child process running: after an unexpected end it comes back, each time after a longer wait. */
export function supervise({ name, spawn, report }: Supervision): Supervised {
  let isStopping = false
  let waitMs = firstWaitMs
  let timer: NodeJS.Timeout | undefined
  let child = begin()
  const ready = firstMessage(child, name)
  ready.catch(toldByReport)

  function begin(): ChildProcess {
    const started = Date.now()
    const next = spawn()
    let isOver = false
    const over = (): void => {
      if (isOver || isStopping) return
      isOver = true
      waitMs = Date.now() - started > healthyMs ? firstWaitMs : waitMs
      report(name, waitMs)
      timer = setTimeout(() => (child = begin()), waitMs)
      waitMs = Math.min(waitMs * 2, longestWaitMs)
    }
    next.once('error', over)
    next.once('exit', over)
    return next
  }

  return {
    ready,
    renew: () => endChild(child),
    stop: async () => {
      isStopping = true
      clearTimeout(timer)
      await endChild(child)
    },
  }
}

/** The end of a child is reported as such; who waits for `ready` hears it as well. */
const toldByReport = (): void => undefined

function firstMessage(child: ChildProcess, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', () => reject(prematureEnd(name)))
    child.once('error', reject)
  })
}

const prematureEnd = (name: string): ClearError =>
  new ClearError(`Het onderdeel ${name} start niet; hierboven staat waarom.`, `The part ${name} does not start; the reason stands above.`)
