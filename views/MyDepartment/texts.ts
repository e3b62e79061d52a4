import type { PledgeFrequency } from '../../src/domain/pledgeSchedule'
import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Mijn Afdeling', organs: 'Organen', notYours: 'Je vertegenwoordigt dit orgaan niet. Klopt dat niet? Vraag je ledenadministratie om je functie na te kijken.',
    members: 'Leden', joined: 'Erbij in de laatste maand', left: 'Eraf in de laatste maand', received: 'Ontvangen dit jaar', headcount: 'Verloop van het aantal leden',
    mutations: 'Mutaties van de laatste maand', noMutations: 'In de laatste maand is er niemand bij gekomen of af gegaan.',
    date: 'Datum', what: 'Wat', name: 'Naam', type: 'Lidmaatschap', reason: 'Reden', town: 'Woonplaats', since: 'Sinds',
    memberList: 'Leden', search: 'Zoek een lid', searchHint: 'Naam of woonplaats', searchButton: 'Zoeken',
    noMembers: 'Er zijn nog geen leden. Leden verschijnen hier vanzelf op de dag dat zij aan de regels voldoen.', nobodyFound: 'Niemand gevonden. Probeer een deel van de naam.',
    fund: 'Fonds', ever: 'Ontvangen in totaal', running: 'Lopende toezeggingen', noDonations: 'Er zijn nog geen donaties voor dit fonds.',
    parts: 'Onderdelen', donations: 'Donaties', pledges: 'Toezeggingen', forecast: 'Prognose', sum: 'Samen', allTime: 'Toon alle donaties', noDonationsIn: 'Er is niets ontvangen in {period}.',
    searchDonor: 'Zoek een donateur', searchDonorHint: 'Naam', noPledges: 'Er zijn nog geen toezeggingen voor dit fonds. Fondsenwerving legt ze vast.',
    status: 'Status', frequency: 'Frequentie', firstTime: 'Eerste keer op', endDate: 'Einddatum', amountEach: 'Bedrag per keer',
    donor: 'Donateur', amount: 'Bedrag', unknown: 'Onbekend',
  },
  en: {
    title: 'My Department', organs: 'Organs', notYours: 'You do not represent this organ. Is that not right? Ask your membership administration to look at your function.',
    members: 'Members', joined: 'Joined in the last month', left: 'Left in the last month', received: 'Received this year', headcount: 'Number of members over time',
    mutations: 'Mutations of the last month', noMutations: 'Nobody joined or left in the last month.',
    date: 'Date', what: 'What', name: 'Name', type: 'Membership', reason: 'Reason', town: 'Town', since: 'Since',
    memberList: 'Members', search: 'Find a member', searchHint: 'Name or town', searchButton: 'Search',
    noMembers: 'There are no members yet. They appear here by themselves on the day on which they meet the rules.', nobodyFound: 'Nobody found. Try a part of the name.',
    fund: 'Fund', ever: 'Received in all', running: 'Running pledges', noDonations: 'There are no donations for this fund yet.',
    parts: 'Parts', donations: 'Donations', pledges: 'Pledges', forecast: 'Forecast', sum: 'Together', allTime: 'Show all donations', noDonationsIn: 'Nothing was received in {period}.',
    searchDonor: 'Find a donor', searchDonorHint: 'Name', noPledges: 'There are no pledges to this fund yet. Fundraising records them.',
    status: 'Status', frequency: 'Frequency', firstTime: 'First time on', endDate: 'End date', amountEach: 'Amount each time',
    donor: 'Donor', amount: 'Amount', unknown: 'Unknown',
  },
} as const satisfies Record<Language, Record<string, string>>

export const frequencyWords = {
  nl: { once: 'Eenmalig', monthly: 'Per maand', quarterly: 'Per kwartaal', halfYearly: 'Per halfjaar', yearly: 'Per jaar' },
  en: { once: 'Once', monthly: 'Monthly', quarterly: 'Quarterly', halfYearly: 'Half-yearly', yearly: 'Yearly' },
} as const satisfies Record<Language, Record<PledgeFrequency, string>>
