import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { json } from '../fields/json'

/** Who changed what, when. The database refuses to change or delete a row (wijzigingen). */
export const AuditLog = defineCollection({
  slug: 'audit-log',
  group: 'platform',
  names: { nl: ['Wijziging', 'Wijzigingen'], en: ['Change', 'Audit log'] },
  audited: false,
  defaultSort: '-at',
  admin: { defaultColumns: ['at', 'actor', 'subject', 'subjectId', 'action'] },
  fields: [
    { name: 'at', type: 'date', required: true, index: true, label: { nl: 'Moment', en: 'At' }, admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy HH:mm' } } },
    { name: 'actor', type: 'relationship', relationTo: 'users', label: { nl: 'Door', en: 'By' } },
    { name: 'subject', type: 'text', required: true, label: { nl: 'Soort', en: 'Subject' } },
    { name: 'subjectId', type: 'number', required: true, label: { nl: 'Record', en: 'Record' } },
    choice('action', { create: { nl: 'Toegevoegd', en: 'Created' }, update: { nl: 'Gewijzigd', en: 'Updated' }, delete: { nl: 'Verwijderd', en: 'Deleted' } }, { required: true, label: { nl: 'Wat', en: 'Action' } }),
    json('changes', { label: { nl: 'Wijzigingen', en: 'Changes' } }),
  ],
})

/** One row for each job and business day, so that a day runs once and a missed day is seen (taken). */
export const JobRuns = defineCollection({
  slug: 'job-runs',
  group: 'platform',
  names: { nl: ['Taak', 'Taken'], en: ['Job run', 'Job runs'] },
  audited: false,
  defaultSort: '-startedAt',
  admin: { defaultColumns: ['job', 'businessDate', 'status', 'startedAt', 'finishedAt', 'message'] },
  fields: [
    { name: 'job', type: 'text', required: true, label: { nl: 'Taak', en: 'Job' } },
    dateOnly('businessDate', { required: true, label: { nl: 'Voor dag', en: 'For day' } }),
    choice('status', { running: { nl: 'Bezig', en: 'Running' }, done: { nl: 'Klaar', en: 'Done' }, failed: { nl: 'Mislukt', en: 'Failed' } }, { required: true }),
    { name: 'startedAt', type: 'date', required: true, label: { nl: 'Begonnen', en: 'Started' }, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    { name: 'finishedAt', type: 'date', label: { nl: 'Klaar', en: 'Finished' }, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    json('result', { label: { nl: 'Uitkomst', en: 'Result' } }),
    { name: 'message', type: 'text', label: { nl: 'Melding', en: 'Message' } },
  ],
})

/** Every mail that left, or that is kept here because no mail server is set (e-mails). */
export const Mails = defineCollection({
  slug: 'mails',
  group: 'platform',
  names: { nl: ['E-mail', 'E-mails'], en: ['E-mail', 'E-mails'] },
  audited: false,
  defaultSort: '-createdAt',
  admin: { useAsTitle: 'subject', defaultColumns: ['createdAt', 'recipient', 'subject', 'status'], listSearchableFields: ['recipient', 'subject'] },
  fields: [
    { name: 'recipient', type: 'text', required: true, label: { nl: 'Aan', en: 'To' } },
    { name: 'subject', type: 'text', required: true, label: { nl: 'Onderwerp', en: 'Subject' } },
    { name: 'body', type: 'textarea', required: true, label: { nl: 'Tekst', en: 'Body' } },
    { name: 'invoice', type: 'relationship', relationTo: 'invoices', index: true, label: { nl: 'Met factuur', en: 'With invoice' } },
    choice('status', { queued: { nl: 'In de wachtrij', en: 'Queued' }, kept: { nl: 'Bewaard, niet verzonden', en: 'Kept, not sent' }, sent: { nl: 'Verzonden', en: 'Sent' }, failed: { nl: 'Niet te verzenden', en: 'Could not be sent' } }, { required: true }),
    { name: 'sentAt', type: 'date', label: { nl: 'Verzonden op', en: 'Sent at' }, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    { name: 'problem', type: 'text', label: { nl: 'Wat er misging', en: 'What went wrong' } },
  ],
})
