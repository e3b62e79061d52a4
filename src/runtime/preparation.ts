import { buildArguments, needsBuild, sourceHash, stampBuild } from './appBuild'
import { typescript } from './childProcess'
import { type DemoState, settleDemo } from './demo'
import { pendingMigrations } from './pendingMigrations'
import type { Steps } from './steps'

/** Builds the website when its sources changed since the last build. Takes about a minute, and nothing when nothing changed. */
export async function prepareWebsite(steps: Steps, env: NodeJS.ProcessEnv): Promise<void> {
  if (!needsBuild()) return
  const hash = sourceHash()
  await steps.run({
    name: 'build',
    args: ['--max-old-space-size=4096', ...buildArguments],
    env,
    announce: ['De website wordt gebouwd; dat duurt ongeveer een minuut…', 'Building the website; this takes about a minute…'],
    failure: ['De website kon niet worden gebouwd', 'The website could not be built'],
  })
  stampBuild(hash)
}

/** Brings the database up to date; without anything to do it only asks. */
export async function prepareDatabase(steps: Steps, env: NodeJS.ProcessEnv, url: string): Promise<void> {
  const pending = await pendingMigrations(url)
  if (pending.length === 0) return
  await steps.run({
    name: 'migrate',
    args: typescript('src/runtime/migrate.ts'),
    env,
    announce: ['De database wordt bijgewerkt…', 'Updating the database…'],
    failure: ['De database kon niet worden bijgewerkt', 'The database could not be updated'],
  })
}

/** Fills a new database with the demo association, unless it was declined. */
export function prepareDemo(steps: Steps, env: NodeJS.ProcessEnv, wanted: { url: string; wantsDemo: boolean }): Promise<DemoState> {
  return settleDemo(wanted.url, wanted.wantsDemo, () =>
    steps.run({
      name: 'demo',
      args: typescript('src/seed/loadDemo.ts'),
      env,
      announce: ['De demovereniging wordt klaargezet…', 'Preparing the demo association…'],
      failure: ['De demovereniging kon niet worden klaargezet', 'The demo association could not be prepared'],
    }),
  )
}
