import type { Slot } from '../../src/contract/index.js';
import { addDays, type CivilDate } from '../../src/domain/civil-date.js';

/** What a page shows at a time. */
export interface Week {
  monday: CivilDate;
  slots: readonly Slot[];
  /** Its number from 0: calendars of others write it into every slot, `w0`, so that a week is known once it is shown. */
  index: number;
}

/** What draws weeks: a page by hand, the calendar as it ships, or a calendar of others. */
export interface Drawing {
  show: (week: Week) => void;
  /** The slots that can be pressed. */
  buttons: () => ArrayLike<Element>;
  /** Of what draws later than the next frame: whether all of the week is there. */
  isShown?: (week: Week) => boolean;
}

/** Makes an empty calendar in an element; its first week is drawn by `show`. */
export type Draw = (host: HTMLElement, first: Week) => Drawing;

/** Whether the first, the middle and the last of a week's slots are there. */
export function isMarked(buttons: ArrayLike<Element>, { slots, index }: Week): boolean {
  const places = [0, slots.length >> 1, slots.length - 1];
  return (
    buttons.length === slots.length &&
    places.every((place) => buttons[place]!.textContent?.includes(`w${index}`))
  );
}

/** The Monday of the first week. */
export const firstWeek = '2027-01-04';

/** A week of `count` slots with different starts: 320 on five days every ten minutes, 4,032 on seven days every minute. */
export function slotsOfWeek(index: number, count: number): Week {
  const monday = addDays(firstWeek, index * 7);
  const days = count > 1000 ? 7 : 5;
  const minutes = count > 1000 ? 1 : 10;
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const slots = Array.from({ length: count }, (_, slot): Slot => {
    const perDay = count / days;
    const minute = 480 + (slot % perDay) * minutes;
    const clock = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
    return {
      start: `${addDays(monday, Math.floor(slot / perDay))}T${clock}:00Z`,
      minutes: 20 + (index % 2) * 10,
      clinic: 'clinic',
      clinician: `clinician-${slot % 4}`,
      treatment: 'treatment',
    };
  });
  return { monday, slots, index };
}

/** What calendars of others take: start and end on the clinic's clock, `2027-01-04T08:00`, and the week's mark as its title. */
export function eventsOf({ slots, index }: Week) {
  return slots.map(({ start, minutes }, id) => {
    const clock = start.slice(0, 16);
    const end = new Date(Date.parse(`${clock}Z`) + minutes * 60_000).toISOString().slice(0, 16);
    return { id: String(id), title: `w${index}`, start: clock, end };
  });
}
