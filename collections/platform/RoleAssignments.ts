import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { roleNames } from '../../src/access/rights'

/** Which user has which role; kept apart from the user, so that a login can never write it back (rollen). */
export const RoleAssignments = defineCollection({
  slug: 'role-assignments',
  group: 'platform',
  names: { nl: ['Rol', 'Rollen'], en: ['Role', 'Roles'] },
  defaultSort: 'role',
  admin: { defaultColumns: ['user', 'role'] },
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, index: true, label: { nl: 'Gebruiker', en: 'User' } },
    choice('role', roleNames, { required: true, label: { nl: 'Rol', en: 'Role' } }),
  ],
})
