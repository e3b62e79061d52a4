import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exitOf } from './childProcess'
import { projectRoot } from './settings'
import { type Count, countTests } from './testCounts'

const running = new Set<ChildProcess>()

/** Where a tool of the packages lies. */
export const toolFile = (path: string): string => join(projectRoot, 'node_modules', path)

/** Runs a tool on this Node; its output is shown at once, or afterwards and in one piece when `isQuiet`. */
export async function runTool(args: readonly string[], isQuiet = false): Promise<number | null> {
  const child = spawn(process.execPath, [...args], {
    cwd: projectRoot,
    stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
  })
  running.add(child)
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await exitOf(child)
  running.delete(child)
  if (code !== 0) process.stdout.write(Buffer.concat(chunks))
  return code
}

/** Runs one project of the tests. */
export async function runTests(project: string, options: readonly string[] = []): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'kring-report-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runTool([toolFile('vitest/vitest.mjs'), 'run', '--project', project, '--passWithNoTests', ...reporters, ...options])
    return countTests(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Passes on the wish to stop. */
export function endTools(): void {
  for (const child of running) child.kill('SIGTERM')
}
