/**
 * A text with its `{names}` filled in. A count chooses its words: `{count|one invoice|# invoices}` says the first when it
 * is 1, else the second with the count for `#`.
 */
export const filled = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, more?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return (value === 1 ? one : more)?.replace('#', String(value)) ?? String(value)
  })
