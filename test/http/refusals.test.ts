import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate } from '../../src/domain/localDate'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { reqOn, rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

/*
 * What the past, the tree and the rules do not allow: refused over REST and over GraphQL alike, in Dutch and in English,
 * with what to do instead, and with nothing changed. What the database holds itself is also told to raw SQL.
 */
const today = amsterdamDate(new Date())
const [before, yesterday] = [addDays(today, -10), addDays(today, -1)]

let kring: BootedPayload
let cast: Cast
let api: Api
/** What the refusals are tried on. */
let ids: Readonly<Record<'top' | 'middle' | 'leaf' | 'rule' | 'membership' | 'relation' | 'organisation' | 'type' | 'oost' | 'west', number>>

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  api = apiOf(kring, cast.users.administrator.token)
  const [top, west, oost] = [await cast.build.organ(cast.organisation, 'Top'), cast.organs.west, cast.organs.oost]
  const middle = await cast.build.organ(cast.organisation, 'Midden', { parent: top })
  const leaf = await cast.build.organ(cast.organisation, 'Tak', { parent: middle })
  for (const date of [before, today]) await runEvaluation(await reqOn(kring.payload, date), date)
  const first = async (query: string): Promise<number> => (await rowsOf<{ id: number }>(kring.payload, query, [oost]))[0]?.id ?? 0
  ids = {
    top, middle, leaf, oost, west, organisation: cast.organisation, type: cast.member, relation: cast.relations.anna,
    rule: await first('select id from rule_versions where organ_id = $1'), membership: await first('select id from memberships where organ_id = $1 order by id limit 1'),
  }
})
afterAll(() => kring.destroy())

type Ids = typeof ids
type Call = { readonly method: 'POST' | 'PATCH' | 'DELETE'; readonly path: string; readonly data?: object }
type Refusal = {
  readonly what: string
  readonly rest: (ids: Ids) => Call
  readonly graphql: (ids: Ids) => string
  readonly status?: number
  /** The field at which it is shown; none for what is refused as a whole. */
  readonly field?: string
  readonly nl: string
  readonly en: string
  /** The table that must stay as it is. */
  readonly table: string
  /** Raw SQL that tries the same, and the rule by which the database refuses it. */
  readonly sql?: { readonly statement: (ids: Ids) => string; readonly rule: string }
}

const town = { field: 'address.town', operator: 'equals', value: 'Zeist' }
const unknownField = { op: 'and', rules: [town, { op: 'or', rules: [town, { field: 'shoeSize', operator: 'equals', value: 44 }] }] }
const unknownCustom = { op: 'and', rules: [town, { field: 'custom.text.schoenmaat', operator: 'equals', value: '44' }] }
/** An object as GraphQL writes it. */
const literal = (value: unknown): string => (Array.isArray(value) ? `[${value.map(literal).join(', ')}]`
  : typeof value === 'object' && value !== null ? `{ ${Object.entries(value).map(([key, one]) => `${key}: ${literal(one)}`).join(', ')} }` : JSON.stringify(value))

const derived = {
  status: 403, table: 'memberships',
  nl: 'Een lidmaatschap volgt uit de regels en wordt niet met de hand veranderd. Klopt het verleden niet, gebruik dan Corrigeren op de relatiekaart; hoort iemand ergens anders thuis, maak dan een uitzonderingslidmaatschap of wijzig de regel.',
  en: 'A membership follows from the rules and is not changed by hand. If the past is wrong, use Correct on the relation card; if somebody belongs elsewhere, make an exception membership or change the rule.',
} as const
const transfer = (date: string) => ({
  field: 'validFrom', table: 'organ_placements',
  rest: ({ leaf, top }: Ids): Call => ({ method: 'POST', path: '/organ-placements', data: { organ: leaf, parent: top, validFrom: date } }),
  graphql: ({ leaf, top }: Ids) => `createOrganPlacement(data: { organ: ${leaf}, parent: ${top}, validFrom: "${date}" }) { id }`,
  nl: 'Een overdracht gaat op zijn vroegst morgen in: het verleden verandert niet. Kies een latere dag.',
  en: 'A transfer begins tomorrow at the earliest: the past does not change. Choose a later day.',
  sql: { statement: ({ leaf, top }: Ids) => `insert into organ_placements (organ_id, parent_id, valid_from) values (${leaf}, ${top}, '${date}')`, rule: 'organ_placements_from_tomorrow' },
})
const ruleOf = (criteria: object) => ({
  field: 'criteria', table: 'rule_versions',
  rest: ({ west }: Ids): Call => ({ method: 'POST', path: '/rule-versions', data: { organ: west, criteria, validFrom: '2099-01-01' } }),
  graphql: ({ west }: Ids) => `createRuleVersion(data: { organ: ${west}, criteria: ${literal(criteria)}, validFrom: "2099-01-01" }) { id }`,
})

