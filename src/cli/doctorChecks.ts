import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { withDatabase } from '../runtime/database'
import { readOrCreateSecrets } from '../runtime/secrets'
import { readSettings, type Settings } from '../runtime/settings'
import type { Check } from './check'
import { databaseChecks } from './databaseChecks'

const startFirst = { nl: 'Start Kring met npm start.', en: 'Start Kring with npm start.' }
const oldestNode = 24
const leastFreeBytes = 1024 ** 3

/** Everything, in the order in which one thing needs the other. Nothing is changed, and no database is made where there is none. */
export async function doctorChecks(): Promise<readonly Check[]> {
  const settings = readSettings(process.env)
  const machine = [nodeCheck(), folderCheck(settings), secretsCheck(settings), await diskCheck(settings)]
  const hasSecrets = existsSync(join(settings.dataDir, 'secrets.json'))
  if (!hasSecrets) return [...machine, { name: 'database', isOk: false, found: 'nog niet gemaakt / not made yet', mend: startFirst }]
  return [...machine, ...await reachable(settings)]
}

async function reachable(settings: Settings): Promise<readonly Check[]> {
  try {
    return await withDatabase(settings, readOrCreateSecrets(settings.dataDir), databaseChecks)
  } catch (error) {
    const found = error instanceof Error ? error.message.replace('\n', ' / ') : String(error)
    return [{ name: 'database', isOk: false, found, mend: { nl: 'Controleer DATABASE_URL, of herstart Kring.', en: 'Check DATABASE_URL, or restart Kring.' } }]
  }
}

function nodeCheck(): Check {
  const isOk = Number(process.versions.node.split('.')[0]) >= oldestNode
  return { name: 'node', isOk, found: process.versions.node, mend: { nl: 'Verwijder node_modules en start opnieuw.', en: 'Remove node_modules and start again.' } }
}

function folderCheck({ dataDir }: Settings): Check {
  const mend = { nl: 'Geef schrijfrechten op deze map, of kies een andere met KRING_DATA_DIR.', en: 'Make this folder writable, or choose another with KRING_DATA_DIR.' }
  if (!existsSync(dataDir)) return { name: 'data', isOk: false, found: `${dataDir} ontbreekt / is missing`, mend: startFirst }
  try {
    accessSync(dataDir, constants.W_OK)
    return { name: 'data', isOk: true, found: dataDir }
  } catch (error) {
    return { name: 'data', isOk: false, found: error instanceof Error ? error.message : dataDir, mend }
  }
}

function secretsCheck({ dataDir }: Settings): Check {
  const file = join(dataDir, 'secrets.json')
  if (!existsSync(file)) return { name: 'secrets', isOk: false, found: `${file} ontbreekt / is missing`, mend: startFirst }
  const mode = statSync(file).mode & 0o777
  const isOk = process.platform === 'win32' || (mode & 0o077) === 0
  return { name: 'secrets', isOk, found: mode.toString(8), mend: { nl: `Alleen de eigenaar mag dit lezen: chmod 600 ${file}`, en: `Only the owner may read this: chmod 600 ${file}` } }
}

async function diskCheck({ dataDir, root }: Settings): Promise<Check> {
  const { bavail, bsize } = await statfs(existsSync(dataDir) ? dataDir : root)
  const free = bavail * bsize
  return { name: 'disk', isOk: free >= leastFreeBytes, found: `${(free / leastFreeBytes).toFixed(1)} GiB vrij / free`, mend: { nl: 'Maak schijfruimte vrij.', en: 'Free some disk space.' } }
}
