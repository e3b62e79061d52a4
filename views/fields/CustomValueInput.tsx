'use client'
import type { CustomField } from '../../src/domain/customField'
import type { Language } from '../../src/i18n/text'
import type { InputProps } from '../RuleEditor/inputs/inputProps'
import { asNumber, asText } from '../RuleEditor/inputs/typed'
import { TypedInput } from '../RuleEditor/inputs/TypedInput'

const words = { nl: { yes: 'Ja', no: 'Nee', unknown: 'Niet ingevuld' }, en: { yes: 'Yes', no: 'No', unknown: 'Not filled in' } } as const satisfies Record<Language, Record<string, string>>

/** The input of one custom field: what its type and its options ask for. */
export const CustomValueInput = ({ field, ...props }: InputProps & { readonly field: CustomField }) => {
  const { value, onChange, label, isDisabled, language } = props
  const t = words[language]
  if (field.type === 'number') return <TypedInput {...props} typed={asNumber} isNumeric />
  if (field.type === 'date') return <input type="date" aria-label={label} disabled={isDisabled} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)} />
  if (field.type === 'yesNo') {
    return (
      <select aria-label={label} disabled={isDisabled} value={typeof value === 'boolean' ? String(value) : ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'true')}>
        <option value="">{t.unknown}</option><option value="true">{t.yes}</option><option value="false">{t.no}</option>
      </select>
    )
  }
  if (field.options.length === 0) return <TypedInput {...props} typed={asText} />
  const options = typeof value === 'string' && value !== '' && !field.options.includes(value) ? [value, ...field.options] : field.options
  return (
    <select aria-label={label} disabled={isDisabled} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t.unknown}</option>
      {options.map((option) => <option key={option} value={option}>{option}</option>)}
    </select>
  )
}
