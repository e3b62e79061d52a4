import { describeRule } from '../rules/describeRule'
import { parseRule } from '../rules/parseRule'
import type { Artefact } from '../store/crmArtefacts'

/** The rule of a group that an action makes for an organ, and that rule in words. */
export function groupOf(artefact: Artefact): { readonly criteria: object; readonly sentence: string } {
  const criteria = criteriaOf(artefact)
  const names = {
    organs: new Map([[artefact.organ, artefact.organTitle]]),
    functionTypes: new Map(artefact.functionType === null ? [] : [[artefact.functionType, artefact.functionTitle ?? '']]),
  }
  return { criteria, sentence: describeRule(parseRule(criteria), 'nl', names) }
}

/** The members of the organ, or whoever holds the function at it. */
const criteriaOf = ({ kind, organ, functionType }: Artefact): object => (kind === 'memberGroup'
  ? { field: 'membership.organ', operator: 'oneOf', value: [organ] }
  : { field: 'function.active', operator: 'oneOf', value: { types: [functionType], organs: [organ] } })
