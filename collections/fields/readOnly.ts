import type { Field } from 'payload'

/** Shown, never typed: what rules and operations write. Refused over the API as well, not only greyed out. */
export const readOnly = <F extends Field>(field: F): F => ({
  ...field,
  access: { ...('access' in field ? field.access : {}), create: () => false, update: () => false },
  admin: { ...('admin' in field ? field.admin : {}), readOnly: true },
})
