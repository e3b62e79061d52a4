/** Words of our own in the admin, and the admin's own sentences where they would say *u* or say too little. */
export const adminTexts = {
  nl: {
    kring: { relationCard: 'Relatiekaart', explainMembership: 'Waarom lid?', batchOverview: 'Overzicht', mandateLife: 'Levensloop', creditorBank: 'Bij de bank', statementLines: 'Regels', invoiceOverview: 'Overzicht', cancelSubscription: 'Opzeggen', listMembers: 'Relaties', fundForecast: 'Prognose', onlinePayment: 'Wat ervan kwam', bankLine: 'Overzicht', bankImport: 'Overzicht' },
    authentication: {
      beginCreateFirstUser: 'Maak de eerste gebruiker. Die wordt functioneel beheerder.',
      checkYourEmailForPasswordReset: 'Hoort dit e-mailadres bij een account, dan krijg je zo een e-mail waarmee je een nieuw wachtwoord kiest. Kijk ook bij je ongewenste e-mail.',
      forgotPasswordEmailInstructions: 'Vul je e-mailadres in. Je krijgt een e-mail waarmee je een nieuw wachtwoord kiest.',
      loggedIn: 'Je bent al ingelogd. <0>Log eerst uit</0> om met een andere gebruiker in te loggen.',
      loggedOutInactivity: 'Je bent uitgelogd, omdat je een tijd niets hebt gedaan.',
      loggedOutSuccessfully: 'Je bent uitgelogd.',
      resetYourPassword: 'Kies een nieuw wachtwoord',
      youAreInactive: 'Je hebt een tijd niets gedaan en wordt zo uitgelogd. Wil je ingelogd blijven?',
      youAreReceivingResetPassword: 'Je krijgt deze e-mail omdat jij of iemand anders een nieuw wachtwoord voor je account heeft gevraagd. Klik op de link of plak hem in je browser:',
      youDidNotRequestPassword: 'Heb je dit niet gevraagd? Dan hoef je niets te doen; je wachtwoord blijft hetzelfde.',
    },
    error: {
      documentNotFound: 'Dit record bestaat niet meer, of je hebt er geen toegang toe.',
      notAllowedToAccessPage: 'Je hebt geen toegang tot deze pagina.',
      notAllowedToPerformAction: 'Je hebt hier geen recht toe. Vraag het aan je functioneel beheerder.',
      unauthorized: 'Log eerst in.',
    },
    general: {
      aboutToDelete: 'Je verwijdert {{label}} <1>{{title}}</1>. Weet je het zeker?',
      changesNotSaved: 'Je wijzigingen zijn niet bewaard. Als je weggaat, gaan ze verloren.',
      documentOutOfDate: 'Iemand anders heeft dit net gewijzigd. Ververs de pagina om de laatste gegevens te zien.',
      noResultsDescription: 'Er is nog niets, of er is niets dat bij je filters past.',
      sorryNotFound: 'Hier is niets. Ga terug of zoek vanaf het begin.',
      unsavedChanges: 'Je hebt wijzigingen die nog niet bewaard zijn. Bewaar ze of maak ze ongedaan voor je verdergaat.',
    },
  },
  en: {
    kring: { relationCard: 'Relation card', explainMembership: 'Why a member?', batchOverview: 'Overview', mandateLife: 'Life line', creditorBank: 'At the bank', statementLines: 'Lines', invoiceOverview: 'Overview', cancelSubscription: 'Cancel', listMembers: 'Relations', fundForecast: 'Forecast', onlinePayment: 'What became of it', bankLine: 'Overview', bankImport: 'Overview' },
    authentication: { beginCreateFirstUser: 'Make the first user, who becomes the functional administrator.' },
  },
} as const
