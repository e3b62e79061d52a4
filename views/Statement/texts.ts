import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    gone: 'Dit bankafschrift bestaat niet.', opening: 'Beginsaldo', closing: 'Eindsaldo', lines: 'Regels', open: 'Nog te verwerken', none: 'Dit afschrift heeft geen regels.',
    unbalanced: 'Het beginsaldo en de regels komen samen niet uit op het eindsaldo. Download het afschrift opnieuw bij de bank en vergelijk het.',
    date: 'Boekdatum', counterparty: 'Tegenpartij', description: 'Omschrijving', amount: 'Bedrag', status: 'Status', became: 'Wat het is',
    batchTotal: 'Totaal van', return: 'Storno', invoicePayment: 'Betaling van', donation: 'Donatie', see: 'Bekijk de donatie',
    missing: 'Er ontbreekt {difference}: bekijk de batch en markeer wat de bank weigerde.', tooMuch: '{difference} meer dan verwacht: vraag het na bij de bank.',
    openDebit: 'Geen opdracht van Kring herkend.', openCredit: 'Geen factuur, batch of fonds herkend.',
  },
  en: {
    gone: 'This bank statement does not exist.', opening: 'Opening balance', closing: 'Closing balance', lines: 'Lines', open: 'Still to process', none: 'This statement has no lines.',
    unbalanced: 'The opening balance and the lines do not add up to the closing balance. Download the statement from the bank again and compare.',
    date: 'Booking date', counterparty: 'Counterparty', description: 'Description', amount: 'Amount', status: 'Status', became: 'What it is',
    batchTotal: 'Total of', return: 'Return', invoicePayment: 'Payment of', donation: 'Donation', see: 'See the donation',
    missing: '{difference} is missing: see the batch and mark what the bank refused.', tooMuch: '{difference} more than expected: ask the bank.',
    openDebit: 'No instruction of Kring recognised.', openCredit: 'No invoice, batch or fund recognised.',
  },
} as const satisfies Record<Language, Record<string, string>>
