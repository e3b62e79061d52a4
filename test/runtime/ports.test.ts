import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ClearError } from '../../src/runtime/clearError'
import { assertPortFree, freeLocalPort } from '../../src/runtime/ports'

async function takenPort(host?: string): Promise<number> {
  const port = await freeLocalPort()
  const server = createServer().listen({ port, host })
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return port
}

describe('assertPortFree', () => {
  it('lets a free port pass', async () => {
    await expect(assertPortFree(await freeLocalPort())).resolves.toBeUndefined()
  })

  it.each([undefined, '127.0.0.1'])('names a port that is taken on %s, and another to try', async (host) => {
    const port = await takenPort(host)
    await expect(assertPortFree(port)).rejects.toThrow(ClearError)
    await expect(assertPortFree(port)).rejects.toThrow(`PORT=${port + 1} npm start`)
  })
})

describe('freeLocalPort', () => {
  it('gives the wished port if it can', async () => {
    const wished = await freeLocalPort()
    expect(await freeLocalPort(wished)).toBe(wished)
    const taken = await takenPort('127.0.0.1')
    expect(await freeLocalPort(taken)).not.toBe(taken)
  })
})
