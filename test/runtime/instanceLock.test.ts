import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isHeldByOthers, joinHolders } from '../../src/runtime/holders'
import { lockHolder, tryLock } from '../../src/runtime/instanceLock'
import { identify, isAlive, isRunning } from '../../src/runtime/processIdentity'
import { temporaryFolder } from './folder'

/** The number of a process that has just ended. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid

async function livingPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'spawn')
  return child.pid ?? 0
}

describe('a process', () => {
  it('is alive as long as it runs', async () => {
    const self = identify(await livingPid())
    expect(self && isAlive(self)).toBe(true)
    expect(isRunning(deadPid())).toBe(false)
    expect(identify(deadPid())).toBeUndefined()
  })

  it.runIf(process.platform === 'linux')('is another one than an earlier one with the same number', async () => {
    expect(isAlive({ pid: await livingPid(), born: 'an earlier boot:1' })).toBe(false)
  })
})

describe('tryLock', () => {
  const holding = (pid: number): string => JSON.stringify({ ...(identify(pid) ?? { pid, born: '' }), note: 'http://localhost:3000' })

  it('gives the lock to one and lets go of it', () => {
    const file = join(temporaryFolder(), 'kring.lock')
    const attempt = tryLock(file, 'here')
    expect(attempt.taken).toBe(true)
    expect(lockHolder(file)).toMatchObject({ pid: process.pid, note: 'here' })
    if (attempt.taken) attempt.release()
    expect(existsSync(file)).toBe(false)
  })

  it('names the living holder', async () => {
    const file = join(temporaryFolder(), 'kring.lock')
    const pid = await livingPid()
    writeFileSync(file, holding(pid))
    expect(tryLock(file, 'mine')).toMatchObject({ taken: false, holder: { pid, note: 'http://localhost:3000' } })
  })

  it.each([
    ['a dead process', () => holding(deadPid())],
    ['an empty file', () => ''],
    ['something else', () => '{"pid":"1"}'],
  ])('takes over from %s, and leaves nothing else behind', (_name, content) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'kring.lock'), content())
    expect(tryLock(join(folder, 'kring.lock'), 'mine').taken).toBe(true)
    expect(readdirSync(folder)).toEqual(['kring.lock'])
  })
})

describe('the users of the embedded server', () => {
  it('are the living ones', async () => {
    const folder = temporaryFolder()
    const leave = joinHolders(folder)
    expect(isHeldByOthers(folder)).toBe(false)
    const name = (pid: number): string => `${pid}@${(identify(pid)?.born ?? '').replaceAll(':', '_')}`
    writeFileSync(join(folder, 'postgres-users', name(deadPid())), '')
    expect(isHeldByOthers(folder)).toBe(false)
    writeFileSync(join(folder, 'postgres-users', name(await livingPid())), '')
    expect(isHeldByOthers(folder)).toBe(true)
    leave()
    expect(readdirSync(join(folder, 'postgres-users'))).toHaveLength(1)
  })
})
