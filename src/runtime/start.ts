import { childEnvironment } from './childEnvironment'
import { spawnChild, typescript } from './childProcess'
import { sentenceOf } from './clearError'
import { prepareDataFolder } from './dataFolder'
import { type Database, openDatabase } from './database'
import { becomeOnlyInstance } from './instance'
import { assertPortFree } from './ports'
import { prepareDatabase, prepareDemo, prepareWebsite } from './preparation'
import { say } from './say'
import { readOrCreateSecrets } from './secrets'
import { readSettings, type Settings } from './settings'
import { createShutdown, type Shutdown } from './shutdown'
import { createSteps } from './steps'
import { supervise } from './supervise'
import { watchDatabase } from './watchDatabase'
import { welcome } from './welcome'

/** `npm start`: everything that a Kring needs, in the order in which one thing needs the other. */
async function start(settings: Settings, shutdown: Shutdown): Promise<void> {
  prepareDataFolder(settings.dataDir)
  shutdown.later(becomeOnlyInstance(settings))
  await assertPortFree(settings.port)

  const secrets = readOrCreateSecrets(settings.dataDir)
  const opening = openDatabase(settings, secrets)
  shutdown.later(() => closeOpened(opening))
  const database = await opening

  let env = childEnvironment(settings, secrets, database.url)
  const steps = createSteps(settings.dataDir)
  shutdown.later(steps.abort)
  await prepareWebsite(steps, env)
  await prepareDatabase(steps, env, database.url)
  const demo = await prepareDemo(steps, { ...env, KRING_DEMO_PASSWORD: secrets.demoPassword }, { url: database.url, wantsDemo: settings.wantsDemo })
  if (shutdown.isUnderWay()) return

  const web = supervise({ name: 'web', spawn: () => spawnChild(typescript('src/runtime/web.ts'), env), report: reportRestart })
  shutdown.later(web.stop)
  const worker = supervise({ name: 'worker', spawn: () => spawnChild(typescript('jobs/worker.ts'), env), report: reportRestart })
  shutdown.later(worker.stop)
  const stopWatching = watchDatabase(database, async (url) => {
    env = childEnvironment(settings, secrets, url)
    await Promise.all([web.renew(), worker.renew()])
  })
  shutdown.later(stopWatching)

  await web.ready
  await welcome(settings, demo, secrets.demoPassword)
}

/** A database that could not be opened needs no closing; `start` itself reports why. */
const closeOpened = (opening: Promise<Database>): Promise<void> => opening.then((database) => database.close(), () => undefined)

const processNames: Readonly<Record<string, readonly [string, string]>> = {
  web: ['De website', 'The website'],
  worker: ['Het achtergrondwerk', 'The background work'],
}

function reportRestart(name: string, waitMs: number): void {
  const [dutch, english] = processNames[name] ?? [name, name]
  say(`${dutch} is gestopt en start over ${waitMs / 1000} s opnieuw.`, `${english} has ended and starts again in ${waitMs / 1000} s.`)
}

/** A Ctrl-C under npm arrives twice at once: from the terminal and from npm. Only a later one is a second wish. */
const echoMs = 1500

function stopOnSignals(shutdown: Shutdown): void {
  let askedAt: number | undefined
  const stop = (): void => {
    if (askedAt !== undefined && Date.now() - askedAt > echoMs) process.exit(1)
    if (askedAt !== undefined) return
    askedAt = Date.now()
    say('Kring wordt gestopt…', 'Stopping Kring…')
    shutdown.run().then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  process.on('disconnect', stop)
}

function fail(error: unknown): never {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
}

const shutdown = createShutdown()
stopOnSignals(shutdown)
try {
  await start(readSettings(process.env), shutdown)
} catch (error) {
  if (!shutdown.isUnderWay()) await shutdown.run().then(() => fail(error), () => fail(error))
}
