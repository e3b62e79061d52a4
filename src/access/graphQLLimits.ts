import { GraphQLError, type FieldNode, type SelectionSetNode, type ValidationRule } from 'graphql'
import type { Config } from 'payload'

/** How deep a question may go, and how many fields it may ask for, aliases counted one by one. */
export const graphQLBounds = { depth: 8, fields: 400, complexity: 1_000 } as const

type Fragments = (name: string) => SelectionSetNode | undefined

/** Counts fields and depth through fragments; a fragment within itself is refused by GraphQL's own rules. */
function measure(selections: SelectionSetNode, fragments: Fragments, depth: number, seen: ReadonlySet<string>): { depth: number; fields: number } {
  let [deepest, fields] = [depth, 0]
  for (const selection of selections.selections) {
    const name = selection.kind === 'FragmentSpread' ? selection.name.value : undefined
    const inner = name === undefined ? (selection as FieldNode).selectionSet : seen.has(name) ? undefined : fragments(name)
    const below = inner ? measure(inner, fragments, selection.kind === 'Field' ? depth + 1 : depth, name === undefined ? seen : new Set([...seen, name])) : { depth, fields: 0 }
    deepest = Math.max(deepest, below.depth)
    fields += below.fields + (selection.kind === 'Field' ? 1 : 0)
  }
  return { depth: deepest, fields }
}

const withinBounds: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const size = measure(operation.selectionSet, (name) => context.getFragment(name)?.selectionSet, 1, new Set())
    if (size.depth > graphQLBounds.depth || size.fields > graphQLBounds.fields) {
      context.reportError(new GraphQLError(`Deze vraag is te groot: hooguit ${graphQLBounds.depth} lagen diep en ${graphQLBounds.fields} velden. · This query is too large.`))
    }
  },
})

/** Bounds on what one GraphQL question may cost; nobody reads the schema in production. */
export const graphQLLimits: Config['graphQL'] = {
  maxComplexity: graphQLBounds.complexity,
  disablePlaygroundInProduction: true,
  disableIntrospectionInProduction: true,
  validationRules: () => [withinBounds],
}
