/** Whether two JSON values say the same, whatever the order of their keys: the database keeps keys in an order of its own. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false
  const [first, second] = [filledIn(one), filledIn(other)]
  return first.size === second.size && [...first].every(([key, value]) => second.has(key) && isSameJson(value, second.get(key)))
}

const filledIn = (value: object): ReadonlyMap<string, unknown> => new Map(Object.entries(value).filter(([, one]) => one !== undefined))
