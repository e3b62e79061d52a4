import type { PayloadRequest } from 'payload'
import { transactionOf } from '../store/transaction'
import { idsByKey } from './idsByKey'

/** Jubilees, what is made in the CRM for every organ, and lists that staff use. */
export async function buildWhatOrgansGet(req: PayloadRequest, organisation: number): Promise<void> {
  const { payload } = req
  const tx = await transactionOf(req)
  const secretary = (await idsByKey(tx, 'function_types', 'title')).get('Secretaris') ?? 0
  const membershipType = (await idsByKey(tx, 'membership_types', 'title')).get('Lid') ?? 0
  for (const years of [10, 25, 40]) await payload.create({ collection: 'jubilee-types', req, data: { title: `${years} jaar lid`, membershipType, years } })
  await payload.create({ collection: 'crm-actions', req, data: { organisation, kind: 'relation', title: 'Groen & Buurt {orgaan}' } })
  await payload.create({ collection: 'crm-actions', req, data: { organisation, kind: 'memberGroup', title: 'Leden van {orgaan}' } })
  await payload.create({ collection: 'crm-actions', req, data: { organisation, kind: 'functionGroup', title: 'Secretarissen van {orgaan}', functionType: secretary } })
  await payload.create({ collection: 'crm-actions', req, data: { organisation, kind: 'view', title: 'Weergave {orgaan}', functionType: secretary } })
  await payload.create({ collection: 'custom-fields', req, data: { title: 'Vakgebied', key: 'vakgebied', type: 'text', options: ['groen', 'water', 'wijk'] } })
  const { id: list } = await payload.create({ collection: 'relation-lists', req, data: {
    title: 'Jong en in de stad', criteria: { op: 'and', rules: [{ field: 'age', operator: 'between', value: [18, 30] }, { field: 'address.town', operator: 'oneOf', value: ['Utrecht', 'Amersfoort', 'Nijmegen', 'Haarlem'] }] } } })
  await payload.create({ collection: 'selections', req, data: { title: 'Uitnodiging stadsdag', list, mode: 'daily' } })
}
