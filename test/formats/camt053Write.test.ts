import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { cents, sumCents } from '../../src/domain/money'
import { readCamt053 } from '../../src/formats/camt053'
import { writeCamt053, type StatementEntry } from '../../src/formats/camt053Write'
import { schemaCheck } from './xsd'
import { howMany } from '../setup/howMany'

const plainText = fc.stringMatching(/^[a-zA-Z0-9&<>'"é]{1,20}( [a-zA-Z0-9&<>é]{1,20})?$/)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const anyDetail: fc.Arbitrary<StatementEntry> = fc.record({
  bookingDate: fc.nat(300).map((days) => addDays(day('2026-01-01'), days)), valueDate: fc.nat(300).map((days) => addDays(day('2026-01-01'), days)),
  amountCents: fc.integer({ min: -1e9, max: 1e9 }).map(cents), counterIban: maybe(fc.constantFrom('NL44RABO0123456789', 'BE68539007547034')),
  counterName: maybe(plainText), description: plainText, endToEndId: maybe(fc.constantFrom('C000000000001', 'X/1')), mandateId: maybe(fc.constant('M-1')),
  returnReason: maybe(fc.constantFrom('AM04', 'MD06')), bankRef: maybe(plainText), code: fc.constantFrom('IDDT/UPDD', 'RCDT/ESCT', 'NTRF'), isReversal: fc.boolean(),
})
const anyBatch: fc.Arbitrary<StatementEntry> = fc.record({
  bookingDate: fc.constant(day('2026-12-01')), valueDate: fc.constant(day('2026-12-01')), amountCents: fc.integer({ min: 1, max: 1e9 }).map(cents),
  description: fc.constantFrom('', 'Incassobatch'), pmtInfId: fc.constant('M-1'), msgId: maybe(fc.constant('M')), txCount: fc.integer({ min: 1, max: 1e5 }),
  code: fc.constant('IDDT/ESDD'), isReversal: fc.constant(false),
})

describe.each(['08', '02'] as const)('a camt.053.001.%s file that is written', (version) => {
  const isValid = schemaCheck(`camt.053.001.${version}`)

  it('is read back as it was, balances, and is valid', () => {
    fc.assert(fc.property(fc.array(fc.oneof(anyDetail, anyBatch), { maxLength: 8 }), fc.integer({ min: -1e9, max: 1e9 }), (entries, opening) => {
      const statement = {
        iban: 'NL91ABNA0417164300', id: 'S-1', sequence: '20261201', openingCents: cents(opening), openingDate: day('2026-11-30'), closingDate: day('2026-12-01'), entries,
      }
      const xml = writeCamt053(statement, version)
      const [read, ...others] = readCamt053(xml)
      expect(others).toEqual([])
      expect(read).toEqual({
        ...statement, closingCents: cents(opening + sumCents(entries.map(({ amountCents }) => amountCents))), balanced: true, pendingCount: 0,
        entries: entries.map((entry) => expect.objectContaining(entry)),
      })
      isValid?.(xml)
    }), { numRuns: howMany(100, 1_000) })
  })
})
