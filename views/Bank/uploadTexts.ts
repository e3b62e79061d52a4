import type { Language } from '../../src/i18n/text'

export const uploadTexts = {
  nl: {
    choose: 'Bankbestanden inlezen', busy: 'Bezig met inlezen…', hint: 'Afschriften (camt.053, MT940), specificaties (camt.054) en statusberichten (pain.002), ook meer tegelijk of in een zip. Slepen mag ook.',
    failed: 'Het bestand kon niet worden ingelezen. Probeer het opnieuw; er is niets half gebeurd.', waiting: '{name}: wacht op zijn beurt.', reading: '{name}: regels lezen…', matching: '{name}: regels herkennen…',
    done: '{lines|1 regel|# regels} ingelezen: {batchTotals|1 batch|# batches}, {returns|1 storno|# storno’s}, {payouts|1 uitbetaling|# uitbetalingen}, {invoicePayments|1 betaling|# betalingen} en {donations|1 donatie|# donaties} herkend.',
    doneDetails: '{details|1 specificatie|# specificaties} ingelezen: {batchTotals|1 batch|# batches} en {returns|1 storno|# storno’s} ermee herkend.', known: '{known|1 regel was|# regels waren} er al en {known|is|zijn} overgeslagen.', see: 'Bekijk {iban}', seeFile: 'Bekijk het bestand',
    unbalanced: 'wacht op bevestiging: sluit niet', gap: 'wacht op bevestiging: sluit niet aan op het vorige afschrift',
    report: 'Statusbericht ingelezen: de bank weigerde {refused|1 opdracht|# opdrachten}.', reportNone: 'Statusbericht ingelezen: de bank weigerde niets.', reportWhole: 'De bank weigerde het hele incassobestand: alle opdrachten staan weer klaar bij Te incasseren.',
    reportKnown: 'Dit statusbericht was al ingelezen. Er is niets veranderd.', reportConflicts: '{conflicts|1 melding past|# meldingen passen} niet bij wat hier bekend is: kijk in de batch.', seeBatch: 'Bekijk de batch',
  },
  en: {
    choose: 'Read bank files', busy: 'Reading…', hint: 'Statements (camt.053, MT940), notifications (camt.054) and status reports (pain.002), several at once or in a zip. You may drag them here.',
    failed: 'The file could not be read. Try again; nothing was done by half.', waiting: '{name}: waits for its turn.', reading: '{name}: reading lines…', matching: '{name}: recognising lines…',
    done: '{lines|1 line|# lines} read: recognised {batchTotals|1 batch|# batches}, {returns|1 return|# returns}, {payouts|1 payout|# payouts}, {invoicePayments|1 payment|# payments} and {donations|1 donation|# donations}.',
    doneDetails: '{details|1 detail|# details} read: recognised {batchTotals|1 batch|# batches} and {returns|1 return|# returns} by them.', known: '{known|1 line was|# lines were} here already and {known|was|were} passed over.', see: 'See {iban}', seeFile: 'See the file',
    unbalanced: 'waits for confirmation: does not balance', gap: 'waits for confirmation: does not follow on from the statement before it',
    report: 'Status report read: the bank refused {refused|1 debit|# debits}.', reportNone: 'Status report read: the bank refused nothing.', reportWhole: 'The bank refused the whole file: all debits are at To collect again.',
    reportKnown: 'This status report was read before. Nothing changed.', reportConflicts: '{conflicts|1 message does|# messages do} not fit what is known here: look in the batch.', seeBatch: 'See the batch',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>
