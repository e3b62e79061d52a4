import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths, amsterdamDate, day, yearOf } from '../../src/domain/localDate'
import { departmentDonations, departmentForecast, departmentPledges } from '../../src/operations/departmentFund'
import { calendarYear } from '../../src/domain/forecast'
import { apiOf, type Api } from '../setup/api'
import { rowsOf, yesterday } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

/* What a representative sees of a fund in Mijn Afdeling, over the API and in its lists. */
const today = amsterdamDate(new Date())
const inTwoMonths = addMonths(today, 2)

let kring: BootedPayload
let cast: Cast
let [rosa, ruud, rik]: readonly Api[] = []

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  ;[rosa, ruud, rik] = [cast.users.rosa, cast.users.ruud, cast.users.rik].map(({ token }) => apiOf(kring, token))
  const { build, funds, relations } = cast
  // Chris is a member of West who gives to Oost as well.
  const pledges = [await build.pledge(relations.anna, funds.oost, { startDate: inTwoMonths, frequency: 'once' }), await build.pledge(relations.chris, funds.oost, { startDate: addMonths(today, 1), frequency: 'once', amountCents: 2_500 })]
  await build.pledge(relations.dina, funds.west, { startDate: inTwoMonths, frequency: 'once', amountCents: 7_700 })
  await rowsOf(kring.payload, 'insert into pledge_changes (pledge_id, from_date, amount_cents, updated_at, created_at) values ($1, $2, 1500, now(), now())', [pledges[0], today])
  for (const [donor, fund, amountCents, receivedOn] of [[relations.anna, funds.oost, 1_000, today], [relations.chris, funds.oost, 4_000, addDays(today, -1)], [undefined, funds.oost, 500, '2025-03-10'], [relations.dina, funds.west, 9_900, today]] as const) {
    await build.add('donations', { donor, fund, amountCents, receivedOn, source: 'bank' })
  }
})
afterAll(() => kring.destroy())

const forecastOf = async (api: Api | undefined, organ: number, rest = '') => (api as Api).get(`/my-department/forecast?organ=${organ}${rest}`)
const reqOf = async (user: { readonly id: number }): Promise<PayloadRequest> =>
  createLocalReq({ user: (await kring.payload.findByID({ collection: 'users', id: user.id, depth: 0 })) as never }, kring.payload)
const fundDoors = (organ: number) => [`/my-department/forecast?organ=${organ}`, '/organ-donations', '/organ-donations/count', '/organ-pledges', '/organ-pledges/count']

describe('A22 with the right to see the fund', () => {
  it('Rosa sees the donations and pledges of her own fund, at the amount of today, with the names of those who are no member', async () => {
    const donations = (await (rosa as Api).get('/organ-donations?sort=-receivedOn')).body.docs
    expect(donations.map(({ donorName, amountCents }) => [donorName, amountCents])).toEqual([['Anna Bakker', 1_000], ['Chris Jansen', 4_000], [null, 500]])
    const pledges = (await (rosa as Api).get('/organ-pledges?sort=donorName')).body.docs
    expect(pledges.map(({ donorName, amountCents }) => [donorName, amountCents])).toEqual([['Anna Bakker', 1_500], ['Chris Jansen', 2_500]])
    expect(Object.keys(donations[0] ?? {}).sort()).toEqual(['amountCents', 'donorName', 'id', 'organId', 'receivedOn'])
    expect(Object.keys(pledges[0] ?? {}).sort()).toEqual(['amountCents', 'donorName', 'endDate', 'frequency', 'id', 'organId', 'startDate'])
  })

  it('and its forecast', async () => {
    const years = [yearOf(today), yearOf(today) + 1]
    const answers = await Promise.all(years.map((year) => forecastOf(rosa, cast.organs.oost, `&year=${year}`)))
    const total = (name: string) => answers.reduce((sum, { body }) => sum + Number(body[name]), 0)
    expect({ expected: total('expectedCents'), fund: answers[0]?.body['fund'], open: total('openCents') }).toEqual({ expected: 4_000, fund: 'Fonds Oost', open: 0 })
    expect((await forecastOf(rosa, cast.organs.oost, '&year=2025')).body).toMatchObject({ receivedCents: 500, expectedCents: 0, totalCents: 500 })
    expect((await forecastOf(rosa, cast.organs.oost, '&year=zeventien')).status).toBe(400)
  })
})

describe('A22 without the right to see the fund', () => {
  it('Ruud is refused at every door of the fund, in words, and sees his members', async () => {
    for (const door of fundDoors(cast.organs.west)) {
      const { status, body } = await (ruud as Api).get(door)
      expect({ door, status, message: body.errors[0]?.message }).toEqual({ door, status: 403, message: 'Je hebt hier geen recht toe. Vraag het aan je functioneel beheerder.' })
    }
    const { body } = await (ruud as Api).graphql('{ OrganDonations { docs { donorName } } OrganPledges { docs { donorName } } }')
    expect(body.data).toEqual({ OrganDonations: null, OrganPledges: null })
    expect((await (ruud as Api).get('/members')).status).toBe(200)
  })

  it('and finds no tab with anything in it', async () => {
    const wish = { organ: cast.organs.west, search: '', sort: '', page: 1 }
    expect(await departmentDonations(await reqOf(cast.users.ruud), wish)).toBeUndefined()
    expect(await departmentPledges(await reqOf(cast.users.ruud), wish)).toBeUndefined()
    expect(await departmentForecast(await reqOf(cast.users.ruud), { organ: cast.organs.west, period: calendarYear(2026) })).toBeUndefined()
  })
})

