import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Openstaand',
    lead: 'Facturen en toezeggingen waarvan het geld had moeten komen en niet kwam. Noteer hier wie je belde, mailde of schreef, wat er is afgesproken en wanneer je weer kijkt.',
    upTo30: '0–30 dagen', upTo60: '31–60 dagen', upTo90: '61–90 dagen', over90: 'Meer dan 90 dagen', everyAge: 'Samen', ofCount: '{count|1 post|# posten}',
    kind: 'Soort', everyKind: 'Facturen en toezeggingen', invoice: 'Facturen', pledge: 'Toezeggingen', follow: 'Opvolging', all: 'Alles', todo: 'Nog te doen', new: 'Nog niet opgevolgd', again: 'Vandaag weer bekijken', debit: 'Incasso onderweg',
    age: 'Ouderdom', search: 'Zoek op naam, nummer of omschrijving', show: 'Toon', found: '{count|1 post|# posten}, samen {total}',
    debits: '{count|Voor 1 factuur loopt|Voor # facturen loopt} een incasso of komt die er nog, samen {total}. Daar hoef je niet om te vragen.', showDebits: 'Bekijk die',
    empty: 'Niets openstaand dat hierbij past. Kies een andere ouderdom of opvolging, of zoek anders.',
    since: 'Sinds', days: '{count|1 dag|# dagen}', who: 'Wie', about: 'Waarvoor', last: 'Laatste contact', amount: 'Openstaand', act: 'Opvolgen', invoiceOf: 'Factuur {number}', pledgeOf: 'Toezegging {number}', gone: 'overleden of gearchiveerd',
    underWay: 'Incasso onderweg: {amount}', awaits: 'Wordt nog geïncasseerd: maak de opdracht bij Te incasseren', none: 'Nog niemand', call: 'Gebeld', mail: 'Gemaild', letter: 'Brief gestuurd', by: 'door {name}', lookOn: 'weer kijken op {date}', history: 'Alle contacten',
    note: 'Noteer contact', noteFor: 'Noteer contact met {name} over {number}', channel: 'Hoe', onDate: 'Op', agreed: 'Wat is er afgesproken', nextDate: 'Kijk er weer naar op', nextHint: 'Leeg laten mag: dan komt het niet vanzelf terug.',
    save: 'Bewaar', busy: 'Bezig…', saved: 'Genoteerd.', close: 'Sluiten', failed: 'Dat lukte niet. Ververs de pagina en probeer het opnieuw.',
  },
  en: {
    title: 'Outstanding',
    lead: 'Invoices and pledges of which the money should have come and did not. Note here whom you called, mailed or wrote, what was agreed and when to look again.',
    upTo30: '0–30 days', upTo60: '31–60 days', upTo90: '61–90 days', over90: 'More than 90 days', everyAge: 'Together', ofCount: '{count|1 item|# items}',
    kind: 'Kind', everyKind: 'Invoices and pledges', invoice: 'Invoices', pledge: 'Pledges', follow: 'Follow-up', all: 'Everything', todo: 'Still to do', new: 'Not followed up yet', again: 'To look at again today', debit: 'Debit under way',
    age: 'Age', search: 'Search by name, number or description', show: 'Show', found: '{count|1 item|# items}, {total} together',
    debits: 'For {count|1 invoice|# invoices} a debit is under way or still to come, {total} together. You need not ask for those.', showDebits: 'See them',
    empty: 'Nothing outstanding that fits this. Choose another age or follow-up, or search differently.',
    since: 'Since', days: '{count|1 day|# days}', who: 'Who', about: 'What for', last: 'Last contact', amount: 'Outstanding', act: 'Follow up', invoiceOf: 'Invoice {number}', pledgeOf: 'Pledge {number}', gone: 'deceased or archived',
    underWay: 'Debit under way: {amount}', awaits: 'Still to be debited: make the instruction at To collect', none: 'Nobody yet', call: 'Called', mail: 'Mailed', letter: 'Sent a letter', by: 'by {name}', lookOn: 'look again on {date}', history: 'All contacts',
    note: 'Note a contact', noteFor: 'Note a contact with {name} about {number}', channel: 'How', onDate: 'On', agreed: 'What was agreed', nextDate: 'Look again on', nextHint: 'May stay empty: then it does not come back by itself.',
    save: 'Save', busy: 'Busy…', saved: 'Noted.', close: 'Close', failed: 'That did not work. Refresh the page and try again.',
  },
} as const satisfies Record<Language, Record<string, string>>
