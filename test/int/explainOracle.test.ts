import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, type LocalDate } from '../../src/domain/localDate'
import { explainIn } from '../../src/operations/explainMembership'
import { evaluatedOn } from '../../src/store/evaluation/evaluatedDays'
import { loadFacts } from '../../src/store/relationFacts'
import type { Transaction } from '../../src/store/transaction'
import { howMany } from '../setup/howMany'
import { explainerOf, type Place } from './evaluation/explain'
import { live, type Life } from './evaluation/life'
import { openScratch, type Scratch } from './evaluation/scratch'

const worlds = Number(process.env['KRING_WORLDS'] ?? howMany(40, 400))
const seeds = Array.from({ length: worlds }, (_, index) => 200_001 + index)
const plan = { start: day('2024-02-01'), days: 70, thoroughness: 'incremental', pace: { people: 10, structure: 10, history: 'kept' } } as const
/** Together ten thousand in `npm test`; one in ten by the operation that screens ask, which reads everything anew. */
const [asked, askedOfOperation] = [260, 26]

describe('the explanation of a membership', () => {
  let scratch: Scratch
  const because = new Map<string, number>()
  let answered = 0
  beforeAll(async () => { scratch = await openScratch() })
  afterAll(() => scratch.close())

  it.each(seeds)('agrees with the evaluation on any day that was evaluated (world %i)', (seed) => scratch.inUndone(async (tx) => {
    const life = await live(tx, { seed, ...plan })
    const questions = Map.groupBy(Array.from({ length: asked }, () => someQuestion(life)), ({ date }) => date)
    for (const [date, places] of questions) {
      const explain = await explainerOf(tx, 1, date, life.worlds.flatMap(({ relations }) => relations.map(({ id }) => id)))
      for (const place of places) {
        const explanation = explain(place)
        expect({ ...place, isMember: explanation?.isMember ?? false }).toEqual({ ...place, isMember: isOnRecord(life, place, date) })
        if (!explanation) continue
        answered += 1
        because.set(explanation.because, (because.get(explanation.because) ?? 0) + 1)
      }
    }
    for (let count = 0; count < askedOfOperation; count += 1) await expectOperationAgrees(tx, life)
  }))

  it('has answered ten thousand questions, and every kind of answer was among them', () => {
    if (worlds < 40) return
    expect(answered).toBeGreaterThanOrEqual(10_000)
    expect([...because.keys()].toSorted()).toEqual(['archived', 'below', 'deceased', 'displaced', 'exception', 'organAbsent', 'rules', 'typeWithoutRule'])
  })
})

type Question = Place & { readonly date: LocalDate }

const today = (life: Life): LocalDate => life.runs.at(-1) ?? plan.start

/** Mostly about a place that the relation has or had, as most pairs of a relation and an organ have nothing to do with each other. */
function someQuestion(life: Life): Question {
  const { dice: { pick, chance, below }, known, worlds: [world], runs } = life
  if (!world) throw new Error('A life has a world')
  const date = pick(...runs)
  if (chance(50)) {
    const period = pick(...known.filter(({ organisation }) => organisation === 1))
    if (period) return { relation: period.relation, organ: period.organ === 0 ? null : period.organ, type: period.type, date }
  }
  return { relation: pick(...world.relations).id, organ: pick(null, ...world.organs.map(({ id }) => id)), type: 1 + below(2), date }
}

const isOnRecord = ({ known }: Life, { relation, organ, type }: Place, date: LocalDate): boolean => known.some((period) => period.organisation === 1
  && period.relation === relation && period.organ === (organ ?? 0) && period.type === type && period.start <= date && (period.end === null || date < period.end))

/** Who came later is unknown on that day. */
async function expectOperationAgrees(tx: Transaction, life: Life): Promise<void> {
  const { date, ...place } = someQuestion(life)
  const isMember = isOnRecord(life, place, date)
  const asking = explainIn(tx, { relation: place.relation, organ: place.organ, membershipType: place.type, date, today: today(life) })
  if (await isThere(tx, place.relation, date)) {
    const { explanation, isAsRecorded, isDivisionChanged } = await asking
    expect({ ...place, date, isMember: explanation.isMember, isAsRecorded, isDivisionChanged }).toEqual({ ...place, date, isMember, isAsRecorded: true, isDivisionChanged: false })
  } else {
    await expect(asking).rejects.toMatchObject({ code: 'RELATION_UNKNOWN' })
    expect(isMember).toBe(false)
  }
}

async function isThere(tx: Transaction, relation: number, date: LocalDate): Promise<boolean> {
  const run = await evaluatedOn(tx, 1, date)
  return (await loadFacts(tx, [relation], run?.at)).has(relation)
}
