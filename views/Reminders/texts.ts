import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Herinneringen', lead: 'Facturen die te lang openstaan en waarvoor geen incasso loopt, of alleen een die niet weg kan omdat de machtiging geblokkeerd of te lang niet gebruikt is. Iedereen krijgt de stap die nu aan de beurt is, met het bedrag dat op dat moment openstaat.',
    count: 'Te herinneren', total: 'Samen open', steps: 'Bekijk of verander de stappen', empty: 'Niemand hoeft nu herinnerd te worden.', noSteps: 'Er is nog geen herinneringsstap in gebruik.', addStep: 'Voeg een stap toe',
    awaiting: '{count|1 vervallen factuur heeft|# vervallen facturen hebben} een machtiging, maar nog geen incasso-opdracht. {count|Die wordt|Die worden} niet herinnerd.', toCollecting: 'Maak eerst de opdrachten',
    step: 'Stap', all: 'Alle stappen', search: 'Zoek op naam of factuurnummer', find: 'Toon', found: '{count} gevonden', sort: 'Volgorde', sortAmount: 'hoogste bedrag eerst', debtor: 'Wie betaalt', invoice: 'Factuur', due: 'Vervaldatum', last: 'Laatst herinnerd', channel: 'Hoe', open: 'Openstaand', mail: 'E-mail', letter: 'Brief', problemNoMailAddress: 'geen e-mailadres', problemDebtorGone: 'overleden of gearchiveerd',
    selectAll: 'Alles kiezen', selected: '{count} gekozen, samen {total}', send: 'Verstuur herinneringen', busy: 'Bezig…', nothingSelected: 'Kies minstens één factuur.', nobodyFound: 'Niemand gevonden. Zoek anders, of toon alle stappen.',
    mailed: '{count|1 herinnering staat|# herinneringen staan} klaar in de wachtrij van de e-mail.', letters: '{count|1 brief is|# brieven zijn} gemaakt.', printLetters: 'Open de brieven om af te drukken', printMore: 'Brieven {from} t/m {to}', left: '{count|1 kreeg|# kregen} niets:', settled: '{count|1 was|# waren} niet meer nodig: betaald, al herinnerd, of er loopt nu een incasso.', seen: 'Gezien', failed: 'Dat lukte niet. Ververs de pagina om te zien wie al is herinnerd.',
  },
  en: {
    title: 'Reminders', lead: 'Invoices that have been open too long and for which no debit is under way, or only one that cannot go because its mandate is blocked or was unused for too long. Everybody gets the step whose turn it is, with the amount that is open at that moment.',
    count: 'To remind', total: 'Open together', steps: 'See or change the steps', empty: 'Nobody has to be reminded now.', noSteps: 'There is no reminder step in use yet.', addStep: 'Add a step',
    awaiting: '{count|1 overdue invoice has|# overdue invoices have} a mandate but no debit instruction yet. {count|It is|They are} not reminded.', toCollecting: 'Make the instructions first',
    step: 'Step', all: 'All steps', search: 'Search by name or invoice number', find: 'Show', found: '{count} found', sort: 'Order', sortAmount: 'highest amount first', debtor: 'Who pays', invoice: 'Invoice', due: 'Due date', last: 'Last reminded', channel: 'How', open: 'Open', mail: 'E-mail', letter: 'Letter', problemNoMailAddress: 'no e-mail address', problemDebtorGone: 'deceased or archived',
    selectAll: 'Select all', selected: '{count} selected, {total} together', send: 'Send reminders', busy: 'Busy…', nothingSelected: 'Select at least one invoice.', nobodyFound: 'Nobody found. Search differently, or show all steps.',
    mailed: '{count|1 reminder is|# reminders are} in the queue of the e-mail.', letters: '{count|1 letter was|# letters were} made.', printLetters: 'Open the letters to print', printMore: 'Letters {from} to {to}', left: '{count} got nothing:', settled: '{count|1 was|# were} not needed any more: paid, reminded already, or a debit is under way now.', seen: 'Seen', failed: 'That did not work. Refresh the page to see who was reminded already.',
  },
} as const satisfies Record<Language, Record<string, string>>
