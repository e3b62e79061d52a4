import type { CollectionConfig } from 'payload'
import { accessOf } from '../src/access/accessOf'
import { mayDo, roles, type CollectionName } from '../src/access/rights'
import { limitReads } from '../hooks/platform/limitReads'
import { lockRowBeforeUpdate } from '../hooks/platform/lockRowBeforeUpdate'
import { recordChange, recordDeletion } from '../hooks/platform/recordChange'
import { refuseWrongKinds } from '../hooks/platform/refuseWrongKinds'
import { groups, type Group } from './groups'

type Names = { readonly nl: readonly [string, string]; readonly en: readonly [string, string] }
type Definition = Omit<CollectionConfig, 'slug' | 'access' | 'labels'> & {
  readonly slug: CollectionName
  readonly group: Group
  readonly names: Names
  /** False where the rows are themselves a log, or written by operations that keep their own. */
  readonly audited?: boolean
}

/** A collection as Kring has them: rights from the one table, named in two languages, changes recorded, never duplicated. */
export function defineCollection({ group, names, audited = true, admin, hooks, ...rest }: Definition): CollectionConfig {
  return {
    ...rest,
    labels: { singular: { nl: names.nl[0], en: names.en[0] }, plural: { nl: names.nl[1], en: names.en[1] } },
    access: accessOf(rest.slug),
    admin: {
      ...admin,
      group: groups[group],
      enableListViewSelectAPI: admin?.enableListViewSelectAPI ?? false,
      pagination: { defaultLimit: 25, limits: [25, 50, 100], ...admin?.pagination },
    },
    disableDuplicate: true,
    disableBulkEdit: true,
    hooks: {
      ...hooks,
      // A collection's own come before the lock of the row: what they hold, others hold first as well.
      beforeOperation: [limitReads, refuseWrongKinds, ...(hooks?.beforeOperation ?? []), ...(mayDo(roles, rest.slug, 'update') ? [lockRowBeforeUpdate] : [])],
      afterChange: [...(hooks?.afterChange ?? []), ...(audited ? [recordChange] : [])],
      afterDelete: [...(hooks?.afterDelete ?? []), ...(audited ? [recordDeletion] : [])],
    },
  }
}
