import { describe, expect, it } from 'vitest'
import { createShutdown } from '../../src/runtime/shutdown'

describe('the way down', () => {
  it('closes in the opposite order, and once', async () => {
    const closed: string[] = []
    const shutdown = createShutdown()
    for (const name of ['lock', 'database', 'web']) shutdown.later(() => void closed.push(name))
    expect(shutdown.isUnderWay()).toBe(false)
    await Promise.all([shutdown.run(), shutdown.run()])
    expect(shutdown.isUnderWay()).toBe(true)
    expect(closed).toEqual(['web', 'database', 'lock'])
  })

  it('closes the rest when one does not close, and tells', async () => {
    const closed: string[] = []
    const shutdown = createShutdown()
    shutdown.later(() => void closed.push('lock'))
    shutdown.later(() => Promise.reject(new Error('stuck')))
    await expect(shutdown.run()).rejects.toThrow('stuck')
    expect(closed).toEqual(['lock'])
  })
})
