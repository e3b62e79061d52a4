import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'

/** What a bank's reason code means here, and what follows from it (stornoredenen). */
export const ReturnReasons = defineCollection({
  slug: 'return-reasons',
  group: 'finance',
  names: { nl: ['Stornoreden', 'Stornoredenen'], en: ['Return reason', 'Return reasons'] },
  defaultSort: 'code',
  admin: { useAsTitle: 'code', defaultColumns: ['code', 'title', 'points', 'mayRetry', 'mandateEffect', 'task'], listSearchableFields: ['code', 'title'] },
  fields: [
    { name: 'code', type: 'text', required: true, unique: true, maxLength: 4, label: 'Code' },
    { name: 'title', type: 'text', required: true, label: { nl: 'Betekenis', en: 'Meaning' } },
    { name: 'points', type: 'number', required: true, defaultValue: 0, min: 0, max: 100, label: { nl: 'Stornopunten', en: 'Return points' } },
    { name: 'mayRetry', type: 'checkbox', required: true, defaultValue: false, label: { nl: 'Nog eens proberen mag', en: 'May be tried again' } },
    choice('mandateEffect', { keep: { nl: 'Blijft', en: 'Stays' }, block: { nl: 'Geblokkeerd', en: 'Blocked' }, terminate: { nl: 'Beëindigd', en: 'Terminated' } },
      { required: true, defaultValue: 'keep', label: { nl: 'De machtiging wordt', en: 'The mandate is' } }),
    choice('task', {
      none: { nl: 'Niets', en: 'Nothing' }, askIban: { nl: 'Naar een IBAN vragen', en: 'Ask for an IBAN' }, contact: { nl: 'Contact opnemen', en: 'Get in touch' }, remind: { nl: 'Herinneren', en: 'Remind' },
      internal: { nl: 'Zelf nakijken', en: 'Look into it' }, newMandate: { nl: 'Nieuwe machtiging vragen', en: 'Ask for a new mandate' }, stopMailings: { nl: 'Mailings stoppen', en: 'Stop mailings' },
    }, { required: true, defaultValue: 'none', label: { nl: 'Wat te doen', en: 'What to do' } }),
  ],
})
