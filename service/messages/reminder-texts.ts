import type { Language, Reminders, SmsType } from '../../src/contract/index.js';
import type { Ways } from './booking-texts.js';
import { reminderFields } from '../../src/domain/message-text/reminder-fields.js';

interface SmsWords {
  /** By type; fields of Opus SMS in the language's own names. */
  texts: (fields: Fields) => Record<SmsType, string>;
  noAnswer: string;
  /** Asks for a yes or no, in the words that are understood. */
  confirm: string;
  emailSubject: string;
  /** Asked back after a no: that the appointment stands, and how it is cancelled. */
  stands: string;
  byWord: string;
  byLink: string;
  byPhone: string;
  /** After a word or a link: how it is moved. */
  moveByPhone: string;
  /** In place of cancelling; followed by whom to call, where there is a phone. */
  tooLate: string;
  call: string;
}

interface Fields {
  first: string;
  time: string;
  clinician: string;
}

const phone = '[CLINIC_WORK]';

const words: Record<Language, SmsWords> = {
  nb: {
    texts: ({ first, time, clinician }) => ({
      'reminder-1': `Hei ${first}, minner om timeavtale hos oss ${time}. Mvh, ${clinician}.`,
      'reminder-2': `Hei ${first}, vi minner om timeavtalen ${time}.`,
      'reminder-3': `Hei ${first}, vi minner om timeavtalen ${time}.`,
      'thank-you': `Takk for besøket og velkommen igjen! ${clinician}`,
      general: `Hei ${first}! Mvh, ${clinician}.`,
      message: `Hei ${first}, det gjelder timen din ${time}. Ring oss på ${phone}. Mvh, ${clinician}.`,
      recall: `Hei ${first}, det er på tide med ny time hos oss. Ring ${phone}. Mvh, [CLINIC_NAME].`,
    }),
    noAnswer: 'Du kan ikke sende svar på denne SMS-en.',
    confirm: 'Svar JA for å bekrefte, eller NEI hvis du ikke kan komme.',
    emailSubject: 'Melding fra [CLINIC_NAME]',
    stands: 'Takk for svaret. Timen [Tidspunkt] står fortsatt.',
    byWord: 'Svar AVLYS for å avlyse den.',
    byLink: 'Du kan avlyse den her: [CANCEL_LINK]',
    byPhone: `Vil du avbestille eller flytte den, ring ${phone}.`,
    moveByPhone: `Vil du flytte den, ring ${phone}.`,
    tooLate: 'Det er for sent å avlyse timen [Tidspunkt] på SMS.',
    call: `Ring oss på ${phone}.`,
  },
  sv: {
    texts: ({ first, time, clinician }) => ({
      'reminder-1': `Hej ${first}, vi påminner om din tid hos oss ${time}. Hälsningar, ${clinician}.`,
      'reminder-2': `Hej ${first}, vi påminner om din tid ${time}.`,
      'reminder-3': `Hej ${first}, vi påminner om din tid ${time}.`,
      'thank-you': `Tack för besöket och välkommen åter! ${clinician}`,
      general: `Hej ${first}! Hälsningar, ${clinician}.`,
      message: `Hej ${first}, det gäller din tid ${time}. Ring oss på ${phone}. Hälsningar, ${clinician}.`,
      recall: `Hej ${first}, det är dags för en ny tid hos oss. Ring ${phone}. Hälsningar, [CLINIC_NAME].`,
    }),
    noAnswer: 'Du kan inte svara på detta sms.',
    confirm: 'Svara JA för att bekräfta, eller NEJ om du inte kan komma.',
    emailSubject: 'Meddelande från [CLINIC_NAME]',
    stands: 'Tack för svaret. Din tid [Tidpunkt] finns kvar.',
    byWord: 'Svara AVBOKA för att avboka den.',
    byLink: 'Du kan avboka den här: [CANCEL_LINK]',
    byPhone: `Vill du avboka eller omboka den, ring ${phone}.`,
    moveByPhone: `Vill du omboka den, ring ${phone}.`,
    tooLate: 'Det är för sent att avboka tiden [Tidpunkt] med sms.',
    call: `Ring oss på ${phone}.`,
  },
  fi: {
    texts: ({ first, time, clinician }) => ({
      'reminder-1': `Hei ${first}, muistutamme ajastanne ${time}. Terveisin, ${clinician}.`,
      'reminder-2': `Hei ${first}, muistutamme ajastanne ${time}.`,
      'reminder-3': `Hei ${first}, muistutamme ajastanne ${time}.`,
      'thank-you': `Kiitos käynnistänne ja tervetuloa uudelleen! ${clinician}`,
      general: `Hei ${first}! Terveisin, ${clinician}.`,
      message: `Hei ${first}, asia koskee aikaanne ${time}. Soittakaa numeroon ${phone}. Terveisin, ${clinician}.`,
      recall: `Hei ${first}, on aika varata uusi käynti. Soittakaa numeroon ${phone}. Terveisin, [CLINIC_NAME].`,
    }),
    noAnswer: 'Tähän tekstiviestiin ei voi vastata.',
    confirm: 'Vahvistakaa vastaamalla KYLLÄ, tai vastatkaa EI, jos ette pääse.',
    emailSubject: 'Viesti: [CLINIC_NAME]',
    stands: 'Kiitos vastauksesta. Aikanne [Ajankohta] on edelleen voimassa.',
    byWord: 'Peruaksenne sen vastatkaa PERU.',
    byLink: 'Voitte perua sen täällä: [CANCEL_LINK]',
    byPhone: `Jos haluatte perua tai siirtää sen, soittakaa numeroon ${phone}.`,
    moveByPhone: `Jos haluatte siirtää sen, soittakaa numeroon ${phone}.`,
    tooLate: 'Aikaa [Ajankohta] ei voi enää perua tekstiviestillä.',
    call: `Soittakaa numeroon ${phone}.`,
  },
  da: {
    texts: ({ first, time, clinician }) => ({
      'reminder-1': `Hej ${first}, vi minder om din tid hos os ${time}. Venlig hilsen ${clinician}.`,
      'reminder-2': `Hej ${first}, vi minder om din tid ${time}.`,
      'reminder-3': `Hej ${first}, vi minder om din tid ${time}.`,
      'thank-you': `Tak for besøget og velkommen igen! ${clinician}`,
      general: `Hej ${first}! Venlig hilsen ${clinician}.`,
      message: `Hej ${first}, det drejer sig om din tid ${time}. Ring til os på ${phone}. Venlig hilsen ${clinician}.`,
      recall: `Hej ${first}, det er blevet tid til et nyt besøg hos os. Ring ${phone}. Venlig hilsen [CLINIC_NAME].`,
    }),
    noAnswer: 'Du kan ikke svare på denne sms.',
    confirm: 'Svar JA for at bekræfte, eller NEJ, hvis du ikke kan komme.',
    emailSubject: 'Besked fra [CLINIC_NAME]',
    stands: 'Tak for svaret. Din tid [Tidspunkt] gælder stadig.',
    byWord: 'Svar AFLYS for at aflyse den.',
    byLink: 'Du kan aflyse den her: [CANCEL_LINK]',
    byPhone: `Vil du aflyse eller flytte den, så ring ${phone}.`,
    moveByPhone: `Vil du flytte den, så ring ${phone}.`,
    tooLate: 'Det er for sent at aflyse tiden [Tidspunkt] med sms.',
    call: `Ring til os på ${phone}.`,
  },
  en: {
    texts: ({ first, time, clinician }) => ({
      'reminder-1': `Hello ${first}, a reminder of your appointment with us on ${time}. Kind regards, ${clinician}.`,
      'reminder-2': `Hello ${first}, a reminder of your appointment on ${time}.`,
      'reminder-3': `Hello ${first}, a reminder of your appointment on ${time}.`,
      'thank-you': `Thank you for your visit, and welcome back! ${clinician}`,
      general: `Hello ${first}! Kind regards, ${clinician}.`,
      message: `Hello ${first}, this is about your appointment on ${time}. Please call us at ${phone}. Kind regards, ${clinician}.`,
      recall: `Hello ${first}, it is time for a new visit. Please call ${phone}. Kind regards, [CLINIC_NAME].`,
    }),
    noAnswer: 'You cannot reply to this message.',
    confirm: 'Reply YES to confirm, or NO if you cannot come.',
    emailSubject: 'Message from [CLINIC_NAME]',
    stands: 'Thank you for your reply. Your appointment on [Time] still stands.',
    byWord: 'Reply CANCEL to cancel it.',
    byLink: 'You can cancel it here: [CANCEL_LINK]',
    byPhone: `To cancel or move it, please call ${phone}.`,
    moveByPhone: `To move it, please call ${phone}.`,
    tooLate: 'It is too late to cancel the appointment on [Time] by SMS.',
    call: `Please call us at ${phone}.`,
  },
};

