import { day } from '../../src/domain/localDate'
import { bareFacts, type RelationFacts } from '../../src/rules/facts'
import type { Rule } from '../../src/rules/rule'

/** Anna lives in Zeist, is 41 on 1 March 2026 and has subscription type 1 since 2020. */
export const anna: RelationFacts = {
  ...bareFacts,
  type: 'person',
  status: 'active',
  birthDate: day('1984-06-15'),
  address: { postcode: '3701AB', town: 'Zeist', municipality: 'Zeist', province: 'Utrecht', country: 'NL' },
  subscriptions: [{ typeId: 1, startDate: day('2020-01-01'), endDate: null }],
}

/** Bram is known by name only. */
export const bram: RelationFacts = bareFacts

export const leaf = (field: string, operator: string, value?: unknown): Rule =>
  value === undefined ? { field, operator } : { field, operator, value }
export const town = (...towns: string[]): Rule => leaf('address.town', 'oneOf', towns)
export const all = (...rules: Rule[]): Rule => ({ op: 'and', rules })
export const any = (...rules: Rule[]): Rule => ({ op: 'or', rules })
export const not = (rule: Rule): Rule => ({ op: 'not', rule })
