import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { createOutput } from '../../src/cli/output'
import { plan } from '../../src/cli/plan'
import { statementsInspect } from '../../src/cli/statementsInspect'
import { text } from '../../src/i18n/text'
import { camt053, details, ntry } from './camtFixtures'
import { mt940 } from './mt940Fixtures'
import { zipOf } from './zipWrite'

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
  it('shows every file of a zip, and warnings in both languages', async () => {
    const cut = mt940(':61:2612011201C225,00NTRFNONREF').replace(/:62F:.*\r\n/, '')
    const zip = zipOf({ name: 'december/a.xml', content: camt053(ntry('-5.00')).replace('>100.00<', '>105.00<') }, { name: 'b.sta', content: cut })
    writeFileSync(join(folder, 'month.zip'), zip)
    const { code, printed } = await run(statementsInspect, [join(folder, 'month.zip')])
    expect(code).toBe(0)
    expect(printed).toBe(`a.xml
NL91ABNA0417164300  € 105,00 > € 100,00  sluit aan / balanced
  2026-12-01         € -5,00  \n
b.sta
NL44RABO0123456789  € 1.000,00 > -  SLUIT NIET AAN / NOT BALANCED
  2026-12-01        € 225,00  
  ! ${text('nl', 'STATEMENT_NO_CLOSING')}
    ${text('en', 'STATEMENT_NO_CLOSING')}
`)
    const shown: readonly object[] = JSON.parse((await run(statementsInspect, [join(folder, 'month.zip'), '--json'])).printed)
    expect(shown).toMatchObject([{ file: 'a.xml', format: 'camt053', balanced: true, warnings: [] }, { file: 'b.sta', format: 'mt940', closingCents: null, warnings: ['STATEMENT_NO_CLOSING'], entries: [{ amountCents: 22_500 }] }])
  })
  it('names the file of a zip that is refused, and shows nothing', async () => {
    writeFileSync(join(folder, 'bad.zip'), zipOf({ name: 'good.sta', content: mt940(':61:2612011201C200,00NTRFNONREF') }, { name: 'bad.sta', content: mt940(':61:2612011201X225,00NTRFNONREF') }))
    const { code, printed, complaint } = await run(statementsInspect, [join(folder, 'bad.zip'), '--json'])
    expect([code, printed]).toEqual([1, ''])
    expect(complaint).toMatch(/^bad\.sta:\nRegel 5: .*X225,00.*\nLine 5: /)
  })
  it('shows many entries and statements as it reads them', async () => {
    const file = saved('many.xml', camt053(Array.from({ length: 1_201 }, () => ntry('1.00')).join('')))
    const [shown]: readonly { readonly entries: readonly object[] }[] = JSON.parse((await run(statementsInspect, [file, '--json'])).printed)
    expect(shown?.entries).toHaveLength(1_201)
    expect((await run(statementsInspect, [file])).printed.split('\n')).toHaveLength(1_203)
  })
  it('says of a notification that it is no statement', async () => {
    const file = saved('notice.xml', camt053(ntry('1.00')).replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn').replaceAll('Stmt>', 'Ntfctn>'))
    expect((await run(statementsInspect, [file])).printed).toMatch(/^NL91ABNA0417164300 {2}- > - {2}melding, geen afschrift \/ notification, no statement\n/)
    expect(JSON.parse((await run(statementsInspect, [file, '--json'])).printed)).toMatchObject([{ format: 'camt054', balanced: null, warnings: [] }])
  })
  it.each([['report.xml', '<Document><CstmrPmtStsRpt/></Document>', /statusbericht \(pain\.002\)/], ['collect.xml', '<Document><CstmrDrctDbtInitn/></Document>', /lijkt op “pain\.008”/], ['empty.xml', '', /leeg/]])(
    'says what %s is', async (name, content, words) => expect((await run(statementsInspect, [saved(name, content)])).complaint).toMatch(words))
  it('refuses a folder', async () => expect((await run(statementsInspect, [folder])).code).toBe(1))
  it('refuses a file that is not there', async () => {
    expect((await run(statementsInspect, [join(folder, 'absent.xml')])).code).toBe(1)
  })
  it.each([[[]], [['a', 'b']], [['--nope']]])('does not understand %j', async (args) => expect((await run(statementsInspect, args)).code).toBe(2))
})
