'use client'
import type { Answer } from './postJson'

type Refusal = { readonly message?: string; readonly data?: { readonly errors?: readonly { readonly message?: string }[] } }
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Asks or tells the API something; what is refused comes back as the sentences of its fields, or its own. */
export async function sendJson<T>(method: Method, path: string, { body, failed, signal }: { readonly body?: unknown; readonly failed: string; readonly signal?: AbortSignal }): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method, credentials: 'same-origin', headers: { 'content-type': 'application/json' },
      ...(signal ? { signal } : {}), ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const data: unknown = await response.json()
    return response.ok ? { ok: true, data: data as T } : { ok: false, message: sentencesIn(data) || failed }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || signal?.aborted) return { ok: false, message: failed }
    throw error
  }
}

const sentencesIn = (data: unknown): string =>
  ((data as { errors?: readonly Refusal[] } | null)?.errors ?? []).flatMap(({ message, data: fields }) => fields?.errors?.map((field) => field.message) ?? [message]).filter(Boolean).join(' ')
