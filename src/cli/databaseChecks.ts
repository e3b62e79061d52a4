import pg from 'pg'
import { pendingMigrations } from '../runtime/pendingMigrations'
import type { Check } from './check'

const oldestMajor = 15
const neededExtensions = ['btree_gist', 'pg_trgm']

/** What a reachable database says about itself and about the work that is done on it. */
export async function databaseChecks(url: string): Promise<readonly Check[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 20_000 })
  await client.connect()
  try {
    const version = await versionCheck(client)
    const migrations = await migrationCheck(url)
    if (!migrations.isOk) return [version, migrations]
    return [version, migrations, await extensionCheck(client), await workerCheck(client), await jobCheck(client)]
  } finally {
    await client.end()
  }
}

async function versionCheck(client: pg.Client): Promise<Check> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  const version = rows[0]?.version ?? ''
  return { name: 'database', isOk: Number.parseInt(version, 10) >= oldestMajor, found: `PostgreSQL ${version}`,
    mend: { nl: `Gebruik PostgreSQL ${oldestMajor} of nieuwer.`, en: `Use PostgreSQL ${oldestMajor} or newer.` } }
}

async function migrationCheck(url: string): Promise<Check> {
  const pending = await pendingMigrations(url)
  return { name: 'migrations', isOk: pending.length === 0, found: pending.length === 0 ? 'bij / up to date' : pending.join(', '),
    mend: { nl: 'Herstart Kring: npm start werkt de database bij.', en: 'Restart Kring: npm start updates the database.' } }
}

async function extensionCheck(client: pg.Client): Promise<Check> {
  const { rows } = await client.query<{ name: string }>('select extname as name from pg_extension where extname = any($1) order by 1', [neededExtensions])
  const missing = neededExtensions.filter((name) => !rows.some((row) => row.name === name))
  return { name: 'extensions', isOk: missing.length === 0, found: missing.length === 0 ? neededExtensions.join(', ') : `- ${missing.join(', ')}`,
    mend: { nl: `Laat een beheerder uitvoeren: create extension ${missing.join(', ')}.`, en: `Have an administrator run: create extension ${missing.join(', ')}.` } }
}

async function workerCheck(client: pg.Client): Promise<Check> {
  const { rows } = await client.query<{ seconds: number | null }>('select extract(epoch from now() - max(beat_at))::int as seconds from worker_heartbeats')
  const seconds = rows[0]?.seconds ?? undefined
  return { name: 'worker', isOk: seconds !== undefined && seconds <= longestSilence, found: seconds === undefined ? '-' : `${seconds} s`,
    mend: { nl: 'Het achtergrondwerk draait niet; (her)start Kring met npm start.', en: 'The background work does not run; (re)start Kring with npm start.' } }
}

/** The worker writes every ten seconds; after this many without a sign it counts as down. */
const longestSilence = 45

/** The last run of each job counts: a failure that was made good since is no longer one. */
async function jobCheck(client: pg.Client): Promise<Check> {
  const { rows } = await client.query<{ job: string; status: string; day: string }>(`
    select job, status, day from (
      select distinct on (job) job, status, business_date::text as day, started_at from job_runs order by job, business_date desc) latest
     where status = 'failed' or (status = 'running' and started_at < now() - interval '1 hour') order by job`)
  return { name: 'jobs', isOk: rows.length === 0, found: rows.length === 0 ? 'geen fouten / no failures' : rows.map(({ job, status, day }) => `${job} ${day} ${status}`).join(', '),
    mend: { nl: 'Bij Taken staat wat er misging; na herstel wordt de dag vanzelf ingehaald.', en: 'Job runs say what went wrong; once mended, the day is caught up by itself.' } }
}
