import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { codeOf } from './clearError'
import { isRoot } from './dataFolder'

const pointerShape = z.object({ dataDir: z.string(), place: z.string() })

/**
 * The folder for the files of PostgreSQL. Normally the data folder itself. Where the user `postgres` cannot get there (a checkout
 * below /root, say) it is a folder of its own elsewhere, and `postgres-place.json` in the data folder tells which.
 */
export function postgresPlace(dataDir: string): string {
  const here = realpathSync(dataDir)
  const pointed = readPointer(here)
  if (pointed) return pointed
  if (!isRoot() || existsSync(join(here, 'pg18')) || isReachable(here)) return here
  const place = makePlace(here)
  writeFileSync(pointerFile(here), `${JSON.stringify({ dataDir: here, place }, null, 2)}\n`, { mode: 0o600 })
  return place
}

/** Whether another user can enter this folder: every folder on the way must let others pass. */
export function isReachable(folder: string): boolean {
  const parent = dirname(folder)
  const passable = (statSync(folder).mode & 0o001) !== 0
  return passable && (parent === folder || isReachable(parent))
}

/** The pointer of a data folder that was copied elsewhere, rather than moved, still means the original and is not followed. */
function readPointer(here: string): string | undefined {
  if (!existsSync(pointerFile(here))) return undefined
  const { dataDir, place } = pointerShape.parse(JSON.parse(readFileSync(pointerFile(here), 'utf8')))
  const wasCopied = dataDir !== here && existsSync(pointerFile(dataDir))
  return wasCopied || !existsSync(place) ? undefined : place
}

function makePlace(here: string): string {
  const name = createHash('sha256').update(here).digest('hex').slice(0, 16)
  const place = join(roomForAll(), 'kring', name)
  mkdirSync(place, { recursive: true, mode: 0o711 })
  return place
}

/** /var/lib outlives a restart of the machine; the folder for temporary files is the last resort of a read-only system. */
function roomForAll(): string {
  try {
    accessSync('/var/lib', constants.W_OK)
    return '/var/lib'
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return tmpdir()
  }
}

const pointerFile = (dataDir: string): string => join(dataDir, 'postgres-place.json')
