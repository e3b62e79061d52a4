import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ClearError } from './clearError'
import { isRoot } from './dataFolder'

/** The user that PostgreSQL runs as; empty when that is simply the user who started Kring. */
export type PostgresOwner = { readonly uid?: number; readonly gid?: number }

/** PostgreSQL refuses to run as root, so root lends it the system user `postgres`, made when it does not exist. */
export function postgresOwner(): PostgresOwner {
  if (!isRoot()) return {}
  const known = findUser('postgres')
  if (known) return known
  createUser()
  const created = findUser('postgres')
  if (created) return created
  throw new ClearError(
    'PostgreSQL draait niet als root en de gebruiker postgres kon niet worden aangemaakt; start Kring als gewone gebruiker.',
    'PostgreSQL does not run as root and the user postgres could not be created; start Kring as an ordinary user.',
  )
}

function findUser(name: string): PostgresOwner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((text) => text.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function createUser(): void {
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', 'postgres'])
}
