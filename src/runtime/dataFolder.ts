import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs'
import { ClearError } from './clearError'

const enterForAll = 0o111

/**
 * Makes the folder in which one Kring keeps its own things, closed to others. Root lets other users pass through (not read),
 * because PostgreSQL refuses to run as root and its files live below this folder.
 */
export function prepareDataFolder(dataDir: string): void {
  try {
    const isNew = mkdirSync(dataDir, { recursive: true }) !== undefined
    if (isNew) chmodSync(dataDir, 0o700)
    accessSync(dataDir, constants.W_OK)
    if (isRoot()) chmodSync(dataDir, (statSync(dataDir).mode & 0o7777) | enterForAll)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ClearError(
      `Kring kan niet schrijven in ${dataDir} (${reason}); kies een andere map met KRING_DATA_DIR=….`,
      `Kring cannot write in ${dataDir} (${reason}); choose another folder with KRING_DATA_DIR=….`,
    )
  }
}

/** Root may do everything but run PostgreSQL. */
export const isRoot = (): boolean => process.getuid?.() === 0
