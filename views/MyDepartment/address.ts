export type Asked = Readonly<Record<string, string | number | undefined>>

export const path = '/admin/mijn-afdeling'

/** Mijn Afdeling with these questions; what was not asked or is empty stays out of the address. */
export const address = (asked: Asked): string => {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]))
  return `${path}?${new URLSearchParams(given).toString()}`
}

export const tabs = ['members', 'donations', 'pledges', 'forecast'] as const
export type Tab = (typeof tabs)[number]

/** The tab in an address; the members where it is none. */
export const tabAsked = (text: string | undefined): Tab => tabs.find((tab) => tab === text) ?? 'members'
