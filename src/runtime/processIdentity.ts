import { readFileSync } from 'node:fs'
import { codeOf } from './clearError'

/** A process, told apart from a later one that got the same number. */
export type ProcessIdentity = { readonly pid: number; readonly born: string }

/** The running process with this number, or nothing when there is none. */
export function identify(pid: number): ProcessIdentity | undefined {
  return isRunning(pid) ? { pid, born: birthOf(pid) } : undefined
}

/** Whether exactly this process still runs. */
export function isAlive({ pid, born }: ProcessIdentity): boolean {
  return identify(pid)?.born === born
}

/** Whether some process has this number; one of another user counts, one that only waits to be buried does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  return linuxStatus(pid)?.[0] !== 'Z'
}

/** Linux tells the boot and the tick in it at which a process began; elsewhere the number alone has to do. */
function birthOf(pid: number): string {
  const tick = linuxStatus(pid)?.[19]
  return tick === undefined ? '' : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${tick}`
}

/** The fields of /proc/PID/stat from the third on (proc_pid_stat(5)): state first; the name before it may hold spaces. */
function linuxStatus(pid: number): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
  } catch {
    return undefined
  }
}
