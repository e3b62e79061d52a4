import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    card: 'Relatiekaart', data: 'Gegevens', functions: 'Functies', memberships: 'Lidmaatschappen', subscriptions: 'Abonnementen en toezeggingen', money: 'Facturen en incasso', history: 'Historie',
    number: 'Relatienummer', kind: 'Soort', person: 'Persoon', organisation: 'Organisatie', status: 'Status', birthDate: 'Geboortedatum', deceasedOn: 'Overleden op', coc: 'KvK-nummer', vat: 'Btw-nummer',
    address: 'Adres', municipality: 'Gemeente', province: 'Provincie', email: 'E-mail', phone: 'Telefoon', iban: 'IBAN', edit: 'Gegevens wijzigen',
    what: 'Functie', at: 'Bij', from: 'Vanaf', until: 'Tot', days: 'Dagen', type: 'Type', reason: 'Reden', present: 'heden',
    noFunctions: 'Deze relatie heeft geen functies.', addFunction: 'Functie toevoegen', noMemberships: 'Nog geen lidmaatschappen. Ze ontstaan vanzelf op de dag dat de relatie aan de regels voldoet.',
    subscriptionsTitle: 'Abonnementen', price: 'Prijs', invoicedUntil: 'Gefactureerd tot', noSubscriptions: 'Geen abonnementen.', addSubscription: 'Abonnement toevoegen',
    pledgesTitle: 'Toezeggingen', fund: 'Fonds', amount: 'Bedrag', frequency: 'Frequentie', received: 'Ontvangen', noPledges: 'Geen toezeggingen.', addPledge: 'Toezegging toevoegen',
    once: 'Eenmalig', monthly: 'Per maand', quarterly: 'Per kwartaal', halfYearly: 'Per halfjaar', yearly: 'Per jaar',
    invoicesTitle: 'Facturen', invoice: 'Factuur', description: 'Omschrijving', date: 'Datum', total: 'Totaal', open: 'Openstaand', noInvoices: 'Geen facturen.',
    mandatesTitle: 'Machtigingen', reference: 'Mandaatnummer', signedOn: 'Getekend op', noMandates: 'Geen machtigingen.', addMandate: 'Machtiging toevoegen',
    debitsTitle: 'Incasso-opdrachten', collectionDate: 'Incassodatum', noDebits: 'Geen incasso-opdrachten.',
    when: 'Wanneer', who: 'Door', change: 'Wijziging', system: 'Kring', create: 'Toegevoegd', update: 'Gewijzigd', delete: 'Verwijderd', noHistory: 'Er is nog niets gewijzigd.', nothing: '(leeg)',
  },
  en: {
    card: 'Relation card', data: 'Data', functions: 'Functions', memberships: 'Memberships', subscriptions: 'Subscriptions and pledges', money: 'Invoices and direct debit', history: 'History',
    number: 'Number', kind: 'Type', person: 'Person', organisation: 'Organisation', status: 'Status', birthDate: 'Date of birth', deceasedOn: 'Deceased on', coc: 'Chamber of Commerce number', vat: 'VAT number',
    address: 'Address', municipality: 'Municipality', province: 'Province', email: 'E-mail', phone: 'Phone', iban: 'IBAN', edit: 'Change the data',
    what: 'Function', at: 'At', from: 'From', until: 'Until', days: 'Days', type: 'Type', reason: 'Reason', present: 'present',
    noFunctions: 'This relation holds no functions.', addFunction: 'Add a function', noMemberships: 'No memberships yet. They begin by themselves on the day on which the relation meets the rules.',
    subscriptionsTitle: 'Subscriptions', price: 'Price', invoicedUntil: 'Invoiced until', noSubscriptions: 'No subscriptions.', addSubscription: 'Add a subscription',
    pledgesTitle: 'Pledges', fund: 'Fund', amount: 'Amount', frequency: 'Frequency', received: 'Received', noPledges: 'No pledges.', addPledge: 'Add a pledge',
    once: 'Once', monthly: 'Monthly', quarterly: 'Quarterly', halfYearly: 'Half-yearly', yearly: 'Yearly',
    invoicesTitle: 'Invoices', invoice: 'Invoice', description: 'Description', date: 'Date', total: 'Total', open: 'Open', noInvoices: 'No invoices.',
    mandatesTitle: 'Mandates', reference: 'Reference', signedOn: 'Signed on', noMandates: 'No mandates.', addMandate: 'Add a mandate',
    debitsTitle: 'Debit instructions', collectionDate: 'Collection date', noDebits: 'No debit instructions.',
    when: 'When', who: 'By', change: 'Change', system: 'Kring', create: 'Created', update: 'Changed', delete: 'Deleted', noHistory: 'Nothing was changed yet.', nothing: '(empty)',
  },
} as const satisfies Record<Language, Record<string, string>>
