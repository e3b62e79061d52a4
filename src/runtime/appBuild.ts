import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectRoot } from './settings'

/** Everything that ends up in the built website. Not tsconfig.json: the build itself completes that. */
const sources = [
  'collections', 'hooks', 'jobs', 'src', 'views',
  'next.config.js', 'next.config.mjs', 'next.config.ts', 'package-lock.json', 'payload.config.ts',
] as const

/** Arguments of Node that build the website. */
export const buildArguments = [join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build']

/** Whether the website was never built, or from other sources than those that lie here now. */
export function needsBuild(root = projectRoot): boolean {
  if (!existsSync(join(root, '.next', 'BUILD_ID')) || !existsSync(stampFile(root))) return true
  return readFileSync(stampFile(root), 'utf8') !== sourceHash(root)
}

/** Writes down what the build was made from. Take the hash before building: a change during the build then builds again. */
export function stampBuild(hash: string, root = projectRoot): void {
  writeFileSync(stampFile(root), hash)
}

/** One number for all sources; the folder counts too, because a build knows its own place. */
export function sourceHash(root = projectRoot): string {
  const hash = createHash('sha256').update(root)
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (/\.\w+$/.test(path)) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
}

const stampFile = (root: string): string => join(root, '.next', 'kring-sources')
