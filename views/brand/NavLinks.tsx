import Link from 'next/link'
import type { PayloadRequest, ServerProps } from 'payload'
import { organsRepresentedBy } from '../../src/access/representedOrgans'
import { viewRights, type Role, type ViewName } from '../../src/access/rights'
import { rolesOf } from '../../src/access/rolesOf'
import { languageOf } from '../../src/i18n/text'
import { departmentLabel } from '../../src/store/departmentLabel'
import { readConnection } from '../../src/store/transaction'

const screens = [
  { view: 'organTree', href: '/admin/organen-boom', nl: 'Organen in beeld', en: 'Organs at a glance' },
  { view: 'invoiceRun', href: '/admin/factuurronde', nl: 'Factuurronde', en: 'Invoice run' },
  { view: 'collecting', href: '/admin/te-incasseren', nl: 'Te incasseren', en: 'To collect' },
  { view: 'bank', href: '/admin/bank', nl: 'Bank verwerken', en: 'Process the bank' },
  { view: 'failedDebits', href: '/admin/mislukte-opdrachten', nl: 'Mislukte opdrachten', en: 'Failed debits' },
  { view: 'outstanding', href: '/admin/openstaand', nl: 'Openstaand', en: 'Outstanding' },
  { view: 'reminders', href: '/admin/herinneringen', nl: 'Herinneringen', en: 'Reminders' },
  { view: 'notices', href: '/admin/aankondigingen', nl: 'Aankondigingen', en: 'Notices' },
] as const satisfies readonly { view: ViewName; href: string; nl: string; en: string }[]

/** The screens beside the generated lists, for whoever may open them. */
export const NavLinks = async ({ req }: ServerProps & { readonly req?: PayloadRequest }) => {
  if (!req?.user) return null
  const [roles, organs, language] = [await rolesOf(req), await organsRepresentedBy(req), languageOf(req.i18n.language)]
  const shown = screens.filter(({ view }) => (viewRights[view] as readonly Role[]).some((role) => roles.includes(role)))
  const label = organs[0] ? await departmentLabel(readConnection(req), organs[0].organId) : undefined
  return (
    <div className="kring-nav">
      {label && <Link className="nav__link" href="/admin/mijn-afdeling">{label}</Link>}
      {shown.map((screen) => <Link className="nav__link" key={screen.href} href={screen.href}>{screen[language]}</Link>)}
    </div>
  )
}
