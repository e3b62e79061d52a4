import type { SQL } from '@payloadcms/db-postgres/drizzle'
import { operatorOf } from './catalogue'
import type { Turn } from './field'
import { leavesOf, type Rule } from './rule'

/**
 * Queries of `relation_id` that together find at least everyone for whom the rule may have another answer on `date` than
 * on `from`, an earlier day, though no row changed meanwhile. None where time changes nothing. Several rules are asked at
 * once as the parts of one group: what they have in common is then looked up once.
 */
export function turningOf(rule: Rule, turn: Turn): readonly SQL[] {
  const leaves = new Map(leavesOf(rule).map(({ leaf }) => [JSON.stringify([leaf.field, leaf.operator, leaf.value]), leaf]))
  return [...leaves.values()].flatMap((leaf) => operatorOf(leaf).turning?.(leaf.value, turn) ?? [])
}
