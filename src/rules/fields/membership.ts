import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import { isRunning, type MembershipFacts, type RelationFacts } from '../facts'
import { operator, type Field, type Labels, type Turn } from '../field'
import type { ReferenceKind } from '../names'
import { isPassed } from '../turn'
import { groupWords, operatorWords } from '../words'
import { column, numberList } from './column'
import { ids, namesOf, pointingTo } from './ids'

type Asked = {
  readonly key: string
  readonly label: Labels
  readonly references: ReferenceKind
  readonly moment?: Moment
  readonly idOf: (membership: MembershipFacts) => number | null
  /** The same in SQL, over a row of memberships or of their mutations. */
  readonly isOneOf: (alias: SQL, numbers: SQL) => SQL
  readonly words: (list: string) => Labels
}

/** On which day the memberships are looked at: on plain facts, in SQL, and which mutations turn the answer. */
type Moment = {
  readonly at: (facts: RelationFacts, date: LocalDate) => readonly MembershipFacts[]
  readonly runs: (date: LocalDate) => SQL
  readonly turned: (turn: Turn) => SQL
}

/** Memberships that ran the day before the date: what a run decides never depends on itself, and a rerun finds the same. */
const dayBefore: Moment = {
  at: ({ memberships }, date) => memberships.filter(({ startDate, endDate }) => startDate < date && (endDate === null || endDate >= date)),
  runs: (date) => sql`m.start_date < ${date}::date and (m.end_date is null or m.end_date >= ${date}::date)`,
  turned: ({ from, date }) => sql`u.date >= ${from}::date and u.date < ${date}::date`,
}

/** Memberships that run on the date itself. */
const dayItself: Moment = {
  at: ({ memberships }, date) => memberships.filter((membership) => isRunning(membership, date)),
  runs: (date) => sql`m.start_date <= ${date}::date and (m.end_date is null or m.end_date > ${date}::date)`,
  turned: (turn) => isPassed(sql`u.date`, turn),
}

function membershipField({ key, label, references, moment = dayBefore, idOf, isOneOf, words }: Asked): Field {
  const toThem = pointingTo(references)
  const numbersOf = (facts: RelationFacts, date: LocalDate): number[] => moment.at(facts, date).map(idOf).filter((id) => id !== null)
  return {
    key,
    label,
    group: groupWords.memberships,
    references,
    actual: (facts, date) => [...new Set(numbersOf(facts, date))],
    operators: {
      oneOf: operator(ids, {
        label: operatorWords.oneOf,
        input: 'ids',
        compile: (numbers, { relationAlias, date }) => sql`exists (
          select from memberships m
           where m.relation_id = ${column(relationAlias, 'id')} and ${isOneOf(sql`m`, numberList(numbers))}
             and ${moment.runs(date)})`,
        holds: (numbers, facts, date) => numbersOf(facts, date).some((id) => numbers.includes(id)),
        describe: (numbers, language, names) => words(namesOf(toThem(numbers), language, names))[language],
        turning: (numbers, turn) => sql`
          select u.relation_id from membership_mutations u
           where ${moment.turned(turn)} and ${isOneOf(sql`u`, numberList(numbers))}`,
        references: toThem,
      }),
    },
  }
}

/** The field for memberships on the day itself: for lists and selections, never for the rules that decide about memberships. */
export const currentMembershipKey = 'membership.current'

/** Memberships elsewhere, as they were the day before, and who is a member of an organ now. */
export const membershipFields: readonly Field[] = [
  membershipField({
    key: currentMembershipKey, label: { nl: 'Lid van orgaan', en: 'Member of organ' }, references: 'organs', moment: dayItself,
    idOf: ({ organId }) => organId,
    isOneOf: (alias, numbers) => sql`${alias}.organ_id = any(${numbers})`,
    words: (list) => ({ nl: `is lid van ${list}`, en: `is a member of ${list}` }),
  }),
  membershipField({
    key: 'membership.organ', label: { nl: 'Lid van orgaan (de dag ervoor)', en: 'Member of organ (the day before)' }, references: 'organs',
    idOf: ({ organId }) => organId,
    isOneOf: (alias, numbers) => sql`${alias}.organ_id = any(${numbers})`,
    words: (list) => ({ nl: `was de dag ervoor lid van ${list}`, en: `was a member of ${list} the day before` }),
  }),
  membershipField({
    key: 'membership.organisation', label: { nl: 'Lid van organisatie (de dag ervoor)', en: 'Member of organisation (the day before)' }, references: 'organisations',
    idOf: ({ organisationId, organId }) => (organId === null ? organisationId : null),
    isOneOf: (alias, numbers) => sql`${alias}.organisation_id = any(${numbers}) and ${alias}.organ_id is null`,
    words: (list) => ({ nl: `was de dag ervoor lid van ${list}`, en: `was a member of ${list} the day before` }),
  }),
  membershipField({
    key: 'membership.type', label: { nl: 'Lidmaatschapstype (de dag ervoor)', en: 'Membership type (the day before)' }, references: 'membership-types',
    idOf: ({ typeId }) => typeId,
    isOneOf: (alias, numbers) => sql`${alias}.membership_type_id = any(${numbers})`,
    words: (list) => ({ nl: `had de dag ervoor het lidmaatschapstype ${list}`, en: `had the membership type ${list} the day before` }),
  }),
]
