import type { TimebookEntry } from '../../../contract/index.js';

/** What of a day is looked for; what is empty is everything. */
export interface DayFilter {
  /** Beginnings of names. */
  readonly text: string;
  readonly clinic: string;
  readonly clinician: string;
}

const plain = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();

/** The day's appointments by time, without times that are only held; what was cancelled stays where it was. */
export function dayList(
  entries: readonly TimebookEntry[],
  { text, clinic, clinician }: DayFilter,
): TimebookEntry[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const isNamed = ({ patient }: TimebookEntry) => {
    const names = plain(patient ? `${patient.firstName} ${patient.lastName}` : '').split(/[\s-]+/);
    return words.every((word) => names.some((name) => name.startsWith(word)));
  };
  return entries
    .filter(({ status }) => status !== 'held')
    .filter((entry) => !clinic || entry.clinic === clinic)
    .filter((entry) => !clinician || entry.clinician === clinician)
    .filter(isNamed)
    .sort((a, b) => a.start.localeCompare(b.start) || a.clinician.localeCompare(b.clinician));
}

/** How many come, and how many have come. */
export function countOf(entries: readonly TimebookEntry[]): { count: number; arrived: number } {
  const coming = entries.filter(({ status }) => status !== 'cancelled');
  return {
    count: coming.length,
    arrived: coming.filter(({ arrivedAt }) => arrivedAt !== null).length,
  };
}
