import type { Page } from 'playwright-core'

const password = 'een-lang-wachtwoord'

/** A document with what the tests ask of it. */
export type Doc = { readonly id: number; readonly batch?: number }

/** REST as whoever is logged in on the page. */
export type Api = {
  readonly create: (collection: string, data: object) => Promise<number>
  readonly post: <T>(path: string, data: object) => Promise<T>
  readonly idOf: (collection: string, field: string, value: string) => Promise<number>
  readonly find: (collection: string, params: Readonly<Record<string, string>>) => Promise<{ readonly totalDocs: number; readonly docs: readonly Doc[] }>
  readonly count: (collection: string, query: Readonly<Record<string, string>>) => Promise<number>
  readonly status: (path: string) => Promise<number>
  readonly createUser: (name: string, email: string, given: { readonly roles?: readonly string[]; readonly relation?: number }) => Promise<void>
}

export function apiOf(page: Page, url: string): Api {
  const headers = { origin: url }
  const post = async <T>(path: string, data: object): Promise<T> => {
    const response = await page.request.post(`/api/${path}`, { data, headers })
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`)
    return (await response.json()) as T
  }
  const create = async (collection: string, data: object): Promise<number> => (await post<{ doc: { id: number } }>(collection, data)).doc.id
  const find = async (collection: string, params: Readonly<Record<string, string>>) =>
    (await (await page.request.get(`/api/${collection}`, { params, headers })).json()) as { totalDocs: number; docs: Doc[] }
  return {
    create,
    post,
    find,
    idOf: async (collection, field, value) => (await find(collection, { [`where[${field}][equals]`]: value })).docs[0]?.id ?? 0,
    count: async (collection, query) => (await find(collection, query)).totalDocs,
    status: async (path) => (await page.request.get(`/api/${path}`, { headers })).status(),
    createUser: async (name, email, { roles = [], relation }) => {
      const user = await create('users', { name, email, password, ...(relation === undefined ? {} : { relation }) })
      for (const role of roles) await create('role-assignments', { user, role })
    },
  }
}

/** The page after logging in through the form. */
export async function loggedIn(page: Page, email: string, secret = password): Promise<Page> {
  await page.goto('/admin/login')
  await page.fill('#field-email', email)
  await page.fill('#field-password', secret)
  await page.click('button[type=submit]')
  await page.waitForURL((url) => !url.pathname.endsWith('/login'))
  return page
}
