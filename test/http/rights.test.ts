import { formatNames } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectionRights, endpointRights, mayDo, openDoors, viewRights, type CollectionName, type EndpointName, type Role } from '../../src/access/rights'
import { amsterdamDate } from '../../src/domain/localDate'
import { apiOf, type Api } from '../setup/api'
import { rowsOf } from '../setup/builders'
import { groenEnBuurt, twoMonthsOfBusiness, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

/** Everybody who may come to the door, and the one role that each has. */
const visitors = {
  administrator: ['administrator'], membership: ['membership'], finance: ['finance'], fundraising: ['fundraising'], rosa: ['representative'], nobody: [], anonymous: [],
} as const satisfies Record<string, readonly Role[]>
type Visitor = keyof typeof visitors

const collectionNames = Object.keys(collectionRights) as readonly CollectionName[]
const visitorNames = Object.keys(visitors) as readonly Visitor[]
const nowhere = 2_000_000_000

let kring: BootedPayload
let cast: Cast
let apis: Readonly<Record<Visitor, Api>>
const firstIds = new Map<CollectionName, number>()

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  await twoMonthsOfBusiness(kring.payload, cast, amsterdamDate(new Date()))
  apis = Object.fromEntries(visitorNames.map((name) => [name, apiOf(kring, name === 'anonymous' ? undefined : cast.users[name].token)])) as Record<Visitor, Api>
  for (const collection of collectionNames.filter((name) => !collectionRights[name].hasOwnProperty('representative'))) {
    const [row] = await rowsOf<{ id: number }>(kring.payload, `select min(id) as id from ${collection.replaceAll('-', '_')}`)
    if (row?.id) firstIds.set(collection, row.id)
  }
})
afterAll(() => kring.destroy())

const isProjection = (collection: CollectionName): boolean => 'representative' in collectionRights[collection]
const may = (visitor: Visitor, collection: CollectionName, operation: 'create' | 'read' | 'update' | 'delete'): boolean => mayDo(visitors[visitor], collection, operation)

describe('the table of rights', () => {
  it('has a row for every collection, and no row without one', () => {
    const own = kring.config.collections.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-'))
    expect([...own].sort()).toEqual([...collectionNames].sort())
  })

  it('is tried on a cast that has something in every collection', () => {
    expect(collectionNames.filter((name) => !isProjection(name) && !firstIds.has(name))).toEqual([])
  })
})

describe.each(visitorNames)('%s over REST', (visitor) => {
  it.each(collectionNames.filter((name) => name !== 'users'))('may do with %s what the table says', async (collection) => {
    const api = apis[visitor]
    const id = firstIds.get(collection) ?? nowhere
    const isRead = may(visitor, collection, 'read')
    const [list, count] = [await api.get(`/${collection}`), await api.get(`/${collection}/count`)]
    expect({
      read: list.status, count: count.status, one: (await api.get(`/${collection}/${isProjection(collection) ? list.body.docs?.[0]?.id ?? nowhere : id}`)).status,
      create: (await api.post(`/${collection}`, {})).status,
      update: (await api.patch(`/${collection}/${id}`, {})).status,
      delete: (await api.remove(`/${collection}/${nowhere}`)).status,
    }).toEqual({
      read: isRead ? 200 : 403, count: isRead ? 200 : 403, one: isRead ? 200 : 403,
      create: may(visitor, collection, 'create') ? 400 : 403,
      update: may(visitor, collection, 'update') ? 200 : 403,
      delete: may(visitor, collection, 'delete') ? 404 : 403,
    })
    if (isRead) expect(count.body.totalDocs).toBeGreaterThan(0)
    if (isRead) expect(list.body.docs.length).toBeGreaterThan(0)
  })

  it('never updates a whole selection at once, nor deletes one without the right to', async () => {
    const everything = '?where[id][greater_than]=0'
    const done: string[] = []
    for (const collection of collectionNames) {
      if ((await apis[visitor].patch(`/${collection}${everything}`, {})).status < 400) done.push(`update ${collection}`)
      if (!may(visitor, collection, 'delete') && (await apis[visitor].remove(`/${collection}${everything}`)).status !== 403) done.push(`delete ${collection}`)
    }
    expect(done).toEqual([])
  })

  it('finds in GraphQL what may be read, and nothing else', async () => {
    for (const collection of collectionNames.filter((name) => name !== 'users')) {
      const { singular, plural } = formatNames(collection)
      const field = singular === plural ? `all${singular}` : plural
      const { body } = await apis[visitor].graphql(`{ ${field}(limit: 1) { docs { id } } }`)
      const isRead = may(visitor, collection, 'read')
      expect({ collection, found: body.data?.[field]?.docs.length ?? 'nothing', isRefused: (body.errors ?? []).length > 0 }).toEqual({ collection, found: isRead ? 1 : 'nothing', isRefused: !isRead })
    }
  })
})

