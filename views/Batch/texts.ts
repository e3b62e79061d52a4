import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    gone: 'Deze batch bestaat niet.', sent: 'Verzonden', count: 'Opdrachten', refused: 'Geweigerd', expected: 'Verwacht van de bank', received: 'Ontvangen',
    download: 'Download het bestand voor de bank', groups: 'Wat de bank als één regel boekt', reference: 'Kenmerk', date: 'Incassodatum', status: 'Status',
    missing: 'Er ontbreekt {difference}.', tooMuch: 'De bank betaalde meer dan verwacht.', against: 'Van {id} is {expected} verwacht en {received} ontvangen. Vraag de bank welke opdracht is geweigerd en markeer die hieronder.',
    candidates: 'Samen precies dit verschil:', instructions: 'Opdrachten', debtor: 'Betaler', description: 'Omschrijving', amount: 'Bedrag',
    refuse: 'Geweigerd door de bank', sure: '{amount} weer openzetten? Reden:', reasonHint: 'Bijvoorbeeld: brief van de bank', confirm: 'Markeer als geweigerd', cancel: 'Annuleer', undo: 'Toch niet geweigerd', retry: 'Opnieuw incasseren', retried: 'Opnieuw gepland voor {date}. De opdracht staat bij Te incasseren.',
    saved: 'Opgeslagen.', nowMatches: 'Het bedrag klopt nu: de batch is verwerkt.', failed: 'Dat lukte niet. Ververs de pagina en probeer het opnieuw.',
  },
  en: {
    gone: 'This batch does not exist.', sent: 'Sent', count: 'Instructions', refused: 'Refused', expected: 'Expected from the bank', received: 'Received',
    download: 'Download the file for the bank', groups: 'What the bank books as one line', reference: 'Reference', date: 'Collection date', status: 'Status',
    missing: '{difference} is missing.', tooMuch: 'The bank paid more than expected.', against: 'Of {id}, {expected} was expected and {received} received. Ask the bank which instruction was refused and mark it below.',
    candidates: 'Together exactly this difference:', instructions: 'Instructions', debtor: 'Debtor', description: 'Description', amount: 'Amount',
    refuse: 'Refused by the bank', sure: 'Open {amount} again? Reason:', reasonHint: 'For example: letter of the bank', confirm: 'Mark as refused', cancel: 'Cancel', undo: 'Not refused after all', retry: 'Collect again', retried: 'Planned again for {date}. The instruction is under To collect.',
    saved: 'Saved.', nowMatches: 'The amount is right now: the batch was processed.', failed: 'That did not work. Refresh the page and try again.',
  },
} as const satisfies Record<Language, Record<string, string>>
