import type { Language } from '../../../contract/index.js';
import { inLanguage } from '../../words/in-language.js';
import {
  smsDeliveryWords,
  smsReasonWords,
  smsStatusWords,
  smsTypeWords,
} from '../../words/sms-words.js';
import { appointmentSmsWords } from './appointment-sms-words.js';
import type { StateWords } from './sms-state.js';

/** All that an appointment's SMS are told in, in one language. */
export interface AppointmentSmsTexts extends StateWords {
  readonly language: Language;
  readonly words: Record<keyof typeof appointmentSmsWords, string>;
  readonly types: Record<keyof typeof smsTypeWords, string>;
}

export const appointmentSmsTexts = (language: Language): AppointmentSmsTexts => ({
  language,
  words: inLanguage(appointmentSmsWords, language),
  types: inLanguage(smsTypeWords, language),
  status: inLanguage(smsStatusWords, language),
  delivery: inLanguage(smsDeliveryWords, language),
  reason: inLanguage(smsReasonWords, language),
});
