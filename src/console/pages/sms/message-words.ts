/** What a message is, and what has become of it (M-06). */
export const statusWords = {
  V: ['Venter', 'Väntar', 'Odottaa', 'Venter', 'Waiting'],
  S: ['Sendt', 'Skickat', 'Lähetetty', 'Sendt', 'Sent'],
  SB: [
    'Sendt og besvart',
    'Skickat och besvarat',
    'Lähetetty, vastattu',
    'Sendt og besvaret',
    'Sent and answered',
  ],
  F: ['Feil', 'Fel', 'Virhe', 'Fejl', 'Failed'],
  A: ['Avlyst', 'Avbrutet', 'Peruttu', 'Annulleret', 'Cancelled'],
  FV: [
    'Feil, venter igjen',
    'Fel, väntar igen',
    'Virhe, odottaa uudelleen',
    'Fejl, venter igen',
    'Failed, waits again',
  ],
  U: ['Utgått', 'Utgånget', 'Vanhentunut', 'Udløbet', 'Expired'],
} as const;

export const deliveryWords = {
  delivered: ['levert', 'levererat', 'toimitettu', 'leveret', 'delivered'],
  'not-delivered': [
    'ikke levert',
    'inte levererat',
    'ei toimitettu',
    'ikke leveret',
    'not delivered',
  ],
} as const;

export const typeWords = {
  'reminder-1': ['Påminnelse 1', 'Påminnelse 1', 'Muistutus 1', 'Påmindelse 1', 'Reminder 1'],
  'reminder-2': ['Påminnelse 2', 'Påminnelse 2', 'Muistutus 2', 'Påmindelse 2', 'Reminder 2'],
  'reminder-3': ['Påminnelse 3', 'Påminnelse 3', 'Muistutus 3', 'Påmindelse 3', 'Reminder 3'],
  'thank-you': [
    'Takk for besøket',
    'Tack för besöket',
    'Kiitos käynnistä',
    'Tak for besøget',
    'Thank you',
  ],
  general: ['Generell', 'Allmänt', 'Yleinen', 'Generel', 'General'],
  message: ['Beskjed', 'Meddelande', 'Viesti', 'Besked', 'Message'],
  recall: ['Innkalling', 'Kallelse', 'Kutsu', 'Indkaldelse', 'Recall'],
  booked: ['Time bestilt', 'Tid bokad', 'Aika varattu', 'Tid bestilt', 'Booked'],
  moved: ['Time flyttet', 'Tid ombokad', 'Aika siirretty', 'Tid flyttet', 'Moved'],
  cancelled: ['Time avbestilt', 'Tid avbokad', 'Aika peruttu', 'Tid aflyst', 'Cancelled'],
  code: ['Kode', 'Kod', 'Koodi', 'Kode', 'Code'],
  login: ['Innlogging', 'Inloggning', 'Kirjautuminen', 'Login', 'Login'],
} as const;

/** Why a message did not leave, or was replaced. */
export const reasonWords = {
  policy: [
    'Oppsettet for påminnelser ble endret.',
    'Inställningen för påminnelser ändrades.',
    'Muistutusten asetuksia muutettiin.',
    'Opsætningen af påmindelser blev ændret.',
    'The policy of reminders was changed.',
  ],
  moved: [
    'Timen ble flyttet.',
    'Tiden bokades om.',
    'Aika siirrettiin.',
    'Tiden blev flyttet.',
    'The appointment was moved.',
  ],
  'appointment-cancelled': [
    'Timen ble avbestilt.',
    'Tiden avbokades.',
    'Aika peruttiin.',
    'Tiden blev aflyst.',
    'The appointment was cancelled.',
  ],
  staff: [
    'Avlyst av klinikken.',
    'Avbrutet av kliniken.',
    'Klinikka perui.',
    'Annulleret af klinikken.',
    'Cancelled by the clinic.',
  ],
  refused: [
    'Mottakeren vil ikke ha SMS.',
    'Mottagaren vill inte ha sms.',
    'Vastaanottaja ei halua tekstiviestejä.',
    'Modtageren vil ikke have sms.',
    'The recipient wants no SMS.',
  ],
  'test-mode': [
    'Testmodus: ingenting sendes.',
    'Testläge: inget skickas.',
    'Testitila: mitään ei lähetetä.',
    'Testtilstand: intet sendes.',
    'Test mode: nothing is sent.',
  ],
  sender: [
    'Ingen godkjent avsender i landet.',
    'Ingen godkänd avsändare i landet.',
    'Maassa ei ole hyväksyttyä lähettäjää.',
    'Ingen godkendt afsender i landet.',
    'No approved sender in the country.',
  ],
  replaced: [
    'Erstattet av en nyere.',
    'Ersatt av ett nyare.',
    'Korvattu uudemmalla.',
    'Erstattet af en nyere.',
    'Replaced by a newer one.',
  ],
} as const;

/** What of received messages is looked for. */
export const readWords = {
  unread: ['Ulest', 'Oläst', 'Lukematta', 'Ulæst', 'Unread'],
  read: ['Lest', 'Läst', 'Luettu', 'Læst', 'Read'],
  'follow-up': ['Følg opp', 'Följ upp', 'Seurattava', 'Følg op', 'Follow up'],
} as const;

export const meaningWords = {
  yes: ['Ja', 'Ja', 'Kyllä', 'Ja', 'Yes'],
  no: ['Nei', 'Nej', 'Ei', 'Nej', 'No'],
  stop: ['Vil ikke ha SMS', 'Vill inte ha sms', 'Ei tekstiviestejä', 'Vil ikke have sms', 'STOP'],
  start: ['Vil ha SMS', 'Vill ha sms', 'Haluaa tekstiviestejä', 'Vil have sms', 'START'],
} as const;
