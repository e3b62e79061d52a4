import type { JSONField } from 'payload'

/** A rule: plain JSON over the API, conditions to choose in the admin. */
export const rule = (name: string, rest: Omit<JSONField, 'type' | 'name'>): JSONField => ({
  ...rest,
  name,
  type: 'json',
  admin: { ...rest.admin, components: { Field: '/views/fields/RuleField#RuleField' } },
})
