import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Te incasseren', lead: 'Alles wat tot en met de gekozen dag bij de bank moet zijn. Maak er een batch van, download het bestand en lever het aan bij je bank.',
    creditor: 'Incassant', until: 'Aanleveren tot en met', show: 'Toon', count: 'Opdrachten', total: 'Totaalbedrag', latest: 'Uiterste aanleverdatum',
    nothing: 'Er is niets te incasseren tot en met deze dag. Kies een latere dag, of maak eerst facturen en opdrachten.', noCreditor: 'Er is nog geen incassant.', addCreditor: 'Voeg een incassant toe',
    makeInstructions: 'Maak facturen en opdrachten', busy: 'Bezig…', made: '{invoices} facturen en {created} opdrachten gemaakt, {cancelled} vervallen.',
    date: 'Incassodatum', debtor: 'Betaler', description: 'Omschrijving', delivery: 'Uiterlijk aanleveren', amount: 'Bedrag', late: 'te laat', selectAll: 'Alles kiezen',
    create: 'Maak batch van selectie', selectedIn: '{count} opdrachten, samen {total}', selected: '{count} gekozen, samen {total}', lateNotice: 'Voor {count} opdrachten is de uiterste aanleverdatum voorbij. De vroegste dag waarop ze nog geïncasseerd kunnen worden is {date}.',
    shift: 'Verplaats deze opdrachten naar die dag', created: 'Gemaakt: {count} batch(es). Download het bestand en lever het aan bij de bank.', download: 'Download {id}', open: 'Bekijk de batch', left: '{count} opdrachten bleven over:',
    nothingSelected: 'Kies minstens één opdracht.', failed: 'Dat lukte niet. Ververs de pagina en probeer het opnieuw.',
  },
  en: {
    title: 'To collect', lead: 'Everything that has to be at the bank by the chosen day. Make a batch of it, download the file and deliver it to your bank.',
    creditor: 'Creditor', until: 'Deliver until', show: 'Show', count: 'Instructions', total: 'Total', latest: 'Latest delivery date',
    nothing: 'There is nothing to collect until this day. Choose a later day, or make invoices and instructions first.', noCreditor: 'There is no creditor yet.', addCreditor: 'Add a creditor',
    makeInstructions: 'Make invoices and instructions', busy: 'Busy…', made: 'Made {invoices} invoices and {created} instructions, {cancelled} cancelled.',
    date: 'Collection date', debtor: 'Debtor', description: 'Description', delivery: 'Deliver by', amount: 'Amount', late: 'too late', selectAll: 'Select all',
    create: 'Make batch of selection', selectedIn: '{count} instructions, {total} together', selected: '{count} selected, {total} together', lateNotice: 'The latest delivery date of {count} instructions has passed. The earliest day on which they can still be collected is {date}.',
    shift: 'Move these instructions to that day', created: 'Made {count} batch(es). Download the file and deliver it to the bank.', download: 'Download {id}', open: 'See the batch', left: '{count} instructions were left:',
    nothingSelected: 'Select at least one instruction.', failed: 'That did not work. Refresh the page and try again.',
  },
} as const satisfies Record<Language, Record<string, string>>
