import type { Database } from './database'
import { sentenceOf } from './clearError'
import { say } from './say'

const lookEveryMs = 1000
const longestWaitMs = 30_000

/**
 * Starts the embedded server again when it ended by itself, trying until it answers. `moved` hears about a new address.
 * Returns how to stop watching; that waits for a restart under way.
 */
export function watchDatabase(database: Database, moved: (url: string) => Promise<void>): () => Promise<void> {
  let isWatching = true
  let wake: () => void = () => undefined
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
      setTimeout(resolve, ms)
    })

  async function watch(): Promise<void> {
    let address = database.url
    let waitMs = lookEveryMs
    while (isWatching) {
      await pause(waitMs)
      if (!isWatching || database.isRunning()) continue
      say('De database is gestopt en wordt opnieuw gestart.', 'The database has ended and is started again.')
      try {
        const url = await database.restart()
        if (url !== address) await moved(url)
        address = url
        waitMs = lookEveryMs
      } catch (error) {
        console.error(sentenceOf(error))
        waitMs = Math.min(waitMs * 2, longestWaitMs)
      }
    }
  }

  const watching = watch()
  return async () => {
    isWatching = false
    wake()
    await watching
  }
}
