/** A value as it is compared: a relationship by its id. */
export const plain = (value: unknown): unknown => (typeof value === 'object' ? idOf(value) : value)

/** The id that a relationship holds, populated or not; undefined where it is empty. */
export function idOf(value: unknown): number | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return id === null || id === undefined || id === '' ? undefined : Number(id)
}
