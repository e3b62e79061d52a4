import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { refuseInstruction } from '../../src/operations/refuseInstruction'
import { reqOn, rowsOf } from '../setup/builders'
import { collectingStories, euros, type CollectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let stories: CollectingStories
let finance: number

beforeAll(async () => {
  kring = await bootPayload()
  stories = collectingStories(kring.payload)
  finance = (await stories.build.user('financien', { role: 'finance' })).id
})
afterAll(() => kring.destroy())

const rows = <Row extends Readonly<Record<string, unknown>>>(query: string, values: readonly unknown[] = []) => rowsOf<Row>(kring.payload, query, values)
const refusedAt = (path: string) => ({ data: { errors: [{ path }] } })
const early = '2026-02-16'

describe('a key', () => {
  it('serves one command: another one under it is refused and does nothing', async () => {
    const [one, other] = [await stories.planned(euros(10)), await stories.planned(euros(20))]
    await stories.batch(one, early, { idempotencyKey: 'sleutel-een' })
    await expect(stories.batch(other, early, { idempotencyKey: 'sleutel-een' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_DUPLICATE' })
    expect((await stories.instructionsAt(other)).map(({ status }) => status)).toEqual(['planned'])
  })

  it('gives the whole first answer again, with what was left', async () => {
    const creditor = await stories.planned(euros(10, 150), { batchMaxAmountCents: 10_000 })
    const first = await stories.batch(creditor, early, { idempotencyKey: 'sleutel-twee' })
    expect(first.left.map(({ reason }) => reason)).toEqual(['EXCEEDS_BATCH_LIMIT'])
    expect(await stories.batch(creditor, early, { idempotencyKey: 'sleutel-twee' })).toEqual(first)
  })
})

describe('a one-off mandate (R-MAN-3)', () => {
  it('does not serve what is collected more than once', async () => {
    const { donor, fund, mandate } = await stories.donorAtOwnCreditor({}, { type: 'oneOff' })
    await expect(stories.build.pledge(donor, fund, { mandate, startDate: '2026-03-02', frequency: 'monthly' })).rejects.toMatchObject(refusedAt('mandate'))
    await expect(stories.build.pledge(donor, fund, { mandate, startDate: '2026-03-02', frequency: 'once' })).resolves.toBeGreaterThan(0)
  })

  it('is collected with once, whatever was planned: the database holds it', async () => {
    const creditor = await stories.planned(euros(10, 20), {}, { type: 'oneOff' })
    expect(await stories.instructionsAt(creditor)).toMatchObject([{ status: 'planned', sequence_type: 'OOFF' }])
  })
})

describe('a debtor who died', () => {
  it('is neither debited nor invoiced any more', async () => {
    const creditor = await stories.planned(euros(10))
    const [debtor] = await rows<{ id: number }>('select debtor_id as id from debit_instructions where creditor_id = $1', [creditor])
    const type = await stories.build.add('subscription-types', { title: 'Jaar', priceCents: 4_500, period: 'year' })
    await stories.build.subscription(debtor?.id ?? 0, type, { startDate: '2026-02-01' })
    await kring.payload.update({ collection: 'relations', id: debtor?.id ?? 0, data: { deceasedOn: '2026-02-10' } })
    await stories.generate(early, '2026-03-31')
    expect((await stories.instructionsAt(creditor)).map(({ status }) => status)).toEqual(['cancelled'])
    await invoiceSubscriptions(await reqOn(kring.payload, day(early)), day(early))
    expect(await rows('select 1 from invoices where debtor_id = $1', [debtor?.id])).toEqual([])
  })
})

describe('what the bank would not accept', () => {
  it('is left with its reason and holds nobody else up', async () => {
    const creditor = await stories.planned(euros(10, 20))
    const [first] = await stories.instructionsAt(creditor)
    const [{ debtor = 0 } = {}] = await rows<{ debtor: number }>('select debtor_id as debtor from debit_instructions where id = $1', [first?.id])
    const later = await stories.build.mandate(creditor, debtor, {})
    await rows('update mandates set signed_on = $2 where id = $1', [later, '2026-12-01'])
    await rows('update pledges set mandate_id = $2 where id = (select pledge_id from debit_instructions where id = $1)', [first?.id, later])
    await rows('update debit_instructions set mandate_id = $2 where id = $1', [first?.id, later])
    const made = await stories.batch(creditor, early)
    expect(made.left).toEqual([{ instruction: first?.id, amountCents: 1_000, reason: 'MANDATE_NOT_SIGNED_YET' }])
    expect(made.batches).toMatchObject([{ instructionCount: 1, totalCents: 2_000 }])
  })

  it('is told apart from what ended meanwhile', async () => {
    const creditor = await stories.planned(euros(10, 20))
    const [first, second] = await stories.instructionsAt(creditor)
    await rows("update pledges set end_date = start_date + 0, start_date = start_date - 1 where id = (select pledge_id from debit_instructions where id = $1)", [first?.id])
    const made = await stories.batch(creditor, early, { instructions: [first?.id ?? 0, second?.id ?? 0] })
    expect(made.left).toMatchObject([{ instruction: first?.id, reason: 'NO_LONGER_DUE' }])
    expect(made.batches).toMatchObject([{ totalCents: 2_000 }])
  })

  it('cannot be signed for in the future', async () => {
    const { creditor, donor } = await stories.donorAtOwnCreditor()
    await expect(stories.build.mandate(creditor, donor, { signedOn: '2999-01-01' })).rejects.toMatchObject(refusedAt('signedOn'))
  })
})

describe('a subscription that was invoiced', () => {
  it('keeps its first day, its holder and its type', async () => {
    const member = await stories.build.person('Vast')
    const type = await stories.build.add('subscription-types', { title: 'Vast jaar', priceCents: 4_500, period: 'year' })
    const id = await stories.build.subscription(member, type, { startDate: '2026-01-01' })
    await invoiceSubscriptions(await reqOn(kring.payload, day(early)), day(early))
    const change = (data: object) => kring.payload.update({ collection: 'subscriptions', id, data })
    await expect(change({ startDate: '2025-12-15' })).rejects.toMatchObject(refusedAt('startDate'))
    await expect(change({ relation: await stories.build.person('Ander') })).rejects.toMatchObject(refusedAt('relation'))
    await expect(change({ endDate: '2026-12-31' })).resolves.toMatchObject({ endDate: '2026-12-31' })
  })
})

describe('whoever moves money', () => {
  it('is written down, with what they did', async () => {
    const creditor = await stories.planned(euros(25, 25))
    const { batches } = await stories.batch(creditor, early)
    const req = () => reqOn(kring.payload, day('2026-03-03'), { id: finance })
    await handOutBatchFile(await req(), batches[0]?.id ?? 0)
    await handOutBatchFile(await req(), batches[0]?.id ?? 0)
    const [first] = await stories.instructionsAt(creditor)
    await refuseInstruction(await req(), { instruction: first?.id ?? 0, reason: 'brief', today: day('2026-03-03') })
    expect(await rows("select actor_id, subject, action, changes->'status' as status from audit_log where (subject, subject_id) in (('debit-batches', $1), ('debit-instructions', $2)) order by id", [batches[0]?.id, first?.id])).toEqual([
      { actor_id: null, subject: 'debit-batches', action: 'create', status: null },
      { actor_id: finance, subject: 'debit-batches', action: 'update', status: { from: 'created', to: 'downloaded' } },
      { actor_id: finance, subject: 'debit-instructions', action: 'update', status: { from: 'submitted', to: 'rejected' } },
    ])
  })
})