describe('a login', () => {
  it.each(visitorNames.filter((name) => name !== 'administrator' && name !== 'anonymous'))('of %s sees and changes itself alone, and gives itself no relation', async (visitor) => {
    const api = apis[visitor]
    const { id } = cast.users[visitor]
    const other = cast.users.administrator.id
    expect((await api.get('/users')).body.docs.map((user) => user.id)).toEqual([id])
    expect((await api.get(`/users/${other}`)).status).toBe(404)
    expect((await api.post('/users', { name: 'x', email: 'x@kring.example', password: 'only-for-tests' })).status).toBe(403)
    expect([403, 404]).toContain((await api.patch(`/users/${other}`, { name: 'Overgenomen' })).status)
    expect((await api.remove(`/users/${id}`)).status).toBe(403)
    const changed = await api.patch(`/users/${id}`, { name: 'Nieuwe naam', relation: cast.relations.anna })
    expect({ status: changed.status, name: changed.body.doc['name'] }).toEqual({ status: 200, name: 'Nieuwe naam' })
    const [row] = await rowsOf<{ relation_id: number | null }>(kring.payload, 'select relation_id from users where id = $1', [id])
    expect(row?.relation_id).not.toBe(cast.relations.anna)
  })

  it('never shows a hash, a salt or a session', async () => {
    const { body, text } = await apis.administrator.get('/users?limit=50')
    expect(text).not.toMatch(/"(hash|salt|resetPasswordToken)"/)
    expect(body.docs.filter(({ id, sessions }) => id !== cast.users.administrator.id && JSON.stringify(sessions) !== '[]')).toEqual([])
  })

  it('is not for strangers to make, once there is one', async () => {
    const { status } = await apis.anonymous.post('/users/first-register', { name: 'x', email: 'x@kring.example', password: 'only-for-tests' })
    expect(status).toBe(403)
  })
})

type Door = { readonly name: string; readonly method: string; readonly path: string }

/** Every endpoint that Payload did not make itself, with the address at which it stands. */
function ownDoors(): readonly Door[] {
  const named = (endpoints: readonly { custom?: Record<string, unknown>; method: string; path: string }[] | false, prefix: string) =>
    (endpoints || []).flatMap(({ custom, method, path }) => (typeof custom?.['name'] === 'string' ? [{ name: custom['name'], method: method.toUpperCase(), path: `${prefix}${path.replace(':id', String(nowhere))}` }] : []))
  return [...named(kring.config.endpoints, ''), ...kring.config.collections.flatMap(({ slug, endpoints }) => named(endpoints, `/${slug}`))]
}

describe('the endpoints', () => {
  it('are those of the table', () => {
    expect([...new Set(ownDoors().map(({ name }) => name))].sort()).toEqual(Object.keys(endpointRights).sort())
  })

  it('all have a name that the table knows, beside those that every collection has', () => {
    const usual = new Set(['payload-', 'funds', 'users'].flatMap((slug) => kring.config.collections.filter((one) => one.slug.startsWith(slug)).flatMap(addresses)))
    const unnamed = kring.config.collections.flatMap((one) => (one.endpoints || []).filter((door) => !door.custom?.['name'] && !door.custom?.['openDoor'] && !usual.has(`${door.method} ${door.path}`)).map((door) => `${one.slug} ${door.path}`))
    expect(unnamed).toEqual([])
  })

  it('for which nobody is logged in are those of the list, and let nobody in who comes with nothing, whoever it is', async () => {
    const open = kring.config.collections.flatMap(({ slug, endpoints }) => (endpoints || []).flatMap(({ custom, method, path }) => (custom?.['openDoor'] ? [{ name: String(custom['openDoor']), method, path: `/${slug}${path.replace(':provider', 'trial')}` }] : [])))
    expect(open.map(({ name }) => name)).toEqual(Object.keys(openDoors))
    process.env['KRING_ONLINE_SECRETS'] = JSON.stringify({ trial: 'secret-of-sixteen-characters' })
    for (const { method, path } of open) {
      for (const visitor of visitorNames) expect((await apis[visitor].call(method.toUpperCase(), path, {})).status).toBe(401)
    }
    delete process.env['KRING_ONLINE_SECRETS']
  })

  it('at the root are Payload’s own, all closed to strangers, and ours', async () => {
    const open: string[] = []
    for (const { custom, method, path } of kring.config.endpoints) {
      if (custom?.['name']) continue
      const { status } = await apis.anonymous.call(method.toUpperCase(), path, method === 'get' ? undefined : {})
      if (status < 400) open.push(`${method} ${path}`)
    }
    expect(open).toEqual(['get /access'])
  })

  it('ask a stranger to log in, refuse the wrong role, and let the right one pass', async () => {
    for (const { name, method, path } of ownDoors()) {
      const allowed: readonly Role[] = endpointRights[name as EndpointName]
      for (const visitor of visitorNames) {
        const { status, body } = await apis[visitor].call(method, path, method === 'GET' ? undefined : {})
        const isAllowed = visitors[visitor].some((role) => allowed.includes(role))
        const verdict = status === 401 || status === 403 ? status : 'passes'
        expect({ door: `${method} ${path}`, visitor, verdict }).toEqual({ door: `${method} ${path}`, visitor, verdict: isAllowed ? 'passes' : visitor === 'anonymous' ? 401 : 403 })
        if (!isAllowed) expect(body.errors[0]?.message).toMatch(/^(Log eerst in|Je hebt hier geen recht toe)/)
      }
    }
  })
})

