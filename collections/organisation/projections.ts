import { defineCollection } from '../defineCollection'
import { dateOnly } from '../fields/dateOnly'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { leaveTheWall, readBehindTheWall } from '../../hooks/organisation/readBehindTheWall'

/*
 * What a representative may see, and nothing beside it. Each is a SQL view with just these columns, filtered in the
 * database on the organs of the person who asks (migration `representatives`).
 */
const projection = {
  group: 'organisation',
  audited: false,
  timestamps: false,
  lockDocuments: false,
} as const
const behindTheWall = { beforeOperation: [readBehindTheWall], afterOperation: [leaveTheWall] }

/** The present members of the organs that the reader represents. */
export const Members = defineCollection({
  ...projection,
  slug: 'members',
  names: { nl: ['Lid', 'Leden'], en: ['Member', 'Members'] },
  defaultSort: 'sortName',
  hooks: behindTheWall,
  admin: { hidden: true, useAsTitle: 'name' },
  fields: [
    { name: 'organId', type: 'number', required: true },
    { name: 'name', type: 'text', required: true },
    { name: 'sortName', type: 'text', required: true },
    { name: 'town', type: 'text' },
    { name: 'membershipType', type: 'text', required: true },
    dateOnly('startDate', { required: true }),
  ],
})

/** Who joined and left the organs that the reader represents. */
export const MemberMutations = defineCollection({
  ...projection,
  slug: 'member-mutations',
  names: { nl: ['Ledenmutatie', 'Ledenmutaties'], en: ['Member mutation', 'Member mutations'] },
  defaultSort: '-date',
  hooks: behindTheWall,
  admin: { hidden: true },
  fields: [
    { name: 'organId', type: 'number', required: true },
    dateOnly('date', { required: true }),
    choice('kind', { joined: { nl: 'Erbij', en: 'Joined' }, left: { nl: 'Eraf', en: 'Left' }, corrected: { nl: 'Correctie', en: 'Corrected' } }, { required: true }),
    { name: 'name', type: 'text', required: true },
    { name: 'membershipType', type: 'text', required: true },
    { name: 'reason', type: 'text', required: true },
  ],
})

/** Donations to the fund of an organ that the reader represents with the right to see the fund. */
export const OrganDonations = defineCollection({
  ...projection,
  slug: 'organ-donations',
  names: { nl: ['Donatie aan het fonds', 'Donaties aan het fonds'], en: ['Donation to the fund', 'Donations to the fund'] },
  defaultSort: '-receivedOn',
  hooks: behindTheWall,
  admin: { hidden: true },
  fields: [
    { name: 'organId', type: 'number', required: true },
    dateOnly('receivedOn', { required: true }),
    { name: 'donorName', type: 'text' },
    amount('amountCents', { required: true, positive: false }),
  ],
})

/** Pledges to the fund of an organ that the reader represents with the right to see the fund. */
export const OrganPledges = defineCollection({
  ...projection,
  slug: 'organ-pledges',
  names: { nl: ['Toezegging aan het fonds', 'Toezeggingen aan het fonds'], en: ['Pledge to the fund', 'Pledges to the fund'] },
  defaultSort: '-startDate',
  hooks: behindTheWall,
  admin: { hidden: true },
  fields: [
    { name: 'organId', type: 'number', required: true },
    { name: 'donorName', type: 'text' },
    amount('amountCents', { required: true }),
    { name: 'frequency', type: 'text', required: true },
    dateOnly('startDate', { required: true }),
    dateOnly('endDate'),
  ],
})
