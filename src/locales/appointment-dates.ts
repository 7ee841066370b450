import type { Appointment, Language } from '../contract/index.js';
import type { CivilDate } from '../domain/civil-date.js';
import { toClockTime } from '../domain/clock-time.js';
import { treatmentName } from '../domain/treatment-name.js';
import { dateHeading, longDate, timeAt } from './date-words.js';
import type { Localizer } from './localizer.js';

/** "Mandag den 29. januar", with the year where it is not that of `today`: own appointments may be years old. */
export function appointmentDateHeading(
  language: Language,
  date: CivilDate,
  today: CivilDate,
): string {
  return withYear(dateHeading(language, date), date, today);
}

/** "mandag 29. januar", within a sentence, with the year where it is not that of `today`. */
export function appointmentDate(language: Language, date: CivilDate, today: CivilDate): string {
  return withYear(longDate(language, date), date, today);
}

/** "mandag 29. januar kl. 08:00", an instant in an IANA zone, within a sentence. */
export function appointmentMoment(
  words: Localizer,
  instant: string,
  timeZone: string,
  today: CivilDate,
): string {
  const language = words.lang();
  const { date } = toClockTime(instant, timeZone);
  return words.term(
    'dateAndTime',
    appointmentDate(language, date, today),
    timeAt(language, instant, timeZone),
  );
}

/** "Undersøkelse, mandag 29. januar kl. 08:00": identifies one of several appointments in a button's label. */
export function whichAppointment(
  words: Localizer,
  appointment: Appointment,
  timeZone: string,
  today: CivilDate,
): string {
  const { slot } = appointment;
  return `${treatmentOf(words, appointment)}, ${appointmentMoment(words, slot.start, timeZone, today)}`;
}

/** The treatment's name as patients see it, or a neutral word where there is none (P-46). */
export function treatmentOf(words: Localizer, { treatment }: Appointment): string {
  return treatment ? treatmentName(treatment.name) : words.term('untitled');
}

function withYear(text: string, date: CivilDate, today: CivilDate): string {
  const year = date.slice(0, 4);
  return today && year !== today.slice(0, 4) ? `${text} ${year}` : text;
}
