/** What became of an SMS, by the letters that the clinics know (M-06). */
export const smsStatusWords = {
  V: ['Venter', 'Väntar', 'Odottaa', 'Venter', 'Waiting'],
  S: ['Sendt', 'Skickat', 'Lähetetty', 'Sendt', 'Sent'],
  SB: [
    'Sendt og besvart',
    'Skickat och besvarat',
    'Lähetetty ja vastattu',
    'Sendt og besvaret',
    'Sent and answered',
  ],
  F: ['Feil', 'Fel', 'Virhe', 'Fejl', 'Failed'],
  A: ['Avlyst', 'Avbrutet', 'Peruttu', 'Annulleret', 'Cancelled'],
  FV: [
    'Feil, prøver igjen',
    'Fel, försöker igen',
    'Virhe, yritetään uudelleen',
    'Fejl, prøver igen',
    'Failed, trying again',
  ],
  U: ['Utgått', 'Utgånget', 'Vanhentunut', 'Udløbet', 'Expired'],
} as const;

/** What the gateway reports. */
export const smsDeliveryWords = {
  delivered: ['Levert', 'Levererat', 'Perillä', 'Leveret', 'Delivered'],
  'not-delivered': ['Ikke levert', 'Inte levererat', 'Ei perillä', 'Ikke leveret', 'Not delivered'],
} as const;

/** Why a message did not leave, or not as it was meant. */
export const smsReasonWords = {
  policy: [
    'Påminnelsene er endret',
    'Påminnelserna har ändrats',
    'Muistutuksia on muutettu',
    'Påmindelserne er ændret',
    'The reminders have changed',
  ],
  moved: [
    'Timen er flyttet',
    'Tiden har flyttats',
    'Aika on siirretty',
    'Tiden er flyttet',
    'The appointment was moved',
  ],
  'appointment-cancelled': [
    'Timen er avbestilt',
    'Tiden är avbokad',
    'Aika on peruttu',
    'Tiden er aflyst',
    'The appointment was cancelled',
  ],
  staff: [
    'Avlyst av klinikken',
    'Avbrutet av kliniken',
    'Klinikka perui',
    'Annulleret af klinikken',
    'Cancelled by the clinic',
  ],
  refused: [
    'Mottakeren vil ikke ha SMS',
    'Mottagaren vill inte ha sms',
    'Vastaanottaja ei halua tekstiviestejä',
    'Modtageren vil ikke have sms',
    'The recipient wants no SMS',
  ],
  'test-mode': [
    'Testmodus: ingenting sendes',
    'Testläge: inget skickas',
    'Testitila: mitään ei lähetetä',
    'Testtilstand: intet sendes',
    'Test mode: nothing is sent',
  ],
  'other-sender': [
    'Fra tjenestens avsender: kontoens er ikke godkjent i landet',
    'Från tjänstens avsändare: kontots är inte godkänd i landet',
    'Palvelun lähettäjältä: tilin lähettäjää ei ole hyväksytty maassa',
    'Fra tjenestens afsender: kontoens er ikke godkendt i landet',
    'From the service’s sender: the account’s is not approved in the country',
  ],
  address: [
    'Pasienten har fått en annen adresse',
    'Patienten har fått en annan adress',
    'Potilaan yhteystieto on muuttunut',
    'Patienten har fået en anden adresse',
    'The patient’s address has changed',
  ],
  sender: [
    'Avsenderen er ikke godkjent i landet',
    'Avsändaren är inte godkänd i landet',
    'Lähettäjää ei ole hyväksytty maassa',
    'Afsenderen er ikke godkendt i landet',
    'The sender is not approved in the country',
  ],
  replaced: [
    'Erstattet av en nyere',
    'Ersatt av en nyare',
    'Korvattu uudemmalla',
    'Erstattet af en nyere',
    'Replaced by a newer one',
  ],
} as const;

/** What an SMS is for. */
export const smsTypeWords = {
  'reminder-1': ['Påminnelse 1', 'Påminnelse 1', 'Muistutus 1', 'Påmindelse 1', 'Reminder 1'],
  'reminder-2': ['Påminnelse 2', 'Påminnelse 2', 'Muistutus 2', 'Påmindelse 2', 'Reminder 2'],
  'reminder-3': ['Påminnelse 3', 'Påminnelse 3', 'Muistutus 3', 'Påmindelse 3', 'Reminder 3'],
  'thank-you': [
    'Takk for besøket',
    'Tack för besöket',
    'Kiitos käynnistä',
    'Tak for besøget',
    'Thank-you',
  ],
  general: ['Generell', 'Allmänt', 'Yleinen', 'Generel', 'General'],
  message: ['Beskjed', 'Meddelande', 'Viesti', 'Besked', 'Message'],
  recall: ['Innkalling', 'Kallelse', 'Kutsu', 'Indkaldelse', 'Recall'],
  booked: ['Ny time', 'Ny tid', 'Uusi aika', 'Ny tid', 'Booked'],
  moved: ['Flyttet', 'Flyttad', 'Siirretty', 'Flyttet', 'Moved'],
  cancelled: ['Avbestilt', 'Avbokad', 'Peruttu', 'Aflyst', 'Cancelled'],
  freed: ['Tidligere time', 'Tidigare tid', 'Aikaisempi aika', 'Tidligere tid', 'Earlier time'],
  code: ['Kode', 'Kod', 'Koodi', 'Kode', 'Code'],
  login: ['Innlogging', 'Inloggning', 'Kirjautuminen', 'Login', 'Login'],
} as const;
