import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Lidmaatschap corrigeren', lead: 'Hier zet je het verleden recht. Of iemand vandaag lid is, bepalen de regels. Wat eerst bekend was, blijft te lezen op de relatiekaart.',
    back: 'Terug naar de relatiekaart', known: 'Wat nu bekend is', noRelation: 'Kies eerst een relatie: ga naar de relatiekaart, tabblad Lidmaatschappen.', at: 'Bij', type: 'Type', days: 'Periode', none: 'Er zijn nog geen lidmaatschappen.',
    chosen: 'gekozen', choose: 'Kies deze', action: 'Wat wil je doen?', add: 'Een voorbij lidmaatschap toevoegen', change: 'De data van dit lidmaatschap wijzigen', remove: 'Dit lidmaatschap verwijderen',
    place: 'Organisatie of orgaan', startDate: 'Ingangsdatum', endDate: 'Einddatum (eerste dag niet meer lid)', countedFrom: 'Dagen tellen vanaf (alleen als dat eerder is)', openEnd: 'Dit lidmaatschap loopt nog; het eindigt door de regels.',
    reason: 'Reden', preview: 'Toon wat er verandert', busy: 'Bezig…', failed: 'Het is niet gelukt. Probeer het opnieuw.', will: 'Dit verandert er ({count}):', what: 'Wat', was: 'Was', is: 'Wordt',
    added: 'Komt erbij', changed: 'Wijzigt', removed: 'Vervalt', organisation: 'Organisatie', confirm: 'Corrigeer', done: 'Gecorrigeerd: {count} lidmaatschappen bijgewerkt.', again: 'Nog een correctie',
  },
  en: {
    title: 'Correct a membership', lead: 'Here you set the past right. Whether somebody is a member today is for the rules. What was known before stays readable on the relation card.',
    back: 'Back to the relation card', known: 'What is known now', noRelation: 'Choose a relation first: go to the relation card, tab Memberships.', at: 'At', type: 'Type', days: 'Period', none: 'There are no memberships yet.',
    chosen: 'chosen', choose: 'Choose this', action: 'What do you want to do?', add: 'Add a membership that is over', change: 'Change the dates of this membership', remove: 'Remove this membership',
    place: 'Organisation or organ', startDate: 'Start date', endDate: 'End date (first day without)', countedFrom: 'Count days from (only if earlier)', openEnd: 'This membership still runs; it ends by the rules.',
    reason: 'Reason', preview: 'Show what changes', busy: 'Busy…', failed: 'It did not work. Try again.', will: 'This changes ({count}):', what: 'What', was: 'Was', is: 'Becomes',
    added: 'Is added', changed: 'Changes', removed: 'Goes', organisation: 'Organisation', confirm: 'Correct', done: 'Corrected: {count} memberships updated.', again: 'Another correction',
  },
} as const satisfies Record<Language, Record<string, string>>
