import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { keepReminderStepSound } from '../../hooks/finance/keepReminderStepSound'
import { reminderLettersEndpoint, sendRemindersEndpoint } from '../../src/endpoints/remindersEndpoints'

const channels = { mail: { nl: 'E-mail', en: 'E-mail' }, letter: { nl: 'Brief', en: 'Letter' } } as const

/** One step in asking again for what is open: when, and with which words (herinneringsstappen). */
export const ReminderSteps = defineCollection({
  slug: 'reminder-steps',
  group: 'finance',
  names: { nl: ['Herinneringsstap', 'Herinneringsstappen'], en: ['Reminder step', 'Reminder steps'] },
  defaultSort: 'position',
  admin: { useAsTitle: 'title', defaultColumns: ['position', 'title', 'afterDays', 'channel', 'isActive'] },
  hooks: { beforeChange: [keepReminderStepSound] },
  fields: [
    { name: 'position', type: 'number', required: true, unique: true, min: 1, max: 20, label: { nl: 'Stap', en: 'Step' } },
    { name: 'title', type: 'text', required: true, label: { nl: 'Naam', en: 'Title' } },
    {
      name: 'afterDays', type: 'number', required: true, defaultValue: 14, min: 1, max: 365, label: { nl: 'Dagen na de vervaldatum of de vorige stap', en: 'Days after the due date or the step before' },
    },
    choice('channel', channels, { required: true, defaultValue: 'mail', label: { nl: 'Langs welke weg', en: 'Channel' } }),
    { name: 'subject', type: 'text', required: true, maxLength: 150, label: { nl: 'Onderwerp', en: 'Subject' } },
    { name: 'body', type: 'textarea', required: true, maxLength: 5_000, label: { nl: 'Tekst', en: 'Text' }, admin: { description: {
      nl: 'Deze woorden worden ingevuld: {naam} {nummer} {factuurdatum} {vervaldatum} {openstaand} {iban}.',
      en: 'These words are filled in: {naam} {nummer} {factuurdatum} {vervaldatum} {openstaand} {iban}.' } } },
    { name: 'isActive', type: 'checkbox', required: true, defaultValue: true, label: { nl: 'In gebruik', en: 'In use' } },
  ],
})

/** A reminder that went out: each step once for an invoice (herinneringen). */
export const Reminders = defineCollection({
  slug: 'reminders',
  group: 'finance',
  names: { nl: ['Herinnering', 'Herinneringen'], en: ['Reminder', 'Reminders'] },
  audited: false,
  defaultSort: '-sentOn',
  admin: { defaultColumns: ['sentOn', 'invoice', 'step', 'channel', 'openCents'] },
  endpoints: [sendRemindersEndpoint, reminderLettersEndpoint],
  fields: [
    { name: 'invoice', type: 'relationship', relationTo: 'invoices', required: true, index: true, label: { nl: 'Factuur', en: 'Invoice' } },
    { name: 'step', type: 'relationship', relationTo: 'reminder-steps', required: true, label: { nl: 'Stap', en: 'Step' } },
    dateOnly('sentOn', { required: true, label: { nl: 'Verstuurd op', en: 'Sent on' } }),
    choice('channel', channels, { required: true, label: { nl: 'Langs welke weg', en: 'Channel' } }),
    amount('openCents', { required: true, label: { nl: 'Toen openstaand', en: 'Open at the time' } }),
    { name: 'mail', type: 'relationship', relationTo: 'mails', label: { nl: 'E-mail', en: 'E-mail' } },
  ],
})
