import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, readCsv } from '../../src/formats/csv'

describe('readCsv', () => {
  it('knows semicolons, commas, quotes, empty lines and a byte order mark', () => {
    expect(readCsv('\ufeffNaam;Plaats\r\nJan;"Den Haag; NL"\r\n\r\n"a\r\nb" ; c \r\nlast;row')).toEqual({
      columns: ['naam', 'plaats'],
      rows: [
        { line: 2, values: { naam: 'Jan', plaats: 'Den Haag; NL' } }, { line: 4, values: { naam: 'a\nb', plaats: 'c' } }, { line: 6, values: { naam: 'last', plaats: 'row' } },
      ],
    })
    expect(readCsv('"a;x",b\n1,2\n').rows).toEqual([{ line: 2, values: { 'a;x': '1', b: '2' } }])
  })
  it.each([['a;b\n1\n3;4\n', 1], ['a;b\n1;2;3\n3;4\n', 3], ['a;b\n"1\n1"\n3;4\n', 1]])('lets the row of %j that has %i cells carry its own mistake', (text, found) => {
    const [wrong, right] = readCsv(text).rows
    expect(wrong).toMatchObject({ line: 2, mistake: { code: 'CSV_COLUMNS', params: { found, expected: 2 } } })
    expect(right?.values).toEqual({ a: '3', b: '4' })
    expect(right?.mistake).toBeUndefined()
  })
  it('lets empty cells beyond the header pass', () => expect(readCsv('a;b\n1;2;;\n').rows).toEqual([{ line: 2, values: { a: '1', b: '2' } }]))
  it.each([
    ['a;b\n1;2\n"open;3\n4;5\n', 3, 'quote'], ['a;b\n1;x"y\n', 2, 'format'],
    ['a;A\n1;2\n', 1, 'header'], ['a;\n1;2\n', 1, 'header'], ['', 1, 'header'],
  ])('refuses %j at line %i for its %s', (text, line, reason) => {
    expect(() => readCsv(text)).toThrow(expect.objectContaining({ code: 'CSV_INVALID', params: expect.objectContaining({ line, reason }) }))
  })
  it('is not led astray by a header', () => {
    const [row] = readCsv('__proto__;constructor\npolluted;2\n').rows
    expect(Object.entries(row?.values ?? {})).toEqual([['__proto__', 'polluted'], ['constructor', '2']])
    expect(Object.getPrototypeOf(row?.values)).toBe(Object.prototype)
  })
})

describe('csvLine', () => {
  it.each([
    ['=1+1', "\"'=1+1\""], ['@SUM(A1)', "\"'@SUM(A1)\""], ['+31612345678', '+31612345678'], ['-25,00', '"-25,00"'], ['-25.00', '-25.00'], ['-cmd', "\"'-cmd\""],
    ["'s-Gravenhage", "\"'s-Gravenhage\""], ['a"b', '"a""b"'], ['a;b', '"a;b"'], [-25, '-25'], [null, ''], [true, 'true'],
  ])('writes %j as %s', (value, expected) => expect(csvLine([value])).toBe(`${expected}\r\n`))

  it('is read back as it was', () => {
    const anyCell = fc.oneof(fc.string(), fc.constantFrom('=1', "'=1", "''+x", "'s", '-5', '%x', '|x', 'é;"')).map((text) => text.trim())
    fc.assert(fc.property(fc.array(fc.tuple(anyCell, anyCell), { minLength: 1 }), (rows) => {
      const text = csvLine(['a', 'b']) + rows.map((row) => csvLine(row)).join('')
      const expected = rows.filter((row) => row.join('') !== '').map(([a, b]) => ({ a, b }))
      expect(readCsv(text).rows.map(({ values }) => values).filter(({ a, b }) => `${a}${b}` !== '')).toEqual(expected)
    }))
  })
})