const refusals: readonly Refusal[] = [
  {
    what: 'a tree in a circle', field: 'parent', table: 'organs',
    rest: ({ top, leaf }) => ({ method: 'PATCH', path: `/organs/${top}`, data: { parent: leaf } }),
    graphql: ({ top, leaf }) => `updateOrgan(id: ${top}, data: { parent: ${leaf} }) { id }`,
    nl: 'Zo valt het orgaan onder zichzelf. Kies een ander bovenliggend orgaan.', en: 'The organ would be its own ancestor. Choose another parent.',
    sql: { statement: ({ top, leaf }) => `update organs set parent_id = ${leaf} where id = ${top}`, rule: 'organs_no_circle' },
  },
  { what: 'a transfer of today', ...transfer(today) },
  { what: 'a transfer in the past', ...transfer(yesterday) },
  {
    what: 'a rule, deep in a group, on a field that does not exist', ...ruleOf(unknownField),
    nl: 'rules.1.rules.1.field: Het veld “shoeSize” bestaat niet. Kies een veld uit de lijst.', en: 'rules.1.rules.1.field: The field “shoeSize” does not exist. Choose a field from the list.',
  },
  {
    what: 'a rule on a custom field that was never made', ...ruleOf(unknownCustom),
    nl: 'rules.1.field: Het veld “custom.text.schoenmaat” bestaat niet. Kies een veld uit de lijst.', en: 'rules.1.field: The field “custom.text.schoenmaat” does not exist. Choose a field from the list.',
  },
  {
    what: 'another rule from today on', field: 'validFrom', table: 'rule_versions',
    rest: ({ oost }) => ({ method: 'POST', path: '/rule-versions', data: { organ: oost, criteria: town, validFrom: today } }),
    graphql: ({ oost }) => `createRuleVersion(data: { organ: ${oost}, criteria: ${literal(town)}, validFrom: "${today}" }) { id }`,
    nl: 'Een andere regel kan op zijn vroegst morgen ingaan: het verleden verandert niet. Kies een latere dag.', en: 'Another rule can count from tomorrow at the earliest: the past does not change. Choose a later day.',
    sql: { statement: ({ oost }) => `insert into rule_versions (organ_id, criteria, valid_from) values (${oost}, '${JSON.stringify(town)}', '${today}')`, rule: 'rule_versions_from_tomorrow' },
  },
  {
    what: 'other criteria for a rule that counts', field: 'criteria', table: 'rule_versions',
    rest: ({ rule }) => ({ method: 'PATCH', path: `/rule-versions/${rule}`, data: { criteria: town } }),
    graphql: ({ rule }) => `updateRuleVersion(id: ${rule}, data: { criteria: ${literal(town)} }) { id }`,
    nl: 'Deze regel geldt al en is niet meer te veranderen. Maak een nieuwe regel die later ingaat.', en: 'This rule counts already and can no longer be changed. Make a new rule that begins later.',
    sql: { statement: ({ rule }) => `update rule_versions set criteria = '${JSON.stringify(town)}' where id = ${rule}`, rule: 'rule_versions_counted' },
  },
  {
    what: 'a derived period made by hand', ...derived,
    rest: ({ relation, organisation, type, west }) => ({ method: 'POST', path: '/memberships', data: { relation, organisation, organ: west, membershipType: type, startDate: before, startReason: 'x' } }),
    graphql: ({ relation, organisation, type, west }) => `createMembership(data: { relation: ${relation}, organisation: ${organisation}, organ: ${west}, membershipType: ${type}, startDate: "${before}", startReason: "x" }) { id }`,
  },
  {
    what: 'another start of a derived period', ...derived,
    rest: ({ membership }) => ({ method: 'PATCH', path: `/memberships/${membership}`, data: { startDate: '2001-01-01' } }),
    graphql: ({ membership }) => `updateMembership(id: ${membership}, data: { startDate: "2001-01-01" }) { id }`,
    sql: { statement: ({ membership }) => `update memberships set start_date = '2001-01-01' where id = ${membership}`, rule: 'memberships_derived' },
  },
  {
    what: 'a derived period deleted', ...derived,
    rest: ({ membership }) => ({ method: 'DELETE', path: `/memberships/${membership}` }),
    graphql: ({ membership }) => `deleteMembership(id: ${membership}) { id }`,
    sql: { statement: ({ membership }) => `delete from memberships where id = ${membership}`, rule: 'memberships_derived' },
  },
  {
    what: 'an exception in the past', field: 'startDate', table: 'exception_memberships',
    rest: ({ relation, west, type }) => ({ method: 'POST', path: '/exception-memberships', data: { relation, organ: west, membershipType: type, startDate: yesterday, reason: 'Op verzoek' } }),
    graphql: ({ relation, west, type }) => `createExceptionMembership(data: { relation: ${relation}, organ: ${west}, membershipType: ${type}, startDate: "${yesterday}", reason: "Op verzoek" }) { id }`,
    nl: 'Een uitzondering gaat op zijn vroegst vandaag in: het verleden verandert niet. Kies vandaag of een latere dag.', en: 'An exception begins today at the earliest: the past does not change. Choose today or a later day.',
    sql: {
      statement: ({ relation, west, type }) => `insert into exception_memberships (relation_id, organ_id, membership_type_id, start_date, reason) values (${relation}, ${west}, ${type}, '${yesterday}', 'x')`,
      rule: 'exception_memberships_not_before',
    },
  },
  {
    what: 'an organ that ended yesterday', field: 'endDate', table: 'organs',
    rest: ({ oost }) => ({ method: 'PATCH', path: `/organs/${oost}`, data: { endDate: yesterday } }),
    graphql: ({ oost }) => `updateOrgan(id: ${oost}, data: { endDate: "${yesterday}" }) { id }`,
    nl: 'Een orgaan kan op zijn vroegst vandaag stoppen: het verleden verandert niet. Kies vandaag of een latere dag.', en: 'An organ can end today at the earliest: the past does not change. Choose today or a later day.',
  },
]

