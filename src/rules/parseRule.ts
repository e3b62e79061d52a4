import { z } from 'zod'
import { fieldOf } from './catalogue'
import type { Rule } from './rule'
import { RuleError, type RuleMistake } from './ruleError'

export { RuleError, type RuleMistake } from './ruleError'

/** Deeper or larger than this nobody can read, and it would let one request keep the database busy. */
export const ruleLimits = { depth: 10, nodes: 500 } as const

const group = z.strictObject({ op: z.enum(['and', 'or']), rules: z.array(z.unknown()).min(1, 'RULE_GROUP_EMPTY') })
const negation = z.strictObject({ op: z.literal('not'), rule: z.unknown() })
const leaf = z.strictObject({ field: z.string(), operator: z.string(), value: z.unknown().optional() })

/**
 * Reads a rule from stored or sent JSON and returns it with its values in stored form (trimmed, postcodes in capitals).
 * @throws RuleError with every mistake, each with its path.
 */
export function parseRule(json: unknown): Rule {
  const reading = { mistakes: [] as RuleMistake[], nodes: 0 }
  const rule = readNode(json, [], 1, reading)
  if (reading.nodes > ruleLimits.nodes) blame(reading, [], 'RULE_TOO_LARGE', { limit: ruleLimits.nodes })
  if (rule === undefined || reading.mistakes.length > 0) throw new RuleError(reading.mistakes)
  return rule
}

type Path = readonly (string | number)[]
type Reading = { readonly mistakes: RuleMistake[]; nodes: number }

const blame = ({ mistakes }: Reading, path: Path, code: string, params: RuleMistake['params'] = {}): undefined => {
  mistakes.push({ path, code, params })
}

function readNode(json: unknown, path: Path, depth: number, reading: Reading): Rule | undefined {
  reading.nodes += 1
  if (reading.nodes > ruleLimits.nodes) return undefined
  if (depth > ruleLimits.depth) return blame(reading, path, 'RULE_TOO_DEEP', { limit: ruleLimits.depth })
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return blame(reading, path, 'RULE_NODE_INVALID')
  if (!('op' in json)) return readLeaf(json, path, reading)
  if (json.op === 'not') return readNegation(json, path, depth, reading)
  return readGroup(json, path, depth, reading)
}

function readGroup(json: object, path: Path, depth: number, reading: Reading): Rule | undefined {
  const read = group.safeParse(json)
  if (!read.success) return blameShape(reading, path, read.error)
  const rules = read.data.rules.map((part, index) => readNode(part, [...path, 'rules', index], depth + 1, reading))
  return { op: read.data.op, rules: rules.filter((part) => part !== undefined) }
}

function readNegation(json: object, path: Path, depth: number, reading: Reading): Rule | undefined {
  const read = negation.safeParse(json)
  if (!read.success) return blameShape(reading, path, read.error)
  const rule = readNode(read.data.rule, [...path, 'rule'], depth + 1, reading)
  return rule && { op: 'not', rule }
}

function readLeaf(json: object, path: Path, reading: Reading): Rule | undefined {
  const read = leaf.safeParse(json)
  if (!read.success) return blameShape(reading, path, read.error)
  const { field: key, operator: name, value } = read.data
  const field = fieldOf(key)
  if (!field) return blame(reading, [...path, 'field'], 'RULE_FIELD_UNKNOWN', { field: key })
  const operator = Object.hasOwn(field.operators, name) ? field.operators[name] : undefined
  if (!operator) return blame(reading, [...path, 'operator'], 'RULE_OPERATOR_UNKNOWN', { field: key, operator: name })
  const check = operator.accepts(value)
  if ('code' in check) return blame(reading, [...path, 'value'], check.code, { field: key, operator: name })
  return { field: key, operator: name, ...(check.value !== undefined && { value: check.value }) }
}

function blameShape(reading: Reading, path: Path, error: z.ZodError): undefined {
  for (const issue of error.issues) {
    const code = issue.message.startsWith('RULE_') ? issue.message : 'RULE_NODE_INVALID'
    if (issue.code === 'unrecognized_keys') issue.keys.forEach((key) => blame(reading, [...path, key], 'RULE_KEY_UNKNOWN', { key }))
    else blame(reading, [...path, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))], code)
  }
}
