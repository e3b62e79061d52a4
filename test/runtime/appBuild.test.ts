import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { needsBuild, sourceHash, stampBuild } from '../../src/runtime/appBuild'
import { temporaryFolder } from './folder'

function builtProject(): string {
  const root = temporaryFolder()
  for (const folder of ['src/domain', 'views', '.next', 'docs']) mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'src/domain/money.ts'), 'export {}')
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, '.next/BUILD_ID'), 'built')
  stampBuild(sourceHash(root), root)
  return root
}

describe('needsBuild', () => {
  it('is content with a build of these sources', () => {
    expect(needsBuild(builtProject())).toBe(false)
  })

  it('wants one where none is', () => {
    expect(needsBuild(temporaryFolder())).toBe(true)
  })

  it.each([
    ['src/domain/money.ts', 'export const cents = 1', true],
    ['views/new.tsx', '', true],
    ['package-lock.json', '{"lockfileVersion":3}', true],
    ['payload.config.ts', '', true],
    ['docs/changed.md', 'text', false],
  ])('after a change of %s', (file, content, expected) => {
    const root = builtProject()
    writeFileSync(join(root, file), content)
    expect(needsBuild(root)).toBe(expected)
  })
})
