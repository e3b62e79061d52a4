import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    gone: 'Dit abonnement bestaat niet meer.', title: 'Opzeggen', running: '{holder} heeft {type} sinds {date}.', terms: 'De opzegtermijn is {months|1 maand|# maanden}; het abonnement eindigt aan het eind van de periode waarin die afloopt.',
    invoicedUntil: 'Gefactureerd tot', notInvoiced: 'nog niet gefactureerd', noticeDate: 'Opgezegd op', endDate: 'Eindigt op', proposed: 'Volgens de opzegtermijn is dat {date}. Een andere dag mag ook.', reason: 'Reden', notes: 'Toelichting (hoeft niet)',
    cancel: 'Zeg het abonnement op', busy: 'Bezig…', cancelled: 'Het abonnement eindigt op {date}.', pastEnd: 'Let op: er is al gefactureerd tot {date}. Crediteer zo nodig het deel na het einde.', toInvoices: 'Bekijk de facturen',
    isCancelled: 'Opgezegd op {notice}; eindigt op {end}.', isEnding: 'Eindigt op {end}.', undoTitle: 'Opzegging terugdraaien', undoLead: 'Het abonnement gaat door alsof het nooit is opgezegd. Opzegdatum, einddatum, reden en toelichting worden leeggemaakt; in de historie blijven ze staan.', undo: 'Draai de opzegging terug',
    undone: 'De opzegging is teruggedraaid.', checkUntil: 'Gefactureerd tot {date}.', gap: 'Het abonnement was al geëindigd op {date} en loopt nu door zonder onderbreking.', toInvoice: 'De volgende factuurronde vraagt {count|1 periode|# periodes}, samen {total}.', nothingToInvoice: 'Er is nu niets te factureren.', mayNot: 'Je mag dit abonnement bekijken, maar niet opzeggen.', failed: 'Dat lukte niet. Ververs de pagina om te zien of het al is gebeurd.',
  },
  en: {
    gone: 'This subscription does not exist any more.', title: 'Cancel', running: '{holder} has had {type} since {date}.', terms: 'The notice is {months|1 month|# months}; the subscription ends at the end of the period in which that runs out.',
    invoicedUntil: 'Invoiced until', notInvoiced: 'not invoiced yet', noticeDate: 'Notice given on', endDate: 'Ends on', proposed: 'By the notice that is {date}. Another day is possible too.', reason: 'Reason', notes: 'Notes (optional)',
    cancel: 'Cancel the subscription', busy: 'Busy…', cancelled: 'The subscription ends on {date}.', pastEnd: 'Mind: it was invoiced until {date} already. Credit the part after the end where needed.', toInvoices: 'See the invoices',
    isCancelled: 'Cancelled on {notice}; ends on {end}.', isEnding: 'Ends on {end}.', undoTitle: 'Undo the cancellation', undoLead: 'The subscription goes on as if it was never cancelled. Notice date, end date, reason and notes are emptied; the history keeps them.', undo: 'Undo the cancellation',
    undone: 'The cancellation was undone.', checkUntil: 'Invoiced until {date}.', gap: 'The subscription had ended on {date} already and goes on now without a break.', toInvoice: 'The next invoice run asks for {count|1 period|# periods}, {total} together.', nothingToInvoice: 'There is nothing to invoice now.', mayNot: 'You may see this subscription, but not cancel it.', failed: 'That did not work. Refresh the page to see whether it was done.',
  },
} as const satisfies Record<Language, Record<string, string>>
