import type { PayloadRequest } from 'payload'

/** The body to the letter, at most `most` bytes of it: what is longer is left unread, what is no UTF-8 is no text. */
export async function limitedText({ headers, body }: PayloadRequest, most: number): Promise<string | 'tooLarge' | 'unreadable'> {
  if (Number(headers.get('content-length') ?? 0) > most) return 'tooLarge'
  const bytes = await limitedBytes(body ?? null, most)
  if (!bytes) return 'tooLarge'
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return 'unreadable'
    throw error
  }
}

async function limitedBytes(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop lets go of the stream.
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
