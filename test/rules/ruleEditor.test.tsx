import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { CustomField } from '../../src/domain/customField'
import type { RuleCatalogue } from '../../src/operations/ruleCatalogue'
import { editorCatalogue } from '../../src/rules/editorCatalogue'
import { RuleForm } from '../../views/RuleEditor/RuleEditor'
import { blankValue } from '../../views/RuleEditor/values'
import { all, any, leaf, not, town } from './cast'

const colour: CustomField = { key: 'colour', title: 'Kleur', type: 'text', options: ['rood', 'groen'] }
const some = [{ id: 1, title: 'Eerste' }, { id: 2, title: 'Tweede' }]
const catalogue: RuleCatalogue = {
  fields: editorCatalogue([colour, { key: 'score', title: 'Score', type: 'number', options: [] }], 'nl'),
  references: { 'subscription-types': some, 'function-types': some, organs: some, organisations: some, 'membership-types': some, 'relation-lists': some, selections: some },
}
const render = (value: unknown, rest: { readonly readOnly?: boolean; readonly language?: 'nl' | 'en' } = {}): string =>
  renderToStaticMarkup(<RuleForm value={value} onChange={() => undefined} language={rest.language ?? 'nl'} readOnly={rest.readOnly ?? false} catalogue={catalogue} />)
const every = catalogue.fields.flatMap((field) => field.operators.map((operator) => ({ field, operator, name: `${field.label} ${operator.label}` })))

describe('the editor of rules', () => {
  it('says how to begin where nothing is asked yet', () => {
    expect(render(null)).toContain('Eerste voorwaarde toevoegen')
  })

  it.each(every)('asks for the value of: $name', ({ field, operator }) => {
    const html = render(leaf(field.key, operator.name, blankValue(operator.input)))
    expect(html).toContain(`<option value="${field.key}" selected="">${field.label}</option>`)
    expect(html).toContain(`<option value="${operator.name}" selected="">${operator.label}</option>`)
    expect(html.includes('Vul hier nog iets in.')).toBe(operator.input !== 'none')
    expect(/class="kring-value">(<p|<\/div>)/.test(html)).toBe(operator.input === 'none')
  })

  it.each([
    ['a list of towns', town('Zeist', 'Bunnik'), ['Zeist weghalen', 'Bunnik weghalen']],
    ['so many years ago', leaf('birthDate', 'onOrBefore', { years: -18 }), ['vandaag min', 'value="18"']],
    ['a fixed day', leaf('birthDate', 'onOrBefore', '2000-01-31'), ['type="date"', 'value="2000-01-31"']],
    ['a function at an organ', leaf('function.active', 'oneOf', { types: [1], organs: [2] }), ['Eerste weghalen', 'Tweede weghalen']],
    ['what is gone', leaf('selection.member', 'oneOf', [9]), ['#9 weghalen']],
    ['euros', leaf('donations.sum', 'atLeast', { cents: 250_000, from: { years: -1 } }), ['value="2500,00"', 'vandaag min']],
    ['a range of postcodes', leaf('address.postcode', 'between', ['3500', '3599']), ['value="3500"', 'value="3599"']],
    ['groups that are turned round', not(any(town('Zeist'), all(leaf('age', 'isEmpty'), not(leaf('custom.text.colour', 'equals', 'rood'))))), ['checked=""', 'niet: is', 'Groep toevoegen binnen deze groep']],
    ['a field that does not exist', leaf('custom.text.shoe', 'equals', '42'), ['custom.text.shoe (bestaat niet)']],
  ])('shows %s', (_name, rule, texts) => {
    const html = render(rule)
    texts.forEach((text) => expect(html).toContain(text))
  })

  it('names every button and input to a screen reader', () => {
    const controls = render(all(...every.map(({ field, operator }) => leaf(field.key, operator.name, blankValue(operator.input))))).match(/<(button|input|select)\b[^>]*>/g) ?? []
    const unnamed = controls.filter((control) => !control.includes('aria-label') && !control.includes('checkbox') && !control.includes('kring-link'))
    expect(unnamed).toEqual([])
    expect(controls.filter((control) => control.startsWith('<button') && !control.includes('type="button"'))).toEqual([])
  })

  it('cannot be changed where it may only be read', () => {
    const html = render(all(town('Zeist'), leaf('age', 'atLeast', 18)), { readOnly: true })
    expect((html.match(/<(input|select)\b[^>]*>/g) ?? []).filter((control) => !control.includes('disabled'))).toEqual([])
    expect(html).not.toMatch(/toevoegen|weghalen/)
  })

  it('shows JSON that is no rule as it is', () => {
    expect(render({ op: 'xor', rules: [] })).toContain('xor')
  })

  it('speaks English', () => {
    expect(render(all(town('Zeist'), town('Bunnik')), { language: 'en' })).toContain('meets all conditions')
  })
})
