import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    year: 'Jaar', received: 'Ontvangen', expected: 'Verwacht', total: 'Totaal', forecast: 'Prognose', open: 'Openstaand', months: 'Per maand', month: 'Maand',
    lead: 'Ontvangen is wat tot en met vandaag binnenkwam, min wat terugging. Verwacht is wat volgens de lopende toezeggingen nog komt. Samen zijn zij de prognose.',
    expectedTitle: 'Nog verwacht', expectedIn: 'Nog verwacht in {month}', allMonths: 'Toon alle maanden', receivedIn: 'Bekijk wat er in {month} is ontvangen',
    noneExpected: 'In deze periode wordt niets meer verwacht. Een toezegging verschijnt hier zodra zij loopt.',
    openTitle: 'Openstaand', openLead: 'Toegezegd voor dagen die voorbij zijn, en nog niet binnen. Dit telt niet mee in de prognose.', noneOpen: 'Alles wat tot vandaag verwacht werd, is binnen.',
    due: 'Verwacht op', since: 'Sinds', donor: 'Donateur', pledge: 'Toezegging', amount: 'Bedrag', gone: 'Dit fonds bestaat niet meer.', chart: 'Ontvangen en verwacht per maand',
  },
  en: {
    year: 'Year', received: 'Received', expected: 'Expected', total: 'Total', forecast: 'Forecast', open: 'Outstanding', months: 'By month', month: 'Month',
    lead: 'Received is what came in up to today, less what went back. Expected is what the running pledges still bring. Together they are the forecast.',
    expectedTitle: 'Still expected', expectedIn: 'Still expected in {month}', allMonths: 'Show all months', receivedIn: 'See what was received in {month}',
    noneExpected: 'Nothing more is expected in this period. A pledge appears here as soon as it runs.',
    openTitle: 'Outstanding', openLead: 'Pledged for days that have passed, and not received yet. It is no part of the forecast.', noneOpen: 'Everything expected up to today came in.',
    due: 'Expected on', since: 'Since', donor: 'Donor', pledge: 'Pledge', amount: 'Amount', gone: 'This fund is no longer there.', chart: 'Received and expected by month',
  },
} as const satisfies Record<Language, Record<string, string>>
