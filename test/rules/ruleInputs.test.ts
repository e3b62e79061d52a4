import { describe, expect, it } from 'vitest'
import { valueOf, withValue } from '../../views/fields/customValues'
import { amountOf, fitsMode, modeOf, startOf, withAmount, type Unit } from '../../views/RuleEditor/inputs/relativeDate'
import { textsIn } from '../../views/RuleEditor/inputs/textsIn'
import { asEuros, asNumber, asText } from '../../views/RuleEditor/inputs/typed'

describe('a pasted list', () => {
  it.each([
    ['Zeist, Bunnik', ['Zeist', 'Bunnik']],
    ['Zeist\nDe Bilt\r\nDoorn\n', ['Zeist', 'De Bilt', 'Doorn']],
    ['Zeist;Bunnik\tDoorn,,', ['Zeist', 'Bunnik', 'Doorn']],
    [' Zeist , Zeist ', ['Zeist']],
    ['’s-Hertogenbosch', ['’s-Hertogenbosch']],
    ['  ', []],
  ])('%j', (pasted, texts) => {
    expect(textsIn(pasted)).toEqual(texts)
  })
})

describe('what is typed', () => {
  it.each([
    ['a number', asNumber, '18', 18, '18'],
    ['a number with a comma', asNumber, ' -2,5 ', -2.5, '-2,5'],
    ['no number', asNumber, '2,', '2,', '2,'],
    ['nothing', asNumber, ' ', null, ''],
    ['euros', asEuros, '25', 2_500, '25,00'],
    ['euros with cents', asEuros, '1.250,5', 125_050, '1250,50'],
    ['no amount', asEuros, '1.234', '1.234', '1.234'],
    ['no euros', asEuros, '', null, ''],
    ['a text', asText, 'Zeist ', 'Zeist ', 'Zeist '],
  ])('%s', (_name, typed, text, value, shown) => {
    expect([typed.read(text), typed.show(typed.read(text))]).toEqual([value, shown])
  })

  it('shows a stored value of another form instead of hiding it', () => {
    expect(asNumber.show(['x'])).toBe('["x"]')
  })
})

describe('a relative day', () => {
  it.each([
    [undefined, false, 'fixed'], [undefined, true, 'none'], ['', false, 'fixed'], ['2026-11-21', true, 'fixed'], [{ days: 0 }, false, 'today'],
    [{ years: -18 }, false, 'ago'], [{ years: 0, months: 3 }, false, 'ahead'], [{ years: -1, days: 1 }, false, 'ago'],
  ] as const)('%j is shown as the mode it is in', (value, isOptional, mode) => {
    expect(modeOf(value, isOptional)).toBe(mode)
  })

  it('comes back as it was from every unit, also where units go either way', () => {
    const value = { years: -1, days: 1 }
    const units: readonly Unit[] = ['years', 'months', 'days']
    expect(units.map((unit) => amountOf(value, unit, 'ago'))).toEqual([1, undefined, -1])
    expect(units.reduce<unknown>((day, unit) => withAmount(day, unit, amountOf(value, unit, 'ago'), 'ago'), value)).toEqual(value)
  })

  it('keeps its mode while its number is being replaced', () => {
    const emptied = withAmount({ years: -18 }, 'years', undefined, 'ago')
    expect([emptied, fitsMode('ago', emptied, false), withAmount(emptied, 'years', 21, 'ago')]).toEqual([{ days: 0 }, true, { years: -21 }])
  })

  it('starts with a value that the mode fits', () => {
    expect((['fixed', 'today', 'ago', 'ahead'] as const).filter((mode) => modeOf(startOf[mode], false) !== mode)).toEqual([])
  })
})

describe('values of custom fields', () => {
  it.each([
    [{ score: 3 }, 'kleur', 'rood', { score: 3, kleur: 'rood' }],
    [{ score: 3, kleur: 'rood' }, 'score', null, { kleur: 'rood' }],
    [{ kleur: 'rood' }, 'kleur', '', null],
    [null, 'lid', false, { lid: false }],
    ['kapot', 'lid', true, { lid: true }],
  ])('%j with another %s', (values, key, value, expected) => {
    expect(withValue(values, key, value)).toEqual(expected)
  })

  it('have no value where there is none', () => {
    expect([valueOf(undefined, 'score'), valueOf({ score: 0 }, 'score'), valueOf({}, 'constructor')]).toEqual([null, 0, null])
  })
})
