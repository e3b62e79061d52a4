import { addDays, type LocalDate } from '../../../src/domain/localDate'
import type { DonationFacts, RelationFacts } from '../../../src/rules/facts'
import { someFacts } from '../../rules/arbitraries'
import type { Dice } from './randomNumbers'
import { inhabitant, towns } from './randomRules'
import type { Relation } from './world'

/** Something that happens to one relation: it moves, gives, subscribes, is archived, dies, comes. */
export function relationEvent(relations: Relation[], dice: Dice, date: LocalDate): void {
  const { pick, chance, draw } = dice
  if (chance(2)) relations.push({ id: relations.length + 1, facts: draw(inhabitant), deceasedOn: null })
  const relation = pick(...relations)
  if (chance(4)) relation.deceasedOn = relation.deceasedOn === null ? addDays(date, pick(-3, 0, 0, 1, 9)) : null
  relation.facts = pick(moved, moved, moved, subscribed, subscribed, archived, taken, taken, given)(relation.facts, dice, date)
}

type Change = (facts: RelationFacts, dice: Dice, date: LocalDate) => RelationFacts

const moved: Change = (facts, { pick, draw }) => pick(
  { ...facts, address: { ...facts.address, [pick('town', 'town', 'province', 'municipality')]: pick(...towns) } },
  { ...facts, address: draw(inhabitant).address },
)

const archived: Change = (facts, { chance }) => ({ ...facts, status: facts.status === 'active' && chance(60) ? 'archived' : 'active' })

/** With a start in the past, today or later, and now and then an end. */
const subscribed: Change = (facts, { below, pick }, date) => ({
  ...facts,
  subscriptions: Array.from({ length: 1 + below(2) }, () => {
    const startDate = addDays(date, pick(-400, -30, 0, 0, 5, 12))
    return { typeId: 1 + below(4), startDate, endDate: pick(null, addDays(startDate, 1 + below(60))) }
  }),
})

/** Takes over one thing from somebody else. */
const taken: Change = (facts, { pick, draw }) => {
  const other = draw(someFacts)
  const key = pick('preferences', 'custom', 'functions', 'selections', 'birthDate', 'subscriptions')
  return { ...facts, [key]: other[key] }
}

const given: Change = (facts, { below, chance }, date) => {
  const id = Math.max(0, ...facts.donations.map((one) => one.id)) + 1
  if (id > 98) return facts
  const gift: DonationFacts = { id, receivedOn: addDays(date, -below(5)), amountCents: 1 + below(400), reversalOfId: null }
  const back: DonationFacts = { ...gift, id: id + 1, receivedOn: date, amountCents: -gift.amountCents, reversalOfId: id }
  return { ...facts, donations: [...facts.donations, gift, ...(chance(25) ? [back] : [])] }
}
