import type { LocalDate } from '../domain/localDate'
import { matches } from '../rules/explainRule'
import { bareFacts } from '../rules/facts'
import type { DemoPerson } from './people'
import { organPlans, type OrganPlan } from './structure'

/** The organs at the bottom of the tree. */
export const branchPlans: readonly OrganPlan[] = organPlans.filter(({ title }) => title.startsWith('Afdeling'))

const planOf = new Map(organPlans.map((plan) => [plan.code, plan]))

/** Whether a relation lives in the area of an organ and of all organs above it. */
export function livesIn({ rule, parent }: OrganPlan, person: DemoPerson, date: LocalDate): boolean {
  const facts = { ...bareFacts, type: person.type, address: person.address }
  const above = parent === undefined ? undefined : planOf.get(parent)
  return (rule === undefined || matches(rule, facts, date)) && (above === undefined || livesIn(above, person, date))
}
