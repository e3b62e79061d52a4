'use client'
import type { ComponentType } from 'react'
import type { Input } from '../../src/rules/field'
import { ChoiceInput } from './inputs/ChoiceInput'
import { ChoicesInput } from './inputs/ChoicesInput'
import { DateInput } from './inputs/DateInput'
import { FunctionsInput } from './inputs/FunctionsInput'
import { IdsInput } from './inputs/IdsInput'
import type { ChoiceProps, InputProps } from './inputs/inputProps'
import { PeriodInput } from './inputs/PeriodInput'
import { RangeInput } from './inputs/RangeInput'
import { SinceInput } from './inputs/SinceInput'
import { TextsInput } from './inputs/TextsInput'
import { asNumber, asText } from './inputs/typed'
import { TypedInput } from './inputs/TypedInput'

const TextInput = (props: InputProps) => <TypedInput {...props} typed={asText} />
const NumberInput = (props: InputProps) => <TypedInput {...props} typed={asNumber} isNumeric />
const Nothing = () => null

/** The input for each kind of value. */
const inputs: Readonly<Record<Input, ComponentType<ChoiceProps>>> = {
  none: Nothing,
  text: TextInput,
  texts: TextsInput,
  postcodeRange: (props) => <RangeInput {...props} Bound={TextInput} />,
  number: NumberInput,
  numberRange: (props) => <RangeInput {...props} Bound={NumberInput} />,
  choice: ChoiceInput,
  choices: ChoicesInput,
  date: DateInput,
  dateRange: (props) => <RangeInput {...props} Bound={DateInput} />,
  ids: (props) => <IdsInput {...props} options={props.references ? props.pointsTo(props.references) : []} />,
  functions: FunctionsInput,
  subscriptionSince: SinceInput,
  amountInPeriod: (props) => <PeriodInput {...props} measure="cents" />,
  countInPeriod: (props) => <PeriodInput {...props} measure="count" />,
}

/** What somebody fills in as the value of a condition. */
export const ValueInput = ({ input, ...props }: ChoiceProps & { readonly input: Input }) => {
  const Chosen = inputs[input]
  return <Chosen {...props} />
}
