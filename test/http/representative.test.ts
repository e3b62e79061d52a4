import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths, amsterdamDate } from '../../src/domain/localDate'
import { departmentHeadcount, myDepartment } from '../../src/operations/myDepartment'
import { apiOf, type Answer, type Api } from '../setup/api'
import { rowsOf } from '../setup/builders'
import { groenEnBuurt, twoMonthsOfBusiness, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

const projections = ['members', 'member-mutations', 'organ-donations', 'organ-pledges'] as const

const today = amsterdamDate(new Date())

let kring: BootedPayload
let cast: Cast
let [rosa, ruud, rik]: readonly Api[] = []
const answers: string[] = []

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  await twoMonthsOfBusiness(kring.payload, cast, amsterdamDate(new Date()))
  ;[rosa, ruud, rik] = [cast.users.rosa, cast.users.ruud, cast.users.rik].map(({ token }) => apiOf(kring, token))
})
afterAll(() => kring.destroy())

/** What an API answers, remembered, so that all of it can be searched for what may never be in it. */
async function get(api: Api | undefined, path: string): Promise<Answer> {
  const answer = await (api as Api).get(path)
  answers.push(answer.text)
  return answer
}
const namesIn = ({ body }: Answer): readonly unknown[] => body.docs.map((doc) => doc['name'] ?? doc['donorName']).sort()

describe('Rosa, who represents Oost and sees its fund', () => {
  it.each([
    ['members', ['Anna Bakker', 'Bram de Vries']],
    ['member-mutations', ['Anna Bakker', 'Bram de Vries']],
    ['organ-donations', ['Anna Bakker']],
    ['organ-pledges', ['Anna Bakker']],
  ])('sees in %s just what is of Oost', async (slug, expected) => {
    const answer = await get(rosa, `/${slug}`)
    expect(namesIn(answer)).toEqual(expected)
    expect(new Set(answer.body.docs.map((doc) => doc['organId']))).toEqual(new Set([cast.organs.oost]))
    expect((await get(rosa, `/${slug}/count`)).body.totalDocs).toBe(expected.length)
  })

  it.each(projections)('finds no other rows of %s by any question', async (slug) => {
    const own = namesIn(await get(rosa, `/${slug}`))
    const west = cast.organs.west
    const tricks = [
      'limit=0', 'limit=100000', 'depth=2', 'depth=99', 'pagination=false', 'sort=organId', 'sort=-id', 'page=1&limit=500', 'trash=true', 'draft=true',
      `where[or][0][organId][equals]=${west}&where[or][1][id][greater_than]=0`, `where[organId][not_equals]=${west}`, 'where[id][greater_than]=0', 'where[organId][exists]=true',
    ]
    for (const trick of tricks) expect({ trick, names: namesIn(await get(rosa, `/${slug}?${trick}`)) }).toEqual({ trick, names: own })
    for (const trick of [`where[organId][equals]=${west}`, `where[organId][in]=${west}`, `where[organId][not_in]=${cast.organs.oost}`]) {
      expect({ trick, names: namesIn(await get(rosa, `/${slug}?${trick}`)) }).toEqual({ trick, names: [] })
      expect({ trick, count: (await get(rosa, `/${slug}/count?${trick}`)).body.totalDocs }).toEqual({ trick, count: 0 })
    }
    for (const trick of ['where[email][exists]=true', 'where[iban][like]=NL', 'sort=relation.email', 'where[organ.parent][equals]=1']) {
      expect((await get(rosa, `/${slug}?${trick}`)).text).not.toMatch(/canary|NL\d\d/)
    }
  })

  it.each(projections)('does not find a row of West in %s by its id', async (slug) => {
    const rows = await rowsOf<{ id: number }>(kring.payload, {
      members: 'select id from memberships where organ_id = $1', 'member-mutations': 'select id from membership_mutations where organ_id = $1',
      'organ-donations': 'select d.id from donations d join funds f on f.id = d.fund_id where f.organ_id = $1',
      'organ-pledges': 'select p.id from pledges p join funds f on f.id = p.fund_id where f.organ_id = $1',
    }[slug], [cast.organs.west])
    expect(rows.length).toBeGreaterThan(0)
    for (const { id } of rows) expect((await get(rosa, `/${slug}/${id}`)).status).toBe(404)
  })

  it('finds as little in GraphQL, asked for several things at a time', async () => {
    const { body, text } = await (rosa as Api).graphql('{ Members(limit: 0) { docs { name } } MemberMutations { docs { name } } OrganDonations { docs { donorName } } again: Members { docs { name } } Relations { docs { displayName } } }')
    answers.push(text)
    expect(body.data?.['Members']?.docs.map(({ name }) => name).sort()).toEqual(['Anna Bakker', 'Bram de Vries'])
    expect(body.data?.['again']?.docs).toHaveLength(2)
    expect(body.data?.['OrganDonations']?.docs).toEqual([{ donorName: 'Anna Bakker' }])
    expect(body.data?.['Relations']).toBeNull()
  })
})

