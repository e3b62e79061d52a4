import type { Field } from '../field'
import { groupWords } from '../words'
import { ageField } from './age'
import { column, within } from './column'
import { dateOperators } from './date'

const label = { nl: 'Geboortedatum', en: 'Date of birth' } as const

const birthDateField: Field = {
  key: 'birthDate',
  label,
  group: groupWords.person,
  actual: ({ birthDate }) => birthDate,
  operators: dateOperators({ subject: within(label), expression: (alias) => column(alias, 'birth_date'), read: ({ birthDate }) => birthDate }),
}

export const personFields: readonly Field[] = [ageField, birthDateField]
