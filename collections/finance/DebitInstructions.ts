import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { dueInstructionsEndpoint, moveInstructionsEndpoint } from '../../src/endpoints/dueInstructionsEndpoints'
import { generateInstructionsEndpoint } from '../../src/endpoints/generateInstructionsEndpoint'
import { retryInstructionEndpoint } from '../../src/endpoints/retryInstructionEndpoint'
import { previewRetriesEndpoint, retryInstructionsEndpoint } from '../../src/endpoints/retryInstructionsEndpoints'
import { refuseInstructionEndpoint, undoRefusalEndpoint } from '../../src/endpoints/refuseInstructionEndpoint'
import { refuseInstructionsEndpoint, undoRefusalsEndpoint } from '../../src/endpoints/refuseInstructionsEndpoints'

/** One debit of one instalment: planned, batched, submitted, collected, and perhaps returned (incasso-opdrachten). */
export const DebitInstructions = defineCollection({
  slug: 'debit-instructions',
  group: 'finance',
  names: { nl: ['Incasso-opdracht', 'Incasso-opdrachten'], en: ['Debit instruction', 'Debit instructions'] },
  audited: false,
  defaultSort: '-collectionDate',
  admin: {
    useAsTitle: 'endToEndId',
    defaultColumns: ['collectionDate', 'debtor', 'amountCents', 'status', 'description', 'batch', 'returnReason'],
    listSearchableFields: ['endToEndId', 'description', 'mandateReference'],
  },
  endpoints: [dueInstructionsEndpoint, moveInstructionsEndpoint, generateInstructionsEndpoint, refuseInstructionEndpoint, undoRefusalEndpoint, refuseInstructionsEndpoint, undoRefusalsEndpoint, retryInstructionEndpoint, retryInstructionsEndpoint, previewRetriesEndpoint],
  fields: [
    { name: 'endToEndId', type: 'text', required: true, unique: true, label: { nl: 'Kenmerk (EndToEndId)', en: 'End-to-end id' } },
    { name: 'creditor', type: 'relationship', relationTo: 'creditors', required: true, label: { nl: 'Incassant', en: 'Creditor' } },
    { name: 'mandate', type: 'relationship', relationTo: 'mandates', required: true, index: true, label: { nl: 'Machtiging', en: 'Mandate' } },
    { name: 'debtor', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Betaler', en: 'Debtor' } },
    { name: 'pledge', type: 'relationship', relationTo: 'pledges', index: true, label: { nl: 'Toezegging', en: 'Pledge' } },
    { name: 'invoice', type: 'relationship', relationTo: 'invoices', index: true, label: { nl: 'Factuur', en: 'Invoice' } },
    { name: 'instalment', type: 'number', required: true, label: { nl: 'Termijn', en: 'Instalment' } },
    amount('amountCents', { required: true, label: { nl: 'Bedrag', en: 'Amount' } }),
    dateOnly('collectionDate', { required: true, label: { nl: 'Incassodatum', en: 'Collection date' } }),
    dateOnly('originalCollectionDate', { required: true, label: { nl: 'Oorspronkelijke incassodatum', en: 'Original collection date' } }),
    choice('sequenceType', { RCUR: { nl: 'Doorlopend', en: 'Recurring' }, OOFF: { nl: 'Eenmalig', en: 'One-off' } }, { required: true, label: { nl: 'Volgorde', en: 'Sequence type' } }),
    { name: 'description', type: 'text', required: true, label: { nl: 'Omschrijving', en: 'Description' } },
    choice('status', {
      planned: { nl: 'Gepland', en: 'Planned' },
      batched: { nl: 'In batch', en: 'Batched' },
      submitted: { nl: 'Bij de bank', en: 'At the bank' },
      collected: { nl: 'Geïncasseerd', en: 'Collected' },
      rejected: { nl: 'Geweigerd', en: 'Rejected' },
      returned: { nl: 'Gestorneerd', en: 'Returned' },
      cancelled: { nl: 'Vervallen', en: 'Cancelled' },
    }, { required: true, index: true }),
    choice('cancelReason', {
      mandateEnded: { nl: 'Machtiging beëindigd', en: 'Mandate ended' },
      debtorGone: { nl: 'Betaler overleden of gearchiveerd', en: 'Debtor deceased or archived' },
      pledgeEnded: { nl: 'Toezegging beëindigd', en: 'Pledge ended' },
      pledgeChanged: { nl: 'Toezegging gewijzigd', en: 'Pledge changed' },
      invoicePaid: { nl: 'Op een andere manier betaald of gecrediteerd', en: 'Paid another way or credited' },
      mandateChanged: { nl: 'Andere machtiging', en: 'Another mandate' },
    }, { label: { nl: 'Waarom vervallen', en: 'Why cancelled' } }),
    { name: 'debtorIban', type: 'text', label: { nl: 'Rekening van de betaler', en: 'Debtor account' } },
    { name: 'mandateReference', type: 'text', label: { nl: 'Mandaatnummer', en: 'Mandate reference' } },
    { name: 'formerIban', type: 'text', label: { nl: 'Meldt een nieuwe rekening, was', en: 'Tells of a new account, was' } },
    { name: 'formerReference', type: 'text', label: { nl: 'Meldt een nieuw mandaatnummer, was', en: 'Tells of a new reference, was' } },
    { name: 'batch', type: 'relationship', relationTo: 'debit-batches', index: true, label: { nl: 'Incassobatch', en: 'Debit batch' } },
    { name: 'group', type: 'relationship', relationTo: 'debit-batch-groups', index: true, label: { nl: 'Groep in de batch', en: 'Group in the batch' } },
    { name: 'returnReason', type: 'text', label: { nl: 'Reden', en: 'Reason' } },
    dateOnly('returnedOn', { label: { nl: 'Teruggekomen op', en: 'Came back on' } }),
    { name: 'retryOf', type: 'relationship', relationTo: 'debit-instructions', index: true, label: { nl: 'Nieuwe poging van', en: 'Retry of' } },
    { name: 'bankLines', type: 'ui', admin: { disableListColumn: true, components: { Field: '/views/fields/BankLinesField#BankLinesField' } } },
  ],
})
