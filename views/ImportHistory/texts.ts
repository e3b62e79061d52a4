import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Historie van lidmaatschappen importeren', lead: 'Kies een CSV-bestand met lidmaatschappen van vóór Kring. Wat een einddatum heeft, wordt toegevoegd als voorbij lidmaatschap; zonder einddatum tellen de dagen van het lopende lidmaatschap vanaf de ingangsdatum. Laat orgaan leeg voor de organisatie zelf; schrijf anders de code of de naam. Deze kolommen worden herkend:',
    columns: 'relatienummer; lidmaatschapstype; orgaan; ingangsdatum; einddatum', file: 'CSV-bestand', start: 'Importeer', busy: 'Bezig…', choose: 'Kies eerst een bestand.', failed: 'Het bestand kon niet worden gelezen. Probeer het opnieuw.',
    imported: '{lines} regels verwerkt, {periods} lidmaatschappen bijgewerkt.', see: 'Bekijk de correcties', mistakes: '{count} regels kloppen niet. Er is niets geïmporteerd:', link: 'Historie importeren uit een CSV-bestand',
  },
  en: {
    title: 'Import the history of memberships', lead: 'Choose a CSV file with memberships from before Kring. What has an end date is added as a membership that is over; without one, the days of the running membership count from the start date. Leave organ empty for the organisation itself; else write its code or title. These columns are known:',
    columns: 'number; membership type; organ; start date; end date', file: 'CSV file', start: 'Import', busy: 'Busy…', choose: 'Choose a file first.', failed: 'The file could not be read. Try again.',
    imported: '{lines} lines processed, {periods} memberships updated.', see: 'See the corrections', mistakes: '{count} lines are wrong. Nothing was imported:', link: 'Import history from a CSV file',
  },
} as const satisfies Record<Language, Record<string, string>>
