// Draws weeks that are made in the page; the runner puts `draw` in place.
import { draw } from 'drawing';
import { slotsOfWeek, type Week } from './weeks.js';

const count = Number(new URLSearchParams(location.search).get('count') ?? 320);
const prepared = new Map<number, Week>();

/** The week of that number, made once: making the data is not what is measured. */
function preparedWeek(index: number): Week {
  let week = prepared.get(index);
  if (!week) prepared.set(index, (week = slotsOfWeek(index, count)));
  return week;
}

const afterPaint = () =>
  new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0)));

const first = preparedWeek(0);
const drawing = draw(document.body, first);

const bench = {
  prepare: (index: number) => void preparedWeek(index),
  show: async (index: number) => {
    const week = preparedWeek(index);
    drawing.show(week);
    prepared.delete(index - 1);
    do await afterPaint();
    while (drawing.isShown?.(week) === false);
  },
  isReady: () => drawing.buttons().length === count && (drawing.isShown?.(first) ?? true),
  elements: () => {
    const countIn = (root: ParentNode): number =>
      [...root.querySelectorAll('*')].reduce(
        (sum, element) => sum + 1 + (element.shadowRoot ? countIn(element.shadowRoot) : 0),
        0,
      );
    return countIn(document.body);
  },
};

declare global {
  interface Window {
    weekBench?: typeof bench;
  }
}
window.weekBench = bench;
drawing.show(first);
