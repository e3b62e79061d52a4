import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    loading: 'Voorwaarden laden…', failed: 'Dat lukte niet. Probeer het over een ogenblik opnieuw.', tryAgain: 'Opnieuw proberen',
    empty: 'Er zijn nog geen voorwaarden. Begin bijvoorbeeld met de woonplaats; je kunt een hele lijst plaatsen plakken.', begin: 'Eerste voorwaarde toevoegen',
    combinator: 'Wie hoort erbij', and: 'voldoet aan alle voorwaarden', or: 'voldoet aan één van de voorwaarden', not: 'niet', notHint: 'Draai deze groep om: wie hieraan voldoet, hoort er juist niet bij',
    addRule: '+ Voorwaarde', addRuleHint: 'Voorwaarde toevoegen aan deze groep', addGroup: '+ Groep', addGroupHint: 'Groep toevoegen binnen deze groep', removeRule: 'Deze voorwaarde weghalen', removeGroup: 'Deze groep weghalen',
    field: 'Veld', operator: 'Vergelijking', plain: 'Wel', negated: 'Niet', notPrefix: 'niet: {operator}', unknown: '{name} (bestaat niet)', valueOf: 'Waarde van {field}',
    unfinished: 'Vul hier nog iets in.', choose: 'Kies…', search: 'Zoek en kies', searchIn: '{label}: zoek en kies', nothingFound: 'Niets gevonden', moreFound: 'En nog {count}; typ verder om te zoeken.', removeOne: '{label} weghalen',
    typeTexts: 'Typ of plak, met komma’s of op regels', addTexts: '{label}: toevoegen', showAll: 'Toon alle {count}', clear: 'Alles weghalen',
    from: 'Van', to: 'Tot en met', upTo: 'tot en met', amount: 'Bedrag in euro’s', count: 'Aantal', period: 'In de periode', functionTypes: 'Functies', organs: 'Bij organen (leeg: overal)', types: 'Soorten', since: 'Begonnen op of voor',
    dateMode: '{label}: soort datum', none: 'geen grens', fixed: 'op datum', today: 'vandaag', ago: 'vandaag min', ahead: 'vandaag plus', date: '{label}: datum', years: 'jaar', months: 'maanden', days: 'dagen', unit: '{label}: {unit}',
    asJson: 'Als JSON', asBuilder: 'Terug naar voorwaarden', json: 'De regel als JSON', jsonHint: 'Voor wie de regel wil kopiëren of plakken. Wat je hier typt, telt meteen.', jsonUnreadable: 'Dit is geen JSON. Controleer haken, komma’s en aanhalingstekens.', jsonUnshown: 'Deze JSON heeft niet de vorm van een regel en is zo niet als voorwaarden te tonen.',
    counting: 'Tellen…', one: '1 relatie voldoet nu', many: '{count} relaties voldoen nu', oneOn: '1 relatie voldoet op {date}', manyOn: '{count} relaties voldoen op {date}', nobody: 'Niemand voldoet nu', nobodyOn: 'Niemand voldoet op {date}',
    firstTen: 'De eerste tien op naam', these: 'Wie dat is', notCounted: 'Er wordt geteld zodra elke voorwaarde klopt.', outcome: 'Wat de regel zegt',
  },
  en: {
    loading: 'Loading the conditions…', failed: 'That did not work. Try again in a moment.', tryAgain: 'Try again',
    empty: 'There are no conditions yet. Begin with the town, for example; you can paste a whole list of towns.', begin: 'Add the first condition',
    combinator: 'Who belongs', and: 'meets all conditions', or: 'meets one of the conditions', not: 'not', notHint: 'Turn this group round: who meets it does not belong',
    addRule: '+ Condition', addRuleHint: 'Add a condition to this group', addGroup: '+ Group', addGroupHint: 'Add a group within this group', removeRule: 'Remove this condition', removeGroup: 'Remove this group',
    field: 'Field', operator: 'Comparison', plain: 'Is', negated: 'Is not', notPrefix: 'not: {operator}', unknown: '{name} (does not exist)', valueOf: 'Value of {field}',
    unfinished: 'Fill this in.', choose: 'Choose…', search: 'Find and choose', searchIn: '{label}: find and choose', nothingFound: 'Nothing found', moreFound: 'And {count} more; type on to find them.', removeOne: 'Remove {label}',
    typeTexts: 'Type or paste, with commas or on lines', addTexts: '{label}: add', showAll: 'Show all {count}', clear: 'Remove all',
    from: 'From', to: 'Up to and including', upTo: 'up to and including', amount: 'Amount in euros', count: 'Number', period: 'In the period', functionTypes: 'Functions', organs: 'At organs (empty: anywhere)', types: 'Types', since: 'Started on or before',
    dateMode: '{label}: kind of date', none: 'no limit', fixed: 'on date', today: 'today', ago: 'today minus', ahead: 'today plus', date: '{label}: date', years: 'years', months: 'months', days: 'days', unit: '{label}: {unit}',
    asJson: 'As JSON', asBuilder: 'Back to conditions', json: 'The rule as JSON', jsonHint: 'For who wants to copy or paste the rule. What you type here counts at once.', jsonUnreadable: 'This is no JSON. Check brackets, commas and quotes.', jsonUnshown: 'This JSON has not the form of a rule, so it cannot be shown as conditions.',
    counting: 'Counting…', one: '1 relation meets this now', many: '{count} relations meet this now', oneOn: '1 relation meets this on {date}', manyOn: '{count} relations meet this on {date}', nobody: 'Nobody meets this now', nobodyOn: 'Nobody meets this on {date}',
    firstTen: 'The first ten by name', these: 'Who that is', notCounted: 'Counting begins as soon as every condition is right.', outcome: 'What the rule says',
  },
} as const satisfies Record<Language, Record<string, string>>

export type Texts = Readonly<Record<keyof (typeof texts)['nl'], string>>
