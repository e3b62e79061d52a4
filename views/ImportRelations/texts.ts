import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Relaties importeren', lead: 'Kies een CSV-bestand. De eerste regel bevat de kolomnamen; daarna volgt per regel één relatie. Meer e-mailadressen, telefoonnummers of IBAN’s in één vak scheid je met |. Deze kolommen worden herkend:',
    columns: 'soort; voorletters; voornaam; tussenvoegsel; achternaam; organisatie; geboortedatum; straat; huisnummer; toevoeging; postcode; woonplaats; gemeente; provincie; land; e-mail; telefoon; iban; kvk; btw-nummer; btw-plichtig',
    file: 'CSV-bestand', onMistake: 'Als er een regel niet klopt', skip: 'Laad de goede regels en meld de foute', stop: 'Laad niets', start: 'Importeer', busy: 'Bezig…',
    choose: 'Kies eerst een bestand.', failed: 'Het bestand kon niet worden gelezen. Probeer het opnieuw.', imported: '{count} relaties toegevoegd.', none: 'Er is niets toegevoegd.', mistakes: '{count} fouten gevonden:', see: 'Bekijk de relaties',
  },
  en: {
    title: 'Import relations', lead: 'Choose a CSV file. The first line holds the column names; then each line is one relation. Divide several e-mail addresses, phone numbers or IBANs in one cell by |. These columns are known:',
    columns: 'type; initials; first name; prefix; last name; organisation; birth date; street; house number; addition; postcode; town; municipality; province; country; email; phone; iban; coc number; vat number; vat liable',
    file: 'CSV file', onMistake: 'When a line is wrong', skip: 'Load the good lines and report the bad ones', stop: 'Load nothing', start: 'Import', busy: 'Busy…',
    choose: 'Choose a file first.', failed: 'The file could not be read. Try again.', imported: '{count} relations added.', none: 'Nothing was added.', mistakes: '{count} mistakes found:', see: 'See the relations',
  },
} as const satisfies Record<Language, Record<string, string>>
