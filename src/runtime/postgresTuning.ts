import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'

const mebibyte = 1024 * 1024

/** What the server settings depend on. */
export type Machine = { readonly memoryBytes: number; readonly hasSharedMemory: boolean }

/**
 * Server settings for a machine that PostgreSQL shares with Kring itself; its own defaults suit a machine of 1 GB.
 * The quarter for `shared_buffers` is the advice of the PostgreSQL manual (20.4); more than 2 GB brought nothing measurable.
 */
export function postgresTuning({ memoryBytes, hasSharedMemory }: Machine): Readonly<Record<string, string>> {
  const megabytes = Math.floor(memoryBytes / mebibyte)
  return {
    shared_buffers: `${within(64, megabytes / 4, 2048)}MB`,
    effective_cache_size: `${within(128, megabytes / 2, 65_536)}MB`,
    work_mem: `${within(4, megabytes / 256, 64)}MB`,
    maintenance_work_mem: `${within(64, megabytes / 16, 1024)}MB`,
    wal_buffers: `${within(4, megabytes / 64, 64)}MB`,
    max_wal_size: '2GB',
    min_wal_size: '128MB',
    random_page_cost: '1.1',
    max_connections: '100',
    jit: 'off',
    dynamic_shared_memory_type: hasSharedMemory ? 'posix' : 'mmap',
  }
}

/** This machine, or the part of it that a container may use. */
export function thisMachine(): Machine {
  const limit = process.constrainedMemory()
  const memoryBytes = limit > 0 && limit < totalmem() ? limit : totalmem()
  return { memoryBytes, hasSharedMemory: sharedMemoryBytes() >= 512 * mebibyte }
}

/** Containers often have a /dev/shm of 64 MB, in which a parallel query breaks off; zero where it does not exist. */
function sharedMemoryBytes(): number {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks
  } catch {
    return 0
  }
}

const within = (least: number, wanted: number, most: number): number => Math.round(Math.min(Math.max(wanted, least), most))
