import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    gone: 'Deze relatielijst bestaat niet.', search: 'Zoek op deze lijst', hint: 'Naam, nummer, e-mail, telefoon of plaats', find: 'Zoek', found: '{count} gevonden', one: '1 relatie op deze lijst, vandaag', many: '{count} relaties op deze lijst, vandaag',
    name: 'Naam', number: 'Nummer', town: 'Woonplaats', type: 'Soort', status: 'Status', person: 'Persoon', organisation: 'Organisatie', active: 'Actief', archived: 'Gearchiveerd',
    tooLarge: 'Dat zijn er te veel om te laten zien. Zoek op naam of plaats, of maak de lijst kleiner met een extra voorwaarde.', edit: 'Voorwaarden aanpassen',
    empty: 'Niemand voldoet vandaag aan de voorwaarden van deze lijst.', nobodyFound: 'Niemand gevonden op deze lijst. Probeer een deel van de naam.', wrong: 'Deze lijst is nu niet te tonen.',
  },
  en: {
    gone: 'This relation list does not exist.', search: 'Search this list', hint: 'Name, number, e-mail, phone or town', find: 'Find', found: '{count} found', one: '1 relation on this list, today', many: '{count} relations on this list, today',
    name: 'Name', number: 'Number', town: 'Town', type: 'Type', status: 'Status', person: 'Person', organisation: 'Organisation', active: 'Active', archived: 'Archived',
    tooLarge: 'Those are too many to show. Search by name or town, or make the list smaller with another condition.', edit: 'Change the conditions',
    empty: 'Nobody meets the conditions of this list today.', nobodyFound: 'Nobody found on this list. Try part of the name.', wrong: 'This list cannot be shown now.',
  },
} as const satisfies Record<Language, Record<string, string>>
