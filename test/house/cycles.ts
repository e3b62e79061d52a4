import type { SourceFile } from './sourceFiles'

/** The first ring of files that import each other when the program runs, as a list that ends where it began; undefined without. */
export function findCycle(files: readonly SourceFile[]): readonly string[] | undefined {
  const imports = new Map(files.map(({ path, imports }) => [path, imports.filter((one) => !one.isTypeOnly).map((one) => one.file)]))
  const finished = new Set<string>()

  function search(path: string, trail: readonly string[]): readonly string[] | undefined {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (finished.has(path)) return undefined
    for (const next of imports.get(path) ?? []) {
      const cycle = next === undefined ? undefined : search(next, [...trail, path])
      if (cycle) return cycle
    }
    finished.add(path)
    return undefined
  }

  for (const { path } of files) {
    const cycle = search(path, [])
    if (cycle) return cycle
  }
  return undefined
}
