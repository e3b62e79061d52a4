import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bankFilesIn } from '../../src/formats/bankFilesIn'
import { allOf } from './readWhole'
import { zipOf, type ZipMember } from './zipWrite'

const folder = mkdtempSync(join(tmpdir(), 'kring-zip-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The names and contents of the files in a file; throws what reading them throws. */
async function filesIn(bytes: Uint8Array, most?: number): Promise<readonly (readonly [string, string])[]> {
  const path = join(folder, 'upload')
  writeFileSync(path, bytes)
  const handle = await open(path)
  const found: (readonly [string, string])[] = []
  try {
    for await (const { name, pieces } of bankFilesIn('upload', handle, most)) found.push([name, Buffer.concat(await allOf(pieces)).toString()])
  } finally {
    await handle.close()
  }
  return found
}

const refusalOf = (code: string): unknown => expect.objectContaining({ code })
const a: ZipMember = { name: 'a.xml', content: 'one' }

describe('the files in a file', () => {
  it('are the file itself where it is no zip', async () => {
    expect(await filesIn(Buffer.from(':20:x'))).toEqual([['upload', ':20:x']])
    expect(await filesIn(Buffer.from(''))).toEqual([['upload', '']])
  })
  it('are those in a zip, packed or not, with only the last part of their names', async () => {
    expect(await filesIn(zipOf(a, { name: 'december/week 49/b.sta', content: 'two', isStored: true }))).toEqual([['a.xml', 'one'], ['b.sta', 'two']])
  })
  it('are without folders, hidden files and what a Mac adds', async () => {
    expect(await filesIn(zipOf({ name: 'x/', content: '' }, { name: '__MACOSX/x/._a.xml', content: 'junk' }, { name: 'x/.DS_Store', content: 'junk' }, a))).toEqual([['a.xml', 'one']])
  })
  it('are a thousand at most', async () => {
    const members = (count: number) => Array.from({ length: count }, (_, index): ZipMember => ({ name: `${index}.xml`, content: '', isStored: true }))
    expect(await filesIn(zipOf(...members(1_000)))).toHaveLength(1_000)
    await expect(filesIn(zipOf(...members(1_001)))).rejects.toThrow(refusalOf('ZIP_TOO_MANY'))
  })
})

describe('a zip is refused', () => {
  const bomb = Buffer.alloc(8_388_608)
  it.each<[string, string, Uint8Array]>([
    ['that holds nothing', 'ZIP_EMPTY', zipOf()], ['that holds only a folder', 'ZIP_EMPTY', zipOf({ name: 'x/', content: '' })],
    ['with a password', 'ZIP_ENCRYPTED', zipOf({ ...a, isEncrypted: true })], ['in a zip', 'ZIP_NESTED', zipOf({ name: 'more.ZIP', content: zipOf(a) })],
    ['that climbs out of its folder', 'ZIP_INVALID', zipOf({ name: '../../etc/passwd', content: 'x' })], ['of an absolute path', 'ZIP_INVALID', zipOf({ name: '/etc/passwd', content: 'x' })],
    ['that was cut off', 'ZIP_INVALID', zipOf(a).subarray(0, 40)], ['that was changed on the way', 'ZIP_INVALID', zipOf({ ...a, claims: { crc: 1 } })],
    ['that makes itself smaller', 'ZIP_INVALID', zipOf({ ...a, content: bomb, claims: { size: 10 } })], ['that makes itself larger', 'ZIP_INVALID', zipOf({ ...a, claims: { size: 9_999 } })],
    ['whose bytes are no zip', 'ZIP_INVALID', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)])],
  ])('%s', async (_, code, bytes) => expect(filesIn(bytes)).rejects.toThrow(refusalOf(code)))

  it('when what comes out is too large, counted over all its files', async () => {
    const half = { name: 'half.xml', content: bomb }
    expect(zipOf(half).length).toBeLessThan(10_000)
    await expect(filesIn(zipOf(half), bomb.length - 1)).rejects.toThrow(refusalOf('ZIP_TOO_LARGE'))
    await expect(filesIn(zipOf(half, half), bomb.length * 2 - 1)).rejects.toThrow(refusalOf('ZIP_TOO_LARGE'))
    expect(await filesIn(zipOf(half, half), bomb.length * 2)).toHaveLength(2)
  })
  it('or read, and nothing else, whatever byte of it is changed', async () => {
    const zip = zipOf({ name: 'a.xml', content: 'the same words, the same words, the same words' }, { name: 'b.xml', content: 'other words', isStored: true })
    const path = join(folder, 'changed')
    for (let at = 0; at < zip.length; at += 1) {
      const changed = Buffer.from(zip)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      writeFileSync(path, changed)
      const handle = await open(path)
      try {
        for await (const { pieces } of bankFilesIn('changed', handle)) await allOf(pieces)
      } catch (error) {
        expect(error).toMatchObject({ name: 'DomainError', code: expect.stringMatching(/^ZIP_/) as unknown })
      } finally {
        await handle.close()
      }
    }
  })
})