const languages = [['nl', {}], ['en', { 'accept-language': 'en' }]] as const
const contentOf = async (table: string): Promise<unknown> => (await rowsOf(kring.payload, `select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]') as rows from ${table} t`))[0]?.['rows']

describe.each(refusals)('$what', ({ rest, graphql, status = 400, field = '', nl, en, table }) => {
  it.each(languages)('is refused over REST, in %s, with what to do instead', async (language, headers) => {
    const was = await contentOf(table)
    const { method, path, data } = rest(ids)
    const answer = await api.call(method, path, data, headers)
    expect({ status: answer.status, mistakes: mistakesIn(answer) }).toEqual({ status, mistakes: [{ path: field, message: { nl, en }[language] }] })
    expect(await contentOf(table)).toEqual(was)
  })

  it.each(languages)('is refused over GraphQL, in %s, by the same sentence', async (language, headers) => {
    const was = await contentOf(table)
    const { body } = await api.graphql(`mutation { ${graphql(ids)} }`, headers)
    expect(body.errors?.map(({ message }) => message)).toEqual([{ nl, en }[language]])
    expect(await contentOf(table)).toEqual(was)
  })
})

const heldByDatabase = refusals.flatMap(({ what, table, sql }) => (sql ? [{ what, table, ...sql }] : []))

describe('the database itself', () => {
  it.each(heldByDatabase)('refuses $what by $rule', async ({ table, statement, rule }) => {
    const was = await contentOf(table)
    await expect(rowsOf(kring.payload, statement(ids))).rejects.toMatchObject({ constraint: rule })
    expect(await contentOf(table)).toEqual(was)
  })
})
