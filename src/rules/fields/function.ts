import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { LocalDate } from '../../domain/localDate'
import { isRunning, type FunctionFacts, type RelationFacts } from '../facts'
import { operator, type Field } from '../field'
import { anyOf, isPassed } from '../turn'
import { groupWords, operatorWords } from '../words'
import { column, numberList } from './column'
import { ids, namesOf, pointingTo } from './ids'

const [toTypes, toOrgans] = [pointingTo('function-types'), pointingTo('organs')]
const asked = z.strictObject({ types: ids, organs: ids.optional() })

const running = ({ functions }: RelationFacts, date: LocalDate): readonly FunctionFacts[] => functions.filter((one) => isRunning(one, date))

/** A function of one of these types that runs on the date, at one of these organs or, where none is named, anywhere. */
export const activeFunctionField: Field = {
  key: 'function.active',
  label: { nl: 'Functie', en: 'Function' },
  group: groupWords.functions,
  references: 'function-types',
  actual: (facts, date) => running(facts, date).map(({ typeId }) => typeId),
  operators: {
    oneOf: operator(asked, {
      label: operatorWords.oneOf,
      input: 'functions',
      compile: ({ types, organs }, { relationAlias, date }) => sql`exists (
        select from functions f
         where f.holder_id = ${column(relationAlias, 'id')} and f.type_id = any(${numberList(types)})
           and f.start_date <= ${date}::date and (f.end_date is null or ${date}::date < f.end_date)
           ${organs ? sql`and f.organ_id = any(${numberList(organs)})` : sql``})`,
      holds: ({ types, organs }, facts, date) => running(facts, date).some(({ typeId, organId }) =>
        types.includes(typeId) && (organs === undefined || (organId !== null && organs.includes(organId)))),
      describe: ({ types, organs }, language, names) => {
        const [what, where] = [namesOf(toTypes(types), language, names), organs && namesOf(toOrgans(organs), language, names)]
        return { nl: `heeft de functie ${what}${where ? ` bij ${where}` : ''}`, en: `holds the function ${what}${where ? ` at ${where}` : ''}` }[language]
      },
      turning: ({ types }, turn) => sql`
        select f.holder_id as relation_id from functions f
         where f.type_id = any(${numberList(types)}) and ${anyOf([isPassed(sql`f.start_date`, turn), isPassed(sql`f.end_date`, turn)])}`,
      references: ({ types, organs }) => [...toTypes(types), ...toOrgans(organs ?? [])],
    }),
  },
}
