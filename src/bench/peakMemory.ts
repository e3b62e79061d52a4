import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Keeps the highest resident memory of this process over the pieces of work given to it. */
export type PeakMemory = {
  readonly during: <T>(work: () => Promise<T>) => Promise<T>
  readonly mebibytes: () => number
  /** The most by which one piece of work raised it above what the process held when that piece began. */
  readonly grownMebibytes: () => number
}

/**
 * Linux keeps the high-water mark and lets it be reset, so that what ran in between does not count. Elsewhere it is the
 * mark since the process began.
 */
export function peakMemory(): PeakMemory {
  let highest = 0
  let grown = 0
  return {
    during: async (work) => {
      resetMark()
      const before = mark()
      const result = await work()
      highest = Math.max(highest, mark())
      grown = Math.max(grown, mark() - before)
      return result
    },
    mebibytes: () => highest,
    grownMebibytes: () => grown,
  }
}

const resetFile = '/proc/self/clear_refs'
const statusFile = '/proc/self/status'
const isResettable = existsSync(resetFile) && existsSync(statusFile)
const resetOfMark = '5'

function resetMark(): void {
  if (isResettable) writeFileSync(resetFile, resetOfMark)
}

function mark(): number {
  const kibibytes = isResettable ? /^VmHWM:\s+(\d+)/m.exec(readFileSync(statusFile, 'utf8'))?.[1] : undefined
  return Number(kibibytes ?? process.resourceUsage().maxRSS) / 1024
}
