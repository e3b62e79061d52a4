import type pg from 'pg'
import { withAdvisoryLock } from './advisoryLock'

/** Whether this database began with the demo association or was meant to stay empty. */
export type DemoState = 'loaded' | 'declined'

/**
 * Decides on the very first start, and only then, whether the demo comes in; returns what was decided. `load` may have been
 * broken off before: only a finished one is written down, so the next start calls it again.
 */
export function settleDemo(url: string, wantsDemo: boolean, load: () => Promise<void>): Promise<DemoState> {
  return withAdvisoryLock(url, 'kring:demo', async (client) => {
    const settled = await readState(client)
    if (settled) return settled
    if (wantsDemo) await load()
    const state = wantsDemo ? 'loaded' : 'declined'
    await client.query(`insert into kring_settings (key, value) values ('demo', $1)`, [JSON.stringify({ state })])
    return state
  })
}

async function readState(client: pg.Client): Promise<DemoState | undefined> {
  const { rows } = await client.query<{ state: DemoState }>(`select value ->> 'state' as state from kring_settings where key = 'demo'`)
  return rows[0]?.state
}
