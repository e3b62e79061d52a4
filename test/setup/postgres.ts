import { once } from 'node:events'
import type { TestProject } from 'vitest/node'
import { endChild, exitOf, spawnChild, typescript } from '../../src/runtime/childProcess'
import { createDatabase, dropDatabase, inDatabase } from './server'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a server on which tests may make databases; the database in it is not used. */
    serverUrl: string
    /** Name of the migrated database that fresh ones are copied from. */
    templateDatabase: string
  }
}

/** One PostgreSQL for the whole run, with one migrated database to copy: an own one, or that of DATABASE_URL. */
export default async function postgres(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startServer()
  const template = `kring_template_${process.pid}`
  await createDatabase(url, template)
  await migrate(inDatabase(url, template))
  project.provide('serverUrl', url)
  project.provide('templateDatabase', template)
  return async () => {
    await dropDatabase(url, template)
    await stop()
  }
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const external = process.env['DATABASE_URL']
  if (external) return { url: external, stop: async () => undefined }
  const child = spawnChild(typescript('test/setup/postgresServer.ts'), process.env)
  const [message] = await Promise.race([once(child, 'message'), exitOf(child).then(serverEnded)])
  return { url: String(message), stop: () => endChild(child, 60_000) }
}

function serverEnded(code: number | null): never {
  throw new Error(`The PostgreSQL for the tests ended with code ${code}`)
}

async function migrate(url: string): Promise<void> {
  const secret = 'only-for-tests-0123456789-0123456789'
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', DATABASE_URL: url, PAYLOAD_SECRET: secret, PAYLOAD_LOG_LEVEL: 'warn' }
  const code = await exitOf(spawnChild(typescript('src/runtime/migrate.ts'), env))
  if (code !== 0) throw new Error(`The migrations ended with code ${code}; their output stands above`)
}
