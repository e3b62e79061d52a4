import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ClearError } from './clearError'

const secretsShape = z.object({ payloadSecret: z.string().min(32), databasePassword: z.string().min(16), demoPassword: z.string().min(12).optional() })

/** What signs the sessions, opens the embedded database, and opens the demo logins. */
export type Secrets = Readonly<Required<z.infer<typeof secretsShape>>>

/** The secrets of this data folder, made on first use in a file that only its owner can read. */
export function readOrCreateSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  const known = existsSync(file) ? readSecrets(file) : { payloadSecret: randomSecret(), databasePassword: randomSecret() }
  if (known.demoPassword !== undefined) return { ...known, demoPassword: known.demoPassword }
  const secrets = { ...known, demoPassword: randomPassword() }
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(unfinished, file)
  return secrets
}

function readSecrets(file: string): z.infer<typeof secretsShape> {
  const parsed = secretsShape.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw new ClearError(
    `${file} is beschadigd; zet het bestand terug uit je reservekopie.`,
    `${file} is damaged; put the file back from your backup.`,
  )
}

/** Undefined for text that is not JSON; the shape check then refuses it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const randomSecret = (): string => randomBytes(32).toString('base64url')

/** Letters and digits that cannot be taken for each other, as people type this one. */
const typeable = 'abcdefghjkmnpqrstuvwxyz23456789'
const randomPassword = (): string => Array.from(randomBytes(14), (byte) => typeable[byte % typeable.length]).join('')
