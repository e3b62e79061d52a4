import type { Language } from '../../src/i18n/text'
import type { OrganTree, TreeNode } from '../../src/operations/organTree'

/** A node as the tree on screen wants it: below its parent, the organisation itself on top. */
export type Branch = {
  readonly id: string
  readonly title: string
  readonly code: string | null
  readonly members: number
  readonly hasPlanned: boolean
  readonly language: Language
  readonly children: readonly Branch[]
}

/** The row of the organisation itself. */
export const topId = 'top'

/** The whole tree as one branch. */
export function branchesOf(tree: OrganTree, language: Language): Branch {
  const below = Map.groupBy(tree.nodes, ({ parent }) => parent)
  const branchOf = ({ id, title, code, members, planned }: TreeNode): Branch => ({
    id: String(id), title, code, members, hasPlanned: planned.length > 0, language, children: (below.get(id) ?? []).map(branchOf),
  })
  const { title, members } = tree.organisation
  return { id: topId, title, code: null, members, hasPlanned: false, language, children: (below.get(null) ?? []).map(branchOf) }
}

/** The organs in the order of the tree with how deep each stands, without one of them and all that is below it. */
export function inOrder(tree: OrganTree, without?: number): readonly { readonly id: number; readonly title: string; readonly depth: number }[] {
  const below = Map.groupBy(tree.nodes, ({ parent }) => parent)
  const from = (parent: number | null, depth: number): { id: number; title: string; depth: number }[] =>
    (below.get(parent) ?? []).filter(({ id }) => id !== without).flatMap(({ id, title }) => [{ id, title, depth }, ...from(id, depth + 1)])
  return from(null, 0)
}

/** More rows than this are not shown at first. */
const mostAtFirst = 40

/** Which branches are open at first: level by level as long as it stays a glance, and the way to the chosen organ. */
export function openAtFirst(tree: OrganTree, chosen: number | undefined): Readonly<Record<string, boolean>> {
  const byId = new Map(tree.nodes.map((node) => [node.id, node]))
  const wayTo = (id: number | null | undefined): readonly number[] => {
    const node = id ? byId.get(id) : undefined
    return node ? [node.id, ...wayTo(node.parent)] : []
  }
  const open = [...levelsAtFirst(tree), ...wayTo(byId.get(chosen ?? 0)?.parent)]
  return Object.fromEntries([topId, ...open.map(String)].map((id) => [id, true]))
}

function levelsAtFirst(tree: OrganTree): readonly number[] {
  const below = Map.groupBy(tree.nodes, ({ parent }) => parent)
  const from = (level: readonly TreeNode[], shown: number): readonly number[] => {
    const next = level.flatMap(({ id }) => below.get(id) ?? [])
    return next.length === 0 || shown + next.length > mostAtFirst ? [] : [...level.map(({ id }) => id), ...from(next, shown + next.length)]
  }
  const top = below.get(null) ?? []
  return from(top, top.length)
}
