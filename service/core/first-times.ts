import type { DayTimes } from './day-times.js';

/** The first free times of clinics, treatments and clinicians by their ids, epoch milliseconds. */
export interface FirstTimes {
  readonly clinics: Map<string, number>;
  readonly treatments: Map<string, number>;
  readonly clinicians: Map<string, number>;
}

export function createFirstTimes(): FirstTimes {
  return { clinics: new Map(), treatments: new Map(), clinicians: new Map() };
}

/** Notes the first free times of a date for whatever has none on a date before; the dates come in their order. */
export function noteFirstTimes({ runs }: DayTimes, first: FirstTimes): void {
  const ofDay = createFirstTimes();
  for (const { clinic, clinician, treatment, starts } of runs) {
    const earliest = Math.min(...starts);
    if (earliest === Infinity) continue;
    noteFirst(ofDay.clinics, clinic, earliest);
    noteFirst(ofDay.clinicians, clinician, earliest);
    noteFirst(ofDay.treatments, treatment, earliest);
  }
  for (const kind of ['clinics', 'treatments', 'clinicians'] as const) {
    for (const [id, start] of ofDay[kind]) if (!first[kind].has(id)) first[kind].set(id, start);
  }
}

function noteFirst(times: Map<string, number>, id: string, start: number): void {
  if (start < (times.get(id) ?? Infinity)) times.set(id, start);
}
