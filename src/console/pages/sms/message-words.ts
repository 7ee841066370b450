/** What of received messages is looked for. */
export const readWords = {
  unread: ['Ulest', 'Oläst', 'Lukematta', 'Ulæst', 'Unread'],
  read: ['Lest', 'Läst', 'Luettu', 'Læst', 'Read'],
  'follow-up': ['Følg opp', 'Följ upp', 'Seurattava', 'Følg op', 'Follow up'],
} as const;

/** What an answer was taken for. */
export const meaningWords = {
  yes: ['Ja', 'Ja', 'Kyllä', 'Ja', 'Yes'],
  no: ['Nei', 'Nej', 'Ei', 'Nej', 'No'],
  cancel: ['Vil avlyse', 'Vill avboka', 'Haluaa perua', 'Vil aflyse', 'Wants to cancel'],
  stop: ['Vil ikke ha SMS', 'Vill inte ha sms', 'Ei tekstiviestejä', 'Vil ikke have sms', 'STOP'],
  start: ['Vil ha SMS', 'Vill ha sms', 'Haluaa tekstiviestejä', 'Vil have sms', 'START'],
} as const;
