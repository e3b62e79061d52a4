import type { JSONField } from 'payload'

/** JSON, shown as plain text: the editor that comes with the admin is fetched from elsewhere. */
export const json = (name: string, rest: Omit<JSONField, 'type' | 'name'>): JSONField => ({
  ...rest,
  name,
  type: 'json',
  admin: { ...rest.admin, components: { Field: '/views/fields/JsonField#JsonField' } },
})
