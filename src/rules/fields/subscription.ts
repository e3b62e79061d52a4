import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { LocalDate } from '../../domain/localDate'
import type { RelationFacts } from '../facts'
import { operator, type Field, type Language, type Names } from '../field'
import { listed } from '../phrases'
import { column, numberList } from './column'

const typeId = z.int().positive().max(2_147_483_647)

const activeTypes = ({ subscriptions }: RelationFacts, date: LocalDate): number[] =>
  subscriptions
    .filter(({ startDate, endDate }) => startDate <= date && (endDate === null || date < endDate))
    .map((subscription) => subscription.typeId)

const named = (types: readonly number[], language: Language, names: Names): string => {
  const list = listed(types.map((type) => names.subscriptionTypes?.get(type) ?? `#${type}`), language)
  return { nl: `heeft een actief abonnement ${list}`, en: `has an active subscription ${list}` }[language]
}

/** An own subscription of one of these types that runs on the date, wherever in the past it started. */
export const activeSubscriptionField: Field = {
  key: 'subscription.active',
  label: { nl: 'Actief abonnement', en: 'Active subscription' },
  type: 'subscriptionTypes',
  actual: activeTypes,
  operators: {
    oneOf: operator(z.array(typeId).min(1).max(1000), {
      compile: (types, { relationAlias, date }) => sql`exists (
        select from subscriptions s
         where s.relation_id = ${column(relationAlias, 'id')} and s.type_id = any(${numberList(types)})
           and s.start_date <= ${date}::date and (s.end_date is null or ${date}::date < s.end_date))`,
      holds: (types, facts, date) => activeTypes(facts, date).some((type) => types.includes(type)),
      describe: named,
    }),
  },
}

export const subscriptionFields: readonly Field[] = [activeSubscriptionField]
