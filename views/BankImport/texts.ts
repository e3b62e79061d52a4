import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    gone: 'Dit bankbestand bestaat niet.', readBy: 'ingelezen door {name} op', undoneBy: 'Teruggedraaid door {name}', undoneWhat: 'De regels tellen niet meer mee; hetzelfde of een beter bestand kan opnieuw worden ingelezen.',
    lines: 'Regels', newLines: 'Waarvan nieuw', details: 'Specificaties', placed: 'Bij een bankregel', statements: 'Afschriften', statement: 'Afschrift', from: 'Van', until: 'Tot en met', status: 'Status', open: 'Te verwerken',
    noStatements: 'Dit bestand bracht geen nieuw afschrift: alle regels waren er al.', unbalanced: 'Wacht op bevestiging: sluit niet', gap: 'Wacht op bevestiging: sluit niet aan',
    isNotice: 'Een specificatie (camt.054) vertelt wat er in regels van een afschrift zit. Er wordt pas geboekt als het afschrift er is.',
    undo: 'Inlezen terugdraaien', undoAsk: 'De afschriften en regels blijven te zien, maar tellen niet meer mee. Wat ervan geboekt is, wordt precies teruggenomen met tegenboekingen.', reason: 'Waarom', reasonHint: 'Bijvoorbeeld: verkeerd bestand',
    undoSure: 'Draai het inlezen terug', cancel: 'Annuleer', busy: 'Bezig…', undoDone: 'Teruggedraaid: {count|1 regel telt|# regels tellen} niet meer mee.', failed: 'Dat lukte niet. Ververs de pagina en probeer het opnieuw.',
  },
  en: {
    gone: 'This bank file does not exist.', readBy: 'read by {name} on', undoneBy: 'Undone by {name}', undoneWhat: 'Its lines do not count any more; the same file or a better one can be read again.',
    lines: 'Lines', newLines: 'New ones', details: 'Details', placed: 'With a bank line', statements: 'Statements', statement: 'Statement', from: 'From', until: 'Until', status: 'Status', open: 'To process',
    noStatements: 'This file brought no new statement: all its lines were here already.', unbalanced: 'Waits for confirmation: does not balance', gap: 'Waits for confirmation: does not follow on',
    isNotice: 'A notification (camt.054) tells what is inside lines of a statement. Nothing is booked until the statement is here.',
    undo: 'Undo this import', undoAsk: 'The statements and lines stay to be seen, but do not count any more. What was booked of them is taken back exactly with counter entries.', reason: 'Why', reasonHint: 'For example: wrong file',
    undoSure: 'Undo the import', cancel: 'Cancel', busy: 'Busy…', undoDone: 'Undone: {count|1 line does|# lines do} not count any more.', failed: 'That did not work. Refresh the page and try again.',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>
