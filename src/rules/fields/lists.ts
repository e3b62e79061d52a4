import { sql } from '@payloadcms/db-postgres/drizzle'
import { operator, type Field } from '../field'
import { groupWords, operatorWords } from '../words'
import { column, numberList } from './column'
import { ids, namesOf, pointingTo } from './ids'

const [toLists, toSelections] = [pointingTo('relation-lists'), pointingTo('selections')]

/** The field that stands for the rules of lists; `expandLists` puts those rules in its place before anything is asked. */
export const listFieldKey = 'list.member'

/** The field that asks who was in a selection. */
export const selectionFieldKey = 'selection.member'

/** Lists are rules, so nobody can say what this means without them: asking is a mistake in the code, not in the rule. */
const unexpanded = (): never => {
  throw new Error('The lists of a rule are written out before it is asked')
}

const listField: Field = {
  key: listFieldKey,
  label: { nl: 'Relatielijst', en: 'Relation list' },
  group: groupWords.lists,
  references: 'relation-lists',
  actual: () => null,
  operators: {
    oneOf: operator(ids, {
      label: operatorWords.oneOf,
      input: 'ids',
      compile: unexpanded,
      holds: unexpanded,
      turning: unexpanded,
      describe: (lists, language, names) => {
        const list = namesOf(toLists(lists), language, names)
        return { nl: `staat op de lijst ${list}`, en: `is on the list ${list}` }[language]
      },
      references: toLists,
    }),
  },
}

/** Whoever was in the selection when it was last taken. */
const selectionField: Field = {
  key: selectionFieldKey,
  label: { nl: 'Selectie', en: 'Selection' },
  group: groupWords.lists,
  references: 'selections',
  actual: ({ selections }) => selections,
  operators: {
    oneOf: operator(ids, {
      label: operatorWords.oneOf,
      input: 'ids',
      compile: (selections, { relationAlias }) => sql`exists (
        select from selection_members c where c.relation_id = ${column(relationAlias, 'id')} and c.selection_id = any(${numberList(selections)}))`,
      holds: (selections, facts) => facts.selections.some((id) => selections.includes(id)),
      describe: (selections, language, names) => {
        const list = namesOf(toSelections(selections), language, names)
        return { nl: `zit in de selectie ${list}`, en: `is in the selection ${list}` }[language]
      },
      references: toSelections,
    }),
  },
}

export const listFields: readonly Field[] = [listField, selectionField]
