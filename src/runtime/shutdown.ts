/** The way down: what was opened last is closed first. */
export type Shutdown = {
  readonly isUnderWay: () => boolean
  /** Remembers how to close something that was opened. */
  readonly later: (close: () => Promise<void> | void) => void
  /** Closes everything once; a second call waits for the first. Throws the first error after everything had its turn. */
  readonly run: () => Promise<void>
}

export function createShutdown(): Shutdown {
  const closings: (() => Promise<void> | void)[] = []
  let way: Promise<void> | undefined
  return {
    isUnderWay: () => way !== undefined,
    later: (close) => void closings.push(close),
    run: () => (way ??= closeAll(closings)),
  }
}

async function closeAll(closings: (() => Promise<void> | void)[]): Promise<void> {
  const errors: unknown[] = []
  for (let close = closings.pop(); close; close = closings.pop()) {
    try {
      await close()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}
