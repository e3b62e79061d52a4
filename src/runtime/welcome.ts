import type { DemoState } from './demo'
import { say } from './say'
import type { Settings } from './settings'

/** The last lines of a start: where Kring is, and who can log in to the demo. */
export async function welcome({ url }: Settings, demo: DemoState, demoPassword: string): Promise<void> {
  say(`\nKring draait op ${url}`, `Kring runs at ${url}`)
  if (demo === 'loaded') await showLogins(demoPassword)
  say('\nStoppen met Ctrl-C', 'Stop with Ctrl-C')
}

async function showLogins(demoPassword: string): Promise<void> {
  const { demoLogins } = await import('../seed/logins')
  const rows = demoLogins(demoPassword).map(({ role, email, password }) => [role, email, password])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  say('\nInloggen in de demo:', 'Logging in to the demo:')
  for (const row of rows) process.stdout.write(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`.trimEnd() + '\n')
}