describe('Ruud, who represents West without its fund', () => {
  it('sees its members and mutations, and nothing of the fund', async () => {
    expect(namesIn(await get(ruud, '/members'))).toEqual(['Chris Jansen', 'Dina Smit', 'Emma Mulder'])
    expect(namesIn(await get(ruud, '/member-mutations'))).toHaveLength(3)
    expect((await get(ruud, '/organ-donations')).status).toBe(403)
    expect((await get(ruud, '/organ-pledges/count')).status).toBe(403)
  })
})

describe('Rik, whose function ended yesterday', () => {
  it.each(projections)('sees nothing of %s', async (slug) => {
    expect((await get(rik, `/${slug}`)).status).toBe(403)
    expect((await get(rik, `/${slug}/count`)).status).toBe(403)
  })
})

describe('the mutations that a representative sees', () => {
  const reasonsOf = async (name: string) => (await get(rosa, '/member-mutations?limit=100')).body.docs.filter((doc) => doc['name'] === name).map((doc) => doc['reason'])
  const add = (relation: number, date: string, reason: string) => rowsOf(kring.payload, `
    with period as (
      insert into memberships (relation_id, organisation_id, organ_id, membership_type_id, start_date, end_date, start_reason, end_reason)
      values ($1, $2, $3, $4, $5::date - 1, $5, 'rules_met', $6) returning *)
    insert into membership_mutations (organisation_id, organ_id, relation_id, membership_type_id, kind, date, reason, membership_id)
    select organisation_id, organ_id, relation_id, membership_type_id, 'left', end_date, end_reason, id from period`,
  [relation, cast.organisation, cast.organs.oost, cast.member, date, reason])

  it('do not tell who died from who was archived', async () => {
    const [late, gone] = [await cast.build.person('Overledene'), await cast.build.person('Vertrokkene')]
    await add(late, addDays(today, -20), 'deceased')
    await add(gone, addDays(today, -20), 'relation_archived')
    expect(await reasonsOf('Overledene')).toEqual(await reasonsOf('Vertrokkene'))
    expect((await get(rosa, '/member-mutations?where[reason][equals]=deceased')).body.docs).toEqual([])
    expect((await get(rosa, '/member-mutations')).text).not.toContain('deceased')
  })

  it('go back thirteen months and no further', async () => {
    const [kept, older] = [await cast.build.person('Net nog'), await cast.build.person('Te lang')]
    await add(kept, addMonths(today, -13), 'rules_no_longer_met')
    await add(older, addDays(addMonths(today, -13), -1), 'rules_no_longer_met')
    expect(await reasonsOf('Net nog')).toEqual(['rules_no_longer_met'])
    expect(await reasonsOf('Te lang')).toEqual([])
  })
})

describe('no answer to a representative', () => {
  it('ever held an e-mail address, a telephone number or an account number', () => {
    expect(answers.length).toBeGreaterThan(100)
    expect(answers.filter((text) => /canary|99887766|NL\d\d(INGB|ABNA)/.test(text))).toEqual([])
  })
})

describe('My Department', () => {
  const reqOf = async (user: number): Promise<PayloadRequest> =>
    createLocalReq({ user: (await kring.payload.findByID({ collection: 'users', id: user, depth: 0 })) as never }, kring.payload)

  it('shows Rosa her organ with members, mutations, headcount and fund', async () => {
    const { organs, department } = await myDepartment(await reqOf(cast.users.rosa.id), { search: '', page: 1 })
    expect(organs).toEqual([{ id: cast.organs.oost, title: 'Oost', label: 'Mijn Buurt', seesFund: true }])
    expect(department).toMatchObject({ memberCount: 2, fund: { title: 'Fonds Oost', receivedEverCents: 1_000, pledges: 1 } })
    expect(department?.members.map(({ name }) => name)).toEqual(['Anna Bakker', 'Bram de Vries'])
    expect(department?.headcount.at(-1)).toEqual({ date: amsterdamDate(new Date()), members: 2 })
  })

  it('searches by name and town, and takes a percent sign for what it is', async () => {
    const found = async (search: string) => (await myDepartment(await reqOf(cast.users.rosa.id), { search, page: 1 })).department?.members.map(({ name }) => name)
    expect(await found('vries')).toEqual(['Bram de Vries'])
    expect(await found('%')).toEqual([])
    expect(await found('Jansen')).toEqual([])
  })

  it('shows nothing of another organ, not even how many', async () => {
    expect((await myDepartment(await reqOf(cast.users.rosa.id), { organ: cast.organs.west, search: '', page: 1 })).department).toBeUndefined()
    const headcount = await departmentHeadcount(await reqOf(cast.users.rosa.id), cast.organs.west)
    expect(headcount.every(({ members }) => members === 0)).toBe(true)
    const { body } = await (rosa as Api).get(`/my-department/headcount?organ=${cast.organs.west}`)
    expect(JSON.stringify(body)).not.toMatch(/"members":[1-9]/)
  })

  it('shows no fund without the right, and nothing at all once the function has ended', async () => {
    expect((await myDepartment(await reqOf(cast.users.ruud.id), { search: '', page: 1 })).department?.fund).toBeUndefined()
    expect(await myDepartment(await reqOf(cast.users.rik.id), { search: '', page: 1 })).toEqual({ organs: [], department: undefined })
  })
})
