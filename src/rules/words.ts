import type { Labels } from './field'

/** What the operators are called in an editor, between the field and the value. */
export const operatorWords = {
  equals: { nl: 'is', en: 'is' },
  oneOf: { nl: 'is een van', en: 'is one of' },
  startsWith: { nl: 'begint met', en: 'starts with' },
  between: { nl: 'ligt tussen', en: 'is between' },
  atLeast: { nl: 'is minstens', en: 'is at least' },
  atMost: { nl: 'is hoogstens', en: 'is at most' },
  onOrBefore: { nl: 'is op of voor', en: 'is on or before' },
  onOrAfter: { nl: 'is op of na', en: 'is on or after' },
  since: { nl: 'is een van, begonnen op of voor', en: 'is one of, started on or before' },
  isEmpty: { nl: 'is niet ingevuld', en: 'is not filled in' },
  isTrue: { nl: 'is ja', en: 'is yes' },
} as const satisfies Record<string, Labels>

/** Under which heading the fields stand in an editor. */
export const groupWords = {
  relation: { nl: 'Relatie', en: 'Relation' },
  person: { nl: 'Persoon', en: 'Person' },
  address: { nl: 'Adres', en: 'Address' },
  custom: { nl: 'Vrije velden', en: 'Custom fields' },
  functions: { nl: 'Functies', en: 'Functions' },
  subscriptions: { nl: 'Abonnementen', en: 'Subscriptions' },
  memberships: { nl: 'Lidmaatschappen', en: 'Memberships' },
  lists: { nl: 'Lijsten en selecties', en: 'Lists and selections' },
  donations: { nl: 'Donaties', en: 'Donations' },
} as const satisfies Record<string, Labels>
