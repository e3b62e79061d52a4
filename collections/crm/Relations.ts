import type { CheckboxField } from 'payload'
import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { customValues } from '../fields/customValues'
import { dateOnly } from '../fields/dateOnly'
import { readOnly } from '../fields/readOnly'
import { seesAccounts } from '../../src/access/accessOf'
import { endFunctionsOnArchive } from '../../hooks/crm/endFunctionsOnArchive'
import { completeRelation } from '../../hooks/crm/completeRelation'
import { refuseTypeChange } from '../../hooks/crm/refuseTypeChange'
import { validateCustomValues } from '../../hooks/crm/validateCustomField'
import { validateIban } from '../../hooks/finance/validateIban'
import { validateVatNumber } from '../../hooks/crm/validateVatNumber'
import { countMatchesEndpoint } from '../../src/endpoints/countMatchesEndpoint'
import { explainMembershipEndpoint } from '../../src/endpoints/explainMembershipEndpoint'
import { importRelationsEndpoint } from '../../src/endpoints/importRelationsEndpoint'
import { tab } from '../tab'
import { addressFields } from './addressFields'

const isPerson = (data: { type?: string }) => data.type !== 'organisation'
const isOrganisation = (data: { type?: string }) => data.type === 'organisation'

/** What the relation agreed to receive (opt-in). */
const preferenceFields: CheckboxField[] = [
  { name: 'newsletter', type: 'checkbox', defaultValue: false, label: { nl: 'Nieuwsbrief', en: 'Newsletter' } },
  { name: 'email', type: 'checkbox', defaultValue: false, label: { nl: 'E-mail', en: 'E-mail' } },
  { name: 'phone', type: 'checkbox', defaultValue: false, label: { nl: 'Telefoon', en: 'Phone' } },
  { name: 'post', type: 'checkbox', defaultValue: false, label: { nl: 'Post', en: 'Post' } },
]

/** Everyone the organisation deals with: persons and organisations (relaties). */
export const Relations = defineCollection({
  slug: 'relations',
  group: 'crm',
  names: { nl: ['Relatie', 'Relaties'], en: ['Relation', 'Relations'] },
  defaultSort: 'sortName',
  defaultPopulate: { number: true, displayName: true },
  admin: {
    useAsTitle: 'displayName',
    defaultColumns: ['displayName', 'number', 'address.town', 'type', 'status'],
    listSearchableFields: ['searchText'],
    components: {
      beforeListTable: ['/views/ImportRelations/ImportLink#ImportLink'],
      views: { edit: {
        card: { Component: '/views/RelationCard/index#RelationCard', path: '/card', tab: tab('/card', 'relationCard') },
        explainMembership: { Component: '/views/ExplainMembership/index#ExplainMembership', path: '/uitleg', tab: tab('/uitleg', 'explainMembership') },
      } },
    },
  },
  hooks: { beforeValidate: [completeRelation], beforeChange: [refuseTypeChange], afterChange: [endFunctionsOnArchive] },
  endpoints: [importRelationsEndpoint, countMatchesEndpoint, explainMembershipEndpoint],
  fields: [
    {
      type: 'row',
      fields: [
        choice('type', { person: { nl: 'Persoon', en: 'Person' }, organisation: { nl: 'Organisatie', en: 'Organisation' } },
          { required: true, defaultValue: 'person', label: { nl: 'Soort', en: 'Type' } }),
        choice('status', { active: { nl: 'Actief', en: 'Active' }, archived: { nl: 'Gearchiveerd', en: 'Archived' } },
          { required: true, defaultValue: 'active' }),
        readOnly({ name: 'number', type: 'number', unique: true, index: true, label: { nl: 'Relatienummer', en: 'Number' } }),
      ],
    },
    readOnly({ name: 'displayName', type: 'text', index: true, label: { nl: 'Naam', en: 'Name' }, admin: { hidden: true, components: { Cell: '/views/fields/LinkCell#LinkCell' } } }),
    readOnly({ name: 'sortName', type: 'text', index: true, label: { nl: 'Sorteernaam', en: 'Sort name' }, admin: { hidden: true } }),
    readOnly({ name: 'searchText', type: 'text', label: { nl: 'naam, nummer, e-mail, telefoon of woonplaats', en: 'name, number, e-mail, phone or town' }, admin: { hidden: true, disableListColumn: true } }),
    {
      type: 'row',
      admin: { condition: isPerson },
      fields: [
        { name: 'initials', type: 'text', maxLength: 20, label: { nl: 'Voorletters', en: 'Initials' } },
        { name: 'firstName', type: 'text', maxLength: 70, label: { nl: 'Voornaam', en: 'First name' } },
        { name: 'namePrefix', type: 'text', maxLength: 20, label: { nl: 'Tussenvoegsel', en: 'Prefix' } },
        { name: 'lastName', type: 'text', maxLength: 70, label: { nl: 'Achternaam', en: 'Last name' } },
      ],
    },
    {
      type: 'row',
      admin: { condition: isPerson },
      fields: [
        dateOnly('birthDate', { label: { nl: 'Geboortedatum', en: 'Date of birth' } }),
        dateOnly('deceasedOn', { label: { nl: 'Overleden op', en: 'Deceased on' } }),
      ],
    },
    {
      type: 'row',
      admin: { condition: isOrganisation },
      fields: [
        { name: 'organisationName', type: 'text', maxLength: 140, label: { nl: 'Naam organisatie', en: 'Organisation name' } },
        { name: 'cocNumber', type: 'text', maxLength: 8, label: { nl: 'KvK-nummer', en: 'Chamber of Commerce number' } },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'vatNumber', type: 'text', maxLength: 20, validate: validateVatNumber, label: { nl: 'Btw-nummer', en: 'VAT number' } },
        { name: 'vatLiable', type: 'checkbox', defaultValue: false, label: { nl: 'Btw-plichtig', en: 'VAT liable' } },
      ],
    },
    { name: 'address', type: 'group', label: { nl: 'Adres', en: 'Address' }, fields: addressFields() },
    {
      name: 'preferences', type: 'group', label: { nl: 'Communicatievoorkeuren', en: 'Communication preferences' },
      fields: [{ type: 'row', fields: preferenceFields }],
    },
    customValues('customFields', { validate: validateCustomValues, label: { nl: 'Vrije velden', en: 'Custom fields' } }),
    {
      name: 'emails', type: 'array', label: { nl: 'E-mailadressen', en: 'E-mail addresses' }, maxRows: 10,
      fields: [{ name: 'email', type: 'email', required: true, label: { nl: 'E-mailadres', en: 'E-mail address' } }],
    },
    {
      name: 'phones', type: 'array', label: { nl: 'Telefoonnummers', en: 'Phone numbers' }, maxRows: 10,
      fields: [{ name: 'phone', type: 'text', required: true, maxLength: 30, label: { nl: 'Telefoonnummer', en: 'Phone number' } }],
    },
    {
      name: 'bankAccounts', type: 'array', access: { read: seesAccounts }, label: { nl: 'Bankrekeningen', en: 'Bank accounts' }, maxRows: 10,
      fields: [
        { name: 'iban', type: 'text', required: true, validate: validateIban, label: 'IBAN' },
        { name: 'holder', type: 'text', maxLength: 70, label: { nl: 'Rekeninghouder', en: 'Account holder' } },
      ],
    },
    {
      name: 'otherAddresses', type: 'array', label: { nl: 'Andere adressen', en: 'Other addresses' }, maxRows: 10,
      fields: addressFields(),
    },
  ],
})
