// What every door of Kring does first. Runs on any Node from 18 on, with nothing installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** What is no longer used is cleared away early, so that a command that streams a large file stays small; so does MALLOC_ARENA_MAX below, which keeps threads from each holding on to what they freed. */
const smallHeap = ['--max-semi-space-size=8', '--heap-growing-percent=50']
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

/**
 * Installs the packages when they are missing or no longer those of package-lock.json, and then runs a TypeScript file of the
 * project on the Node that the project pins. `ownGroup` keeps a Ctrl-C of the terminal away from the process, so that it reaches
 * it once, from here, and the process can stop its own children in order.
 */
export function launch(script, args, { ownGroup = false } = {}) {
  requireNode()
  requireWritableFolder()
  if (!isInstalled()) install()
  const child = spawn(pinnedNode(), [...smallHeap, '--import', tsxLoader(), join(root, script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', ...(ownGroup ? ['ipc'] : [])],
    detached: ownGroup && process.platform !== 'win32',
    env: { MALLOC_ARENA_MAX: '2', ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) followNpm(child)
  child.on('error', (error) => refuse(`Kring kan niet starten: ${error.message}.`, `Kring cannot start: ${error.message}.`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signalNumbers[signal] ?? 0)))
}

/** npm runs its scripts below a shell that dies of a signal without passing it on; then another process becomes our parent. */
function followNpm(child) {
  const parent = process.ppid
  const look = () => process.ppid !== parent && child.kill('SIGTERM')
  setInterval(look, 250).unref()
}

function requireNode() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major >= 18) return
  refuse(
    `Kring heeft Node.js 18 of nieuwer nodig; hier draait ${process.version}. Haal een nieuwe versie op nodejs.org.`,
    `Kring needs Node.js 18 or newer; this is ${process.version}. Get a new one from nodejs.org.`,
  )
}

function requireWritableFolder() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    refuse(
      `Kring mag niet schrijven in de map ${root}; geef jezelf schrijfrechten of zet Kring in een eigen map.`,
      `Kring may not write in the folder ${root}; give yourself the right to write or put Kring in a folder of your own.`,
    )
  }
}

/** npm leaves a copy of the lock file in node_modules as the last step of an installation: what it says is what is there. */
function isInstalled() {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!installed || !existsSync(tsxFile())) return false
  const wanted = readPackages(join(root, 'package-lock.json')) ?? {}
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (installed[path] ? installed[path].version === version : optional),
  )
}

function readPackages(file) {
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/**
 * Exactly what the lock file says. `npm ci` refuses a lock file without the variants of a package for other systems, which is what a
 * registry that does not carry them leads to; `npm install` then takes the same versions and leaves the lock file alone.
 */
function install() {
  process.stderr.write('Pakketten worden geïnstalleerd…\nInstalling packages…\n')
  const options = ['--include=dev', '--no-audit', '--no-fund']
  if (npm(['ci', '--loglevel=silent', ...options]) || npm(['install', '--no-save', '--loglevel=error', ...options])) return
  refuse(
    'De pakketten konden niet worden geïnstalleerd; hierboven staat waarom. Is er een internetverbinding?',
    'The packages could not be installed; the reason stands above. Is there an internet connection?',
  )
}

/** Runs npm with its output away from stdout, which belongs to the program itself; true when it succeeded. */
function npm(args) {
  const settings = { cwd: root, stdio: ['ignore', 2, 2] }
  const running = process.env.npm_execpath
  const { status } = running?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [running, ...args], settings)
    : spawnSync('npm', args, { ...settings, shell: process.platform === 'win32' })
  return status === 0
}

function pinnedNode() {
  const windows = process.platform === 'win32'
  const pinned = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return refuse(
    'De vaste Node-versie van Kring ontbreekt; verwijder de map node_modules en probeer het opnieuw.',
    'The Node version that Kring pins is missing; remove the folder node_modules and try again.',
  )
}

const tsxFile = () => join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')
const tsxLoader = () => pathToFileURL(tsxFile()).href

function refuse(dutch, english) {
  process.stderr.write(`${dutch}\n${english}\n`)
  process.exit(1)
}
