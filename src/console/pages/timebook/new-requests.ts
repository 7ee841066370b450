import type { PlacementInput, TimebookInput } from '../../../contract/index.js';
import { asEnd } from './dialog-part.js';
import { toInstantText, toMinutes } from './timebook-model.js';

/** When and where something new is to lie: clock times of one date. */
export interface NewPlace {
  readonly clinician: string;
  readonly clinic: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/** On which dates a stretch is repeated. */
export interface Repetition {
  readonly days: readonly number[];
  readonly every: number;
  readonly until: string;
  readonly exceptHolidays: boolean;
  /** Dates that are left out. */
  readonly except: readonly string[];
}

type Interval = Omit<PlacementInput['placements'][number], 'preblock'> & { to: string };

/** A stretch as it is sent, repeated where that is wanted. */
export function intervalOf(place: NewPlace, repetition: Repetition | undefined): Interval {
  const interval = { ...place, to: asEnd(place.to) };
  if (!repetition) return interval;
  const { days, every, until, exceptHolidays, except } = repetition;
  return {
    ...interval,
    repeat: {
      ...{ weekdays: [...days], until },
      ...(every > 1 ? { every } : {}),
      ...(exceptHolidays ? { exceptHolidays } : {}),
      ...(except.length > 0 ? { except: [...except] } : {}),
    },
  };
}

/** An appointment as it is sent; what is empty is left out. */
export function bookingOf(
  { clinician, clinic, date, from, to }: NewPlace,
  timeZone: string,
  more: Partial<TimebookInput>,
): TimebookInput {
  const given = Object.entries(more).filter(
    ([, value]) => value !== undefined && value !== '' && value !== false,
  );
  return {
    ...{ clinician, clinic },
    start: toInstantText(date, toMinutes(from), timeZone),
    minutes: Math.max(1, toMinutes(asEnd(to)) - toMinutes(from)),
    ...(Object.fromEntries(given) as Partial<TimebookInput>),
  };
}
