import { defineCollection } from '../defineCollection'
import { readOnly } from '../fields/readOnly'
import { rule } from '../fields/rule'
import { keepListCounted } from '../../hooks/crm/keepListCounted'
import { keepListSound } from '../../hooks/crm/keepListSound'
import { keepListUsed } from '../../hooks/crm/keepListUsed'
import { validateRule } from '../../hooks/organisation/validateRule'
import { tab } from '../tab'

/** A saved rule over relations; who is on it follows from the rule, always (relatielijsten). */
export const RelationLists = defineCollection({
  slug: 'relation-lists',
  group: 'crm',
  names: { nl: ['Relatielijst', 'Relatielijsten'], en: ['Relation list', 'Relation lists'] },
  defaultSort: 'title',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'sentence'],
    components: { views: { edit: {
      members: { Component: '/views/ListMembers/index#ListMembers', path: '/relaties', tab: tab('/relaties', 'listMembers') },
    } } },
  },
  hooks: { beforeChange: [keepListSound, keepListCounted], beforeDelete: [keepListUsed] },
  fields: [
    { name: 'title', type: 'text', required: true, unique: true, maxLength: 140, label: { nl: 'Naam', en: 'Title' } },
    readOnly({ name: 'sentence', type: 'text', label: { nl: 'In woorden', en: 'In words' }, admin: { condition: () => false } }),
    rule('criteria', { required: true, validate: validateRule, label: { nl: 'Voorwaarden', en: 'Criteria' } }),
  ],
})
