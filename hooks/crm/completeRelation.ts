import type { CollectionBeforeValidateHook } from 'payload'
import { normalisePostcode } from '../../src/domain/postcode'
import { derivedNames, hasName, type RelationData } from '../../src/domain/relation'
import { normaliseIban } from '../../src/formats/iban'
import { nextRelationNumber } from '../../src/store/relations'
import { transactionOf } from '../../src/store/transaction'
import { refuse } from '../refuse'

/** Gives a number, writes IBANs and postcodes one way, and derives the name to show, to sort and to search by. */
export const completeRelation: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
  const given = data ?? {}
  if (given.address?.postcode) given.address.postcode = normalisePostcode(given.address.postcode)
  for (const account of given.bankAccounts ?? []) if (typeof account.iban === 'string') account.iban = normaliseIban(account.iban)
  const whole = { ...originalDoc, ...given, address: { ...originalDoc?.address, ...given.address } } as RelationData
  if (!hasName(whole)) throw refuse({ req, path: whole.type === 'organisation' ? 'organisationName' : 'lastName' }, 'NAME_REQUIRED')
  const number: number = operation === 'create' ? await nextRelationNumber(await transactionOf(req)) : originalDoc.number
  return { ...given, number, ...derivedNames({ ...whole, number }) }
}
