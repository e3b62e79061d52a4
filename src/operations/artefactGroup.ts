import { describeRule } from '../rules/describeRule'
import { currentMembershipKey } from '../rules/fields/membership'
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

/** The members of the organ on the day itself (R-ACT-2), or whoever holds the function at it. */
const criteriaOf = ({ kind, organ, functionType }: Artefact): object => (kind === 'memberGroup'
  ? { field: currentMembershipKey, operator: 'oneOf', value: [organ] }
  : { field: 'function.active', operator: 'oneOf', value: { types: [functionType], organs: [organ] } })
