/** Where the screen is. */
const path = '/admin/organen-boom'

export type Place = {
  readonly organisation?: number | undefined
  readonly organ?: number | undefined
  readonly date?: string | undefined
  readonly tab?: string | undefined
  readonly search?: string | undefined
  readonly page?: number | undefined
  readonly kind?: string | undefined
  /** Whose people the check shows: an organ, or 0 for the organisation. */
  readonly of?: number | undefined
}

/** The address of the screen with what is chosen on it. */
export function addressOf(place: Place): string {
  const chosen = Object.entries(place).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]]))
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen).toString()}`
}
