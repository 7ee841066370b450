import type { SlotTime } from '../../domain/slot-week.js';
import { timeOfDay } from '../../locales/date-words.js';
import type { Localizer } from '../../locales/localizer.js';
import type { DisplayOf } from './times-of-day.js';

type Names = ReadonlyMap<string, string> | undefined;

/** What the text and label of a time depend on. */
export interface DisplayOptions {
  /** The start of the chosen time, an ISO instant. */
  readonly value: string;
  readonly startsOnly: boolean;
  readonly clinicianNames?: Names;
  readonly clinicNames?: Names;
}

/** Text, label and state of times, by the name of their day. */
export function displaySlots(
  words: Localizer,
  options: DisplayOptions,
): (day: string) => DisplayOf {
  const language = words.lang();
  const chosenAt = Date.parse(options.value);
  return (day) => (time) => {
    const { at, minutes, endMinutes, slots } = time;
    const start = timeOfDay(language, minutes);
    const text =
      options.startsOnly || endMinutes === undefined
        ? start
        : `${start} – ${timeOfDay(language, endMinutes)}`;
    const isLost = slots.length === 0;
    const rest = isLost ? `, ${words.term('noLongerFree')}` : whoAndWhere(words, options, slots);
    return { text, label: `${day}, ${text}${rest}`, isLost, isChosen: at === chosenAt };
  };
}

/** The end of a time's label: clinician and clinic, or how many of them are free (P-21). */
function whoAndWhere(
  words: Localizer,
  { clinicianNames, clinicNames }: DisplayOptions,
  slots: SlotTime['slots'],
): string {
  const [first] = slots;
  const part = (
    key: 'clinician' | 'clinic',
    names: Names,
    several: 'severalClinicians' | 'severalClinics',
    known = slots[1] ? new Set(slots.map((slot) => slot[key])).size : 1,
  ) => {
    const name = names && (known > 1 ? words.term(several, known) : names.get(first?.[key] ?? ''));
    return name ? `, ${name}` : '';
  };
  return (
    part('clinician', clinicianNames, 'severalClinicians', first?.count) +
    part('clinic', clinicNames, 'severalClinics')
  );
}
