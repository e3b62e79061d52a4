import pg from 'pg'

/** What the website tells about itself: no names, versions or addresses. */
export type Health = {
  readonly status: 'ok' | 'unavailable'
  readonly web: 'ok'
  readonly worker: 'ok' | 'down' | 'unknown'
  readonly database: 'ok' | 'down'
}

/** The worker writes every ten seconds; after this long without a sign it counts as down. */
const longestSilence = '45 seconds'

/** A connection of its own: the check must still answer when everybody else waits for one. */
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 1,
  connectionTimeoutMillis: 2000,
  query_timeout: 2000,
  idleTimeoutMillis: 10_000,
})
pool.on('error', (error) => console.error(error.message))

/** Looks at the database and, through it, at the worker. Never throws. */
export async function readHealth(): Promise<Health> {
  try {
    const { rows } = await pool.query<{ fresh: boolean }>(
      `select coalesce(max(beat_at) > now() - $1::interval, false) as fresh from worker_heartbeats`,
      [longestSilence],
    )
    const worker = rows[0]?.fresh ? 'ok' : 'down'
    return { status: worker === 'ok' ? 'ok' : 'unavailable', web: 'ok', worker, database: 'ok' }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { status: 'unavailable', web: 'ok', worker: 'unknown', database: 'down' }
  }
}
