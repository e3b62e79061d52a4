/** A field's value before and after. */
export type Change = { readonly from: unknown; readonly to: unknown }

const unrecorded = new Set(['id', 'createdAt', 'updatedAt', 'searchText', 'sortName', 'displayName', 'password', 'hash', 'salt', 'sessions',
  'resetPasswordToken', 'resetPasswordExpiration', 'loginAttempts', 'lockUntil', 'apiKey', 'apiKeyIndex', 'collection', 'rules', 'roles'])

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a value says, without the ids that rows of a list are given anew at every save. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence)
  if (!isObject(value)) return value ?? null
  if ('id' in value && typeof value.id === 'number') return value.id
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'id').map(([key, inner]) => [key, essence(inner)]))
}

/** The fields that differ, by name (`address.town`), each with its value before and after. Secrets are never among them. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>, prefix = ''): Record<string, Change> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.assign({}, ...[...names].filter((name) => !unrecorded.has(name)).map((name): Record<string, Change> => {
    const [from, to] = [before[name], after[name]]
    if (isObject(from ?? to) && !('id' in Object(from ?? to))) return changesBetween(isObject(from) ? from : {}, isObject(to) ? to : {}, `${prefix}${name}.`)
    const [was, is] = [essence(from), essence(to)]
    return JSON.stringify(was) === JSON.stringify(is) ? {} : { [prefix + name]: { from: was, to: is } }
  }))
}
