import { describe, expect, it } from 'vitest'
import { customKeyPattern, customMistakes, keyFromTitle, type CustomField } from '../../src/domain/customField'

describe('keyFromTitle', () => {
  it.each([
    ['Lid sinds', 'lidSinds'], ['Één-op-één', 'eenOpEen'], ['2e voornaam', 'eVoornaam'], ['  KvK nummer ', 'kvKNummer'], ['№', ''], ['x'.repeat(60), 'x'.repeat(40)],
  ])('of “%s” is “%s”', (title, key) => {
    expect(keyFromTitle(title)).toBe(key)
    expect(key === '' || customKeyPattern.test(key)).toBe(true)
  })
})

describe('customMistakes', () => {
  const fields: readonly CustomField[] = [
    { key: 'colour', title: 'Kleur', type: 'text', options: ['rood'] }, { key: 'name', title: 'Bijnaam', type: 'text', options: [] },
    { key: 'score', title: 'Score', type: 'number', options: [] }, { key: 'since', title: 'Sinds', type: 'date', options: [] }, { key: 'isIn', title: 'Doet mee', type: 'yesNo', options: [] },
  ]
  it.each([
    [{ colour: 'rood', name: 'Annie', score: 3.5, since: '2024-02-29', isIn: false }, []],
    [{ colour: null, name: '', score: null, since: '', isIn: null }, []],
    [{ colour: 'blauw' }, ['CUSTOM_VALUE_NO_OPTION Kleur']],
    [{ name: 1, score: '1', since: '2024-02-30', isIn: 'ja' }, ['CUSTOM_VALUE_INVALID Bijnaam', 'CUSTOM_VALUE_INVALID Score', 'CUSTOM_VALUE_INVALID Sinds', 'CUSTOM_VALUE_INVALID Doet mee']],
    [{ other: 1 }, ['CUSTOM_FIELD_UNKNOWN other']],
  ])('in %j are %j', (values, mistakes) => {
    expect(customMistakes(values, fields).map(({ code, params }) => `${code} ${params.field}`)).toEqual(mistakes)
  })
})
