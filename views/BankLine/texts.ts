import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    gone: 'Deze bankregel bestaat niet.', amount: 'Bedrag', bookingDate: 'Boekdatum', valueDate: 'Valutadatum', toWork: 'Naar Bank verwerken', byHand: 'Iemand draaide de boeking terug: deze regel wordt niet meer vanzelf geboekt.',
    twin: 'Lijkt op een regel uit {file}', bookings: 'Waar het geld heen ging', notBooked: 'Nog niet geboekt.', bookedAs: 'Geboekt als', why: 'Waaraan herkend', by: 'Door', undone: 'Teruggedraaid', undoneBy: 'Teruggedraaid door {name}',
    money: 'Betalingen en donaties', what: 'Wat', who: 'Van wie', debit: 'incasso', payments: 'Betaling van factuur {about}', paymentsBack: 'Terugboeking op factuur {about}', donations: 'Donatie aan {about}', donationsBack: 'Terugboeking van een donatie aan {about}',
    more: '{count|Nog 1|Nog #}: die staan bij de batch.', details: 'Specificatie van de bank', told: 'Wat de bank vertelde',
    counterName: 'Tegenpartij', counterIban: 'Tegenrekening', description: 'Omschrijving', returnReason: 'Reden van de storno', endToEndId: 'Kenmerk', mandateReference: 'Mandaatnummer', paymentInformationId: 'Kenmerk van de batchgroep (PmtInfId)',
    messageId: 'Kenmerk van het incassobestand', bankReference: 'Kenmerk van de bank', transactionCode: 'Soort mutatie',
    amountAndDate: 'Enige batch met dit bedrag rond deze dag', mandateAndAmount: 'Enige incasso van dit bedrag onder deze machtiging', invoiceNumber: 'Factuurnummer en precies het open bedrag', paymentReference: 'Betalingskenmerk',
    fundText: 'Tekst van het fonds', payoutReference: 'Kenmerk van de uitbetaling', person: 'Door een medewerker',
    undo: 'Boeking terugdraaien', undoAsk: 'Alles wat hiervan geboekt is, wordt precies teruggenomen met tegenboekingen. De regel staat daarna weer open en wordt niet meer vanzelf geboekt.', undoSure: 'Ja, draai terug', cancel: 'Annuleer', busy: 'Bezig…',
    undoDone: 'Teruggedraaid. De regel staat weer open.', failed: 'Dat lukte niet. Ververs de pagina en probeer het opnieuw.',
  },
  en: {
    gone: 'This bank line does not exist.', amount: 'Amount', bookingDate: 'Booking date', valueDate: 'Value date', toWork: 'To Process the bank', byHand: 'Somebody undid the booking: this line is not booked by itself any more.',
    twin: 'Looks like a line of {file}', bookings: 'Where the money went', notBooked: 'Not booked yet.', bookedAs: 'Booked as', why: 'Recognised by', by: 'By', undone: 'Undone', undoneBy: 'Undone by {name}',
    money: 'Payments and donations', what: 'What', who: 'From whom', debit: 'debit', payments: 'Payment of invoice {about}', paymentsBack: 'Taken back from invoice {about}', donations: 'Donation to {about}', donationsBack: 'Taken back from a donation to {about}',
    more: '{count|1 more|# more}: those are with the batch.', details: 'Details of the bank', told: 'What the bank told',
    counterName: 'Counterparty', counterIban: 'Counter account', description: 'Description', returnReason: 'Reason of the return', endToEndId: 'End-to-end id', mandateReference: 'Mandate reference', paymentInformationId: 'Reference of the batch group (PmtInfId)',
    messageId: 'Reference of the debit file', bankReference: 'Reference of the bank', transactionCode: 'Transaction code',
    amountAndDate: 'The only batch of this amount around this day', mandateAndAmount: 'The only debit of this amount under this mandate', invoiceNumber: 'Invoice number and exactly what is open', paymentReference: 'Payment reference',
    fundText: 'Text of the fund', payoutReference: 'Reference of the payout', person: 'By staff',
    undo: 'Undo this booking', undoAsk: 'All that was booked of it is taken back exactly with counter entries. Then the line is open again and is not booked by itself any more.', undoSure: 'Yes, undo it', cancel: 'Cancel', busy: 'Busy…',
    undoDone: 'Undone. The line is open again.', failed: 'That did not work. Refresh the page and try again.',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>
