import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    search: 'Zoek een relatie', searchHint: 'Naam, nummer, e-mailadres, telefoonnummer of woonplaats', nobody: 'Niemand gevonden. Probeer een deel van de naam.', failed: 'Zoeken lukte niet. Probeer het opnieuw.',
    lastViewed: 'Laatst bekeken', nothingViewed: 'Relaties die je opent, vind je hier terug.', lastChanged: 'Laatst gewijzigd door anderen', nothingChanged: 'Anderen hebben nog niets gewijzigd.',
    toDepartment: 'Naar', relations: 'Relaties', openInvoices: 'Openstaande facturen', openAmount: 'Openstaand bedrag', overpaid: 'Te veel betaald', openLines: 'Bankregels te verwerken', failedDebits: 'Mislukte incasso’s',
  },
  en: {
    search: 'Find a relation', searchHint: 'Name, number, e-mail, phone or town', nobody: 'Nobody found. Try a part of the name.', failed: 'Searching did not work. Try again.',
    lastViewed: 'Last viewed', nothingViewed: 'Relations that you open are listed here.', lastChanged: 'Last changed by others', nothingChanged: 'Others have not changed anything yet.',
    toDepartment: 'To', relations: 'Relations', openInvoices: 'Open invoices', openAmount: 'Open amount', overpaid: 'Paid too much', openLines: 'Bank lines to process', failedDebits: 'Failed debits',
  },
} as const satisfies Record<Language, Record<string, string>>
