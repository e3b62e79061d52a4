import pg from 'pg'
import { ClearError, codeOf } from './clearError'

/** PostgreSQL numbers its versions as major × 10,000 + minor. */
const oldestVersion = 150_000

/** Refuses an own PostgreSQL that cannot be reached, lets nobody in or is too old. The sentence never holds the password. */
export async function assertUsable(url: string): Promise<void> {
  const version = await serverVersion(url)
  if (version >= oldestVersion) return
  const major = Math.floor(version / 10_000)
  throw new ClearError(
    `De PostgreSQL op ${placeOf(url)} is versie ${major}; Kring heeft versie 15 of nieuwer nodig.`,
    `The PostgreSQL at ${placeOf(url)} is version ${major}; Kring needs version 15 or newer.`,
  )
}

async function serverVersion(url: string): Promise<number> {
  requireUrl(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`)
    return Number(rows[0]?.version)
  } catch (error) {
    throw connectionRefusal(url, error)
  } finally {
    await client.end()
  }
}

function requireUrl(url: string): void {
  if (URL.canParse(url) && /^postgres(ql)?:\/\//.test(url)) return
  throw new ClearError(
    'DATABASE_URL is geen adres van een PostgreSQL; schrijf het zoals postgres://gebruiker:wachtwoord@server:5432/kring.',
    'DATABASE_URL is not the address of a PostgreSQL; write it like postgres://user:password@server:5432/kring.',
  )
}

function connectionRefusal(url: string, error: unknown): ClearError {
  const reason = (error instanceof Error && error.message) || codeOf(error) || 'geen antwoord / no answer'
  return new ClearError(
    `De PostgreSQL van DATABASE_URL (${placeOf(url)}) is niet te gebruiken: ${reason}.`,
    `The PostgreSQL of DATABASE_URL (${placeOf(url)}) cannot be used: ${reason}.`,
  )
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
