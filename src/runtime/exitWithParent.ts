/**
 * Ends this process in order when the one that started it asks for that, or is gone. Every child of the start script calls this:
 * a killed start script leaves nothing running that works without supervision.
 * `finish` lets go of what is in hand; after `patienceMs` the process ends without waiting for it.
 */
export function exitWithParent(finish: () => Promise<void>, patienceMs = 8000): void {
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(0), patienceMs).unref()
    finish().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('disconnect', end)
  process.once('SIGTERM', end)
  // False, not undefined: there was a parent, and it went before we listened.
  if (process.connected === false) end()
}
