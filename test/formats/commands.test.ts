import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { createOutput } from '../../src/cli/output'
import { plan } from '../../src/cli/plan'
import { statementsInspect } from '../../src/cli/statementsInspect'
import { camt053, details, ntry } from './camtFixtures'

type Command = typeof plan

/** Runs a command as the shell would: its exit code, what it printed and what it complained about. */
async function run(command: Command, args: readonly string[]) {
  const printed: string[] = []
  const complaints = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const code = await command([...args], createOutput(args.includes('--json'), (text) => { printed.push(text) }))
  return { code, printed: printed.join(''), complaint: complaints.mock.calls.map(([text]) => String(text)).join('') }
}

afterEach(() => { vi.restoreAllMocks() })

describe('kring plan', () => {
  const year = ['--amount', '100.00', '--first', '2027-01-31', '--count', '12', '--every', '1']

  it('gives a date and cents for every instalment', async () => {
    const { code, printed } = await run(plan, [...year, '--json'])
    const instalments: readonly { readonly date: string; readonly amountCents: number }[] = JSON.parse(printed)
    expect(code).toBe(0)
    expect(instalments.slice(0, 5)).toEqual([
      { date: '2027-01-31', amountCents: 834 }, { date: '2027-02-28', amountCents: 834 }, { date: '2027-03-31', amountCents: 834 },
      { date: '2027-04-30', amountCents: 834 }, { date: '2027-05-31', amountCents: 833 },
    ])
    expect(instalments.reduce((total, { amountCents }) => total + amountCents, 0)).toBe(10_000)
  })
  it('prints them for people', async () => {
    const { printed } = await run(plan, year)
    expect(printed.split('\n')[1]).toBe('2027-02-28       834  28 feb 2027  € 8,34')
    expect(printed.trimEnd().split('\n')).toHaveLength(12)
  })
  it.each([
    ['--amount 0.05 --first 2027-01-31 --count 12'], ['--amount 1.005 --first 2027-01-31 --count 2'], ['--amount 10 --first 2027-02-29 --count 2'],
    ['--amount 10 --first 2027-01-31 --count 0'], ['--amount=-10 --first 2027-01-31 --count 2'],
  ])('refuses %s with a sentence in Dutch and one in English', async (args) => {
    const { code, printed, complaint } = await run(plan, args.split(' '))
    expect([code, printed]).toEqual([1, ''])
    expect(complaint).toMatch(/^[^{}\n]+ [^{}\n]+\.\n[^{}\n]+ [^{}\n]+\.\n$/)
  })
  it('refuses an interval of no months', async () => {
    expect((await run(plan, ['--amount', '10', '--first', '2027-01-31', '--count', '2', '--every', '0'])).code).toBe(1)
  })
  it.each(['', '--amount 10', '--amount 10 --first 2027-01-31 --count many', '--amount 10 --first 2027-01-31 --count 2 --nope', '--amount'])(
    'does not understand %j', async (args) => {
      const { code, complaint } = await run(plan, args.split(' ').filter(Boolean))
      expect(code).toBe(2)
      expect(complaint).toContain('kring plan --amount')
    })
})

describe('kring statements inspect', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kring-inspect-'))
  const saved = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  afterAll(() => rmSync(folder, { recursive: true }))

  it('gives what is in the file', async () => {
    const file = saved('good.xml', camt053(ntry('-5.00', details('<Refs><EndToEndId>C1</EndToEndId><MndtId>M1</MndtId></Refs><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>'))))
    const { code, printed } = await run(statementsInspect, [file, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(printed)).toEqual([{
      format: 'camt053', iban: 'NL91ABNA0417164300', openingCents: 10_000, closingCents: 10_000, balanced: false, warnings: ['STATEMENT_ADDS_UP_WRONG'],
      entries: [{
        bookingDate: '2026-12-01', valueDate: '2026-12-02', amountCents: -500, endToEndId: 'C1', mandateId: 'M1', pmtInfId: null, returnReason: 'AM04', description: '',
      }],
    }])
    const forPeople = await run(statementsInspect, [file])
    expect(forPeople.printed).toBe('NL91ABNA0417164300  € 100,00 > € 100,00  SLUIT NIET AAN / NOT BALANCED\n  2026-12-01         € -5,00  AM04  C1  M1\n')
  })
  it.each([['doctype.xml', '<!DOCTYPE a><a/>'], ['cut.xml', camt053(ntry('1.00')).slice(0, 300)], ['franc.xml', camt053(ntry('1.00', '', { currency: 'CHF' }))]])(
    'refuses %s with a sentence that names the line', async (name, content) => {
      const { code, printed, complaint } = await run(statementsInspect, [saved(name, content)])
      expect([code, printed]).toEqual([1, ''])
      expect(complaint).toMatch(/regel \d.*\n.*line \d/i)
    })
  it('refuses a file that is not there', async () => {
    expect((await run(statementsInspect, [join(folder, 'absent.xml')])).code).toBe(1)
  })
  it.each([[[]], [['a', 'b']], [['--nope']]])('does not understand %j', async (args) => expect((await run(statementsInspect, args)).code).toBe(2))
})
