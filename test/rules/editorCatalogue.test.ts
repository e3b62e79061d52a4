import { describe, expect, it } from 'vitest'
import type { CustomField } from '../../src/domain/customField'
import { checkReferences, type KnownReferences } from '../../src/rules/checkReferences'
import { catalogue } from '../../src/rules/catalogue'
import { editorCatalogue } from '../../src/rules/editorCatalogue'
import { all, leaf, not, town } from './cast'

const colour: CustomField = { key: 'colour', title: 'Kleur', type: 'text', options: ['rood', 'groen'] }
const score: CustomField = { key: 'score', title: 'Score', type: 'number', options: [] }

describe('editorCatalogue', () => {
  const fields = editorCatalogue([colour, score], 'nl')
  const field = (key: string) => fields.find((one) => one.key === key)

  it('is plain data with every field and custom field', () => {
    expect(JSON.parse(JSON.stringify(fields))).toEqual(fields)
    expect(fields.map(({ key }) => key)).toEqual([...catalogue.map(({ key }) => key), 'custom.text.colour', 'custom.number.score'])
  })

  it('says how each value is filled in, in the language of the reader', () => {
    expect(field('age')).toEqual({
      key: 'age', label: 'Leeftijd', group: 'Persoon',
      operators: [
        { name: 'equals', label: 'is', input: 'number' }, { name: 'atLeast', label: 'is minstens', input: 'number' }, { name: 'atMost', label: 'is hoogstens', input: 'number' },
        { name: 'between', label: 'ligt tussen', input: 'numberRange' }, { name: 'isEmpty', label: 'is niet ingevuld', input: 'none' },
      ],
    })
    expect(field('subscription.active')).toMatchObject({ references: 'subscription-types', operators: [{ input: 'ids' }, { input: 'subscriptionSince' }] })
    expect(field('relation.type')?.choices).toEqual([{ value: 'person', label: 'persoon' }, { value: 'organisation', label: 'organisatie' }])
    expect(editorCatalogue([], 'en')[0]?.group).toBe('Address')
  })

  it('lets somebody choose where only some texts can be filled in', () => {
    expect(field('custom.text.colour')).toMatchObject({
      label: 'Kleur', group: 'Vrije velden', choices: [{ value: 'rood', label: 'rood' }, { value: 'groen', label: 'groen' }],
      operators: [{ name: 'equals', input: 'choice' }, { name: 'oneOf', input: 'choices' }, { name: 'startsWith', input: 'text' }, { name: 'isEmpty', input: 'none' }],
    })
  })
})

describe('checkReferences', () => {
  const one = new Map([[1, 'Een']])
  const known: KnownReferences = {
    subscriptionTypes: one, functionTypes: one, organs: one, organisations: one, membershipTypes: one, relationLists: one, selections: one,
    customFields: new Map([['colour', colour], ['score', score]]),
  }
  const mistakesOf = (...rules: Parameters<typeof all>) =>
    checkReferences(all(...rules), known).map(({ path, code, params }) => `${path.join('.')} ${code} ${Object.values(params).join(' ')}`)

  it('finds nothing wrong with what exists', () => {
    expect(mistakesOf(town('Zeist'), leaf('custom.text.colour', 'equals', 'rood'), leaf('subscription.active', 'oneOf', [1]), leaf('function.active', 'oneOf', { types: [1], organs: [1] }))).toEqual([])
  })

  it('names what does not exist with its place', () => {
    expect(mistakesOf(
      leaf('custom.date.colour', 'isEmpty'), not(leaf('custom.text.shoe', 'isEmpty')), leaf('function.active', 'oneOf', { types: [1, 2], organs: [3] }),
      leaf('subscription.active', 'since', { types: [4], onOrBefore: '2020-01-01' }), leaf('membership.type', 'oneOf', [5]), leaf('list.member', 'oneOf', [6]),
    )).toEqual([
      'rules.0.field RULE_FIELD_UNKNOWN custom.date.colour', 'rules.1.rule.field RULE_FIELD_UNKNOWN custom.text.shoe',
      'rules.2.value RULE_REFERENCE_UNKNOWN function-types 2', 'rules.2.value RULE_REFERENCE_UNKNOWN organs 3',
      'rules.3.value RULE_REFERENCE_UNKNOWN subscription-types 4', 'rules.4.value RULE_REFERENCE_UNKNOWN membership-types 5', 'rules.5.value RULE_REFERENCE_UNKNOWN relation-lists 6',
    ])
  })
})
