import type { Language } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';

/** A time of an appointment as the journal names it; `start` in epoch milliseconds. */
export interface JournalTime {
  start: number;
  clinician: string;
  clinic: string;
}

const words: Record<
  Language,
  { moved: (from: string, to: string) => string; cancelled: (time: string) => string }
> = {
  nb: {
    moved: (from, to) => `Time flyttet av pasienten på nett: fra ${from} til ${to}.`,
    cancelled: (time) => `Time avbestilt av pasienten på nett: ${time}.`,
  },
  sv: {
    moved: (from, to) => `Tid ombokad av patienten på webben: från ${from} till ${to}.`,
    cancelled: (time) => `Tid avbokad av patienten på webben: ${time}.`,
  },
  fi: {
    moved: (from, to) => `Potilas siirsi ajan verkossa: ${from} → ${to}.`,
    cancelled: (time) => `Potilas peruutti ajan verkossa: ${time}.`,
  },
  da: {
    moved: (from, to) => `Aftale flyttet af patienten online: fra ${from} til ${to}.`,
    cancelled: (time) => `Afbud fra patienten online: ${time}.`,
  },
  en: {
    moved: (from, to) => `Appointment moved online by the patient: from ${from} to ${to}.`,
    cancelled: (time) => `Appointment cancelled online by the patient: ${time}.`,
  },
};

function inWords({ start, clinician, clinic }: JournalTime, timeZone: string): string {
  const text = formatInstant(start, timeZone);
  return `${text.slice(0, 10)} ${text.slice(11, 16)}, ${clinician}, ${clinic}`;
}

/** The journal's line of a move, in the account's own language and zone. */
export function movedInJournal(
  lang: Language,
  timeZone: string,
  from: JournalTime,
  to: JournalTime,
): string {
  return words[lang].moved(inWords(from, timeZone), inWords(to, timeZone));
}

/** The journal's line of a cancellation, in the account's own language and zone. */
export function cancelledInJournal(lang: Language, timeZone: string, time: JournalTime): string {
  return words[lang].cancelled(inWords(time, timeZone));
}
