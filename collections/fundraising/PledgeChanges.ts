import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { dateOnly } from '../fields/dateOnly'
import { keepPledgeChangeCounted } from '../../hooks/fundraising/keepPledgeChangeCounted'
import { keepPledgeChangeSound } from '../../hooks/fundraising/keepPledgeChangeSound'

/** Another amount of a pledge from a day on; what falls due before keeps the amount that it had (wijzigingen van toezeggingen). */
export const PledgeChanges = defineCollection({
  slug: 'pledge-changes',
  group: 'fundraising',
  names: { nl: ['Wijziging van een toezegging', 'Wijzigingen van toezeggingen'], en: ['Change of a pledge', 'Changes of pledges'] },
  defaultSort: '-fromDate',
  admin: { defaultColumns: ['fromDate', 'pledge', 'amountCents', 'note'] },
  hooks: { beforeChange: [keepPledgeChangeSound], beforeDelete: [keepPledgeChangeCounted] },
  fields: [
    { name: 'pledge', type: 'relationship', relationTo: 'pledges', required: true, index: true, label: { nl: 'Toezegging', en: 'Pledge' } },
    dateOnly('fromDate', { required: true, label: { nl: 'Vanaf', en: 'From' } }),
    amount('amountCents', { required: true, label: { nl: 'Nieuw bedrag per keer', en: 'New amount each time' } }),
    { name: 'note', type: 'text', maxLength: 200, label: { nl: 'Toelichting', en: 'Note' } },
  ],
})
