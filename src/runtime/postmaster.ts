import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './clearError'
import { isRunning } from './processIdentity'

/** A PostgreSQL server that runs on a cluster folder. */
export type Postmaster = { readonly pid: number; readonly port: number }

/**
 * The server that runs on this cluster, read from the file that PostgreSQL keeps. After a crash the file stays behind: PostgreSQL
 * handles that itself when the number belongs to nobody, but would trip over a number that another program has got since.
 */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (!pid || !port || !isRunning(pid)) return undefined
  if (servesCluster(pid, cluster)) return { pid, port }
  rmSync(file, { force: true })
  return undefined
}

/** A server stands in its own cluster folder. A process that we may not look at is another user's; without /proc the file is believed. */
function servesCluster(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch (error) {
    return codeOf(error) === 'ENOENT'
  }
}

/** Stops a server the fast way: sessions are broken off, everything committed is kept. After a minute it is stopped the hard way. */
export async function stopPostmaster(pid: number): Promise<void> {
  signalIfRunning(pid, 'SIGINT')
  if (await endsWithin(pid, 60_000)) return
  signalIfRunning(pid, 'SIGQUIT')
  await endsWithin(pid, 10_000)
}

function signalIfRunning(pid: number, signal: NodeJS.Signals): void {
  if (isRunning(pid)) process.kill(pid, signal)
}

async function endsWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}
