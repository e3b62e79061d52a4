import { RuleError } from '../rules/ruleError'
import { ChangeRefused } from './changeRefused'

/** What is wrong with a change, at the field that it is about; within a rule with the steps that lead there. */
export type ChangeMistake = Pick<ChangeRefused, 'field' | 'code' | 'params'>

/** The mistakes behind an error of `previewChange`; none where it is about no field. */
export function changeMistakes(error: unknown): readonly ChangeMistake[] {
  if (error instanceof ChangeRefused) return [error]
  return error instanceof RuleError ? error.mistakes.map(({ path, code, params }) => ({ field: ['criteria', ...path].join('.'), code, params })) : []
}
