import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identify, isAlive } from './processIdentity'

/**
 * Writes this process down as a user of the embedded server, so that a command beside a running Kring does not stop it, nor the
 * other way round. Returns how to strike it out again. A file is named PID@BIRTH, so a dead user is recognised.
 */
export function joinHolders(dataDir: string): () => void {
  const file = join(holdersFolder(dataDir), nameOf(process.pid))
  mkdirSync(holdersFolder(dataDir), { recursive: true, mode: 0o700 })
  writeFileSync(file, '')
  return () => rmSync(file, { force: true })
}

/** Whether another living process uses the server; the traces of dead ones are cleared away. */
export function isHeldByOthers(dataDir: string): boolean {
  const folder = holdersFolder(dataDir)
  const others = readdirSync(folder).filter((name) => name !== nameOf(process.pid))
  const living = others.filter((name) => isAlive(holderNamed(name)))
  for (const name of others) if (!living.includes(name)) rmSync(join(folder, name), { force: true })
  return living.length > 0
}

const nameOf = (pid: number): string => `${pid}@${identify(pid)?.born ?? ''}`.replaceAll(':', '_')

function holderNamed(name: string): { pid: number; born: string } {
  const [pid, born] = name.split('@')
  return { pid: Number(pid), born: (born ?? '').replaceAll('_', ':') }
}

const holdersFolder = (dataDir: string): string => join(dataDir, 'postgres-users')
