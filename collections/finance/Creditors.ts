import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { tab } from '../tab'
import { keepCreditorSound } from '../../hooks/finance/keepCreditorSound'
import { validateCreditorId } from '../../hooks/finance/validateCreditorId'
import { validateCutOff } from '../../hooks/finance/validateCutOff'
import { validateIban } from '../../hooks/finance/validateIban'
import { validateSepaName } from '../../hooks/finance/validateSepaName'

const noLimit = { nl: 'Leeg: geen grens.', en: 'Empty: no limit.' }
const asTheBank = { nl: 'Leeg: zoals gebruikelijk bij de bank.', en: 'Empty: as is usual at the bank.' }

/** The contract with the bank under which debits are collected, with its limits and the ways of that bank (incassanten). */
export const Creditors = defineCollection({
  slug: 'creditors',
  group: 'finance',
  names: { nl: ['Incassant', 'Incassanten'], en: ['Creditor', 'Creditors'] },
  defaultSort: 'title',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'creditorId', 'iban', 'bank', 'isActive'],
    listSearchableFields: ['title', 'creditorId', 'iban'],
    components: { views: { edit: {
      bank: { Component: '/views/Creditor/index#Creditor', path: '/bank', tab: tab('/bank', 'creditorBank') },
    } } },
  },
  hooks: { beforeValidate: [keepCreditorSound] },
  fields: [
    { name: 'title', type: 'text', required: true, label: { nl: 'Omschrijving', en: 'Title' } },
    { name: 'name', type: 'text', required: true, validate: validateSepaName, label: { nl: 'Naam op het afschrift', en: 'Name on the statement' } },
    { name: 'creditorId', type: 'text', required: true, validate: validateCreditorId, label: { nl: 'Incassant-ID', en: 'Creditor identifier' } },
    { name: 'iban', type: 'text', required: true, unique: true, validate: validateIban, label: 'IBAN' },
    { name: 'bic', type: 'text', maxLength: 11, label: 'BIC' },
    choice('bank', {
      ing: { nl: 'ING', en: 'ING' }, rabobank: { nl: 'Rabobank', en: 'Rabobank' }, abnAmro: { nl: 'ABN AMRO', en: 'ABN AMRO' }, other: { nl: 'Andere bank', en: 'Another bank' },
    }, { required: true, defaultValue: 'other', label: 'Bank' }),
    { name: 'isActive', type: 'checkbox', required: true, defaultValue: true, label: { nl: 'In gebruik', en: 'In use' } },
    {
      type: 'collapsible', label: { nl: 'Grenzen uit het contract', en: 'Limits of the contract' }, admin: { description: noLimit }, fields: [
        amount('instructionMaxAmountCents', { label: { nl: 'Hoogste bedrag per incasso', en: 'Highest amount of one debit' } }),
        { name: 'batchMaxCount', type: 'number', min: 1, label: { nl: 'Hoogste aantal per batch', en: 'Most debits in a batch' } },
        amount('batchMaxAmountCents', { label: { nl: 'Hoogste bedrag per batch', en: 'Highest amount of a batch' } }),
        { name: 'dayMaxCount', type: 'number', min: 1, label: { nl: 'Hoogste aantal per incassodag', en: 'Most debits on a collection day' } },
        amount('dayMaxAmountCents', { label: { nl: 'Hoogste bedrag per incassodag', en: 'Highest amount on a collection day' } }),
        { name: 'monthMaxCount', type: 'number', min: 1, label: { nl: 'Hoogste aantal per kalendermaand', en: 'Most debits in a calendar month' } },
        amount('monthMaxAmountCents', { label: { nl: 'Hoogste bedrag per kalendermaand', en: 'Highest amount in a calendar month' } }),
      ],
    },
    {
      type: 'collapsible', label: { nl: 'Aanleveren', en: 'Delivery' }, admin: { description: asTheBank, initCollapsed: true }, fields: [
        { name: 'deliveryLeadDays', type: 'number', min: 1, max: 10, label: { nl: 'Aanlevertermijn (bankwerkdagen)', en: 'Delivery lead (banking days)' } },
        { name: 'cutOffTime', type: 'text', validate: validateCutOff, label: { nl: 'Uiterste tijd op de dag van aanleveren (uu:mm)', en: 'Cut-off time on the day of delivery (hh:mm)' } },
        choice('messageVersion', { v08: { nl: 'pain.008.001.08', en: 'pain.008.001.08' }, v02: { nl: 'pain.008.001.02', en: 'pain.008.001.02' } }, { label: { nl: 'Bestandsversie', en: 'Version of the file' } }),
        choice('groupsPerFile', { several: { nl: 'Meer batches in één bestand', en: 'Several batches in a file' }, one: { nl: 'Eén batch per bestand', en: 'One batch a file' } }, { label: { nl: 'Batches per bestand', en: 'Batches a file' } }),
        { name: 'fileMaxCount', type: 'number', min: 1, max: 200_000, label: { nl: 'Hoogste aantal per bestand', en: 'Most debits in a file' } },
        choice('originalAccount', { withheld: { nl: 'Alleen melden dat de rekening nieuw is', en: 'Only say that the account is new' }, told: { nl: 'Ook de oude rekening noemen', en: 'Name the old account as well' } }, { label: { nl: 'Bij een nieuwe rekening', en: 'After a change of account' } }),
      ],
    },
    {
      type: 'collapsible', label: { nl: 'Aankondigen en storno’s', en: 'Notices and returns' }, fields: [
        { name: 'preNotificationDays', type: 'number', required: true, defaultValue: 14, min: 1, max: 60, label: { nl: 'Aankondigen, dagen vooraf', en: 'Announce, days ahead' } },
        { name: 'autoStopPoints', type: 'number', min: 1, max: 100, label: { nl: 'Machtiging stopt bij stornopunten', en: 'Mandate stops at return points' }, admin: { description: { nl: 'Leeg: stopt nooit vanzelf.', en: 'Empty: never stops by itself.' } } },
        { name: 'chargesAccount', type: 'relationship', relationTo: 'ledger-accounts', label: { nl: 'Kosten van de bank naar', en: 'Charges of the bank to' } },
        { name: 'autoStopsPledges', type: 'checkbox', defaultValue: false, label: { nl: 'De toezegging stopt dan ook', en: 'The pledge stops as well' } },
      ],
    },
  ],
})
