import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'

/**
 * Puts the body of a request on disk as it comes in, gives the work its path, and removes it. However large a client says or makes it, no more than
 * `mostBytes` is kept. @throws DomainError FILE_TOO_LARGE, FILE_MISSING
 */
export async function receiveFile<T>(req: PayloadRequest, mostBytes: number, work: (path: string) => Promise<T>): Promise<T> {
  const tooLarge = new DomainError('FILE_TOO_LARGE', { most: Math.floor(mostBytes / 1_048_576) })
  if (Number(req.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge
  if (!req.body) throw new DomainError('FILE_MISSING')
  const folder = await mkdtemp(join(tmpdir(), 'kring-upload-'))
  try {
    const path = join(folder, 'upload')
    let received = 0
    await pipeline(req.body, async function* (pieces: AsyncIterable<Uint8Array>) {
      for await (const piece of pieces) {
        received += piece.length
        if (received > mostBytes) throw tooLarge
        yield piece
      }
    }, createWriteStream(path))
    if (received === 0) throw new DomainError('FILE_MISSING')
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
