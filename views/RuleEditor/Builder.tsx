'use client'
import { QueryBuilder, type Field } from 'react-querybuilder'
import { useMemo } from 'react'
import type { BuilderContext } from './builderContext'
import { Action } from './controls/Action'
import { CombinatorSelector } from './controls/CombinatorSelector'
import { FieldSelector } from './controls/FieldSelector'
import { NotToggle } from './controls/NotToggle'
import { OperatorSelector } from './controls/OperatorSelector'
import { ValueEditor } from './controls/ValueEditor'
import { newId } from './editing'
import { firstField } from './firstRule'
import type { QueryGroup } from './query'
import { settled } from './settled'
import { texts } from './texts'

type Props = BuilderContext & { readonly query: QueryGroup; readonly onChange: (query: QueryGroup) => void; readonly isDisabled: boolean }

const controls = {
  actionElement: Action, fieldSelector: FieldSelector, operatorSelector: OperatorSelector, valueEditor: ValueEditor, combinatorSelector: CombinatorSelector, notToggle: NotToggle,
}

/** The conditions of a rule in their groups, to add, change and take away. */
export const Builder = ({ query, onChange, isDisabled, catalogue, language, mistakes }: Props) => {
  const t = texts[language]
  const context = useMemo((): BuilderContext => ({ catalogue, language, mistakes }), [catalogue, language, mistakes])
  const fields = useMemo((): Field[] => catalogue.fields.map(({ key, label, operators }) => ({ name: key, label, operators: operators.map(({ name, label: word }) => ({ name, label: word })) })), [catalogue])
  const translations = useMemo(() => ({
    addRule: { label: t.addRule, title: t.addRuleHint }, addGroup: { label: t.addGroup, title: t.addGroupHint },
    removeRule: { label: '×', title: t.removeRule }, removeGroup: { label: '×', title: t.removeGroup },
  }), [t])
  return (
    <QueryBuilder query={query} onQueryChange={(next) => onChange(settled(query, next, catalogue.fields))} fields={fields} context={context} controlElements={controls} translations={translations}
      idGenerator={newId} getDefaultField={firstField(catalogue.fields).field} getDefaultOperator={(field) => firstField(catalogue.fields, field).operator} getDefaultValue={() => ''}
      showNotToggle addRuleToNewGroups disabled={isDisabled} accessibleDescriptionGenerator={() => ''} />
  )
}
