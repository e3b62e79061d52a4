import { mayDo, type Role } from '../../src/access/rights'
import type { Language } from '../../src/i18n/text'
import type { FollowUp } from '../../src/store/followUps'
import { Day } from './Day'
import { Table } from './Table'

const texts = {
  nl: { title: 'Opvolgingen', onDate: 'Op', about: 'Over', how: 'Hoe', note: 'Afspraak', next: 'Weer kijken op', by: 'Door', none: 'Hierover is nog geen contact genoteerd.', invoice: 'Factuur', pledge: 'Toezegging', call: 'Gebeld', mail: 'Gemaild', letter: 'Brief gestuurd', more: 'Noteer contact bij Openstaand' },
  en: { title: 'Follow-ups', onDate: 'On', about: 'About', how: 'How', note: 'Agreed', next: 'Look again on', by: 'By', none: 'No contact about this was noted yet.', invoice: 'Invoice', pledge: 'Pledge', call: 'Called', mail: 'Mailed', letter: 'Sent a letter', more: 'Note a contact at Outstanding' },
} as const

/** Whose follow-ups somebody may see: those of invoices only with the invoices themselves. */
export const followUpKinds = (roles: readonly Role[]): readonly FollowUp['kind'][] => (mayDo(roles, 'follow-ups', 'read')
  ? [...(mayDo(roles, 'invoices', 'read') ? ['invoice' as const] : []), ...(mayDo(roles, 'pledges', 'read') ? ['pledge' as const] : [])] : [])

type Props = { readonly rows: readonly FollowUp[]; readonly search: string; readonly roles: readonly Role[]; readonly language: Language }

/** Who called, mailed or wrote about it, what was agreed, and where to note another contact. */
export const FollowUps = ({ rows, search, roles, language }: Props) => {
  const t = texts[language]
  return (
    <section id="opvolgingen">
      <h2>{t.title}</h2>
      <Table rows={rows} keyOf={({ key }) => key} empty={t.none} name="follow-ups" columns={[
        { title: t.onDate, render: (row) => <Day date={row.onDate} language={language} /> },
        { title: t.how, render: (row) => t[row.channel] },
        { title: t.about, render: (row) => <a href={row.kind === 'invoice' ? `/admin/collections/invoices/${row.id}/overview` : `/admin/collections/pledges/${row.id}`}>{t[row.kind]} {row.number}</a> },
        { title: t.note, render: (row) => row.note },
        { title: t.next, render: (row) => row.nextDate && <Day date={row.nextDate} language={language} /> },
        { title: t.by, render: (row) => row.by },
      ]} />
      {mayDo(roles, 'follow-ups', 'create') && <p><a href={`/admin/openstaand?${new URLSearchParams({ search })}#lijst`}>{t.more}</a></p>}
    </section>
  )
}
