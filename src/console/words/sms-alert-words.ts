/** The warning above every page when messages do not leave. */
export const smsAlertWords = {
  failing: [
    'SMS går ikke ut akkurat nå.',
    'Sms går inte ut just nu.',
    'Tekstiviestit eivät lähde juuri nyt.',
    'Sms sendes ikke lige nu.',
    'SMS do not leave just now.',
  ],
  late: [
    'SMS er forsinket.',
    'Sms är försenade.',
    'Tekstiviestit ovat myöhässä.',
    'Sms er forsinkede.',
    'SMS are late.',
  ],
  'test-mode': [
    'Testmodus: ingen påminnelser sendes.',
    'Testläge: inga påminnelser skickas.',
    'Testitila: muistutuksia ei lähetetä.',
    'Testtilstand: ingen påmindelser sendes.',
    'Test mode: no reminders are sent.',
  ],
  more: ['Se hvorfor', 'Se varför', 'Katso miksi', 'Se hvorfor', 'See why'],
} as const;
