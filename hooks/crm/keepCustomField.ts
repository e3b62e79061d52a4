import type { CollectionBeforeChangeHook, CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { keyFromTitle } from '../../src/domain/customField'
import { isCustomKeyTaken } from '../../src/store/customFields'
import { transactionOf } from '../../src/store/transaction'
import { refuse } from '../refuse'

/** A field without a key gets one made from its title. */
export const completeCustomField: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || typeof data?.title !== 'string' || data.key) return data
  return { ...data, key: await freeKey(req, keyFromTitle(data.title) || 'veld') }
}

async function freeKey(req: PayloadRequest, wanted: string): Promise<string> {
  const tx = await transactionOf(req)
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? wanted : `${wanted.slice(0, 36)}${count}`
    if (!(await isCustomKeyTaken(tx, key))) return key
  }
}

/** The key and the type stand in rules and in the values of relations, so they stay as they are. */
export const keepCustomFieldFixed: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const changed = (['key', 'type'] as const).find((name) => data[name] !== undefined && data[name] !== originalDoc[name])
  if (changed) throw refuse({ req, path: changed }, 'CUSTOM_FIELD_FIXED')
  return data
}
