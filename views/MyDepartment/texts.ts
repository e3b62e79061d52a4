import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Mijn Afdeling', organs: 'Organen', notYours: 'Je vertegenwoordigt dit orgaan niet. Klopt dat niet? Vraag je ledenadministratie om je functie na te kijken.',
    members: 'Leden', joined: 'Erbij in de laatste maand', left: 'Eraf in de laatste maand', received: 'Ontvangen dit jaar', headcount: 'Verloop van het aantal leden',
    mutations: 'Mutaties van de laatste maand', noMutations: 'In de laatste maand is er niemand bij gekomen of af gegaan.',
    date: 'Datum', what: 'Wat', name: 'Naam', type: 'Lidmaatschap', reason: 'Reden', town: 'Woonplaats', since: 'Sinds',
    memberList: 'Leden', search: 'Zoek een lid', searchHint: 'Naam of woonplaats', searchButton: 'Zoeken',
    noMembers: 'Er zijn nog geen leden. Leden verschijnen hier vanzelf op de dag dat zij aan de regels voldoen.', nobodyFound: 'Niemand gevonden. Probeer een deel van de naam.',
    fund: 'Fonds', ever: 'Ontvangen in totaal', pledges: 'Lopende toezeggingen', noDonations: 'Er zijn nog geen donaties voor dit fonds.', donor: 'Donateur', amount: 'Bedrag', unknown: 'Onbekend',
  },
  en: {
    title: 'My Department', organs: 'Organs', notYours: 'You do not represent this organ. Is that not right? Ask your membership administration to look at your function.',
    members: 'Members', joined: 'Joined in the last month', left: 'Left in the last month', received: 'Received this year', headcount: 'Number of members over time',
    mutations: 'Mutations of the last month', noMutations: 'Nobody joined or left in the last month.',
    date: 'Date', what: 'What', name: 'Name', type: 'Membership', reason: 'Reason', town: 'Town', since: 'Since',
    memberList: 'Members', search: 'Find a member', searchHint: 'Name or town', searchButton: 'Search',
    noMembers: 'There are no members yet. They appear here by themselves on the day on which they meet the rules.', nobodyFound: 'Nobody found. Try a part of the name.',
    fund: 'Fund', ever: 'Received in all', pledges: 'Running pledges', noDonations: 'There are no donations for this fund yet.', donor: 'Donor', amount: 'Amount', unknown: 'Unknown',
  },
} as const satisfies Record<Language, Record<string, string>>
