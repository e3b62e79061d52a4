import type { Labels, Language } from './field'

/** `A, B of C`; a long list is cut after the first dozen, with the number that is left. */
export function listed(items: readonly (string | number)[], language: Language, word: 'and' | 'or' = 'or'): string {
  const shown = items.slice(0, longestList).map(String)
  const more = items.length - shown.length
  if (more > 0) shown.push({ nl: `nog ${more}`, en: `${more} more` }[language])
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} ${conjunctions[word][language]} ${last}`
}

/** The words between the parts of a group. */
export const conjunctions: Readonly<Record<'and' | 'or', Labels>> = {
  and: { nl: 'en', en: 'and' },
  or: { nl: 'of', en: 'or' },
}

/** `woonplaats is Utrecht` and its kin: a label, the words of the operator, the value in words. */
export const phrases = {
  equals: { nl: (label: string, value: string) => `${label} is ${value}`, en: (label: string, value: string) => `${label} is ${value}` },
  startsWith: { nl: (label: string, value: string) => `${label} begint met ${value}`, en: (label: string, value: string) => `${label} starts with ${value}` },
  between: { nl: (label: string, from: string, to: string) => `${label} is ${from} tot en met ${to}`, en: (label: string, from: string, to: string) => `${label} is ${from} up to and including ${to}` },
  atLeast: { nl: (label: string, value: string) => `${label} is minstens ${value}`, en: (label: string, value: string) => `${label} is at least ${value}` },
  atMost: { nl: (label: string, value: string) => `${label} is hoogstens ${value}`, en: (label: string, value: string) => `${label} is at most ${value}` },
  isEmpty: { nl: (label: string) => `${label} is niet ingevuld`, en: (label: string) => `${label} is not filled in` },
  isTrue: { nl: (label: string) => `${label} is ja`, en: (label: string) => `${label} is yes` },
  onOrBefore: { nl: (label: string, date: string) => `${label} is op of voor ${date}`, en: (label: string, date: string) => `${label} is on or before ${date}` },
  onOrAfter: { nl: (label: string, date: string) => `${label} is op of na ${date}`, en: (label: string, date: string) => `${label} is on or after ${date}` },
} as const

const longestList = 12
