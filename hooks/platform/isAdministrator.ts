import type { FieldHook } from 'payload'
import { rolesOfUser } from '../../src/store/roles'
import { readConnection } from '../../src/store/transaction'

/** Tells the navigation whether to show the administration of users; what may be done there stands in the table of rights. */
export const isAdministrator: FieldHook = async ({ originalDoc, data, req }) => {
  const id: unknown = data?.id ?? originalDoc?.id
  return id === undefined ? false : (await rolesOfUser(readConnection(req), Number(id))).includes('administrator')
}
