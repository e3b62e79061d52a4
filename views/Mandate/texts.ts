import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    gone: 'Deze machtiging bestaat niet.', of: 'van', at: 'bij',
    active: 'Deze machtiging geldt. Wordt er niet mee geïncasseerd, dan mag dat na {date} niet meer.',
    dormant: 'Deze machtiging slaapt: er is 36 maanden niet mee geïncasseerd, en dat mag nu niet meer. Vraag een nieuwe machtiging.',
    used: 'Deze eenmalige machtiging is gebruikt. Vraag voor een volgende incasso een nieuwe.',
    blocked: 'Deze machtiging is geblokkeerd: {reason}. Wat gepland is blijft staan, maar gaat niet mee in een batch tot je haar deblokkeert.',
    terminated: 'Deze machtiging is beëindigd op {date}{reason}. Bewaar het bewijs tot {purge}.',
    noReason: 'geen reden opgegeven', lastDebit: 'Laatste incasso', never: 'Nog nooit', planned: 'Gepland', underWay: 'Bij de bank of in een batch', points: 'Stornopunten', ofPoints: '{points} van {most}',
    history: 'Wat er gebeurde', date: 'Datum', what: 'Wat', amount: 'Bedrag', signed: 'Getekend', ended: 'Beëindigd{reason}', debit: 'Incasso: {description}', retold: 'meldt de wijziging aan de bank', cameBack: 'terug op {date}',
    changed: 'Gewijzigd van {was} in {is}', by: 'door {name}', announcedSeries: 'Aangekondigd per {channel}: vanaf {date} {months|elke maand|elke # maanden}', announcedOnce: 'Aangekondigd per {channel}: op {date}', mail: 'e-mail', letter: 'brief', invoice: 'factuur',
    change: 'Andere rekening', block: 'Blokkeren', unblock: 'Deblokkeren', end: 'Beëindigen', close: 'Sluiten', busy: 'Bezig…', failed: 'Dat lukte niet. Ververs de pagina en probeer het opnieuw.',
    changeUnused: 'Met deze machtiging is nog niet geïncasseerd. De gegevens worden gewoon vervangen.',
    changeUsed: 'De machtiging loopt door met de nieuwe gegevens. Wat ze was, blijft bewaard. De bank hoort het bij de volgende incasso, net zo lang tot er een is gelukt. Wat al in een batch zit, gaat nog met de oude gegevens.',
    iban: 'IBAN', holder: 'Rekeninghouder', reference: 'Mandaatnummer', saveChange: 'Wijzig', changedNow: 'Gewijzigd.', changedAmendment: 'Gewijzigd. De volgende incasso meldt het aan de bank.',
    blockLead: 'Er wordt niet meer geïncasseerd tot je de machtiging deblokkeert. Wat gepland is blijft gepland.', reason: 'Reden', blockedNow: 'Geblokkeerd.', unblockLead: 'Er wordt weer geïncasseerd met deze machtiging. Wat gepland is gaat mee in de volgende batch.', unblockedNow: 'Gedeblokkeerd.',
    endLead: 'Voorgoed: met een beëindigde machtiging wordt nooit meer geïncasseerd.', endPlanned: '{count|1 geplande incasso vervalt|# geplande incasso’s vervallen}.', endUnderWay: '{count|1 incasso zit al in een batch of ligt bij de bank. Die gaat|# incasso’s zitten al in een batch of liggen bij de bank. Die gaan} door.',
    endPledges: 'Beëindig ook {count|de toezegging die hiermee wordt|de # toezeggingen die hiermee worden} geïncasseerd', endedNow: 'Beëindigd. {cancelled|1 geplande incasso|# geplande incasso’s} vervallen, {pledges|1 toezegging|# toezeggingen} beëindigd.', endedUnderWay: 'Let op: {count|1 incasso gaat nog door, want die zit al in een batch of ligt bij de bank|# incasso’s gaan nog door, want ze zitten al in een batch of liggen bij de bank}.',
  },
  en: {
    gone: 'This mandate does not exist.', of: 'of', at: 'at',
    active: 'This mandate is valid. If nothing is collected with it, that is no longer allowed after {date}.',
    dormant: 'This mandate is asleep: nothing was collected with it for 36 months, and that is no longer allowed. Ask for a new mandate.',
    used: 'This one-off mandate was used. Ask for a new one for another debit.',
    blocked: 'This mandate is blocked: {reason}. What is planned stays, but goes into no batch until you unblock it.',
    terminated: 'This mandate ended on {date}{reason}. Keep the proof until {purge}.',
    noReason: 'no reason given', lastDebit: 'Latest debit', never: 'Never', planned: 'Planned', underWay: 'At the bank or in a batch', points: 'Return points', ofPoints: '{points} of {most}',
    history: 'What happened', date: 'Date', what: 'What', amount: 'Amount', signed: 'Signed', ended: 'Ended{reason}', debit: 'Debit: {description}', retold: 'tells the bank of the change', cameBack: 'back on {date}',
    changed: 'Changed from {was} to {is}', by: 'by {name}', announcedSeries: 'Announced by {channel}: from {date}, {months|every month|every # months}', announcedOnce: 'Announced by {channel}: on {date}', mail: 'e-mail', letter: 'letter', invoice: 'invoice',
    change: 'Another account', block: 'Block', unblock: 'Unblock', end: 'End', close: 'Close', busy: 'Busy…', failed: 'That did not work. Refresh the page and try again.',
    changeUnused: 'Nothing was collected with this mandate yet. The details are simply replaced.',
    changeUsed: 'The mandate goes on with the new details. What it was is kept. The bank is told with the next debit, until one of them settles. What is in a batch already still goes with the old details.',
    iban: 'IBAN', holder: 'Account holder', reference: 'Mandate reference', saveChange: 'Change', changedNow: 'Changed.', changedAmendment: 'Changed. The next debit tells the bank.',
    blockLead: 'Nothing is collected until you unblock the mandate. What is planned stays planned.', reason: 'Reason', blockedNow: 'Blocked.', unblockLead: 'The mandate is collected with again. What is planned goes into the next batch.', unblockedNow: 'Unblocked.',
    endLead: 'For good: nothing is ever collected with a mandate that ended.', endPlanned: '{count|1 planned debit is|# planned debits are} cancelled.', endUnderWay: '{count|1 debit is in a batch or at the bank already. It goes|# debits are in a batch or at the bank already. Those go} on.',
    endPledges: 'End the {count|pledge that is|# pledges that are} collected with it as well', endedNow: 'Ended. {cancelled|1 planned debit|# planned debits} cancelled, {pledges|1 pledge|# pledges} ended.', endedUnderWay: 'Mind: {count|1 debit still goes on, because it is|# debits still go on, because they are} in a batch or at the bank already.',
  },
} as const satisfies Record<Language, Record<string, string>>

export type Texts = Readonly<Record<keyof (typeof texts)['nl'], string>>
