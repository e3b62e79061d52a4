import { sql } from '@payloadcms/db-postgres/drizzle'
import { commitTransaction, initTransaction, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amsterdamDate } from '../../src/domain/localDate'
import { takeNumbers } from '../../src/store/counters'
import { inSavepoint, inTransaction, transactionOf, type Transaction } from '../../src/store/transaction'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { reqOn, rowsOf } from '../setup/builders'
import { groenEnBuurt, twoMonthsOfBusiness, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let cast: Cast
let api: Api

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  await twoMonthsOfBusiness(kring.payload, cast, amsterdamDate(new Date()))
  api = apiOf(kring, cast.users.administrator.token)
})
afterAll(() => kring.destroy())

const newReq = (): Promise<PayloadRequest> => reqOn(kring.payload, amsterdamDate(new Date()))
const setting = async (tx: Transaction, key: string): Promise<void> => { await tx.execute(sql`insert into kring_settings (key, value) values (${key}, '1')`) }
const settings = async (like: string) => (await rowsOf<{ key: string }>(kring.payload, 'select key from kring_settings where key like $1 order by key', [`${like}%`])).map(({ key }) => key)
const stateOf = (statement: string, values: readonly unknown[] = []): Promise<string> =>
  rowsOf(kring.payload, statement, values).then(() => 'done', (error: { code?: string; constraint?: string }) => error.constraint ?? error.code ?? 'unknown')

describe('a transaction', () => {
  it('is saved when its work is done', async () => {
    await inTransaction(await newReq(), (tx) => setting(tx, 'saved'))
    expect(await settings('saved')).toEqual(['saved'])
  })

  it('is undone when its work throws', async () => {
    await expect(inTransaction(await newReq(), async (tx) => { await setting(tx, 'undone'); throw new Error('no') })).rejects.toThrow('no')
    expect(await settings('undone')).toEqual([])
  })

  it('within another is part of it', async () => {
    const req = await newReq()
    await expect(inTransaction(req, async () => {
      await inTransaction(req, (inner) => setting(inner, 'nested'))
      throw new Error('outer')
    })).rejects.toThrow('outer')
    expect(await settings('nested')).toEqual([])
  })

  it('that already failed throws on commit, although its error was swallowed', async () => {
    const req = await newReq()
    await expect(inTransaction(req, async (tx) => {
      await setting(tx, 'aborted')
      await tx.execute(sql`select 1 / 0`).catch(() => undefined)
    })).rejects.toMatchObject({ cause: { code: '25P02' } })
    expect(await settings('aborted')).toEqual([])
  })

  it('that is gone throws on commit', async () => {
    const req = await newReq()
    await initTransaction(req)
    await kring.payload.db.rollbackTransaction((await req.transactionID) ?? '')
    await expect(commitTransaction(req)).rejects.toThrow('lost before it was committed')
  })

  it('whose connection dropped while it was committed throws', async () => {
    const req = await newReq()
    await initTransaction(req)
    const tx = await transactionOf(req)
    await setting(tx, 'dropped')
    const id = String(await req.transactionID)
    const { sessions } = kring.payload.db as unknown as { sessions: Record<string, { resolve: () => Promise<void>; reject: () => Promise<void> }> }
    const session = sessions[id]
    if (session) session.resolve = () => session.reject()
    await expect(commitTransaction(req)).rejects.toThrow('was not committed')
    expect(await settings('dropped')).toEqual([])
  })

  it('that breaks a rule checked at its end throws and saves nothing', async () => {
    await expect(inTransaction(await newReq(), async (tx) => {
      await setting(tx, 'deferred')
      await tx.execute(sql`insert into debit_batches (message_id, creditor_id, instruction_count, total_cents, status) select 'EMPTY', min(id), 3, 300, 'created' from creditors`)
    })).rejects.toMatchObject({ cause: { constraint: 'batches_add_up' } })
    expect(await settings('deferred')).toEqual([])
  })

  it('goes on after a part that failed in a savepoint', async () => {
    const req = await newReq()
    await inTransaction(req, async (tx) => {
      await setting(tx, 'part-1')
      await expect(inSavepoint(req, async (part) => { await setting(part, 'part-2'); await part.execute(sql`select 1 / 0`) })).rejects.toMatchObject({ cause: { code: '22012' } })
      await setting(tx, 'part-3')
    })
    expect(await settings('part')).toEqual(['part-1', 'part-3'])
  })

  it('is needed for whatever writes', async () => {
    await expect(transactionOf(await newReq())).rejects.toThrow('transaction of this request is gone')
    await expect(inSavepoint(await newReq(), async () => undefined)).rejects.toThrow('needs a transaction')
  })

  it('gives its numbers back when it is undone, so that the series has no gaps', async () => {
    const take = async (isKept: boolean) => inTransaction(await newReq(), async (tx) => {
      const number = await takeNumbers(tx, 'gapless', 2)
      if (!isKept) throw new Error(`undone ${number}`)
      return number
    })
    expect(await take(true)).toBe(1)
    await expect(take(false)).rejects.toThrow('undone 3')
    expect(await take(true)).toBe(3)
  })
})

