import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { typescript } from '../../src/runtime/childProcess'
import { prepareDataFolder } from '../../src/runtime/dataFolder'
import { startEmbeddedPostgres } from '../../src/runtime/embeddedPostgres'
import { postgresPlace } from '../../src/runtime/postgresPlace'
import { isRunning } from '../../src/runtime/processIdentity'
import { runningPostmaster } from '../../src/runtime/postmaster'

const password = 'only-for-tests-0123456789'

/** A data folder whose server is stopped and whose files are removed when the test is over. */
function dataFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'kring-test-'))
  prepareDataFolder(dataDir)
  onTestFinished(async () => {
    const place = postgresPlace(dataDir)
    const server = existsSync(join(place, 'pg18')) ? await startEmbeddedPostgres({ dataDir, password, durable: false }) : undefined
    await server?.stop()
    for (const folder of new Set([place, dataDir])) rmSync(folder, { recursive: true, force: true })
  })
  return dataDir
}

const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, password, durable: false })
const postmasterOf = (dataDir: string): number => runningPostmaster(join(postgresPlace(dataDir), 'pg18'))?.pid ?? 0

async function query(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return Object.values((await client.query<Record<string, unknown>>(text)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

describe('the embedded server', () => {
  it('sorts by code point in UTF-8, asks for a password and listens to this machine only', async () => {
    const { url } = await start(dataFolder())
    expect(await query(url, `select concat_ws(' ', datlocprovider, datlocale, pg_encoding_to_char(encoding)) from pg_database where datname = 'kring'`)).toBe('b C.UTF-8 UTF8')
    expect(await query(url, `select string_agg(distinct auth_method, ',') from pg_hba_file_rules`)).toBe('scram-sha-256')
    expect(await query(url, 'show listen_addresses')).toBe('127.0.0.1')
    await expect(query(url.replace(password, 'wrong'), 'select 1')).rejects.toThrow('password authentication failed')
  })

  it('has the extensions that Kring uses', async () => {
    const { url } = await start(dataFolder())
    for (const name of ['pg_trgm', 'btree_gist', 'unaccent', 'ltree']) await query(url, `create extension ${name}`)
    expect(await query(url, `select count(*)::int from pg_extension where extname <> 'plpgsql'`)).toBe(4)
  })

  it('keeps its data and its port', async () => {
    const dataDir = dataFolder()
    const first = await start(dataDir)
    await query(first.url, 'create table kept as select 1 as one')
    await first.stop()
    expect(first.isRunning()).toBe(false)
    const second = await start(dataDir)
    expect(second.url).toBe(first.url)
    expect(await query(second.url, 'select one from kept')).toBe(1)
  })

  it('is taken over from a start that was killed', async () => {
    const dataDir = dataFolder()
    const killed = spawn(process.execPath, [...typescript('test/setup/leaveServer.ts'), dataDir, password], { stdio: 'inherit' })
    await once(killed, 'exit')
    const left = postmasterOf(dataDir)
    expect(isRunning(left)).toBe(true)
    const { url } = await start(dataDir)
    expect(postmasterOf(dataDir)).toBe(left)
    expect(await query(url, 'select 1')).toBe(1)
  })

  it('has everything that was committed after it was killed itself', async () => {
    const dataDir = dataFolder()
    const { url } = await startEmbeddedPostgres({ dataDir, password })
    await query(url, 'create table kept as select 1 as one')
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    const again = await start(dataDir)
    expect(await query(again.url, 'select one from kept')).toBe(1)
  })

  it('is not fooled by a number that another program has got', async () => {
    const dataDir = dataFolder()
    await (await start(dataDir)).stop()
    const cluster = join(postgresPlace(dataDir), 'pg18')
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n0\n5432\n`)
    const { url } = await start(dataDir)
    expect(await query(url, 'select 1')).toBe(1)
  })

  it('starts over after its making was broken off', async () => {
    const dataDir = dataFolder()
    mkdirSync(join(postgresPlace(dataDir), 'pg-unfinished', 'data'), { recursive: true })
    writeFileSync(join(postgresPlace(dataDir), 'pg-unfinished', 'data', 'PG_VERSION'), '18\n')
    const { url } = await start(dataDir)
    expect(await query(url, 'select 1')).toBe(1)
    expect(readdirSync(postgresPlace(dataDir))).not.toContain('pg-unfinished')
  })

  it('refuses the data of another version, and a password that does not fit', async () => {
    const dataDir = dataFolder()
    const { stop } = await start(dataDir)
    await stop()
    await expect(startEmbeddedPostgres({ dataDir, password: 'another-one-0123456789' })).rejects.toThrow('secrets.json')
    expect(postmasterOf(dataDir)).toBe(0)
    const elsewhere = dataFolder()
    mkdirSync(join(postgresPlace(elsewhere), 'pg17'))
    writeFileSync(join(postgresPlace(elsewhere), 'pg17', 'PG_VERSION'), '17\n')
    await expect(start(elsewhere)).rejects.toThrow('PostgreSQL 17')
  })
})
