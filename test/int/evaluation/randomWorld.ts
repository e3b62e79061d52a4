import { addDays, type LocalDate } from '../../../src/domain/localDate'
import { any, leaf } from '../../rules/cast'
import { relationEvent } from './relationEvents'
import { diceOf } from './randomNumbers'
import { anyRule, inhabitant, typeRule, valuesRule } from './randomRules'
import { newOrgan, planVersion, structureEvent, type Structure } from './structureEvents'
import type { World } from './world'

/** How much happens: percentages a day, of anything among the people and of anything in the division. */
export type Pace = {
  readonly people: number
  readonly structure: number
  /** `kept`: nothing of the division changes but what keeps its own history. */
  readonly history: 'any' | 'kept'
}

const [organs, relations] = [12, 20]

export type RandomWorld = {
  /** The association, and now and then a second one with the same people. */
  readonly worlds: readonly World[]
  /** One day's life; says whether anything happened. */
  readonly advance: (date: LocalDate) => boolean
  readonly dice: ReturnType<typeof diceOf>
}

/** A small association and its daily life, the same for the same seed, so that a failing world can be seen again. */
export function seededWorld(seed: number, start: LocalDate, pace: Pace): RandomWorld {
  const dice = diceOf(seed)
  const { below, chance, draw } = dice
  const world: World = {
    organisation: 1, types: [1, 2], organs: [], relations: [], versions: [], transfers: [], exceptions: [], exceptionMode: chance(70) ? 'override' : 'additive',
    lists: [{ id: 1, rule: draw(valuesRule) }, { id: 2, rule: any(draw(valuesRule), leaf('list.member', 'oneOf', [1])) }],
  }
  const structure: Structure = { world, dice, divisionRule: chance(50) ? valuesRule : anyRule, start, history: pace.history }
  for (let count = 0; count < (organs); count += 1) newOrgan(structure, start)
  for (const type of world.types) planVersion(structure, { organ: null, type }, typeRule, start)
  for (let id = 1; id <= (relations); id += 1) world.relations.push({ id, facts: draw(inhabitant), deceasedOn: null })
  const worlds = [world, ...(seed % 10 === 0 ? [elsewhereOf(structure)] : [])]
  return {
    worlds, dice,
    advance: (date) => {
      let happened = false
      if (chance(pace.people)) {
        happened = true
        for (let count = 1 + below(4); count > 0; count -= 1) relationEvent(world.relations, dice, date)
      }
      if (chance(pace.structure)) {
        happened = true
        structureEvent(structure, date)
      }
      return happened
    },
  }
}

/** Another organisation with the same people, one type and two organs, that asks about memberships of the first one. */
function elsewhereOf({ world, dice: { draw }, start }: Structure): World {
  const forever = { validFrom: start, validTo: null }
  return {
    organisation: 2, types: [3], relations: world.relations,
    get lists() { return world.lists ?? [] },
    organs: [51, 52].map((id) => ({ id, parent: id === 51 ? null : 51, mode: 'rules', startDate: start, endDate: addDays(start, id * 5) })),
    versions: [
      { organ: null, type: 3, rule: leaf('membership.organisation', 'oneOf', [1]), ...forever },
      { organ: 51, type: null, rule: draw(anyRule), ...forever }, { organ: 52, type: 3, rule: leaf('membership.organ', 'oneOf', [1, 2, 3]), ...forever },
    ],
  }
}
