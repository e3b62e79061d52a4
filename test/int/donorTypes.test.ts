import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/localDate'
import { bankStories, collected, credit, type BankStories } from '../setup/bankWorld'
import { rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let bank: BankStories
let types: { members: number; everybody: number }

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
  const list = (title: string, criteria: object) => bank.build.add('relation-lists', { title, criteria })
  const everybody = await list('Iedereen', { field: 'relation.type', operator: 'equals', value: 'person' })
  const utrecht = await list('Utrecht', { field: 'address.town', operator: 'equals', value: 'Utrecht' })
  types = {
    everybody: await bank.build.add('donor-types', { title: 'Particulieren', position: 2, list: everybody }),
    members: await bank.build.add('donor-types', { title: 'Utrechters', position: 1, list: utrecht }),
  }
})
afterAll(() => kring.destroy())

const typesOf = async (fund: number) => (await rowsOf<{ type: number | null }>(kring.payload, 'select donor_type_id as type from donations where fund_id = $1 order by id', [fund])).map(({ type }) => type)
const moveTo = (donor: number | undefined, town: string) => kring.payload.update({ collection: 'relations', id: donor ?? 0, data: { address: { town } } })

describe('A25 the kind of giver on a donation', () => {
  it('is the first in order whose list the donor is on, of a donor on two lists as well', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 2_000] })
    await moveTo(world.donors[0], 'Utrecht')
    await bank.importDay(world, collected)
    expect(await typesOf(world.fund)).toEqual([types.members, types.everybody])
  })

  it('is frozen: a donor who moves, and a debit that comes back, leave it what it was', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    await moveTo(world.donors[0], 'Utrecht')
    await bank.importDay(world, collected)
    await moveTo(world.donors[0], 'Zeist')
    world.bank.sendBack((await bank.instructionsOf(world))[0]?.endToEndId ?? '', 'AM04', addDays(collected, 1))
    await bank.importDay(world, addDays(collected, 1))
    expect(await typesOf(world.fund)).toEqual([types.members, types.members])
    await expect(rowsOf(kring.payload, 'update donations set donor_type_id = $2 where fund_id = $1', [world.fund, types.everybody])).rejects.toMatchObject({ constraint: 'append_only' })
  })

  it('is known of a gift by the account of the donor, and of nobody unknown', async () => {
    const world = await bank.atTheBank({})
    const giver = await bank.build.person('Schenker', { address: { town: 'Utrecht' }, bankAccounts: [{ iban: 'NL44RABO0123456789', holder: 'Schenker' }] })
    const fund = await bank.build.fund('Actie', { bankMatchLines: 'voor de bomen' })
    world.bank.book(credit(5_000, { description: 'Gift voor de bomen', counterName: 'Schenker', counterIban: 'NL44RABO0123456789' }))
    world.bank.book(credit(6_000, { description: 'Gift voor de bomen' }))
    await bank.importDay(world, collected)
    expect(await rowsOf(kring.payload, 'select donor_id as donor, donor_type_id as type from donations where fund_id = $1 order by amount_cents', [fund])).toEqual([{ donor: giver, type: types.members }, { donor: null, type: null }])
  })

  it('keeps the list that it asks from being deleted', async () => {
    const [list] = await rowsOf<{ id: number }>(kring.payload, "select id from relation_lists where title = 'Utrecht'")
    await expect(kring.payload.delete({ collection: 'relation-lists', id: list?.id ?? 0 })).rejects.toMatchObject({ cause: { constraint: expect.stringContaining('donor_types') } })
  })
})
