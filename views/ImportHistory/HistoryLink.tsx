import { Link } from '@payloadcms/ui'
import type { PayloadRequest, ServerProps } from 'payload'
import { endpointRights, type Role } from '../../src/access/rights'
import { rolesOf } from '../../src/access/rolesOf'
import { languageOf } from '../../src/i18n/text'
import { texts } from './texts'

/** The way from the list of memberships to the import of history, for whoever may. */
export const HistoryLink = async ({ req, user, payload, i18n }: ServerProps & { readonly req?: PayloadRequest }) => {
  const asking = req ?? ({ user, payload, context: {} } as unknown as PayloadRequest)
  const allowed: readonly Role[] = endpointRights['memberships.importHistory']
  if (!user || !(await rolesOf(asking)).some((role) => allowed.includes(role))) return null
  return <p><Link href="/admin/historie-importeren">{texts[languageOf(i18n.language)].link}</Link></p>
}
