import type { ServerProps } from 'payload'
import { languageOf } from '../../src/i18n/text'
import { Empty } from '../parts/Empty'

const texts = {
  nl: 'Nog geen grootboekrekeningen. Je gebruikt ze bij Bank verwerken voor wat geen betaling van een factuur en geen gift is: bankkosten, kosten van storno’s, rente. Maak er een paar, met de codes van je boekhouding; kies er daarna een bij je incassant voor de kosten van de bank.',
  en: 'No ledger accounts yet. You use them at Process the bank for what is no payment of an invoice and no gift: bank charges, costs of returns, interest. Make a few, with the codes of your bookkeeping; then choose one with your creditor for the charges of the bank.',
} as const

/** Above a list of ledger accounts that is empty: what they are for. */
export const LedgerIntro = async ({ payload, i18n }: ServerProps) => {
  const { totalDocs } = await payload.count({ collection: 'ledger-accounts' })
  return totalDocs > 0 ? null : <Empty>{texts[languageOf(i18n.language)]}</Empty>
}
