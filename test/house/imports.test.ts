import { describe, expect, it } from 'vitest'
import { findCycle } from './cycles'
import { layerOf, layers, pureLayers } from './layers'
import { readSourceFiles, type SourceFile } from './sourceFiles'

const files = readSourceFiles()
const layerNames = Object.keys(layers)

describe('the house', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(20)
  })

  it('has a layer for every file', () => {
    expect(files.map(({ path }) => path).filter((path) => layerOf(path) === undefined)).toEqual([])
  })

  it.each(layerNames)('lets %s import only what the table allows', (layer) => {
    const allowed = [layer, ...(layers[layer] ?? [])]
    const wrong = filesOf(layer).flatMap(({ path, imports }) =>
      imports.filter(({ file }) => file !== undefined && !allowed.includes(layerOf(file) ?? 'nowhere')).map(({ file }) => `${path} -> ${file}`),
    )
    expect(wrong).toEqual([])
  })

  it.each(Object.entries(pureLayers))('keeps %s free of packages beyond its list', (layer, allowed) => {
    const wrong = filesOf(layer).flatMap(({ path, imports }) =>
      imports
        .filter(({ file, specifier }) => file === undefined && !allowed.some((pattern) => pattern.test(specifier)))
        .map(({ specifier }) => `${path} -> ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no files that import each other in a ring', () => {
    expect(findCycle(files)).toBeUndefined()
  })

  it('has no drawer for odds and ends', () => {
    const drawers = files.map(({ path }) => path).filter((path) => /(^|\/)(utils?|helpers?|services?|common)(\.|\/)/i.test(path))
    expect(drawers).toEqual([])
  })
})

describe('findCycle', () => {
  const file = (path: string, ...imported: string[]): SourceFile => ({
    path,
    imports: imported.map((name) => ({ specifier: `./${name}`, file: name, isTypeOnly: name.startsWith('type:') })),
  })

  it.each([
    ['a chain', [file('a', 'b'), file('b', 'c'), file('c')], undefined],
    ['a file that two others share', [file('a', 'b', 'c'), file('b', 'c'), file('c')], undefined],
    ['a ring', [file('a', 'b'), file('b', 'c'), file('c', 'b')], ['b', 'c', 'b']],
    ['a file that imports itself', [file('a', 'a')], ['a', 'a']],
  ])('judges %s', (_name, world, expected) => {
    expect(findCycle(world)).toEqual(expected)
  })
})

const filesOf = (layer: string): readonly SourceFile[] => files.filter(({ path }) => layerOf(path) === layer)
