import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { supervise } from '../../src/runtime/supervise'

/** A supervised child that runs this JavaScript; what it was started as is kept in order. */
function supervised(code: string) {
  const children: ChildProcess[] = []
  const waits: number[] = []
  const supervision = supervise({
    name: 'child',
    spawn: () => {
      const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
      children.push(child)
      return child
    },
    report: (_name, waitMs) => waits.push(waitMs),
  })
  onTestFinished(supervision.stop)
  return { ...supervision, children, waits }
}

const stays = 'process.send("ready"); setInterval(() => undefined, 1000)'

describe('supervise', () => {
  it('tells when the child is ready, and ends it', async () => {
    const { ready, stop, children, waits } = supervised(stays)
    await ready
    await stop()
    expect(children[0]?.signalCode).toBe('SIGTERM')
    expect(waits).toEqual([])
  })

  it('starts a child again that was killed', async () => {
    const { ready, children, waits } = supervised(stays)
    await ready
    children[0]?.kill('SIGKILL')
    await expect.poll(() => children.length, { timeout: 5000 }).toBe(2)
    expect(waits).toEqual([1000])
  })

  it('waits longer each time that it ends at once, and says so', async () => {
    const { ready, waits } = supervised('process.exit(1)')
    await expect(ready).rejects.toThrow('child')
    await expect.poll(() => waits, { timeout: 6000 }).toEqual([1000, 2000])
  })

  it('starts no child after the stop', async () => {
    const { stop, children } = supervised('process.exit(1)')
    await once(children[0] ?? process, 'exit')
    await stop()
    await new Promise((resolve) => setTimeout(resolve, 1300))
    expect(children).toHaveLength(1)
  })
})
