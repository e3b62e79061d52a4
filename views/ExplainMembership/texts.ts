import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Waarom lid, of waarom niet?', back: 'Naar de relatiekaart', noTypes: 'Er zijn nog geen lidmaatschapstypen, dus niemand kan lid zijn.', addType: 'Voeg er een toe',
    type: 'Als', organ: 'Van', organisation: 'de organisatie zelf', date: 'Op datum', show: 'Leg uit', today: 'Vandaag', member: 'Lid', none: 'Geen lid', differs: 'Anders dan vastligt',
    recorded: 'Wat vastligt:', notRecorded: 'Er ligt voor deze dag geen lidmaatschap vast.', oneDay: '1 dag', days: '{count} dagen',
    steps: 'Van boven naar beneden', stepsLead: 'Elke regel op de weg naar dit orgaan moet kloppen.', ofType: 'Lidmaatschapstype {type}', asksNothing: 'Vraagt zelf niets.', extra: 'Extra voor {type}:', decisive: 'Dit geeft de doorslag.',
    all: 'Dit alles:', any: 'Minstens een van deze:', not: 'Niet:', yes: 'Klopt: ', no: 'Klopt niet: ', below: 'Organen eronder', more: 'En nog {count} andere.', exceptions: 'Uitzonderingslidmaatschap',
  },
  en: {
    title: 'Why a member, or why not?', back: 'To the relation card', noTypes: 'There are no membership types yet, so nobody can be a member.', addType: 'Add one',
    type: 'As', organ: 'Of', organisation: 'the organisation itself', date: 'On date', show: 'Explain', today: 'Today', member: 'Member', none: 'Not a member', differs: 'Differs from what is on record',
    recorded: 'On record:', notRecorded: 'No membership is on record for this day.', oneDay: '1 day', days: '{count} days',
    steps: 'From the top down', stepsLead: 'Every rule on the way to this organ has to hold.', ofType: 'Membership type {type}', asksNothing: 'Asks nothing itself.', extra: 'Extra for {type}:', decisive: 'This decides.',
    all: 'All of this:', any: 'At least one of these:', not: 'Not:', yes: 'Holds: ', no: 'Does not hold: ', below: 'Organs below', more: 'And {count} others.', exceptions: 'Exception membership',
  },
} as const satisfies Record<Language, Record<string, string>>
