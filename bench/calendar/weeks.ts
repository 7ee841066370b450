import type { Slot } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';

/** The Monday of the first week. */
export const firstWeek = '2027-01-04';

/** A week of `count` slots with different starts: 320 on five days every ten minutes, 4,032 on seven days every minute. */
export function slotsOfWeek(index: number, count: number): { monday: string; slots: Slot[] } {
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
  return { monday, slots };
}

const query = new URLSearchParams(location.search);
const count = Number(query.get('count') ?? 320);
const prepared = new Map<number, ReturnType<typeof slotsOfWeek>>();

/** The week of that number, made once: making the data is not what is measured. */
export function preparedWeek(index: number): ReturnType<typeof slotsOfWeek> {
  let week = prepared.get(index);
  if (!week) prepared.set(index, (week = slotsOfWeek(index, count)));
  return week;
}

const afterPaint = () =>
  new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0)));

/** Hands a page to the runner: `show` puts a week on the page, `buttons` are its slots. */
export function expose(page: { show: (index: number) => void; buttons: () => Iterable<Element> }) {
  const bench = {
    prepare: (index: number) => void preparedWeek(index),
    show: async (index: number) => {
      page.show(index);
      prepared.delete(index - 1);
      await afterPaint();
    },
    texts: () => [...page.buttons()].map((button) => button.textContent),
    elements: () => {
      const count = (root: ParentNode): number =>
        [...root.querySelectorAll('*')].reduce(
          (sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0),
          0,
        );
      return count(document.body);
    },
  };
  Object.assign(window, { bench });
  preparedWeek(0);
  page.show(0);
}
