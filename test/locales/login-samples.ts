import type { LoginMessages } from '../../src/locales/login-messages.js';
import type { SamplesOf } from './samples-of.js';

/** Values for every word of logging in that is put together from some. */
export const loginSamples: SamplesOf<LoginMessages> = {
  loginWith: [['BankID 2']],
  loginCodeSent: [['412 34 567']],
  eidWaiting: [['BankID 2']],
  eidOpen: [['BankID 2']],
  recallNoticeText: [['Rotfylling 2']],
};
