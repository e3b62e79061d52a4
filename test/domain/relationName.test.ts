import { describe, expect, it } from 'vitest'
import { displayName, sortName } from '../../src/domain/relationName'

describe('the name of a relation', () => {
  it.each([
    [{ type: 'person', firstName: 'Jan', namePrefix: 'de', lastName: 'Vries' }, 'Jan de Vries', 'Vries, Jan de'],
    [{ type: 'person', firstName: 'Jan', initials: 'J.P.', lastName: 'Smit' }, 'Jan Smit', 'Smit, Jan'],
    [{ type: 'person', firstName: ' ', initials: 'J.P.', namePrefix: 'van  der', lastName: 'Berg' }, 'J.P. van der Berg', 'Berg, J.P. van der'],
    [{ type: 'person', lastName: 'Bakker', namePrefix: null }, 'Bakker', 'Bakker'],
    [{ type: 'person', firstName: 'Zoë' }, 'Zoë', 'Zoë'],
    [{ type: 'organisation', organisationName: ' Stichting  De Brug ', lastName: 'Vries' }, 'Stichting De Brug', 'Stichting De Brug'],
    [{ type: 'organisation' }, '', ''],
  ] as const)('%j', (name, display, sort) => expect([displayName(name), sortName(name)]).toEqual([display, sort]))
})
