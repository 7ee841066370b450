// A week of a chain: thirty clinicians, seven days, 1,500 appointments, the same for every page.
export interface BenchEntry {
  id: string;
  clinician: string;
  date: string;
  from: number;
  minutes: number;
  title: string;
}

export const monday = '2026-11-23';
export const clinicians = [...Array(30).keys()].map((index) => `c${index}`);
const days = 7;
const count = 1500;

export const dates = [...Array(days).keys()].map((day) =>
  new Date(Date.UTC(2026, 10, 23 + day)).toISOString().slice(0, 10),
);

/** Spread evenly, half an hour each from eight o'clock on, none over another. */
export const entries: readonly BenchEntry[] = [...Array(count).keys()].map((index) => {
  const column = index % (clinicians.length * days);
  const row = Math.floor(index / (clinicians.length * days));
  return {
    id: `e${index}`,
    clinician: clinicians[column % clinicians.length]!,
    date: dates[Math.floor(column / clinicians.length)]!,
    from: 480 + row * 60,
    minutes: 30,
    title: `Patient ${index}`,
  };
});

export const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What each page gives the bench. */
export interface TimebookBench {
  /** The entries of the week, and settles. The first call draws the week itself, too. */
  show: (shown: readonly BenchEntry[]) => Promise<void>;
  /** How many entries are in the page. */
  drawn: () => number;
  /** The middle of one entry that may be dragged, in pixels of the window, after it was scrolled into sight. */
  grip: () => { x: number; y: number };
}

declare global {
  interface Window {
    bench?: TimebookBench;
    benchEntries?: readonly BenchEntry[];
  }
}

export const settled = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });

export function gripOf(element: Element | null | undefined): { x: number; y: number } {
  if (!element) throw new Error('Nothing to drag.');
  element.scrollIntoView({ block: 'center', inline: 'center' });
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
