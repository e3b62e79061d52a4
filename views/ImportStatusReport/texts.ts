import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    choose: 'Statusbericht van de bank inlezen', busy: 'Bezig met inlezen…', failed: 'Het bestand kon niet worden ingelezen. Probeer het opnieuw.',
    done: 'Ingelezen: de bank weigerde {refused} opdrachten. Wat van de bank wordt verwacht, is daarop aangepast.',
    whole: 'De bank weigerde het hele bestand. De {refused} opdrachten staan weer bij Te incasseren; maak daar een nieuwe batch.',
    known: 'Dit bericht was al ingelezen. Er is niets veranderd.', conflicts: '{count} regels kloppen niet met wat hier bekend is. Bekijk ze bij Statusberichten en vraag het na bij de bank.', see: 'Bekijk de batch',
  },
  en: {
    choose: 'Read a status report of the bank', busy: 'Reading…', failed: 'The file could not be read. Try again.',
    done: 'Read: the bank refused {refused} instructions. What is expected of the bank follows.',
    whole: 'The bank refused the whole file. Its {refused} instructions are back under To collect; make a new batch there.',
    known: 'This report was read before. Nothing changed.', conflicts: '{count} lines do not fit what is known here. See them under Status reports and ask the bank.', see: 'See the batch',
  },
} as const satisfies Record<Language, Record<string, string>>
