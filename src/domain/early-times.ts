import type { TimesFilter } from './requests.js';

/** An id: neither "any" nor any of a group. */
const isOne = /^(?!any$|group:)./;

type Choices = Readonly<Partial<Record<'clinic' | 'treatment' | 'clinician', string>>>;

/** What the calendar asks for where a link names one of each, so that the booking usually begins with it; else undefined. */
export function timesOfLink({ clinic, treatment, clinician }: Choices): TimesFilter | undefined {
  const all = { clinic, treatment, clinician };
  return Object.values(all).every((id) => isOne.test(id ?? '')) ? all : undefined;
}

/**
 * The address by which the widget asks for the week of the first free time; `prefix` is the account's at the service. The same for the
 * same choices, to the letter: a page's own preload of it is found again.
 */
export function firstWeekAddress(
  prefix: string,
  filter: TimesFilter,
  view: 'slots' | 'starts' = 'slots',
): string {
  return `${prefix}/slots?${new URLSearchParams({ ...filter, view })}`;
}