const addresses = ({ endpoints }: BootedPayload['config']['collections'][number]): readonly string[] =>
  (endpoints || []).filter((door) => !door.custom?.['name']).map((door) => `${door.method} ${door.path}`)

describe('the screens of our own', () => {
  /** `/views/RelationCard/index#RelationCard` is the screen `relationCard` of the table. */
  const screenOf = (component: unknown): string => {
    const name = String(typeof component === 'object' && component !== null && 'path' in component ? component.path : component).split('#')[1] ?? ''
    return name.charAt(0).toLowerCase() + name.slice(1)
  }

  it('all have a row in the table, at the root by their key', () => {
    const atRoot = Object.entries(kring.config.admin.components.views ?? {})
    expect(atRoot.map(([key]) => key).filter((key) => !(key in viewRights))).toEqual([])
    const ofDocuments = kring.config.collections.flatMap(({ admin }) => Object.values((admin.components?.views?.edit ?? {}) as Record<string, { Component?: unknown }>))
    const screens = [...atRoot.map(([, view]) => view as { Component?: unknown }), ...ofDocuments].flatMap(({ Component }) => (Component ? [screenOf(Component)] : []))
    expect(screens.filter((screen) => !(screen in viewRights))).toEqual([])
    expect(Object.keys(viewRights).filter((screen) => !screens.includes(screen))).toEqual([])
  })
})

describe('what Payload keeps for itself', () => {
  const internals = () => kring.config.collections.map(({ slug }) => slug).filter((slug) => slug.startsWith('payload-'))

  it('is known', () => expect(internals().sort()).toEqual(['payload-kv', 'payload-locked-documents', 'payload-migrations', 'payload-preferences']))

  it.each(['rosa', 'nobody', 'anonymous'] as const)('shows nothing to %s but what is their own', async (visitor) => {
    // Somebody of staff edits a relation; who does not work here sees nothing of that.
    await kring.payload.create({ collection: 'payload-locked-documents', data: { user: { relationTo: 'users', value: cast.users.finance.id }, document: { relationTo: 'relations', value: cast.relations.anna } } as never })
    await kring.payload.create({ collection: 'payload-preferences', data: { key: 'canary', value: 'canary' } as never, req: { user: { id: cast.users.finance.id, collection: 'users' } } as never })
    for (const slug of internals()) {
      const { status, body, text } = await apis[visitor].get(`/${slug}?limit=0`)
      expect(text).not.toContain('canary')
      if (status < 400) expect({ slug, docs: body.docs }).toEqual({ slug: slug === 'payload-locked-documents' ? slug : 'payload-preferences', docs: [] })
      if (slug === 'payload-preferences') continue
      const statuses = [(await apis[visitor].post(`/${slug}`, {})).status, (await apis[visitor].remove(`/${slug}/1`)).status]
      expect({ slug, isClosed: statuses.every((one) => one >= 400) }).toEqual({ slug, isClosed: true })
    }
    await apis[visitor].post('/payload-preferences/canary', { value: 'changed', user: cast.users.finance.id })
    await apis[visitor].remove('/payload-preferences/canary')
    expect(await rowsOf(kring.payload, "select value from payload_preferences where value = '\"canary\"'")).not.toEqual([])
  })

  it.each(['rosa', 'nobody', 'anonymous', 'administrator'] as const)('lets %s neither run nor cancel a job', async (visitor) => {
    expect((await apis[visitor].get('/payload-jobs/run')).status).toBeGreaterThanOrEqual(400)
    expect((await apis[visitor].get('/payload-jobs')).status).toBeGreaterThanOrEqual(400)
  })
})
