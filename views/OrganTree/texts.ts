import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Organen in beeld', lead: 'De boom van organen zoals hij is op een dag. Kies een orgaan om te zien wie er lid is, welke regels gelden en wat er gepland staat.',
    organisation: 'Organisatie', onDate: 'Op datum', show: 'Toon', today: 'Vandaag', search: 'Zoek een orgaan', searchHint: 'Naam of code', tree: 'Organen', loading: 'Bezig met laden…',
    failed: 'Dat lukte niet. Probeer het over een ogenblik opnieuw.', noOrganisation: 'Er is nog geen organisatie.', addOrganisation: 'Voeg een organisatie toe',
    noOrgans: 'Op deze dag zijn er geen organen. Voeg er een toe.', noneFound: 'Geen orgaan met deze naam of code.', upcoming: 'Begint later', open: 'Openklappen', close: 'Dichtklappen', hasPlanned: 'Er staat iets gepland',
    members: 'Leden', membersOn: 'Leden op {date}', membersToday: 'Leden vandaag', below: 'Organen eronder', since: 'Sinds', until: 'Tot', code: 'Code', division: 'Indeling', path: 'Valt onder', present: 'heden',
    future: 'Die dag moet nog komen. De boom en de leden zijn zoals het nu gepland staat, met de gegevens van vandaag; Controle is van vandaag.', notThen: 'Dit orgaan bestaat niet op {date}. Het loopt van {from} tot {until}.',
    modeRules: 'Regels bepalen de leden', modeNone: 'Nog geen regels: geen leden', modePassThrough: 'Groepeert alleen',
    tabs: 'Onderdelen', tabMembers: 'Leden', tabRules: 'Regels', tabBelow: 'Organen eronder', tabPlanned: 'Gepland', tabOverlaps: 'Controle',
    name: 'Naam', number: 'Nummer', town: 'Woonplaats', type: 'Type', days: 'Dagen', organ: 'Orgaan', searchMember: 'Zoek een lid', memberHint: 'Naam, nummer, e-mail of plaats', find: 'Zoek', found: '{count} gevonden',
    noMembers: 'Er zijn geen leden op deze dag. Leden komen vanzelf, op de dag dat iemand aan de regels voldoet.', nobodyFound: 'Niemand gevonden. Probeer een deel van de naam.', why: 'Waarom?',
    ownRules: 'Regels van dit orgaan', rulesAbove: 'Regels die van boven komen', general: 'Voor iedereen', rule: 'Regel', from: 'Geldig vanaf', to: 'Geldig tot', planned: 'gepland', edit: 'Openen', ofType: 'lidmaatschapstype',
    noRules: 'Dit orgaan heeft op deze dag geen eigen regels. Plan er een.', noRulesAbove: 'Er zijn geen regels op hogere organen of op de lidmaatschapstypen.', noBelow: 'Er vallen op deze dag geen organen onder.',
    date: 'Datum', what: 'Wat', openRule: 'Regel openen', nothingPlanned: 'Er staat niets gepland.', cancelTransfer: 'Overdracht annuleren', cancelEnd: 'Einddatum weghalen',
    askCancelTransfer: 'Weet je het zeker? Het orgaan blijft dan waar het is.', askCancelEnd: 'Weet je het zeker? Het orgaan stopt dan niet.', yes: 'Ja, annuleren', no: 'Nee',
    overlapsLead: 'Per niveau: hoeveel leden er in twee of meer organen tegelijk zitten, en hoeveel in geen enkel. Klik op een aantal om te zien wie.', levelTop: 'De hele organisatie', levelOne: '1 niveau lager', levelMany: '{count} niveaus lager', levelOwn: 'Dit orgaan',
    inSeveral: 'In meer dan één', inNone: 'In geen enkel', nothingToCheck: 'Er vallen geen organen onder, dus er is niets te controleren.', peopleSeveral: '{organ}: in meer dan één orgaan eronder', peopleNone: '{organ}: in geen enkel orgaan eronder', nobodyThere: 'Niemand. Alles klopt.', backToReport: 'Terug naar het overzicht', organs: 'Organen',
    add: 'Orgaan toevoegen', transfer: 'Overdragen', end: 'Stopzetten', planRule: 'Regel plannen', closeDialog: 'Sluiten', back: 'Terug', confirm: 'Bevestigen', next: 'Bekijk de gevolgen', busy: 'Bezig…', save: 'Toevoegen',
    fieldTitle: 'Naam', fieldCode: 'Code (mag leeg)', fieldStart: 'Ingangsdatum', fieldUnder: 'Valt onder', top: 'Rechtstreeks onder de organisatie', fieldMode: 'Indeling', fieldCriteria: 'Voorwaarden (mag leeg)',
    fieldTransferDate: 'Met ingang van', fieldNewParent: 'Naar', choose: 'Kies een orgaan', transferLead: 'Kies waar {organ} onder komt te vallen en vanaf welke dag, op zijn vroegst morgen.', fieldEndDate: 'Einddatum: de eerste dag zonder het orgaan', endLead: 'Vanaf die dag bestaat {organ} niet meer, en ook niet wat eronder valt. Alle lidmaatschappen daar eindigen.',
    ruleLead: 'Kies voor wie de regel geldt en vanaf welke dag. Wat nu geldt, eindigt op die dag.', fieldFor: 'Voor', everyone: 'Iedereen', fieldRuleDate: 'Geldig vanaf', addLead: 'Het orgaan begint zonder leden. Geef je voorwaarden mee, dan zie je eerst wie er lid wordt.', added: '{organ} is toegevoegd. Bekijk wie er door de regel lid wordt, en bevestig.', withoutRule: 'Zonder regel verder',
    preview: 'Gevolgen', previewLoading: 'Even rekenen wie er verhuist…', headTransfer: 'Op {date} gaat {organ} over naar {to}.', headEnd: 'Op {date} stopt {organ}.', headRule: 'Op {date} gaat de regel voor {organ} in.', headTop: 'de organisatie zelf',
    headPeople: 'Voor {relations} leden verandert er iets; {leaving} vallen eruit.', headPerson: 'Voor 1 lid verandert er iets; {leaving} vallen eruit.', headNobody: 'Voor niemand verandert er iets.', anyway: '{count} leden veranderen die dag ook zonder dit.', anywayMark: 'ook zonder dit', leavingMark: 'valt eruit',
    move: '{relations} van {from} naar {to}', moveLeave: '{relations} uit {from}', moveJoin: '{relations} nieuw in {to}', movesTitle: 'Van waar naar waar', organsTitle: 'Per orgaan', peopleTitle: 'Wie', joined: 'Erbij', left: 'Eraf', fromTitle: 'Uit', toTitle: 'Naar', more: 'En nog {count} anderen.', nowhere: '—',
  },
  en: {
    title: 'Organs at a glance', lead: 'The tree of organs as it is on a day. Choose an organ to see who is a member, which rules count and what is planned.',
    organisation: 'Organisation', onDate: 'On date', show: 'Show', today: 'Today', search: 'Find an organ', searchHint: 'Title or code', tree: 'Organs', loading: 'Loading…',
    failed: 'That did not work. Try again in a moment.', noOrganisation: 'There is no organisation yet.', addOrganisation: 'Add an organisation',
    noOrgans: 'There are no organs on this day. Add one.', noneFound: 'No organ with this title or code.', upcoming: 'Begins later', open: 'Open', close: 'Close', hasPlanned: 'Something is planned',
    members: 'Members', membersOn: 'Members on {date}', membersToday: 'Members today', below: 'Organs below', since: 'Since', until: 'Until', code: 'Code', division: 'Division', path: 'Belongs to', present: 'present',
    future: 'That day is yet to come. The tree and the members are as planned now, with the facts of today; Check shows today.', notThen: 'This organ does not exist on {date}. It runs from {from} until {until}.',
    modeRules: 'Rules decide the members', modeNone: 'No rules yet: no members', modePassThrough: 'Groups only',
    tabs: 'Parts', tabMembers: 'Members', tabRules: 'Rules', tabBelow: 'Organs below', tabPlanned: 'Planned', tabOverlaps: 'Check',
    name: 'Name', number: 'Number', town: 'Town', type: 'Type', days: 'Days', organ: 'Organ', searchMember: 'Find a member', memberHint: 'Name, number, e-mail or town', find: 'Find', found: '{count} found',
    noMembers: 'There are no members on this day. Members come by themselves, on the day on which somebody meets the rules.', nobodyFound: 'Nobody found. Try part of the name.', why: 'Why?',
    ownRules: 'Rules of this organ', rulesAbove: 'Rules from above', general: 'For everybody', rule: 'Rule', from: 'Valid from', to: 'Valid until', planned: 'planned', edit: 'Open', ofType: 'membership type',
    noRules: 'This organ has no rules of its own on this day. Plan one.', noRulesAbove: 'There are no rules on organs above or on the membership types.', noBelow: 'There are no organs below on this day.',
    date: 'Date', what: 'What', openRule: 'Open the rule', nothingPlanned: 'Nothing is planned.', cancelTransfer: 'Cancel the transfer', cancelEnd: 'Take the end date away',
    askCancelTransfer: 'Are you sure? The organ then stays where it is.', askCancelEnd: 'Are you sure? The organ then does not end.', yes: 'Yes, cancel it', no: 'No',
    overlapsLead: 'For each level: how many members are in two or more organs at once, and how many in none. Click a number to see who.', levelTop: 'The whole organisation', levelOne: '1 level down', levelMany: '{count} levels down', levelOwn: 'This organ',
    inSeveral: 'In more than one', inNone: 'In none', nothingToCheck: 'There are no organs below, so there is nothing to check.', peopleSeveral: '{organ}: in more than one organ below', peopleNone: '{organ}: in no organ below', nobodyThere: 'Nobody. All is well.', backToReport: 'Back to the overview', organs: 'Organs',
    add: 'Add an organ', transfer: 'Transfer', end: 'End', planRule: 'Plan a rule', closeDialog: 'Close', back: 'Back', confirm: 'Confirm', next: 'Show what happens', busy: 'Busy…', save: 'Add',
    fieldTitle: 'Title', fieldCode: 'Code (may be empty)', fieldStart: 'Start date', fieldUnder: 'Belongs to', top: 'Directly under the organisation', fieldMode: 'Division', fieldCriteria: 'Criteria (may be empty)',
    fieldTransferDate: 'From', fieldNewParent: 'To', choose: 'Choose an organ', transferLead: 'Choose what {organ} will belong to and from which day, tomorrow at the earliest.', fieldEndDate: 'End date: the first day without the organ', endLead: 'From that day {organ} exists no longer, nor does what is below it. All memberships there end.',
    ruleLead: 'Choose for whom the rule counts and from which day. What counts now ends on that day.', fieldFor: 'For', everyone: 'Everybody', fieldRuleDate: 'Valid from', addLead: 'The organ begins without members. With criteria you first see who becomes a member.', added: '{organ} was added. See who becomes a member by the rule, and confirm.', withoutRule: 'Go on without a rule',
    preview: 'What happens', previewLoading: 'Working out who moves…', headTransfer: 'On {date} {organ} goes to {to}.', headEnd: 'On {date} {organ} ends.', headRule: 'On {date} the rule of {organ} begins.', headTop: 'the organisation itself',
    headPeople: 'Something changes for {relations} members; {leaving} fall out.', headPerson: 'Something changes for 1 member; {leaving} fall out.', headNobody: 'Nothing changes for anybody.', anyway: '{count} members change that day without this as well.', anywayMark: 'without this as well', leavingMark: 'falls out',
    move: '{relations} from {from} to {to}', moveLeave: '{relations} out of {from}', moveJoin: '{relations} new in {to}', movesTitle: 'From where to where', organsTitle: 'By organ', peopleTitle: 'Who', joined: 'Joined', left: 'Left', fromTitle: 'From', toTitle: 'To', more: 'And {count} others.', nowhere: '—',
  },
} as const satisfies Record<Language, Record<string, string>>

export type Texts = Readonly<Record<keyof (typeof texts)['nl'], string>>

/** `12.345` in Dutch, `12,345` in English. */
export const counted = (count: number, language: Language): string => count.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB')
