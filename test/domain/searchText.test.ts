import { describe, expect, it } from 'vitest'
import { normalisePhone } from '../../src/domain/phone'
import { normaliseQuery, searchTextOf } from '../../src/domain/searchText'

describe('normalisePhone', () => {
  it.each([
    ['06-1234 5678', '0612345678'], ['+31 6 12345678', '0612345678'], ['0031612345678', '0612345678'], ['+31 (0)6 12 34 56 78', '0612345678'],
    ['(030) 123 45 67', '0301234567'], ['+32 470 12 34 56', '0032470123456'], ['+316', '06'], ['', ''],
  ])('%s becomes %s', (text, expected) => expect(normalisePhone(text)).toBe(expected))
})

describe('a relation is found by', () => {
  const line = searchTextOf({
    number: 1042, names: ['Zoë Sønderbæk-Müller', null], emails: ['Zoe.S@Example.org'], phones: ['+31 6 12 34 56 78', '030-1234567'], town: "'s-Gravenhage",
  })
  it.each(['1042', 'zoe', 'ZOË', 'sonderbaek', 'Müller', 'zoe.s@example', '06-1234', '+31612345678', '0031 6 1234', '030 123', "'s-grav", '678'])(
    '%s', (query) => expect(line).toContain(normaliseQuery(query)))
  it.each(['0699', 'jansen', '1043'])('not by %s', (query) => expect(line).not.toContain(normaliseQuery(query)))
  it('nothing when there is nothing', () => expect(searchTextOf({ names: [] })).toBe(''))
})
