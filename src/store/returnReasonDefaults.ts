type Effect = 'keep' | 'block' | 'terminate'
type Task = 'none' | 'askIban' | 'contact' | 'remind' | 'internal' | 'newMandate' | 'stopMailings'
type Default = readonly [code: string, title: string, points: number, mayRetry: boolean, effect: Effect, task: Task]

/** What a code means and what follows from it, as long as nobody changes it (sepa §12.1). */
export const returnReasonDefaults: readonly Default[] = [
  ['AC01', 'IBAN onjuist of onbekend', 3, false, 'block', 'askIban'],
  ['AC04', 'Rekening opgeheven', 3, false, 'block', 'askIban'],
  ['AC06', 'Rekening geblokkeerd', 3, false, 'block', 'contact'],
  ['AC13', 'Soort rekening niet toegestaan', 3, false, 'block', 'contact'],
  ['AG01', 'Incasso op deze rekening niet toegestaan', 3, false, 'block', 'contact'],
  ['AG02', 'Verkeerd soort incasso, of eenmalige machtiging al gebruikt', 0, true, 'keep', 'internal'],
  ['AM04', 'Onvoldoende saldo', 1, true, 'keep', 'remind'],
  ['AM05', 'Dubbele incasso', 0, false, 'keep', 'internal'],
  ['BE01', 'Naam hoort niet bij de rekening', 0, true, 'keep', 'internal'],
  ['BE04', 'Adres ontbreekt of is onjuist', 0, true, 'keep', 'internal'],
  ['BE05', 'Incassant-ID onjuist', 0, true, 'keep', 'internal'],
  ['DNOR', 'Bank van de betaler niet bereikbaar voor incasso', 0, false, 'block', 'contact'],
  ['CNOR', 'Bank van de incassant niet geregistreerd', 0, false, 'keep', 'internal'],
  ['FF01', 'Bestand niet goed opgebouwd', 0, true, 'keep', 'internal'],
  ['FF05', 'Verkeerd soort incasso in het bestand', 0, true, 'keep', 'internal'],
  ['AM10', 'Controlegetal klopt niet', 0, true, 'keep', 'internal'],
  ['ED05', 'Afwikkeling mislukt', 0, true, 'keep', 'internal'],
  ['TM01', 'Te laat aangeleverd', 0, true, 'keep', 'internal'],
  ['RC01', 'BIC onjuist', 0, true, 'keep', 'internal'],
  ['MD01', 'Geen geldige machtiging', 3, false, 'terminate', 'newMandate'],
  ['MD02', 'Gegevens van de machtiging onjuist of onvolledig', 0, true, 'keep', 'internal'],
  ['MD06', 'Teruggeboekt door de betaler', 3, true, 'block', 'contact'],
  ['MD07', 'Betaler overleden', 3, false, 'terminate', 'stopMailings'],
  ['MS02', 'Geweigerd door de betaler', 3, true, 'block', 'contact'],
  ['MS03', 'Reden niet opgegeven door de bank', 1, true, 'keep', 'internal'],
  ['RR01', 'Gegevens van de betaler ontbreken: rekening of identificatie', 0, true, 'keep', 'internal'],
  ['RR02', 'Naam of adres van de betaler ontbreekt', 0, true, 'keep', 'internal'],
  ['RR03', 'Naam of adres van de incassant ontbreekt', 0, true, 'keep', 'internal'],
  ['RR04', 'Geweigerd om regelgeving', 0, true, 'keep', 'internal'],
  ['SL01', 'Dienst van de bank van de betaler, zoals een limiet of blokkade', 2, true, 'block', 'contact'],
]