describe('what is written once and for all', () => {
  it.each(['audit_log', 'payments', 'donations', 'debit_batch_files'])('%s takes neither change nor deletion', async (table) => {
    const column = table === 'debit_batch_files' ? 'sha256' : 'created_at'
    expect((await rowsOf(kring.payload, `select 1 from ${table} limit 1`)).length).toBe(1)
    expect(await stateOf(`update ${table} set ${column} = ${column}`)).toBe('append_only')
    expect(await stateOf(`delete from ${table}`)).toBe('append_only')
    expect(await stateOf(`truncate ${table} cascade`)).toBe('append_only')
  })

  it.each(['invoices', 'debit_instructions', 'debit_batches', 'bank_transactions'])('%s are never deleted', async (table) => {
    expect(await stateOf(`delete from ${table}`)).toBe('append_only')
  })

  it.each(['relations', 'mandates', 'pledges', 'funds', 'creditors', 'organs', 'users'])('%s that are referred to cannot be deleted', async (table) => {
    expect(await stateOf(`delete from ${table}`)).toMatch(/_fk$|fkey$|_named$|^memberships_use_it$/)
  })

  it('a function type in use is not deleted, and the API says so in Dutch', async () => {
    const { status, body, text } = await api.remove(`/function-types/${cast.functionTypes.chair}`)
    expect({ status, errors: body.errors }).toEqual({ status: 409, errors: [{ message: 'Dit wordt nog ergens gebruikt en kan niet weg. Archiveer of beëindig het.' }] })
    expect(text).not.toMatch(/query|function_types/)
  })
})

describe('the type of a relation', () => {
  it('is refused by the API at its field, and stays', async () => {
    const answer = await api.patch(`/relations/${cast.relations.anna}`, { type: 'organisation', organisationName: 'Anna bv' })
    expect({ status: answer.status, mistakes: mistakesIn(answer) }).toEqual({ status: 400, mistakes: [{ path: 'type', message: 'Een persoon wordt nooit een organisatie, en andersom. Maak een nieuwe relatie.' }] })
    expect(await rowsOf(kring.payload, 'select type, organisation_name from relations where id = $1', [cast.relations.anna])).toEqual([{ type: 'person', organisation_name: null }])
  })

  it('is refused by the database', async () => {
    expect(await stateOf("update relations set type = 'organisation', organisation_name = 'x' where id = $1", [cast.relations.anna])).toBe('relations_type_fixed')
  })
})

