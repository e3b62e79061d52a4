import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { validateCreditorId } from '../../hooks/finance/validateCreditorId'
import { validateIban } from '../../hooks/finance/validateIban'
import { validateSepaName } from '../../hooks/finance/validateSepaName'

/** The contract with the bank under which debits are collected, with its limits (incassanten). */
export const Creditors = defineCollection({
  slug: 'creditors',
  group: 'finance',
  names: { nl: ['Incassant', 'Incassanten'], en: ['Creditor', 'Creditors'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'creditorId', 'iban', 'batchMaxCount', 'batchMaxAmountCents'] },
  fields: [
    { name: 'title', type: 'text', required: true, label: { nl: 'Omschrijving', en: 'Title' } },
    { name: 'name', type: 'text', required: true, validate: validateSepaName, label: { nl: 'Naam op het afschrift', en: 'Name on the statement' } },
    { name: 'creditorId', type: 'text', required: true, validate: validateCreditorId, label: { nl: 'Incassant-ID', en: 'Creditor identifier' } },
    { name: 'iban', type: 'text', required: true, unique: true, validate: validateIban, label: 'IBAN' },
    { name: 'bic', type: 'text', maxLength: 11, label: 'BIC' },
    { name: 'deliveryLeadDays', type: 'number', required: true, defaultValue: 2, min: 1, max: 10, label: { nl: 'Aanlevertermijn (bankwerkdagen)', en: 'Delivery lead (banking days)' } },
    { name: 'batchMaxCount', type: 'number', min: 1, label: { nl: 'Hoogste aantal per batch', en: 'Most instructions a batch' } },
    amount('batchMaxAmountCents', { label: { nl: 'Hoogste bedrag per batch', en: 'Highest amount a batch' } }),
  ],
})
