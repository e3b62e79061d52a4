import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isRunning } from '../../src/runtime/processIdentity'
import { projectRoot } from '../../src/runtime/settings'

const url = (file: string): string => JSON.stringify(`file://${join(projectRoot, file)}`)

/** A child that listens only after `deafMs`, started by a parent that is killed after half a second. */
async function orphan(deafMs: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kring-orphan-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const loader = `file://${join(projectRoot, 'node_modules/tsx/dist/esm/index.mjs')}`
  writeFileSync(join(folder, 'child.mjs'), `await new Promise((resolve) => setTimeout(resolve, ${deafMs}))
    const { exitWithParent } = await import(${url('src/runtime/exitWithParent.ts')})
    setInterval(() => {}, 1000)
    exitWithParent(async () => {})`)
  writeFileSync(join(folder, 'parent.mjs'), `import { spawn } from 'node:child_process'
    const child = spawn(process.execPath, ['--import', ${JSON.stringify(loader)}, ${JSON.stringify(join(folder, 'child.mjs'))}], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    process.stdout.write(String(child.pid))
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 500)`)
  const parent = spawn(process.execPath, [join(folder, 'parent.mjs')], { stdio: ['ignore', 'pipe', 'ignore'] })
  let pid = ''
  parent.stdout.on('data', (chunk: Buffer) => { pid += chunk.toString() })
  await new Promise((resolve) => parent.once('exit', resolve))
  return Number(pid)
}

it.each([['that listens already', 0], ['that was still starting', 1_500]])('ends a child %s when its parent is killed', async (_, deafMs) => {
  const pid = await orphan(deafMs)
  expect(pid).toBeGreaterThan(0)
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
})
