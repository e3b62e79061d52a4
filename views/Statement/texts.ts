import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    gone: 'Dit bankafschrift bestaat niet.', opening: 'Beginsaldo', closing: 'Eindsaldo', lines: 'Regels', open: 'Nog te verwerken', none: 'Dit afschrift heeft geen regels.',
    unbalanced: 'Het beginsaldo en de regels komen samen niet uit op het eindsaldo. Daarom is er nog niets van geboekt.',
    unbalancedCheck: 'Vergelijk de regels hieronder met het afschrift bij de bank: ontbreekt er een, importeer dan eerst een beter bestand van de bank (regels die er al zijn, worden overgeslagen) en bevestig daarna dit afschrift.',
    gap: 'Het beginsaldo is niet het eindsaldo van het vorige afschrift van deze rekening. Daarom is er nog niets van geboekt.',
    gapCheck: 'Waarschijnlijk ontbreekt er een afschrift: importeer dat, dan wordt dit vanzelf geboekt. Ontbreekt er niets, vergelijk dan het beginsaldo met de bank.',
    confirm: 'Bevestig dit afschrift', confirming: 'Na je bevestiging worden de regels herkend en geboekt, zoals bij elk ander afschrift. Dat kun je niet terugdraaien.',
    sure: 'Ja, boek dit afschrift', cancel: 'Annuleer', failed: 'Het afschrift kon niet worden bevestigd. Probeer het opnieuw.',
    confirmed: 'Bevestigd. Herkend: {batchTotals} batches, {returns} storno’s, {invoicePayments} betalingen en {donations} donaties.',
    confirmedBy: 'Sloot niet aan; bevestigd door {name} op {date}.', forFinance: 'Iemand van Financiën kan het bevestigen.',
    date: 'Boekdatum', counterparty: 'Tegenpartij', description: 'Omschrijving', amount: 'Bedrag', status: 'Status', became: 'Wat het is',
    batchTotal: 'Totaal van', return: 'Storno', invoicePayment: 'Betaling van', donation: 'Donatie', see: 'Bekijk de donatie',
    missing: 'Er ontbreekt {difference}: bekijk de batch en markeer wat de bank weigerde.', tooMuch: '{difference} meer dan verwacht: vraag het na bij de bank.',
    openDebit: 'Geen opdracht van Kring herkend.', openCredit: 'Geen factuur, batch of fonds herkend.',
  },
  en: {
    gone: 'This bank statement does not exist.', opening: 'Opening balance', closing: 'Closing balance', lines: 'Lines', open: 'Still to process', none: 'This statement has no lines.',
    unbalanced: 'The opening balance and the lines do not add up to the closing balance. Therefore nothing of it has been booked yet.',
    unbalancedCheck: 'Compare the lines below with the statement at the bank: when one is missing, import a better file of the bank first (lines that are here already are passed over) and then confirm this statement.',
    gap: 'The opening balance is not the closing balance of the statement of this account before it. Therefore nothing of it has been booked yet.',
    gapCheck: 'Probably a statement is missing: import it, and this one is booked by itself. When none is missing, compare the opening balance with the bank.',
    confirm: 'Confirm this statement', confirming: 'Once you confirm, the lines are recognised and booked as with any other statement. That cannot be undone.',
    sure: 'Yes, book this statement', cancel: 'Cancel', failed: 'The statement could not be confirmed. Try again.',
    confirmed: 'Confirmed. Recognised: {batchTotals} batches, {returns} returns, {invoicePayments} payments and {donations} donations.',
    confirmedBy: 'Did not add up; confirmed by {name} on {date}.', forFinance: 'Somebody of Finance can confirm it.',
    date: 'Booking date', counterparty: 'Counterparty', description: 'Description', amount: 'Amount', status: 'Status', became: 'What it is',
    batchTotal: 'Total of', return: 'Return', invoicePayment: 'Payment of', donation: 'Donation', see: 'See the donation',
    missing: '{difference} is missing: see the batch and mark what the bank refused.', tooMuch: '{difference} more than expected: ask the bank.',
    openDebit: 'No instruction of Kring recognised.', openCredit: 'No invoice, batch or fund recognised.',
  },
} as const satisfies Record<Language, Record<string, string>>
