'use client'

export type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly message: string }

/** Posts to one of Kring's endpoints; what is refused comes back as the sentence to show. */
export async function postJson<T>(path: string, body: unknown, failed: string): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const data: unknown = await response.json()
    if (response.ok) return { ok: true, data: data as T }
    const errors = (data as { errors?: readonly { message?: string }[] }).errors ?? []
    return { ok: false, message: errors.map((error) => error.message ?? '').filter(Boolean).join(' ') || failed }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return { ok: false, message: failed }
    throw error
  }
}
