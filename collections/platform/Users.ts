import { defineCollection } from '../defineCollection'
import { adminAccess } from '../../src/access/accessOf'
import { isAdministrator } from '../../hooks/platform/isAdministrator'
import { makeFirstAdministrator } from '../../hooks/platform/makeFirstAdministrator'

/** Who may log in. What they may do stands in their roles (gebruikers). */
export const Users = defineCollection({
  slug: 'users',
  group: 'platform',
  names: { nl: ['Gebruiker', 'Gebruikers'], en: ['User', 'Users'] },
  defaultSort: 'name',
  auth: {
    maxLoginAttempts: 5,
    lockTime: 600_000,
    tokenExpiration: 7200,
    useSessions: true,
    cookies: { sameSite: 'Lax', secure: (process.env.KRING_URL ?? '').startsWith('https:') },
  },
  admin: { hidden: ({ user }) => !user?.isAdministrator, useAsTitle: 'name', defaultColumns: ['name', 'email', 'relation'], listSearchableFields: ['name', 'email'] },
  hooks: { afterChange: [makeFirstAdministrator] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 70, label: { nl: 'Naam', en: 'Name' } },
    {
      name: 'relation', type: 'relationship', relationTo: 'relations', unique: true, label: { nl: 'Relatie', en: 'Relation' },
      access: { create: adminAccess, read: adminAccess, update: adminAccess },
      admin: { condition: (_data, _siblings, { user }) => Boolean(user), description: { nl: 'Voor vertegenwoordigers: de relatie met de functie bij het orgaan.', en: 'For representatives: the relation that holds the function at the organ.' } },
    },
    {
      name: 'isAdministrator', type: 'checkbox', virtual: true, admin: { hidden: true }, hooks: { afterRead: [isAdministrator] },
      access: { create: () => false, update: () => false },
    },
    { name: 'roles', type: 'join', collection: 'role-assignments', on: 'user', maxDepth: 0, label: { nl: 'Rollen', en: 'Roles' }, admin: { defaultColumns: ['role'] } },
  ],
})
