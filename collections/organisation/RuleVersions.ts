import { defineCollection } from '../defineCollection'
import { dateOnly } from '../fields/dateOnly'
import { readOnly } from '../fields/readOnly'
import { rule } from '../fields/rule'
import { followOn, letRunOn, refuseCountedVersion, reopenVersionBefore } from '../../hooks/organisation/chainRuleVersions'
import { keepRulePast } from '../../hooks/organisation/keepRulePast'
import { keepRuleSound } from '../../hooks/organisation/keepRuleSound'
import { validateRule } from '../../hooks/organisation/validateRule'

/** A rule of a type, of an organ, or of a type at an organ, with the days on which it counts (regels). */
export const RuleVersions = defineCollection({
  slug: 'rule-versions',
  group: 'organisation',
  names: { nl: ['Regel', 'Regels'], en: ['Rule', 'Rules'] },
  defaultSort: '-validFrom',
  admin: { useAsTitle: 'sentence', defaultColumns: ['sentence', 'membershipType', 'organ', 'validFrom', 'validTo'] },
  hooks: { beforeChange: [keepRulePast, keepRuleSound, followOn], afterChange: [letRunOn], beforeDelete: [refuseCountedVersion], afterDelete: [reopenVersionBefore] },
  fields: [
    { name: 'membershipType', type: 'relationship', relationTo: 'membership-types', index: true, label: { nl: 'Lidmaatschapstype', en: 'Membership type' } },
    { name: 'organ', type: 'relationship', relationTo: 'organs', index: true, label: { nl: 'Orgaan', en: 'Organ' } },
    readOnly({ name: 'sentence', type: 'text', label: { nl: 'In woorden', en: 'In words' }, admin: { condition: () => false } }),
    rule('criteria', { required: true, label: { nl: 'Voorwaarden', en: 'Criteria' }, validate: validateRule }),
    dateOnly('validFrom', { required: true, label: { nl: 'Geldig vanaf', en: 'Valid from' } }),
    dateOnly('validTo', { label: { nl: 'Geldig tot', en: 'Valid to' } }),
  ],
})