describe('A22 of another fund', () => {
  it('Rosa finds nothing over REST', async () => {
    const { west } = cast.organs
    expect((await forecastOf(rosa, west)).status).toBe(403)
    for (const door of ['/organ-donations', '/organ-pledges']) {
      expect((await (rosa as Api).get(`${door}?where[organId][equals]=${west}`)).body.docs).toEqual([])
      expect((await (rosa as Api).get(`${door}?where[or][0][organId][equals]=${west}&where[or][1][id][exists]=true&limit=0`)).text).not.toContain('Dina')
    }
    const ids = await rowsOf<{ id: number }>(kring.payload, 'select id from donations where fund_id = $1', [cast.funds.west])
    for (const { id } of ids) expect((await (rosa as Api).get(`/organ-donations/${id}`)).status).toBe(404)
    for (const door of ['/funds', `/funds/${cast.funds.oost}`, '/donations', '/pledges', '/pledge-changes']) expect({ door, status: (await (rosa as Api).get(door)).status }).toEqual({ door, status: 403 })
  })

  it('nor over GraphQL', async () => {
    const { west } = cast.organs
    const { body, text } = await (rosa as Api).graphql(`{ OrganDonations(where: { organId: { equals: ${west} } }) { docs { donorName } } OrganPledges(where: { organId: { equals: ${west} } }) { docs { donorName } } Funds { docs { title } } }`)
    expect(body.data).toEqual({ OrganDonations: { docs: [] }, OrganPledges: { docs: [] }, Funds: null })
    expect(text).not.toContain('Dina')
  })

  it('nor in Mijn Afdeling', async () => {
    expect(await departmentForecast(await reqOf(cast.users.rosa), { organ: cast.organs.west, period: calendarYear(2026) })).toBeUndefined()
  })
})

describe('A22 after the function', () => {
  it('Rik, whose function ended yesterday, is refused everywhere', async () => {
    for (const door of [...fundDoors(cast.organs.west), '/members']) expect({ door, status: (await (rik as Api).get(door)).status }).toEqual({ door, status: 403 })
  })

  it('and so is who was let in until now', async () => {
    const { body } = await apiOf(kring, cast.users.administrator.token).get(`/functions?where[holder][equals]=${cast.relations.rosa}`)
    const change = (endDate: string | null) => kring.payload.update({ collection: 'functions', id: Number(body.docs[0]?.id), data: { endDate } })
    await change(yesterday())
    for (const door of fundDoors(cast.organs.oost)) expect({ door, status: (await (rosa as Api).get(door)).status }).toEqual({ door, status: 403 })
    await change(null)
    expect((await forecastOf(rosa, cast.organs.oost)).status).toBe(200)
  })
})

describe('the lists of the fund', () => {
  const donations = async (rest: object) => {
    const found = await departmentDonations(await reqOf(cast.users.rosa), { search: '', sort: '', page: 1, ...rest })
    return { names: found?.shown.rows.map(({ donorName }) => donorName), count: found?.shown.count, total: found?.shown.totalCents }
  }

  it.each([
    [{}, ['Anna Bakker', 'Chris Jansen', null], 5_500], [{ sort: 'amount' }, [null, 'Anna Bakker', 'Chris Jansen'], 5_500], [{ sort: '-donor' }, ['Chris Jansen', 'Anna Bakker', null], 5_500],
    [{ sort: 'amount_cents; drop table donations' }, ['Anna Bakker', 'Chris Jansen', null], 5_500],
    [{ search: ' jans ' }, ['Chris Jansen'], 4_000], [{ search: '%' }, [], 0], [{ search: 'Dina' }, [], 0],
    [{ period: { from: day('2025-03-01'), to: day('2025-03-31') } }, [null], 500],
  ])('show %o', async (wish, names, total) => expect(await donations(wish)).toEqual({ names, count: names.length, total }))

  it('tell how many there are on a page beyond the last, and sort pledges', async () => {
    expect(await donations({ page: 9 })).toEqual({ names: [], count: 3, total: 5_500 })
    const pledges = async (sort: string) => (await departmentPledges(await reqOf(cast.users.rosa), { search: '', sort, page: 1 }))?.shown.rows.map(({ donorName }) => donorName)
    expect([await pledges('donor'), await pledges('-amount'), await pledges('start')]).toEqual([['Anna Bakker', 'Chris Jansen'], ['Chris Jansen', 'Anna Bakker'], ['Chris Jansen', 'Anna Bakker']])
  })
})
