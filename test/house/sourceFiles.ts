import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ts from 'typescript'

/** One import of a file: what it names, which file of the project that is (if any), and whether it is gone after compilation. */
export type Import = { readonly specifier: string; readonly file: string | undefined; readonly isTypeOnly: boolean }

export type SourceFile = { readonly path: string; readonly imports: readonly Import[] }

export const root = resolve(import.meta.dirname, '..', '..')

const folders = ['src', 'collections', 'hooks', 'jobs', 'views']

/** Every file of the house with its imports; the composition root is one of them, tests are not. */
export function readSourceFiles(): readonly SourceFile[] {
  const paths = [...folders.flatMap(filesBelow), ...(isFile('payload.config.ts') ? ['payload.config.ts'] : [])]
  return paths.map((path) => ({ path, imports: importsOf(path) }))
}

function filesBelow(folder: string): string[] {
  if (!statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return []
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)))
  return files.filter((path) => /\.tsx?$/.test(path)).map((path) => path.replaceAll('\\', '/'))
}

function importsOf(path: string): readonly Import[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest)
  const found: Import[] = []
  const add = (node: ts.Node, isTypeOnly: boolean): void => {
    if (ts.isStringLiteral(node)) found.push({ specifier: node.text, file: fileOf(path, node.text), isTypeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsOnlyTypes(node.importClause))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function importsOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const names = clause.namedBindings
  return !clause.name && names !== undefined && ts.isNamedImports(names) && names.elements.every((element) => element.isTypeOnly)
}

/** `@payload-config` is the one alias; a relative name is a file, possibly the index of a folder. */
function fileOf(importer: string, specifier: string): string | undefined {
  if (specifier === '@payload-config') return 'payload.config.ts'
  if (!specifier.startsWith('.')) return undefined
  const base = relative(root, resolve(root, importer, '..', specifier)).replaceAll('\\', '/')
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find(isFile) ?? base
}

const isFile = (path: string): boolean => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false
