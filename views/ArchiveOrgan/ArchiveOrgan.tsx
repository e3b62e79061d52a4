import type { PayloadRequest, ServerProps } from 'payload'
import { endpointRights, type Role } from '../../src/access/rights'
import { rolesOf } from '../../src/access/rolesOf'
import { languageOf } from '../../src/i18n/text'
import { businessDate } from '../../src/store/businessDate'
import { endOfOrgan, hasLeftovers } from '../../src/store/crmArtefacts'
import { readConnection } from '../../src/store/transaction'
import { ArchiveButton } from './ArchiveButton'
import { texts } from './texts'

/** On an organ that has ended while something of it still stands in the CRM: that it ended, and the button to archive the rest (R-END-3). */
export const ArchiveOrgan = async ({ id, req, user, payload, i18n }: ServerProps & { readonly req?: PayloadRequest }) => {
  const asking = req ?? ({ user, payload, context: {} } as unknown as PayloadRequest)
  const allowed: readonly Role[] = endpointRights['organs.archive']
  if (!id || !user || !(await rolesOf(asking)).some((role) => allowed.includes(role))) return null
  const [tx, organ, today] = [readConnection(asking), Number(id), businessDate(asking)]
  const endDate = (await endOfOrgan(tx, organ))?.endDate
  if (!endDate || endDate > today || !(await hasLeftovers(tx, organ, today))) return null
  const language = languageOf(i18n.language)
  return <><span className="kring-status ended">{texts[language].ended}</span><ArchiveButton organ={organ} language={language} /></>
}
