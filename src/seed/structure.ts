import type { PayloadRequest } from 'payload'
import { day, type LocalDate } from '../domain/localDate'
import { creditorIdFor } from '../formats/creditorId'
import type { Rule } from '../rules/rule'
import { inventedIban } from './accounts'
import { openLedger } from './ledgerAccounts'
import { buildWhatOrgansGet } from './whatOrgansGet'
import { usualContract, usualTerms } from './usual'

/** Without a rule, its members are those of the organs below it. */
export type OrganPlan = { readonly code: string; readonly title: string; readonly parent?: string; readonly rule?: Rule; readonly hasFund?: boolean }

export const associationTitle = 'Vereniging Groen & Buurt'
export const associationIban = inventedIban(900_000_001)
export const generalFundCode = 'GROEN'
export const subscriptionTypes = [
  { title: 'Lidmaatschap per jaar', priceCents: 4500, period: 'year' },
  { title: 'Lidmaatschap per kwartaal', priceCents: 1250, period: 'quarter' },
  { title: 'Lidmaatschap per maand', priceCents: 450, period: 'month' },
  { title: 'Vrijwilligerspas', priceCents: 500, period: 'year' },
  { title: 'Donateur per jaar', priceCents: 2000, period: 'year' },
] as const

const is = (field: string, value: string): Rule => ({ field, operator: 'equals', value })
const towns = (...value: readonly string[]): Rule => ({ field: 'address.town', operator: 'oneOf', value })
const postcodes = (from: number, to: number): Rule => ({ field: 'address.postcode', operator: 'between', value: [String(from), String(to)] })

const province = (code: string, name: string): OrganPlan => ({ code, title: `Provincie ${name}`, parent: 'NL', rule: is('address.province', name) })
const municipality = (code: string, name: string, parent: string): OrganPlan => ({ code, title: `Gemeente ${name}`, parent, rule: is('address.municipality', name) })
const branch = (code: string, name: string, parent: string, rule: Rule, hasFund = false): OrganPlan => ({ code, title: `Afdeling ${name}`, parent, rule, hasFund })

/** Twenty-eight organs in four levels; parents come before their children. */
export const organPlans: readonly OrganPlan[] = [
  { code: 'NL', title: 'Groen & Buurt Nederland', rule: is('address.country', 'NL') },
  province('UT', 'Utrecht'), province('GE', 'Gelderland'), province('NH', 'Noord-Holland'),
  municipality('UT-U', 'Utrecht', 'UT'), municipality('UT-A', 'Amersfoort', 'UT'), municipality('UT-Z', 'Zeist', 'UT'),
  municipality('GE-A', 'Arnhem', 'GE'), municipality('GE-N', 'Nijmegen', 'GE'), municipality('NH-A', 'Amsterdam', 'NH'), municipality('NH-H', 'Haarlem', 'NH'),
  branch('UT-U-O', 'Utrecht Stad', 'UT-U', towns('Utrecht'), true), branch('UT-U-W', 'Vleuten-De Meern', 'UT-U', towns('Vleuten', 'De Meern')),
  branch('UT-A-S', 'Amersfoort', 'UT-A', towns('Amersfoort'), true), branch('UT-A-H', 'Hoogland', 'UT-A', towns('Hoogland', 'Hooglanderveen')),
  branch('UT-Z-Z', 'Zeist', 'UT-Z', towns('Zeist'), true), branch('UT-Z-D', 'Den Dolder en omstreken', 'UT-Z', towns('Den Dolder', 'Bosch en Duin', 'Austerlitz')),
  branch('GE-A-N', 'Arnhem Noord', 'GE-A', postcodes(6811, 6829), true), branch('GE-A-Z', 'Arnhem Zuid', 'GE-A', postcodes(6831, 6846)),
  branch('GE-N-S', 'Nijmegen', 'GE-N', towns('Nijmegen'), true), branch('GE-N-L', 'Lent', 'GE-N', towns('Lent')),
  branch('NH-A-N', 'Amsterdam-Noord', 'NH-A', postcodes(1020, 1039), true), branch('NH-A-C', 'Amsterdam Centrum en Zuid', 'NH-A', { op: 'not', rule: postcodes(1020, 1039) }),
  { code: 'WG-L', title: 'Landelijke werkgroepen', parent: 'NL' }, { code: 'WG-R', title: 'Regionale werkgroepen', parent: 'NL' },
  { code: 'WG-J', title: 'Werkgroep Jongeren', parent: 'WG-R', rule: { field: 'age', operator: 'between', value: [16, 27] } },
  branch('NH-H-C', 'Haarlem Centrum', 'NH-H', postcodes(2011, 2019), true), branch('NH-H-O', 'Haarlem Oost en Noord', 'NH-H', postcodes(2021, 2037)),
]