/** Types that ask for a yes or no where the account takes it as one. */
const asking: readonly SmsType[] = ['reminder-1', 'reminder-2', 'reminder-3'];
/** Types whose standard text says that nobody can answer, as the manual's do. */
const oneWay: readonly SmsType[] = ['reminder-1', 'general'];

/** The standard text of Opus SMS in a language, after the manual (M-04, M-12). */
export function standardSms(type: SmsType, lang: Language, answers: Reminders['answers']): string {
  const { texts, noAnswer, confirm } = words[lang];
  const [first, , time, clinician] = reminderFields[lang];
  const text = texts({ first: `[${first}]`, time: `[${time}]`, clinician: `[${clinician}]` })[type];
  if ((answers === 'confirm' || answers === 'cancel') && asking.includes(type))
    return `${text} ${confirm}`;
  return answers === 'none' && oneWay.includes(type) ? `${text} ${noAnswer}` : text;
}

/** Subject of an e-mail that stands for an SMS. */
export const subjectOfSms = (lang: Language): string => words[lang].emailSubject;

/** What is asked back after a no: nothing is cancelled by one SMS. `word`: by one more, where the account takes it. */
export function cancelQuestion(
  lang: Language,
  way: 'word' | 'link' | 'phone',
  { phone: hasPhone }: Pick<Ways, 'phone'>,
): string {
  const { stands, byWord, byLink, byPhone, moveByPhone } = words[lang];
  const how = { word: byWord, link: byLink, phone: hasPhone ? byPhone : '' }[way];
  const more = way !== 'phone' && hasPhone ? moveByPhone : '';
  // A link is alone on its line, so that no full stop becomes part of it.
  return [stands, how, more].filter(Boolean).join(way === 'link' ? '\n' : ' ');
}

/** That the second answer came too late for the account's deadline, or that patients may not cancel this themselves. */
export function tooLateText(lang: Language, { phone: hasPhone }: Pick<Ways, 'phone'>): string {
  const { tooLate, call } = words[lang];
  return hasPhone ? `${tooLate} ${call}` : tooLate;
}
