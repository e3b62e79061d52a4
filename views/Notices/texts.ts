import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Aankondigingen', lead: 'Wie nog niet weet wat er wordt geïncasseerd. Een incasso die hetzelfde blijft, wordt één keer aangekondigd; daarna alleen als het bedrag, de dag, de rekening of de machtiging verandert.',
    creditor: 'Incassant', until: 'Incasso’s tot en met', search: 'Zoek een betaler', show: 'Toon', noCreditor: 'Er is nog geen incassant.', addCreditor: 'Voeg een incassant toe',
    toTell: 'Nog aan te kondigen', debits: 'Incasso’s', withoutEmail: 'Zonder e-mailadres', late: 'Te laat aangekondigd', known: 'Aangekondigd',
    nothing: 'Iedereen weet wat er tot en met deze dag wordt geïncasseerd. Je hoeft niets te doen.', nobodyFound: 'Geen betaler met deze naam om iets aan te kondigen. Probeer een deel van de naam.',
    first: 'Eerste incasso', debtor: 'Betaler', about: 'Waarvoor', why: 'Waarom', what: 'Wat we melden', how: 'Hoe', letter: 'brief', missing: 'nog niet aangekondigd', stale: 'anders dan aangekondigd',
    once: '{amount} op {date}', series: '{amount} vanaf {date}, {months|elke maand|elke # maanden}', days: 'Aankondigen kan tot {days} dagen voor de incasso. Wie later bericht krijgt, krijgt het te laat.',
    send: 'Verstuur {count|1 e-mail|# e-mails}', busy: 'Bezig…', sent: '{announced|1 aankondiging|# aankondigingen} verstuurd. {waitForLetter|1 betaler wacht|# betalers wachten} op een brief.', print: 'Print {count|1 brief|# brieven}', confirmLetters: 'De brieven zijn verstuurd', lettersAsk: '{count|Is de brief|Zijn alle # brieven} op de post? Dan {count|geldt deze betaler|gelden deze betalers} als ingelicht.', yes: 'Ja, verstuurd', no: 'Nog niet',
    lettersSent: '{announced|1 brief|# brieven} vastgelegd.', failed: 'Dat lukte niet. Ververs de pagina en probeer het opnieuw.',
  },
  en: {
    title: 'Notices', lead: 'Who does not know yet what will be collected. A debit that stays the same is announced once; after that only when the amount, the day, the account or the mandate changes.',
    creditor: 'Creditor', until: 'Debits until', search: 'Find a debtor', show: 'Show', noCreditor: 'There is no creditor yet.', addCreditor: 'Add a creditor',
    toTell: 'Still to announce', debits: 'Debits', withoutEmail: 'Without e-mail address', late: 'Announced too late', known: 'Announced',
    nothing: 'Everybody knows what is collected until this day. There is nothing to do.', nobodyFound: 'No debtor with this name to announce anything to. Try part of the name.',
    first: 'First debit', debtor: 'Debtor', about: 'For what', why: 'Why', what: 'What we tell', how: 'How', letter: 'letter', missing: 'not announced yet', stale: 'other than announced',
    once: '{amount} on {date}', series: '{amount} from {date}, {months|every month|every # months}', days: 'A debit is announced until {days} days ahead. Whoever is told later is told too late.',
    send: 'Send {count|1 e-mail|# e-mails}', busy: 'Busy…', sent: '{announced|1 notice|# notices} sent. {waitForLetter|1 debtor waits|# debtors wait} for a letter.', print: 'Print {count|1 letter|# letters}', confirmLetters: 'The letters were sent', lettersAsk: '{count|Is the letter|Are all # letters} in the post? Then {count|this debtor counts|these debtors count} as told.', yes: 'Yes, sent', no: 'Not yet',
    lettersSent: '{announced|1 letter|# letters} recorded.', failed: 'That did not work. Refresh the page and try again.',
  },
} as const satisfies Record<Language, Record<string, string>>
