import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

type Said = { readonly zone: string; readonly file: string; readonly today: readonly string[] }

/** What a process says that has another time zone from its start on. */
function saidIn(zone: string): Said {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', 'test/formats/datesInZone.ts'], { cwd: root, env: { ...process.env, TZ: zone }, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Said
}

describe('sepa §6.5: time zones', () => {
  const home = saidIn('Europe/Amsterdam')

  it('sepa §6.5: collection on 2026-12-01 in Europe/Amsterdam -> 2026-12-01', () => {
    expect(home.zone).toBe('Europe/Amsterdam')
    expect(home.file).toContain('<ReqdColltnDt>2026-12-01</ReqdColltnDt>')
    expect(home.file).toContain('<DtOfSgntr>2024-03-01</DtOfSgntr>')
  })
  it('sepa §6.5: CreDtTm is the clock of Amsterdam, without a zone', () => expect(home.file).toContain('<CreDtTm>2026-11-23T09:15:00</CreDtTm>'))
  it('sepa §6.5: today is what the calendar in Amsterdam says', () => expect(home.today).toEqual(['2026-11-30', '2026-12-01', '2026-06-30', '2026-07-01']))
  it.each(['America/New_York', 'Pacific/Auckland', 'Pacific/Pago_Pago'])('sepa §6.5: in %s -> every date and every byte the same', (zone) => {
    const away = saidIn(zone)
    expect(away).toEqual({ ...home, zone })
  })
})