const foundedOn: LocalDate = day('2015-01-01')

/** Sets up the association before its first relation: tree, rules, types, funds, prices and the contract with the bank. */
export async function buildStructure(req: PayloadRequest): Promise<void> {
  const { payload } = req
  const { id: organisation } = await payload.create({ collection: 'organisations', req, data: { title: associationTitle, myDepartmentLabel: 'Mijn Afdeling', exceptionMode: 'override' } })
  await payload.create({ collection: 'creditors', req, data: {
    title: `${associationTitle} (contributie en giften)`, name: 'Vereniging Groen en Buurt', creditorId: creditorIdFor('00000000'), iban: associationIban,
    ...usualContract, batchMaxCount: 2500, batchMaxAmountCents: 1_000_000, chargesAccount: await openLedger(req) } })
  await payload.create({ collection: 'funds', req, data: { title: 'Groenfonds', code: generalFundCode, bankMatchLines: 'groenfonds\ngift groen', isActive: true } })
  await buildTypes(req, organisation)
  await buildOrgans(req, organisation)
  for (const [title, isRepresentative, seesFund] of [['Voorzitter', false, false], ['Secretaris', true, false], ['Penningmeester', true, true]] as const) {
    await payload.create({ collection: 'function-types', req, data: { title, isRepresentative, seesFund } })
  }
  await buildWhatOrgansGet(req, organisation)
}

async function buildTypes(req: PayloadRequest, organisation: number): Promise<void> {
  const ids: number[] = []
  for (const type of subscriptionTypes) ids.push((await req.payload.create({ collection: 'subscription-types', req, data: { ...usualTerms, ...type } })).id)
  const active = (...types: readonly (number | undefined)[]): Rule => ({ field: 'subscription.active', operator: 'oneOf', value: types })
  const rules: readonly (readonly [string, Rule])[] = [
    ['Lid', active(ids[0], ids[1], ids[2])],
    ['Vrijwilliger', { op: 'and', rules: [active(ids[3]), { field: 'age', operator: 'atLeast', value: 16 }] }],
    ['Donateur', active(ids[4])],
  ]
  for (const [title, criteria] of rules) {
    const { id: membershipType } = await req.payload.create({ collection: 'membership-types', req, data: { title, organisation } })
    await req.payload.create({ collection: 'rule-versions', req, data: { membershipType, criteria: { ...criteria }, validFrom: foundedOn } })
  }
}

async function buildOrgans(req: PayloadRequest, organisation: number): Promise<void> {
  const idOf = new Map<string, number>()
  for (const { code, title, parent, rule, hasFund } of organPlans) {
    const { id: organ } = await req.payload.create({ collection: 'organs', req, data: {
      title, code, organisation, startDate: foundedOn, ruleMode: rule ? 'rules' : 'none', ...(parent ? { parent: idOf.get(parent) } : {}) } })
    idOf.set(code, organ)
    if (rule) await req.payload.create({ collection: 'rule-versions', req, data: { organ, criteria: { ...rule }, validFrom: foundedOn } })
    if (hasFund) await req.payload.create({ collection: 'funds', req, data: { title: `Fonds ${title}`, code, organ, isActive: true } })
  }
}
