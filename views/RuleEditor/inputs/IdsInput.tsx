'use client'
import type { EditorChoice } from '../../../src/rules/editorCatalogue'
import type { InputProps } from './inputProps'
import { Picker } from './Picker'

/** Some of the things that a rule can point to, kept by their numbers. */
export const IdsInput = ({ options, value, onChange, ...rest }: InputProps & { readonly options: readonly EditorChoice[] }) => (
  <Picker {...rest} options={options} chosen={Array.isArray(value) ? value.map(String) : []} onChange={(ids) => onChange(ids.map(Number))} />
)
