import type { JSONField } from 'payload'

/** Values of custom fields by key: plain JSON over the API, an input for each field in the admin. */
export const customValues = (name: string, rest: Omit<JSONField, 'type' | 'name'>): JSONField => ({
  ...rest,
  name,
  type: 'json',
  admin: { ...rest.admin, components: { Field: '/views/fields/CustomFieldsField#CustomFieldsField' } },
})
