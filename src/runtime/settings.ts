import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ClearError } from './clearError'

/** The folder of the checkout. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What the environment decides about one running Kring; everything else is configured inside it. */
export type Settings = {
  readonly root: string
  readonly port: number
  /** The address that users type, without a slash at the end. */
  readonly url: string
  readonly dataDir: string
  /** An own PostgreSQL; without it Kring runs one itself. */
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  /** Whether a first start fills the database with the demo association. */
  readonly wantsDemo: boolean
}

/** Reads the settings; throws a ClearError for a value that cannot be meant. An empty variable counts as absent. */
export function readSettings(env: NodeJS.ProcessEnv, root = projectRoot): Settings {
  const port = readPort(env['PORT'] || '3000')
  return {
    root,
    port,
    url: readUrl(env['KRING_URL'] || `http://localhost:${port}`),
    dataDir: resolve(root, env['KRING_DATA_DIR'] || '.data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    smtpUrl: env['SMTP_URL'] || undefined,
    wantsDemo: env['KRING_DEMO'] !== '0',
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new ClearError(
    `PORT=${text} is geen poort; kies een getal van 1 tot en met 65535.`,
    `PORT=${text} is not a port; choose a number from 1 to 65535.`,
  )
}

function readUrl(text: string): string {
  if (URL.canParse(text) && /^https?:\/\//.test(text)) return text.replace(/\/+$/, '')
  throw new ClearError(
    `KRING_URL=${text} is geen webadres; schrijf het zoals https://kring.example.nl.`,
    `KRING_URL=${text} is not a web address; write it like https://kring.example.nl.`,
  )
}
