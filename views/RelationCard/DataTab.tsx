import type { Relation } from '../../src/payload-types'
import { day } from '../../src/domain/localDate'
import { formatIban } from '../../src/formats/iban'
import { mayDo } from '../../src/access/rights'
import type { DocumentScreen } from '../adminView'
import { Day } from '../parts/Day'
import { StatusWord } from '../parts/StatusWord'
import { texts } from './texts'

/** Who it is and how to reach them. */
export const DataTab = ({ relation, language, roles }: DocumentScreen & { readonly relation: Relation }) => {
  const t = texts[language]
  const { address } = relation
  const street = [address?.street, address?.houseNumber, address?.houseNumberAddition].filter(Boolean).join(' ')
  const town = [address?.postcode, address?.town, address?.country === 'NL' ? undefined : address?.country].filter(Boolean).join(' ')
  return (
    <div className="kring-columns">
      <dl className="kring-facts">
        <dt>{t.number}</dt><dd>{relation.number}</dd>
        <dt>{t.kind}</dt><dd>{t[relation.type]}</dd>
        <dt>{t.status}</dt><dd><StatusWord status={relation.status} language={language} /></dd>
        {relation.birthDate && <><dt>{t.birthDate}</dt><dd><Day date={day(relation.birthDate)} language={language} /></dd></>}
        {relation.deceasedOn && <><dt>{t.deceasedOn}</dt><dd><Day date={day(relation.deceasedOn)} language={language} /></dd></>}
        {relation.cocNumber && <><dt>{t.coc}</dt><dd>{relation.cocNumber}</dd></>}
        {relation.vatNumber && <><dt>{t.vat}</dt><dd>{relation.vatNumber}</dd></>}
      </dl>
      <dl className="kring-facts">
        <dt>{t.address}</dt><dd>{street}<br />{town}</dd>
        <dt>{t.municipality}</dt><dd>{address?.municipality}</dd>
        <dt>{t.province}</dt><dd>{address?.province}</dd>
        <dt>{t.email}</dt><dd>{relation.emails?.map(({ email }) => <div key={email}><a href={`mailto:${email}`}>{email}</a></div>)}</dd>
        <dt>{t.phone}</dt><dd>{relation.phones?.map(({ phone }) => <div key={phone}><a href={`tel:${phone}`}>{phone}</a></div>)}</dd>
        {mayDo(roles, 'mandates', 'read') && <><dt>{t.iban}</dt><dd>{relation.bankAccounts?.map(({ iban }) => <div key={iban}>{formatIban(iban)}</div>)}</dd></>}
      </dl>
      {mayDo(roles, 'relations', 'update') && <p><a className="btn btn--style-secondary btn--size-medium" href={`/admin/collections/relations/${relation.id}`}>{t.edit}</a></p>}
    </div>
  )
}
