import { describe, expect, it } from 'vitest'
import { artefactTitles } from '../../src/domain/artefactTitle'

describe('the names of what is made for an organ', () => {
  const naming = { template: 'Leden {orgaan}', organTitle: 'Zeist', code: 'ZST', organ: 12, action: 3 }

  it('grow plainer to more telling', () => expect(artefactTitles(naming)).toEqual(['Leden Zeist', 'Leden Zeist (ZST)', 'Leden Zeist (#12)', 'Leden Zeist (#12.3)']))

  it('fit in the 140 characters of a list, however long the organ’s own', () => {
    const titles = artefactTitles({ ...naming, organTitle: 'é'.repeat(300), code: 'C'.repeat(20) })
    expect(titles.filter((title) => title.length > 140)).toEqual([])
  })
})
