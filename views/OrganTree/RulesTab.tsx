import type { ReactNode } from 'react'
import type { LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import { organsAboveOn, rulesFrom, type RuleRow } from '../../src/store/organDetail'
import { Day } from '../parts/Day'
import { Table } from '../parts/Table'
import type { Chosen } from './chosen'
import { texts } from './texts'

/** What the organ asks on the day and later, and what comes from the organs above and the types. */
export const RulesTab = async ({ tx, language, organisation, organ, date }: Chosen): Promise<ReactNode> => {
  const t = texts[language]
  const above = organ ? await organsAboveOn(tx, organ.id, date) : []
  const rules = await rulesFrom(tx, organisation.id, [...above.map(({ id }) => id), ...(organ ? [organ.id] : [])], date)
  const titles = new Map(above.map(({ id, title }) => [id, title]))
  return (
    <>
      {organ && <h2>{t.ownRules}</h2>}
      {organ && <Rules name="ownRules" rules={rules.filter((rule) => rule.organ === organ.id)} empty={t.noRules} language={language} date={date} />}
      <h2>{t.rulesAbove}</h2>
      <Rules name="rulesAbove" rules={rules.filter((rule) => rule.organ !== organ?.id)} empty={t.noRulesAbove} language={language} date={date} titleOf={(id) => (id === null ? t.ofType : titles.get(id) ?? '')} />
    </>
  )
}

type Props = { readonly name: string; readonly rules: readonly RuleRow[]; readonly empty: string; readonly language: Language; readonly date: LocalDate; readonly titleOf?: (organ: number | null) => string }

const Rules = ({ name, rules, empty, language, date, titleOf }: Props) => {
  const t = texts[language]
  return (
    <Table name={name} rows={rules} keyOf={(rule) => rule.id} empty={empty} columns={[
      ...(titleOf ? [{ title: t.organ, render: (rule: RuleRow) => titleOf(rule.organ) }] : []),
      { title: t.type, render: (rule) => rule.membershipType ?? t.general },
      { title: t.rule, render: (rule) => rule.sentence },
      { title: t.from, render: (rule) => <>{rule.validFrom > date ? <span className="kring-status new"><Day date={rule.validFrom} language={language} /></span> : <Day date={rule.validFrom} language={language} />}</> },
      { title: t.to, render: (rule) => (rule.validTo ? <Day date={rule.validTo} language={language} /> : t.present) },
      { title: '', render: (rule) => <a href={`/admin/collections/rule-versions/${rule.id}`}>{t.edit}</a> },
    ]} />
  )
}
