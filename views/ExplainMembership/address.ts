type Question = { readonly relation: number; readonly organ: number | null; readonly type?: number | undefined; readonly date?: string | undefined }

/** Where it is explained why the relation is or is not a member; without a type of the likeliest one, without a date today. */
export function explainAddress({ relation, organ, type, date }: Question): string {
  const chosen = Object.entries({ organ, type, date }).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, String(value)] as [string, string]]))
  return `/admin/collections/relations/${relation}/uitleg?${new URLSearchParams(chosen).toString()}`
}
