import { describe, expect, it } from 'vitest'
import { postgresTuning, thisMachine } from '../../src/runtime/postgresTuning'

const gibibyte = 1024 ** 3

describe('postgresTuning', () => {
  it.each([
    [0.25, { shared_buffers: '64MB', work_mem: '4MB', maintenance_work_mem: '64MB' }],
    [1, { shared_buffers: '256MB', work_mem: '4MB', maintenance_work_mem: '64MB', effective_cache_size: '512MB' }],
    [4, { shared_buffers: '1024MB', work_mem: '16MB', maintenance_work_mem: '256MB', effective_cache_size: '2048MB' }],
    [8, { shared_buffers: '2048MB', work_mem: '32MB', maintenance_work_mem: '512MB' }],
    [64, { shared_buffers: '2048MB', work_mem: '64MB', maintenance_work_mem: '1024MB', effective_cache_size: '32768MB' }],
  ])('fits a machine of %d GB', (gigabytes, expected) => {
    expect(postgresTuning({ memoryBytes: gigabytes * gibibyte, hasSharedMemory: true })).toMatchObject(expected)
  })

  it.each([
    [true, 'posix'],
    [false, 'mmap'],
  ])('with room in /dev/shm %s uses %s for parallel work', (hasSharedMemory, expected) => {
    expect(postgresTuning({ memoryBytes: gibibyte, hasSharedMemory })['dynamic_shared_memory_type']).toBe(expected)
  })

  it('knows this machine', () => {
    expect(thisMachine().memoryBytes).toBeGreaterThan(0)
  })
})
