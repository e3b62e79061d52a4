import type { Language } from '../i18n/text'
import { mayDo, type CollectionName, type Role } from './rights'

type Words = Readonly<Record<Language, string>>
type Kept = { readonly prefix: string; readonly collection: CollectionName; readonly name: Words }

/** Rules may ask about what not every role reads; everything else is for all staff. */
const keptIn: readonly Kept[] = [
  { prefix: 'donations.', collection: 'donations', name: { nl: 'donaties', en: 'donations' } },
  { prefix: 'subscription.', collection: 'subscriptions', name: { nl: 'abonnementen', en: 'subscriptions' } },
]

/** What the roles would have to be allowed to read before they may ask about the field of a rule; undefined where nothing is missing. */
export const missingRight = (roles: readonly Role[], field: string): Words | undefined =>
  keptIn.find(({ prefix, collection }) => field.startsWith(prefix) && !mayDo(roles, collection, 'read'))?.name

/** Whether the roles may know what a relation has in the field of a rule. */
export const mayKnow = (roles: readonly Role[], field: string): boolean => missingRight(roles, field) === undefined
