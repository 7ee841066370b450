import type { Language } from '../../../contract/index.js';
import { inLanguage } from '../../words/in-language.js';
import {
  smsDeliveryWords,
  smsReasonWords,
  smsStatusWords,
  smsTypeWords,
} from '../../words/sms-words.js';
import { meaningWords, readWords } from './message-words.js';
import { smsWords } from './sms-words.js';

/** All that messages are written with, in one language. */
export type MessageTexts = ReturnType<typeof messageTexts>;

export const messageTexts = (language: Language) => ({
  language,
  words: inLanguage(smsWords, language),
  statuses: inLanguage(smsStatusWords, language),
  deliveries: inLanguage(smsDeliveryWords, language),
  types: inLanguage(smsTypeWords, language),
  reasons: inLanguage(smsReasonWords, language),
  reads: inLanguage(readWords, language),
  meanings: inLanguage(meaningWords, language),
});
