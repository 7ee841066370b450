import type { Explained, RecordInput } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { readTimebookSettings, type TimebookSettings } from '../timebook/timebook-source.js';
import { toInstantText, toMinutes } from '../timebook/timebook-model.js';

type WithId<T> = T & { readonly id: string };

/** What the answer is put in words with: names, and the settings that may be changed. */
export interface WhyData extends TimebookSettings {
  readonly categories: readonly WithId<RecordInput<'categories'>>[];
}

/** What somebody misses; `time` is `HH:MM`, and what is empty is open. */
export interface Asked {
  readonly date: string;
  readonly time: string;
  readonly treatment: string;
  readonly clinic: string;
  readonly clinician: string;
}

export async function readWhyData(api: StaffApi): Promise<WhyData> {
  const [settings, categories] = await Promise.all([
    readTimebookSettings(api),
    api.call('categories'),
  ]);
  const { items } = categories.data as { items: WhyData['categories'] };
  return { ...settings, categories: items };
}

/** Asks the service why there is no time. */
export async function askWhy(api: StaffApi, asked: Asked, timeZone: string): Promise<Explained> {
  const { date, time, treatment, clinic, clinician } = asked;
  const { data } = await api.call('explain', {
    body: {
      treatment,
      ...(time ? { start: toInstantText(date, toMinutes(time), timeZone) } : { date }),
      ...(clinic ? { clinic } : {}),
      ...(clinician ? { clinician } : {}),
    },
  });
  return data;
}

/** The ids of a link to the question: `#why/DATE/TREATMENT/CLINICIAN/CLINIC/TIME`, without what is open at its end. */
export function toParts({ date, treatment, clinician, clinic, time }: Asked): string[] {
  const parts = [date, treatment, clinician, clinic, time];
  while (parts.at(-1) === '') parts.pop();
  return parts;
}

/** So many people are asked about at once before anybody has chosen a clinic: of hundreds nobody would read the answer. */
const mostAtOnce = 20;

/**
 * The question of a link; what it leaves out is today, the first treatment that patients see, and everybody. Where nothing is asked yet
 * and there are very many people, those of the first clinic.
 */
export function toAsked(
  parts: readonly string[],
  { templates, clinicians, clinics }: WhyData,
  today: string,
): Asked {
  const [date = '', treatment = '', clinician = '', clinic = '', time = ''] = parts;
  const known = (items: readonly { id: string }[], id: string) =>
    items.some((item) => item.id === id) ? id : '';
  const first = templates.find(({ useInBooking }) => useInBooking) ?? templates[0];
  return {
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : today,
    treatment: known(templates, treatment) || (first?.id ?? ''),
    clinician: known(clinicians, clinician),
    clinic:
      known(clinics, clinic) ||
      (parts.length === 0 && clinicians.length > mostAtOnce && clinics[0]?.id) ||
      '',
    time: /^\d\d:\d\d$/.test(time) ? time : '',
  };
}

/** What came of one clinician, or of all of them where it is about the whole account. */
export interface Outcome {
  /** Undefined: everybody. */
  readonly clinician: string | undefined;
  readonly offered: boolean;
  readonly rules: Explained['rules'];
  readonly starts: readonly string[];
}

/** Clinicians by how near they come to a time, the nearest first; what stops all of them at once stands there once. */
export function toOutcomes({ clinicians }: Explained): Outcome[] {
  const outcomes = clinicians.map(({ clinician, offered, rules, starts }) => ({
    ...{ clinician, offered, rules },
    starts: [...new Set(starts.map(({ start }) => start))],
  }));
  const [one] = outcomes;
  const stop = one?.rules.at(-1);
  if (one && stop && !stop.passed && (stop.check === 'open' || stop.check === 'date')) {
    return [{ ...one, clinician: undefined }];
  }
  return outcomes.sort(
    (a, b) => Number(b.offered) - Number(a.offered) || b.rules.length - a.rules.length,
  );
}
