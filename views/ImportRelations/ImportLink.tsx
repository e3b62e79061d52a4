import { Link } from '@payloadcms/ui'
import type { PayloadRequest, ServerProps } from 'payload'
import { mayDo } from '../../src/access/rights'
import { rolesOf } from '../../src/access/rolesOf'
import { languageOf } from '../../src/i18n/text'

/** The way from the list of relations to the import, for whoever may add relations. */
export const ImportLink = async ({ req, user, payload, i18n }: ServerProps & { readonly req?: PayloadRequest }) => {
  const asking = req ?? ({ user, payload, context: {} } as unknown as PayloadRequest)
  if (!user || !mayDo(await rolesOf(asking), 'relations', 'create')) return null
  return <p><Link href="/admin/relaties-importeren">{languageOf(i18n.language) === 'en' ? 'Import relations from a CSV file' : 'Relaties importeren uit een CSV-bestand'}</Link></p>
}
