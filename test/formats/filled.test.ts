import { describe, expect, it } from 'vitest'
import { filled } from '../../views/parts/filled'

describe('a text of a screen', () => {
  it('has its names filled in, and keeps those it knows nothing of', () => {
    expect(filled('{count} gekozen, samen {total}', { count: 3, total: '€ 7,50' })).toBe('3 gekozen, samen € 7,50')
    expect(filled('{name} en {other}', { name: 'An' })).toBe('An en {other}')
  })

  it.each([[0, '0 facturen gaan'], [1, '1 factuur gaat'], [2, '2 facturen gaan'], [1851, '1851 facturen gaan']])('says it of %i in the right number', (count, words) => {
    expect(filled('{count|1 factuur gaat|# facturen gaan} per post.', { count })).toBe(`${words} per post.`)
  })

  it('leaves the count out where the words do', () => {
    expect(filled('{months|elke maand|elke # maanden}', { months: 1 })).toBe('elke maand')
    expect(filled('{months|elke maand|elke # maanden}', { months: 3 })).toBe('elke 3 maanden')
  })
})
