import type { AppointmentEvent, Language, MessageEvent } from '../../src/contract/index.js';
import type { BookingWords } from './booking-words/booking-words.js';
import { danish } from './booking-words/danish.js';
import { english } from './booking-words/english.js';
import { finnish } from './booking-words/finnish.js';
import { norwegian } from './booking-words/norwegian.js';
import { swedish } from './booking-words/swedish.js';

/** What patients can do about an appointment by themselves, and whether there is a number to call. */
export interface Ways {
  move: boolean;
  cancel: boolean;
  phone: boolean;
}

/** A text with merge fields; `subject` of e-mail only. */
export interface BookingText {
  subject: string | null;
  text: string;
}

const words: Record<Language, BookingWords> = {
  nb: norwegian,
  sv: swedish,
  fi: finnish,
  da: danish,
  en: english,
};

/** The standard text of an event, plain and with merge fields (M-01, M-02, M-12): links where they lead on, else the phone. */
export function standardText(
  event: MessageEvent,
  channel: 'sms' | 'email',
  lang: Language,
  ways: Ways,
): BookingText {
  const said = words[lang];
  if (event === 'freed') return freedText(channel, said);
  if (channel === 'sms') {
    const { opening, closing } = said.sms[event];
    const lines = [opening, ...change(said, said.sms, event, ways), ...(closing ? [closing] : [])];
    return { subject: null, text: lines.join('\n') };
  }
  const { subject, lines } = said.email[event];
  const paragraphs = [
    [said.greeting],
    event === 'cancelled' ? lines : [...lines, said.treatment, said.address],
    change(said, said.email, event, ways),
    [event === 'cancelled' ? said.email.goodbye : said.email.welcome, ...said.email.signature],
  ];
  const text = paragraphs.filter((paragraph) => paragraph.length > 0);
  return { subject, text: text.map((paragraph) => paragraph.join('\n')).join('\n\n') };
}

/** The text that an earlier time is free (P-48): nobody's name, since nobody but an address may be known. */
function freedText(channel: 'sms' | 'email', said: BookingWords): BookingText {
  if (channel === 'sms') {
    const { freed, take, stop } = said.sms;
    return { subject: null, text: [freed.opening, take, stop].join('\n') };
  }
  const { freed, take, stop, signature } = said.email;
  const paragraphs = [[...freed.lines, said.treatment, said.address], [take], signature, [stop]];
  return {
    subject: freed.subject,
    text: paragraphs.map((paragraph) => paragraph.join('\n')).join('\n\n'),
  };
}

/** How the appointment can be changed: a link for each thing that patients do themselves, the phone for the rest. */
function change(
  { call }: BookingWords,
  { move, cancel }: { move: string; cancel: string },
  event: AppointmentEvent,
  ways: Ways,
): string[] {
  const phone = (sentence: string) => (ways.phone ? [sentence] : []);
  if (event === 'cancelled') return phone(call.newTime);
  if (ways.move && ways.cancel) return [move, cancel];
  if (ways.move) return [move, ...phone(call.cancel)];
  if (ways.cancel) return [cancel, ...phone(call.move)];
  return phone(call.either);
}

/** What an appointment is called in the calendars of patients, which others see too: no treatment, no clinician. */
export function calendarWords(lang: Language): BookingWords['calendar'] {
  return words[lang].calendar;
}
