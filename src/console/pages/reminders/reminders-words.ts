import { smsTypeWords } from '../../words/sms-words.js';

/** The sections of the reminders, and what messages of Opus SMS are called. */
export const remindersWords = {
  title: ['Påminnelser', 'Påminnelser', 'Muistutukset', 'Påmindelser', 'Reminders'],
  lead: [
    'SMS som minner pasientene om timen, takker for besøket, og det de svarer.',
    'Sms som påminner patienterna om tiden, tackar för besöket, och vad de svarar.',
    'Tekstiviestit, jotka muistuttavat potilaita ajasta ja kiittävät käynnistä, sekä vastaukset.',
    'Sms, der minder patienterne om tiden, takker for besøget, og det, de svarer.',
    'SMS that remind patients of the appointment and thank them for the visit, and what they answer.',
  ],
  sections: [
    'Deler av påminnelsene',
    'Delar av påminnelserna',
    'Muistutusten osat',
    'Dele af påmindelserne',
    'Parts of the reminders',
  ],
  texts: [
    'Tekster og tider',
    'Texter och tider',
    'Tekstit ja ajat',
    'Tekster og tider',
    'Texts and times',
  ],
  answers: ['Svar', 'Svar', 'Vastaukset', 'Svar', 'Answers'],
  senders: ['Avsendere', 'Avsändare', 'Lähettäjät', 'Afsendere', 'Senders'],
  gateway: ['SMS-leverandør', 'Sms-leverantör', 'Viestipalvelu', 'Sms-udbyder', 'SMS gateway'],
  service: ['Tjenesten', 'Tjänsten', 'Palvelun tila', 'Tjenesten', 'Service'],
  statistics: ['Statistikk', 'Statistik', 'Tilastot', 'Statistik', 'Statistics'],
  'reminder-1': smsTypeWords['reminder-1'],
  'reminder-2': smsTypeWords['reminder-2'],
  'reminder-3': smsTypeWords['reminder-3'],
  'thank-you': smsTypeWords['thank-you'],
  general: [
    'Generell melding',
    'Allmänt meddelande',
    'Yleinen viesti',
    'Generel besked',
    'General message',
  ],
  message: [
    'Melding om en time',
    'Meddelande om en tid',
    'Viesti ajasta',
    'Besked om en tid',
    'Message about an appointment',
  ],
  recall: ['Innkalling', 'Kallelse', 'Kutsu', 'Indkaldelse', 'Recall'],
} as const;