describe('two changes at the same time', () => {
  it('of different fields are both kept', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [first, second] = [`Eerste ${round}`, `Laatste ${round}`]
      const answers = await Promise.all([
        api.patch(`/relations/${cast.relations.bram}`, { firstName: first }), api.patch(`/relations/${cast.relations.bram}`, { lastName: second }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      expect(await rowsOf(kring.payload, 'select first_name, last_name from relations where id = $1', [cast.relations.bram])).toEqual([{ first_name: first, last_name: second }])
    }
  })

  it('by the house itself are both kept', async () => {
    const id = cast.relations.chris
    await Promise.all([{ initials: 'C.' }, { phones: [{ phone: '030-1234567' }] }].map((data) => kring.payload.update({ collection: 'relations', id, data })))
    const relation = await kring.payload.findByID({ collection: 'relations', id })
    expect({ initials: relation.initials, phones: relation.phones?.map(({ phone }) => phone) }).toEqual({ initials: 'C.', phones: ['030-1234567'] })
  })
})

describe('what changed', () => {
  it('is written down with who did it, from what and into what', async () => {
    await api.patch(`/relations/${cast.relations.dina}`, { initials: 'D.D.' })
    const [entry] = await rowsOf(kring.payload, "select actor_id, subject, action, changes from audit_log where subject = 'relations' and subject_id = $1 order by id desc limit 1", [cast.relations.dina])
    expect(entry).toMatchObject({ actor_id: cast.users.administrator.id, action: 'update', changes: { initials: { to: 'D.D.' } } })
  })

  it('is not written down when the change was refused', async () => {
    const count = async () => (await rowsOf<{ n: string }>(kring.payload, 'select count(*) as n from audit_log'))[0]?.n
    const before = await count()
    expect((await api.patch(`/relations/${cast.relations.dina}`, { type: 'organisation' })).status).toBe(400)
    expect((await api.patch(`/relations/${cast.relations.dina}`, { initials: 'D.D.' })).status).toBe(200)
    expect(await count()).toBe(before)
  })
})

describe('a rule that the database holds', () => {
  const overlap = () => api.post('/rule-versions', { organ: cast.organs.oost, criteria: { field: 'address.town', operator: 'equals', value: 'GEHEIM' }, validFrom: '2099-01-01' })

  it.each([
    [{}, 'Deze periode overlapt een andere. Kies andere data.'],
    [{ 'accept-language': 'nl-NL,nl;q=0.9' }, 'Deze periode overlapt een andere. Kies andere data.'],
    [{ 'accept-language': 'en-GB,en;q=0.9' }, 'This period overlaps another. Choose other dates.'],
    [{ cookie: 'payload-lng=en' }, 'This period overlaps another. Choose other dates.'],
  ])('is told with %o as “%s”, without a value', async (headers, message) => {
    await overlap()
    const { status, body, text } = await api.post('/rule-versions', { organ: cast.organs.oost, criteria: { field: 'address.town', operator: 'equals', value: 'GEHEIM' }, validFrom: '2099-01-01' }, headers)
    expect({ status, errors: body.errors }).toEqual({ status: 409, errors: [{ message }] })
    expect(text).not.toMatch(/GEHEIM|insert|Failed query|rule_versions/)
  })

  it('is told in GraphQL as well', async () => {
    const { body, text } = await api.graphql(`mutation { deleteFunctionType(id: ${cast.functionTypes.secretary}) { id } }`)
    expect(body.errors.map(({ message }) => message)).toEqual(['Dit wordt nog ergens gebruikt en kan niet weg. Archiveer of beëindig het.'])
    expect(text).not.toMatch(/Failed query|function_types/)
  })

  it.each([
    ['a role twice', 'role-assignments', () => ({ user: cast.users.finance.id, role: 'finance' }), 400, 'Deze gebruiker heeft deze rol al.'],
    ['an unknown relation', 'functions', () => ({ holder: 99_999_999, type: cast.functionTypes.chair, organ: cast.organs.oost, startDate: '2024-01-01' }), 400, undefined],
  ])('refuses %s', async (_what, collection, data, status, message) => {
    const answer = await api.post(`/${collection}`, data())
    expect(answer.status).toBe(status)
    if (message) expect(mistakesIn(answer).map((mistake) => mistake.message)).toEqual([message])
    expect(answer.text).not.toMatch(/Failed query|insert into|Something went wrong/)
  })
})
