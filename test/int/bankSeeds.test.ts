import { describe, expect, inject, it } from 'vitest'
import { undoImport } from '../../src/operations/undoImport'
import { formatOf } from './bankSeeds/downloads'
import { openDesk, type Desk } from './bankSeeds/atTheDesk'
import { booksOf, unlikeTheTruth, wrongSums } from './bankSeeds/books'
import { loadWorlds } from './bankSeeds/loadWorlds'
import { begin, lettersOf, readHalf, tryAgain, type Life } from './bankSeeds/worldLife'
import { firstHalfUntil, lastDay, planOf } from './bankSeeds/worldPlan'
import { freshDatabase } from '../setup/database'
import { howMany } from '../setup/howMany'
import { createDatabase, dropDatabase, inDatabase } from '../setup/server'

const atOnce = 40
/** One seed alone is the same world in the same format as among the others. */
const seeds = process.env['KRING_SEED'] ? [Number(process.env['KRING_SEED'])] : Array.from({ length: howMany(200, 1_000) }, (_, index) => index + 1)
const crowdOf = (seed: number): number => Math.floor((seed - 1) / atOnce)
const crowds = [...Map.groupBy(seeds, crowdOf)].map(([crowd, some]) => ({ format: formatOf(crowd), seeds: some }))

type Crowd = { readonly seeds: readonly number[]; readonly isCalm?: boolean }

/** Associations whose batches are at the bank, and two databases in which nothing of it was read yet. */
async function twoOf<T>({ seeds: some, isCalm }: Crowd, work: (desks: readonly [Desk, Desk], lives: readonly Life[]) => Promise<T>): Promise<T> {
  const mould = await freshDatabase()
  const copies = ['een', 'twee'].map((name) => `${new URL(mould.url).pathname.slice(1)}_${name}`)
  const desk = await openDesk(mould.url)
  const plans = some.map((seed) => planOf(seed, 1 + (seed - 1) % atOnce, isCalm))
  await loadWorlds(desk.client, plans)
  const lives = await begin(desk, plans)
  await desk.client.query('analyze')
  await desk.close()
  for (const name of copies) await createDatabase(inject('serverUrl'), name, new URL(mould.url).pathname.slice(1))
  const [one, two] = [await openDesk(inDatabase(inject('serverUrl'), copies[0] ?? '')), await openDesk(inDatabase(inject('serverUrl'), copies[1] ?? ''))]
  try {
    return await work([one, two], lives)
  } finally {
    await Promise.all([one.close(), two.close()])
    for (const name of copies) await dropDatabase(inject('serverUrl'), name)
    await mould.drop()
  }
}

describe('P-C: associations with a simulated bank', () => {
  it.each(crowds)('explain every euro and collect nothing twice, however their statements come in ($format, seeds $seeds.0 and on)', async ({ format, seeds: some }) => {
    await twoOf({ seeds: some }, async (desks, lives) => {
      const [disordered, ordered] = await Promise.all(desks.map(async (desk, index) => {
        const isInOrder = index === 1
        await readHalf(desk, lives, { half: 0, isInOrder, format })
        await desk.resolve(lettersOf(lives, 0), firstHalfUntil)
        const gone = await tryAgain(desk, lives)
        await readHalf(desk, gone, { half: 1, isInOrder, format })
        await desk.resolve(lettersOf(gone, 1), lastDay)
        expect(await unlikeTheTruth(desk, gone)).toEqual([])
        expect(await wrongSums(desk)).toEqual([])
        return booksOf(desk)
      }))
      expect(disordered).toEqual(ordered)
    })
  })

  it('give the same books once more, in another order, when every import was undone, the last one first', async () => {
    await twoOf({ seeds: seeds.slice(0, 15), isCalm: true }, async ([desk], lives) => {
      const readAll = async (isInOrder: boolean): Promise<void> => {
        for (const half of [0, 1] as const) {
          await readHalf(desk, lives, { half, isInOrder, format: 'camt08' })
          await desk.resolve(lettersOf(lives, half), lastDay)
        }
      }
      await readAll(true)
      const books = await booksOf(desk)
      expect([books.length > 0, await unlikeTheTruth(desk, lives)]).toEqual([true, []])
      for (const id of await desk.ids('select id from bank_imports order by id desc')) await undoImport(desk.req(), id, 'Opnieuw')
      const dropped = lettersOf(lives, 0).dropped
      expect([await booksOf(desk), await desk.rows("select id from debit_instructions where status <> case when end_to_end_id = any($1) then 'rejected' else 'submitted' end", [dropped])]).toEqual([[], []])
      expect(await desk.rows('select id from invoices where open_cents <> total_cents')).toEqual([])
      await readAll(false)
      expect([await booksOf(desk), await unlikeTheTruth(desk, lives), await wrongSums(desk)]).toEqual([books, [], []])
    })
  })
})
