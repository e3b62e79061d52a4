import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { json } from '../fields/json'
import { completeCustomField, keepCustomFieldFixed } from '../../hooks/crm/keepCustomField'
import { validateCustomKey, validateCustomOptions } from '../../hooks/crm/validateCustomField'

/** Facts about relations that an organisation adds itself (vrije velden). Their values stand in `relations.customFields`, by key. */
export const CustomFields = defineCollection({
  slug: 'custom-fields',
  group: 'crm',
  names: { nl: ['Vrij veld', 'Vrije velden'], en: ['Custom field', 'Custom fields'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'key', 'type'] },
  hooks: { beforeValidate: [completeCustomField], beforeChange: [keepCustomFieldFixed] },
  fields: [
    { name: 'title', type: 'text', required: true, unique: true, maxLength: 60, label: { nl: 'Naam', en: 'Title' } },
    {
      name: 'key', type: 'text', required: true, unique: true, maxLength: 40, validate: validateCustomKey, label: { nl: 'Sleutel', en: 'Key' },
      admin: { description: { nl: 'Laat leeg om hem van de naam te maken. Daarna verandert hij niet meer.', en: 'Leave empty to have it made from the title. It never changes afterwards.' } },
    },
    choice('type', {
      text: { nl: 'Tekst', en: 'Text' },
      number: { nl: 'Getal', en: 'Number' },
      date: { nl: 'Datum', en: 'Date' },
      yesNo: { nl: 'Ja of nee', en: 'Yes or no' },
    }, { required: true, defaultValue: 'text', label: { nl: 'Soort', en: 'Type' } }),
    json('options', { validate: validateCustomOptions, label: { nl: 'Keuzes', en: 'Options' } }),
  ],
})
