import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { withBareTables } from '../../src/seed/withBareTables'
import { inTransaction, type Transaction } from '../../src/store/transaction'
import { reqOn } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload

beforeAll(async () => {
  kring = await bootPayload()
})
afterAll(() => kring.destroy())

const inOne = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => inTransaction(await reqOn(kring.payload, day('2026-11-20')), work)

/** What guards and serves these tables, as the database itself words it. */
async function partsOf(tx: Transaction, ...tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ part: string }>(sql`
    select indexdef as part from pg_indexes where tablename = any(${sql.param(tables)}::text[])
    union select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid::regclass::text = any(${sql.param(tables)}::text[])
    order by part`)
  return rows.map(({ part }) => part)
}

const memberships = ['memberships', 'membership_mutations'] as const
const seen = (user: number): ReturnType<typeof sql> => sql`insert into recent_relations (user_id, relation_id, viewed_at) values (${user}, 1, now())`

describe('filling bare tables', () => {
  it('takes indexes and foreign keys away and makes the same ones again', async () => {
    const [before, during, after] = await inOne(async (tx) => [
      await partsOf(tx, ...memberships),
      await withBareTables(tx, { tables: memberships, keep: ['memberships_closed'] }, () => partsOf(tx, ...memberships)),
      await partsOf(tx, ...memberships),
    ])
    expect(after).toEqual(before)
    expect(during?.filter((part) => part.includes('FOREIGN KEY'))).toEqual([])
    expect(during?.filter((part) => part.startsWith('CREATE')).map((part) => / INDEX (\w+) /.exec(part)?.[1]).toSorted())
      .toEqual(['membership_mutations_pkey', 'memberships_closed', 'memberships_no_overlap', 'memberships_pkey'])
  })

  it('fails as a whole on a row that refers to nothing', async () => {
    const filling = inOne((tx) => withBareTables(tx, { tables: ['recent_relations'] }, () => tx.execute(seen(99))))
    await expect(filling).rejects.toMatchObject({ cause: { code: '23503' } })
    expect((await inOne((tx) => tx.execute(sql`select from recent_relations`))).rows).toEqual([])
  })

  it('fails as a whole on a row that is there twice', async () => {
    const filling = inOne((tx) => withBareTables(tx, { tables: ['recent_relations'] }, async () => { await tx.execute(seen(99)); await tx.execute(seen(99)) }))
    await expect(filling).rejects.toMatchObject({ cause: { code: '23505' } })
  })

  it('leaves a table with many rows as it is', async () => {
    await inOne((tx) => tx.execute(sql`insert into mails (recipient, subject, body, status) select 'wie@post.example', 'Dag', '', 'kept' from generate_series(1, 10001)`))
    const [before, during] = await inOne(async (tx) => [await partsOf(tx, 'mails'), await withBareTables(tx, { tables: ['mails'] }, () => partsOf(tx, 'mails'))])
    expect(during).toEqual(before)
  })
})
