import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { cents, sumCents } from '../../src/domain/money'
import type { StatementEntry } from '../../src/formats/camt053Write'
import { readWhole } from '../formats/readWhole'
import { howMany } from '../setup/howMany'
import { writeMt940, type Mt940Dialect } from './mt940Write'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const anyDate = fc.nat(120).map((days) => addDays(day('2026-11-01'), days))
const anyText = fc.stringMatching(/^[A-Za-z0-9.,()+'-]{1,12}( [A-Za-z0-9.:,()+'-]{1,12}){0,8}$/)
const anyId = fc.constantFrom('C000000000001', 'C999999999999', 'X-1')
const common = {
  bookingDate: anyDate, valueDate: anyDate, description: anyText, bankRef: fc.constantFrom('26335000000001', '26335000000002'), isReversal: fc.constant(false),
}
const anyGift: fc.Arbitrary<StatementEntry> = fc.record({
  ...common, amountCents: fc.integer({ min: 1, max: 1e9 }).map(cents), counterIban: fc.constantFrom('NL44RABO0123456789', 'BE68539007547034'), counterName: anyText, endToEndId: maybe(anyId),
})
const anyReturn: fc.Arbitrary<StatementEntry> = fc.record({
  ...common, amountCents: fc.integer({ min: -1e9, max: -1 }).map(cents), counterIban: fc.constantFrom('NL44RABO0123456789', 'BE68539007547034'), counterName: anyText,
  endToEndId: anyId, mandateId: fc.constantFrom('M-2024-00103', 'M1'), pmtInfId: maybe(fc.constant('V261123-7K3QX0ZD-1')), returnReason: fc.constantFrom('AM04', 'MD06', 'MS02'),
})
const anyBatch: fc.Arbitrary<StatementEntry> = fc.record({
  ...common, amountCents: fc.integer({ min: 1, max: 1e9 }).map(cents), pmtInfId: fc.constantFrom('V261123-7K3QX0ZD-1', 'VOLO-20261123-000043-1'), txCount: fc.integer({ min: 1, max: 1e5 }),
})
const anyCharge: fc.Arbitrary<StatementEntry> = fc.record({ ...common, amountCents: fc.integer({ min: -1e6, max: 0 }).map(cents) })

const dialects: readonly Mt940Dialect[] = ['ing', 'abnAmro', 'rabobank', 'knab', 'triodos', 'sns']

/** What has to come back whatever the bank; names and texts may be cut. */
const kept = ({ bookingDate, valueDate, amountCents, endToEndId, pmtInfId, mandateId, returnReason, counterIban }: StatementEntry) =>
  ({ bookingDate, valueDate, amountCents, endToEndId, pmtInfId, mandateId, returnReason, counterIban })

describe.each(dialects)('an MT940 file as %s writes it', (dialect) => {
  it('is read back as it was, and balances', async () => {
    const anyEntries = fc.array(fc.oneof(anyGift, anyReturn, anyBatch, anyCharge), { maxLength: 8 })
    await fc.assert(fc.asyncProperty(anyEntries, fc.integer({ min: -1e9, max: 1e9 }), async (entries, opening) => {
      const statement = { iban: 'NL91ABNA0417164300', id: 'S-1', sequence: '231', openingCents: cents(opening), openingDate: day('2026-11-30'), closingDate: day('2026-12-01'), entries }
      const { format, statements: [read, ...others] } = await readWhole(writeMt940(statement, dialect))
      expect([format, others]).toEqual(['mt940', []])
      expect(read?.entries.map(kept)).toEqual(entries.map(kept))
      expect(read).toMatchObject({
        openingCents: opening, closingCents: opening + sumCents(entries.map(({ amountCents }) => amountCents)), balanced: true, problems: [],
        openingDate: '2026-11-30', closingDate: '2026-12-01', iban: expect.stringMatching(/^(NL91ABNA)?0?417164300$/) as unknown,
      })
    }), { numRuns: howMany(150, 2_000) })
  })

  it('gives names and texts that fit whole', async () => {
    const gift = { bookingDate: day('2026-12-01'), valueDate: day('2026-12-01'), amountCents: cents(1_000), counterIban: 'NL44RABO0123456789', counterName: 'A. de Groot', description: 'Gift voor het orgel', isReversal: false }
    const file = writeMt940({ iban: 'NL91ABNA0417164300', id: 'S', openingCents: cents(0), openingDate: day('2026-11-30'), closingDate: day('2026-12-01'), entries: [gift] }, dialect)
    expect((await readWhole(file)).statements[0]?.entries[0]).toMatchObject({ counterName: 'A. de Groot', description: 'Gift voor het orgel' })
  })
})
