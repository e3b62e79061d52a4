import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    choose: 'Statusbericht van de bank inlezen', busy: 'Bezig met inlezen…', failed: 'Het bestand kon niet worden ingelezen. Probeer het opnieuw.',
    done: 'Ingelezen: de bank weigerde {refused|1 opdracht|# opdrachten}. Wat van de bank wordt verwacht, is daarop aangepast.',
    nothing: 'Ingelezen: de bank weigerde niets.',
    whole: 'De bank weigerde het hele bestand. {refused|De opdracht staat|De # opdrachten staan} weer bij Te incasseren; maak daar een nieuwe batch.',
    wholeBefore: 'De bank weigerde het hele bestand. De batch was hier al geannuleerd; er is niets veranderd.', unchanged: 'Ingelezen. Aan de opdrachten is niets veranderd.',
    known: 'Dit bericht was al ingelezen. Er is niets veranderd.', conflicts: '{count|1 regel klopt|# regels kloppen} niet met wat hier bekend is. Bekijk ze bij Statusberichten en vraag het na bij de bank.', see: 'Bekijk de batch',
  },
  en: {
    choose: 'Read a status report of the bank', busy: 'Reading…', failed: 'The file could not be read. Try again.',
    done: 'Read: the bank refused {refused|1 instruction|# instructions}. What is expected of the bank follows.',
    nothing: 'Read: the bank refused nothing.',
    whole: 'The bank refused the whole file. {refused|Its instruction is|Its # instructions are} back under To collect; make a new batch there.',
    wholeBefore: 'The bank refused the whole file. The batch was cancelled here already; nothing changed.', unchanged: 'Read. Nothing changed about the instructions.',
    known: 'This report was read before. Nothing changed.', conflicts: '{count|1 line does|# lines do} not fit what is known here. See them under Status reports and ask the bank.', see: 'See the batch',
  },
} as const satisfies Record<Language, Record<string, string>>
