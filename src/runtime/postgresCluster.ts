import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClearError } from './clearError'
import type { PostgresOwner } from './postgresOwner'
import type { PostgresPrograms } from './postgresPrograms'

/** The one role that the embedded server has. */
export const superuser = 'kring'

export type ClusterPlan = {
  readonly place: string
  readonly programs: PostgresPrograms
  readonly owner: PostgresOwner
  readonly password: string
  /** False leaves out the syncs to disk: for data that may be lost, such as that of tests. */
  readonly durable: boolean
}

/** The cluster folder below `place`, made when it does not exist. An interrupted making leaves nothing that looks finished. */
export function prepareCluster(plan: ClusterPlan): string {
  const cluster = join(plan.place, `pg${plan.programs.major}`)
  if (existsSync(cluster)) requireVersion(cluster, plan.programs.major)
  else createCluster(plan, cluster)
  return cluster
}

/** Text sorts by code point whatever the system offers, so that an index survives a move to another machine. */
const clusterOptions = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--auth=scram-sha-256']

function createCluster({ place, programs, owner, password, durable }: ClusterPlan, cluster: string): void {
  requireNoOtherVersion(place, programs.major)
  const workshop = join(place, 'pg-unfinished')
  const passwordFile = join(workshop, 'password')
  rmSync(workshop, { recursive: true, force: true })
  mkdirSync(workshop, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  for (const path of [workshop, passwordFile]) giveTo(owner, path)
  const data = join(workshop, 'data')
  const options = [...clusterOptions, `--username=${superuser}`, `--pwfile=${passwordFile}`, ...(durable ? [] : ['--no-sync'])]
  const made = spawnSync(programs.initdb, ['-D', data, ...options], { ...owner, cwd: '/', env: plainEnvironment, encoding: 'utf8' })
  if (made.status !== 0) throw creationRefusal(made.error?.message ?? made.stderr)
  renameSync(data, cluster)
  rmSync(workshop, { recursive: true, force: true })
}

/** Nothing of the caller's environment (PGDATA, LC_ALL, …) may steer the server. */
export const plainEnvironment: NodeJS.ProcessEnv = { NODE_ENV: 'production', PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }

function giveTo({ uid, gid }: PostgresOwner, path: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

function requireVersion(cluster: string, major: number): void {
  const found = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'))
  if (found !== major) throw versionRefusal(cluster, found, major)
}

function requireNoOtherVersion(place: string, major: number): void {
  const others = Array.from({ length: 30 }, (_, index) => index + 10).filter((version) => version !== major)
  const found = others.find((version) => existsSync(join(place, `pg${version}`, 'PG_VERSION')))
  if (found !== undefined) throw versionRefusal(join(place, `pg${found}`), found, major)
}

function versionRefusal(cluster: string, found: number, major: number): ClearError {
  return new ClearError(
    `De gegevens in ${cluster} zijn van PostgreSQL ${found}, deze Kring brengt ${major} mee; zet ze eerst over met pg_upgrade.`,
    `The data in ${cluster} are those of PostgreSQL ${found}, this Kring brings ${major}; convert them with pg_upgrade first.`,
  )
}

function creationRefusal(output: string): ClearError {
  const reason = output.split('\n').find((line) => line.includes('error')) ?? output.trim().split('\n').at(-1) ?? ''
  return new ClearError(`De database kon niet worden aangemaakt: ${reason}`, `The database could not be created: ${reason}`)
}
