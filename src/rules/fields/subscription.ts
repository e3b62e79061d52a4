import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { LocalDate } from '../../domain/localDate'
import { dateValue, describeDate, resolveDate } from '../dateValue'
import { isRunning, type RelationFacts, type SubscriptionFacts } from '../facts'
import { operator, type Field } from '../field'
import { anyOf, isPassed, isSwept } from '../turn'
import { groupWords, operatorWords } from '../words'
import { column, numberList } from './column'
import { ids, namesOf, pointingTo } from './ids'

const toTypes = pointingTo('subscription-types')
const since = z.strictObject({ types: ids, onOrBefore: dateValue })

const running = ({ subscriptions }: RelationFacts, date: LocalDate): readonly SubscriptionFacts[] =>
  subscriptions.filter((subscription) => isRunning(subscription, date))

const exists = (alias: string, types: readonly number[], condition: SQL): SQL => sql`exists (
  select from subscriptions s where s.relation_id = ${column(alias, 'id')} and s.type_id = any(${numberList(types)}) and ${condition})`

const runsOn = (date: LocalDate): SQL => sql`s.start_date <= ${date}::date and (s.end_date is null or ${date}::date < s.end_date)`

const turningOf = (types: readonly number[], conditions: readonly (SQL | undefined)[]): SQL =>
  sql`select s.relation_id from subscriptions s where s.type_id = any(${numberList(types)}) and ${anyOf(conditions)}`

/** An own subscription of one of these types that runs on the date, wherever in the past it started. */
export const activeSubscriptionField: Field = {
  key: 'subscription.active',
  label: { nl: 'Actief abonnement', en: 'Active subscription' },
  group: groupWords.subscriptions,
  references: 'subscription-types',
  actual: (facts, date) => running(facts, date).map(({ typeId }) => typeId),
  operators: {
    oneOf: operator(ids, {
      label: operatorWords.oneOf,
      input: 'ids',
      compile: (types, { relationAlias, date }) => exists(relationAlias, types, runsOn(date)),
      holds: (types, facts, date) => running(facts, date).some(({ typeId }) => types.includes(typeId)),
      describe: (types, language, names) => {
        const list = namesOf(toTypes(types), language, names)
        return { nl: `heeft een actief abonnement ${list}`, en: `has an active subscription ${list}` }[language]
      },
      turning: (types, turn) => turningOf(types, [isPassed(sql`s.start_date`, turn), isPassed(sql`s.end_date`, turn)]),
      references: toTypes,
    }),
    since: operator(since, {
      label: operatorWords.since,
      input: 'subscriptionSince',
      compile: ({ types, onOrBefore }, { relationAlias, date }) =>
        exists(relationAlias, types, sql`${runsOn(date)} and s.start_date <= ${resolveDate(onOrBefore, date)}::date`),
      holds: ({ types, onOrBefore }, facts, date) =>
        running(facts, date).some(({ typeId, startDate }) => types.includes(typeId) && startDate <= resolveDate(onOrBefore, date)),
      describe: ({ types, onOrBefore }, language, names) => {
        const [list, day] = [namesOf(toTypes(types), language, names), describeDate(onOrBefore, language)]
        return { nl: `heeft een actief abonnement ${list}, begonnen op of voor ${day}`, en: `has an active subscription ${list}, started on or before ${day}` }[language]
      },
      turning: ({ types, onOrBefore }, turn) =>
        turningOf(types, [isPassed(sql`s.start_date`, turn), isPassed(sql`s.end_date`, turn), isSwept(sql`s.start_date`, onOrBefore, turn)]),
      references: ({ types }) => toTypes(types),
    }),
  },
}
