import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from './settings'

/** Node arguments that run one of the project's TypeScript files. */
export const typescript = (file: string, root = projectRoot): string[] => [
  '--import',
  pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href,
  join(root, file),
]

/** Starts a child on this same Node in its own process group, with a channel whose closing tells it that its parent is gone. */
export function spawnChild(args: readonly string[], env: NodeJS.ProcessEnv, logFile?: string): ChildProcess {
  const output = logFile ? 'pipe' : 'inherit'
  const child = spawn(process.execPath, [...args], {
    cwd: projectRoot,
    env: { ...env, TSX_TSCONFIG_PATH: join(projectRoot, 'tsconfig.json') },
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output, 'ipc'],
  })
  if (logFile) keepOutput(child, logFile)
  return child
}

/** The exit code of a child; null when a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code))
  })
}

/** Asks a child to end and waits for that; one that does not listen is killed after `patienceMs`. */
export async function endChild(child: ChildProcess, patienceMs = 10_000): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(impatience)
}

function keepOutput(child: ChildProcess, logFile: string): void {
  const log = createWriteStream(logFile, { mode: 0o600 })
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  child.once('close', () => log.end())
}
