import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { codeOf } from './clearError'
import { identify, isAlive } from './processIdentity'

const holderShape = z.object({ pid: z.number().int(), born: z.string(), note: z.string() })

/** Who holds a lock; `note` is what the holder wants others to know, such as its address. */
export type LockHolder = Readonly<z.infer<typeof holderShape>>

export type LockAttempt =
  | { readonly taken: true; readonly release: () => void }
  | { readonly taken: false; readonly holder: LockHolder }

/** Takes a lock file for this process. One that a dead process left behind is taken over; a living holder is returned. */
export function tryLock(file: string, note: string): LockAttempt {
  const self = { ...identify(process.pid), note }
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, JSON.stringify(self))
  try {
    for (;;) {
      if (linkAs(mine, file)) return { taken: true, release: () => releaseLock(file) }
      const holder = readHolder(file)
      if (holder && isAlive(holder)) return { taken: false, holder }
      putAside(file, holder)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Who holds this lock now, or nothing when nobody living does. */
export function lockHolder(file: string): LockHolder | undefined {
  const holder = readHolder(file)
  return holder && isAlive(holder) ? holder : undefined
}

function releaseLock(file: string): void {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
}

/** A hard link appears with its content in one step, and fails when the name is taken. */
function linkAs(source: string, target: string): boolean {
  try {
    linkSync(source, target)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Moves a stale lock away. If another process replaced it in the meantime, the moved one is theirs and goes back. */
function putAside(file: string, stale: LockHolder | undefined): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (readHolder(aside)?.pid !== stale?.pid) linkAs(aside, file)
  rmSync(aside, { force: true })
}

function readHolder(file: string): LockHolder | undefined {
  try {
    return holderShape.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}
