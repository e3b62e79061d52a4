import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    ended: 'Dit orgaan is gestopt.', archive: 'Archiveren', explain: 'Archiveert wat in het CRM voor dit orgaan is gemaakt en beëindigt de functies bij het orgaan.',
    sure: 'Weet je het zeker? De functies bij dit orgaan eindigen vandaag.', busy: 'Bezig…', failed: 'Het is niet gelukt. Probeer het opnieuw.', done: '{items} CRM-items gearchiveerd, {functions} functies beëindigd.',
  },
  en: {
    ended: 'This organ has ended.', archive: 'Archive', explain: 'Archives what was made in the CRM for this organ and ends the functions at it.',
    sure: 'Are you sure? The functions at this organ end today.', busy: 'Busy…', failed: 'It did not work. Try again.', done: '{items} CRM items archived, {functions} functions ended.',
  },
} as const satisfies Record<Language, Record<string, string>>
