import { getPayload, handleEndpoints } from 'payload'
import type { BootedPayload } from './database'

export type Doc = Readonly<Record<string, unknown>> & { readonly id: number }
type Mistake = { readonly message: string; readonly field?: string; readonly data?: { readonly errors: readonly { readonly path: string; readonly message: string }[] } }

/** What Payload and Kring's own endpoints answer with; a call uses the parts that its door gives. */
export type Body = Readonly<Record<string, unknown>> & {
  readonly docs: readonly Doc[]
  readonly doc: Doc
  readonly totalDocs: number
  readonly errors: readonly Mistake[]
  readonly data: Readonly<Record<string, { readonly docs: readonly Doc[] } | null>> | null
}
export type Answer = { readonly status: number; readonly text: string; readonly body: Body; readonly headers: Headers }
type HeaderValues = Readonly<Record<string, string>>

/** The API as a client over HTTP sees it, without a web server. */
export type Api = {
  readonly get: (path: string, headers?: HeaderValues) => Promise<Answer>
  readonly post: (path: string, data: object, headers?: HeaderValues) => Promise<Answer>
  readonly patch: (path: string, data: object, headers?: HeaderValues) => Promise<Answer>
  readonly remove: (path: string) => Promise<Answer>
  readonly call: (method: string, path: string, data?: object, headers?: HeaderValues) => Promise<Answer>
  readonly graphql: (query: string, headers?: HeaderValues) => Promise<Answer>
}

/** The API for whoever holds the token; for nobody without one. What is refused on purpose is not logged. */
export function apiOf({ config, payload, url }: BootedPayload, token?: string): Api {
  payload.logger.level = 'fatal'
  const requestFor = (method: string, path: string, data?: object, headers: HeaderValues = {}): Request => new Request(`http://localhost:3000/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}), ...headers },
    ...(data === undefined ? {} : { body: JSON.stringify(data) }),
  })
  const call: Api['call'] = async (method, path, data, headers) =>
    answerOf(await handleEndpoints({ config, payloadInstanceCacheKey: url, request: requestFor(method, path, data, headers) }))
  return {
    call,
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, data, headers) => call('POST', path, data, headers),
    patch: (path, data, headers) => call('PATCH', path, data, headers),
    remove: (path) => call('DELETE', path),
    graphql: async (query, headers) => {
      const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
      await useAsDefault(config, url)
      return answerOf(await GRAPHQL_POST(Promise.resolve(config))(requestFor('POST', '/graphql', { query }, headers)))
    },
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  return { status: response.status, text, body: (isJson ? JSON.parse(text) : {}) as Body, headers: response.headers }
}

/** The GraphQL route asks for the one Payload of its process, which tests keep under the address of their database. */
async function useAsDefault(config: BootedPayload['config'], key: string): Promise<void> {
  const { _payload: cache } = globalThis as unknown as { _payload: Map<string, unknown> }
  if (!cache.has('default')) cache.set('default', cache.get(key))
  await getPayload({ config })
}

/** The field and the sentence of each thing that Payload refused. */
export const mistakesIn = ({ body }: Answer): readonly { readonly path: string; readonly message: string }[] =>
  (body.errors ?? []).flatMap((error) => error.data?.errors.map(({ path, message }) => ({ path, message })) ?? [{ path: error.field ?? '', message: error.message }])
