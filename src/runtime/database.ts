import { setTimeout as delay } from 'node:timers/promises'
import { join } from 'node:path'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embeddedPostgres'
import { assertUsable } from './externalPostgres'
import { isHeldByOthers, joinHolders } from './holders'
import { type LockAttempt, tryLock } from './instanceLock'
import type { Secrets } from './secrets'
import type { Settings } from './settings'

/** The database of this Kring, ready for use. */
export type Database = {
  /** The address at the time of opening. */
  readonly url: string
  /** False when Kring runs it itself and it has ended; an own PostgreSQL is somebody else's to watch. */
  readonly isRunning: () => boolean
  /** Starts it again after an unexpected end and returns its address, which is a new one if its port was taken meanwhile. */
  readonly restart: () => Promise<string>
  /** Lets go of it; the embedded server ends when nobody else of this data folder uses it. */
  readonly close: () => Promise<void>
}

/** The PostgreSQL of DATABASE_URL when that is set and usable, and the embedded one of the data folder otherwise. */
export async function openDatabase(settings: Settings, secrets: Secrets): Promise<Database> {
  if (settings.databaseUrl) return openExternal(settings.databaseUrl)
  return await openEmbedded(settings.dataDir, secrets.databasePassword)
}

/** Opens the database for the length of one piece of work, beside a running Kring or without one. */
export async function withDatabase<T>(settings: Settings, secrets: Secrets, work: (url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase(settings, secrets)
  try {
    return await work(database.url)
  } finally {
    await database.close()
  }
}

async function openExternal(url: string): Promise<Database> {
  await assertUsable(url)
  return { url, isRunning: () => true, restart: async () => url, close: async () => undefined }
}

async function openEmbedded(dataDir: string, password: string): Promise<Database> {
  const leave = joinHolders(dataDir)
  let server: EmbeddedPostgres
  try {
    server = await oneAtATime(dataDir, () => startEmbeddedPostgres({ dataDir, password }))
  } catch (error) {
    leave()
    throw error
  }
  return {
    url: server.url,
    isRunning: () => server.isRunning(),
    restart: async () => {
      server = await oneAtATime(dataDir, () => startEmbeddedPostgres({ dataDir, password }))
      return server.url
    },
    close: () =>
      oneAtATime(dataDir, async () => {
        leave()
        if (!isHeldByOthers(dataDir)) await server.stop()
      }),
  }
}

/** Starting and stopping the server of one data folder never overlap, whatever processes do it. */
async function oneAtATime<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const release = await waitForLock(join(dataDir, 'postgres.lock'))
  try {
    return await work()
  } finally {
    release()
  }
}

async function waitForLock(file: string): Promise<() => void> {
  for (;;) {
    const attempt: LockAttempt = tryLock(file, 'postgres')
    if (attempt.taken) return attempt.release
    await delay(50)
  }
}
