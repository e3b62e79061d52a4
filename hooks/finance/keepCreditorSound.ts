import type { CollectionBeforeValidateHook } from 'payload'
import { normaliseIban } from '../../src/formats/iban'

/** Writes the account as banks do, whatever spaces it came with. */
export const keepCreditorSound: CollectionBeforeValidateHook = ({ data }) =>
  (typeof data?.iban === 'string' ? { ...data, iban: normaliseIban(data.iban) } : data)
