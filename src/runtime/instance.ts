import { join } from 'node:path'
import { ClearError } from './clearError'
import { tryLock } from './instanceLock'
import type { Settings } from './settings'

/** Makes this process the one Kring of its data folder; refuses when another runs there. Returns how to end that. */
export function becomeOnlyInstance({ dataDir, url }: Settings): () => void {
  const attempt = tryLock(join(dataDir, 'kring.lock'), url)
  if (attempt.taken) return attempt.release
  const { pid, note } = attempt.holder
  throw new ClearError(
    `Kring draait hier al (proces ${pid}, ${note}); stop die eerst, of start een tweede met een eigen KRING_DATA_DIR en PORT.`,
    `Kring already runs here (process ${pid}, ${note}); stop that first, or start a second one with its own KRING_DATA_DIR and PORT.`,
  )
}
