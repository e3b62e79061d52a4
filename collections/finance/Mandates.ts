import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { readOnly } from '../fields/readOnly'
import { tab } from '../tab'
import { blockMandateEndpoint, changeMandateEndpoint, endMandateEndpoint, unblockMandateEndpoint } from '../../src/endpoints/mandateEndpoints'
import { keepMandateSound } from '../../hooks/finance/keepMandateSound'
import { keepUsedMandate } from '../../hooks/finance/keepUsedMandate'
import { lockInstructionsFirst } from '../../hooks/finance/lockInstructionsFirst'
import { validateIban } from '../../hooks/finance/validateIban'
import { validateMandateReference } from '../../hooks/finance/validateMandateReference'
import { validateSepaName } from '../../hooks/finance/validateSepaName'

const isEnded = (data: { status?: string }): boolean => data.status === 'terminated'

/** A debtor's approval to collect; it fixes neither amount nor frequency (machtigingen). */
export const Mandates = defineCollection({
  slug: 'mandates',
  group: 'finance',
  names: { nl: ['Machtiging', 'Machtigingen'], en: ['Mandate', 'Mandates'] },
  defaultSort: '-signedOn',
  admin: {
    useAsTitle: 'reference',
    defaultColumns: ['reference', 'debtor', 'type', 'signedOn', 'status'],
    listSearchableFields: ['reference', 'accountHolder', 'iban'],
    components: { views: { edit: {
      life: { Component: '/views/Mandate/index#Mandate', path: '/life', tab: tab('/life', 'mandateLife') },
    } } },
  },
  hooks: { beforeOperation: [lockInstructionsFirst], beforeValidate: [keepMandateSound], beforeDelete: [keepUsedMandate] },
  endpoints: [changeMandateEndpoint, endMandateEndpoint, blockMandateEndpoint, unblockMandateEndpoint],
  fields: [
    {
      name: 'reference', type: 'text', required: true, validate: validateMandateReference, label: { nl: 'Mandaatnummer', en: 'Mandate reference' },
      admin: { description: { nl: 'Leeg laten: Kring geeft een nummer.', en: 'Leave empty: Kring gives a number.' } },
    },
    { name: 'creditor', type: 'relationship', relationTo: 'creditors', required: true, index: true, label: { nl: 'Incassant', en: 'Creditor' } },
    { name: 'debtor', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Betaler', en: 'Debtor' } },
    choice('type', { recurring: { nl: 'Doorlopend', en: 'Recurring' }, oneOff: { nl: 'Eenmalig', en: 'One-off' } }, { required: true, defaultValue: 'recurring', label: { nl: 'Soort', en: 'Type' } }),
    { name: 'iban', type: 'text', required: true, validate: validateIban, label: 'IBAN' },
    { name: 'accountHolder', type: 'text', required: true, validate: validateSepaName, label: { nl: 'Rekeninghouder', en: 'Account holder' } },
    dateOnly('signedOn', { required: true, label: { nl: 'Getekend op', en: 'Signed on' } }),
    { name: 'place', type: 'text', maxLength: 70, label: { nl: 'Getekend te', en: 'Signed at' } },
    choice('channel', { paper: { nl: 'Op papier', en: 'On paper' }, online: { nl: 'Online', en: 'Online' }, eMandate: { nl: 'Digitaal Incassomachtigen', en: 'E-mandate through the bank' } },
      { required: true, defaultValue: 'paper', label: { nl: 'Gegeven', en: 'Given' } }),
    { name: 'keptAt', type: 'text', maxLength: 200, label: { nl: 'Waar het bewijs ligt', en: 'Where the proof is kept' } },
    choice('status', { active: { nl: 'Actief', en: 'Active' }, blocked: { nl: 'Geblokkeerd', en: 'Blocked' }, terminated: { nl: 'Beëindigd', en: 'Terminated' } }, { required: true, defaultValue: 'active' }),
    { name: 'blockReason', type: 'text', maxLength: 200, label: { nl: 'Waarom geblokkeerd', en: 'Why blocked' }, admin: { condition: (data: { status?: string }) => data.status === 'blocked' } },
    dateOnly('endedOn', { label: { nl: 'Beëindigd op', en: 'Ended on' }, admin: { condition: isEnded } }),
    { name: 'endReason', type: 'text', maxLength: 200, label: { nl: 'Waarom beëindigd', en: 'Why it ended' }, admin: { condition: isEnded } },
    readOnly({ name: 'returnPoints', type: 'number', required: true, defaultValue: 0, label: { nl: 'Stornopunten', en: 'Return points' } }),
  ],
})
