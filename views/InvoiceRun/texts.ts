import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    title: 'Factuurronde', lead: 'Alle abonnementen waarvan vandaag of eerder een periode begon en nog niet is gefactureerd. Er wordt pas iets gemaakt als je op de knop drukt.',
    invoices: 'Facturen', total: 'Totaalbedrag', subscriptions: 'Abonnementen', nothing: 'Er is niets te factureren: van alle abonnementen is de lopende periode gefactureerd.', toSubscriptions: 'Bekijk de abonnementen',
    types: 'Per abonnementstype', type: 'Abonnementstype', remarks: 'Let op', list: 'Wie krijgt een factuur', back: '← Terug naar de hele ronde', all: 'Toon alles',
    deceased: '{count} overleden: krijgt geen factuur', archived: '{count} gearchiveerd: krijgt geen factuur', free: '{count} met een gratis eerste periode: daarvoor komt geen factuur', noMailAddress: '{count} zonder e-mailadres: de factuur wordt gemaakt, maar kan niet worden gemaild', mandateNotActive: '{count} met een machtiging die niet geldt: de factuur wordt gemaakt, maar niet geïncasseerd',
    wordDeceased: 'overleden', wordArchived: 'gearchiveerd', wordFree: 'eerste periode gratis', wordNoMailAddress: 'geen e-mailadres', wordMandateNotActive: 'machtiging geldt niet',
    search: 'Zoek op naam of relatienummer', find: 'Zoek', found: '{count} gevonden', sort: 'Volgorde', sortName: 'naam', sortType: 'type', sortPrice: 'hoogste prijs eerst', sortDate: 'ingangsdatum', debtor: 'Wie betaalt', subscription: 'Abonnement', period: 'Periode', amount: 'Bedrag', remark: 'Opmerking', nobody: 'Niemand gevonden. Zoek anders, of toon alles.', more: '{count} facturen',
    make: 'Maak de facturen ({count})', busy: 'Bezig…', stays: 'Je kunt deze pagina rustig verlaten: het werk gaat door, en je ziet hier straks wat ervan is gekomen.', made: '{count|1 factuur|# facturen} gemaakt, samen {total}.', madeNothing: 'Er was niets meer te factureren.', seen: 'Gezien',
    sendTitle: 'Versturen', sendNothing: 'Alles wat verstuurd kan worden, is verstuurd.', send: 'Verstuur {count} per e-mail', sent: '{count|1 factuur staat|# facturen staan} klaar in de wachtrij van de e-mail.', left: '{count|1 kon|# konden} niet worden verstuurd:', reasonNoMailAddress: 'geen e-mailadres', reasonDebtorGone: 'overleden of gearchiveerd',
    toPrint: '{count|1 factuur gaat|# facturen gaan} per post.', print: 'Open {count} om af te drukken', confirmPrinted: '{count|Deze is|Deze # zijn} op de post', confirmed: '{count|1 factuur staat|# facturen staan} nu op verstuurd.', withoutAddress: '{count|1 factuur wacht|# facturen wachten} op een e-mailadres.', gone: '{count|1 factuur is|# facturen zijn} voor iemand die is overleden of gearchiveerd: {count|die wordt|die worden} niet verstuurd.', see: 'Bekijk ze',
    failed: 'Dat lukte niet. Ververs de pagina: dan zie je of de facturen er al zijn.',
  },
  en: {
    title: 'Invoice run', lead: 'All subscriptions of which a period began today or earlier and is not invoiced yet. Nothing is made before you press the button.',
    invoices: 'Invoices', total: 'Total', subscriptions: 'Subscriptions', nothing: 'There is nothing to invoice: the running period of every subscription was invoiced.', toSubscriptions: 'See the subscriptions',
    types: 'By subscription type', type: 'Subscription type', remarks: 'Mind', list: 'Who gets an invoice', back: '← Back to the whole run', all: 'Show all',
    deceased: '{count} deceased: no invoice', archived: '{count} archived: no invoice', free: '{count} with a free first period: no invoice for it', noMailAddress: '{count} without an e-mail address: the invoice is made but cannot be mailed', mandateNotActive: '{count} with a mandate that does not hold: the invoice is made but not collected',
    wordDeceased: 'deceased', wordArchived: 'archived', wordFree: 'first period free', wordNoMailAddress: 'no e-mail address', wordMandateNotActive: 'mandate does not hold',
    search: 'Search by name or relation number', find: 'Search', found: '{count} found', sort: 'Order', sortName: 'name', sortType: 'type', sortPrice: 'highest price first', sortDate: 'start date', debtor: 'Who pays', subscription: 'Subscription', period: 'Period', amount: 'Amount', remark: 'Remark', nobody: 'Nobody found. Search differently, or show all.', more: '{count} invoices',
    make: 'Make the invoices ({count})', busy: 'Busy…', stays: 'You may leave this page: the work goes on, and what came of it will be shown here.', made: 'Made {count|1 invoice|# invoices}, {total} together.', madeNothing: 'There was nothing left to invoice.', seen: 'Seen',
    sendTitle: 'Sending', sendNothing: 'Everything that can be sent has been sent.', send: 'Send {count} by e-mail', sent: '{count|1 invoice is|# invoices are} in the queue of the e-mail.', left: '{count} could not be sent:', reasonNoMailAddress: 'no e-mail address', reasonDebtorGone: 'deceased or archived',
    toPrint: '{count|1 invoice goes|# invoices go} by post.', print: 'Open {count} to print', confirmPrinted: '{count|This one is|These # are} in the post', confirmed: '{count|1 invoice counts|# invoices count} as sent now.', withoutAddress: '{count|1 invoice waits|# invoices wait} for an e-mail address.', gone: '{count|1 invoice is|# invoices are} for somebody who died or was archived: {count|it is|they are} not sent.', see: 'See them',
    failed: 'That did not work. Refresh the page to see whether the invoices are there.',
  },
} as const satisfies Record<Language, Record<string, string>>
