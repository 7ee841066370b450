import type { Account, FirstTimes } from '../contract/index.js';
import { compareInstants } from './instants.js';
import type { Choice } from './selection.js';

/** The first free time of what a card stands for, an instant; null where there is none before `until` (P-47). */
export function firstTimeOf(
  { clinics, clinicians, treatments }: FirstTimes,
  choice: Choice,
  account: Pick<Account, 'clinics'>,
): string | null {
  switch (choice.step) {
    case 'clinic': {
      const { value } = choice;
      if (value.kind === 'any') return earliest(clinics);
      if (value.kind === 'one') return earliest(clinics, (id) => id === value.id);
      const isOfGroup = new Map(account.clinics.map(({ id, group }) => [id, group === value.id]));
      return earliest(clinics, (id) => isOfGroup.get(id) === true);
    }
    case 'clinician': {
      const { value } = choice;
      return earliest(clinicians, (id) => value.kind === 'any' || id === value.id);
    }
    case 'treatment':
      return earliest(treatments, (id) => id === choice.value);
    case 'time':
      return choice.value.start;
  }
}

function earliest(
  times: FirstTimes['clinics'],
  isMeant: (id: string) => boolean = () => true,
): string | null {
  const starts = times.filter(({ id }) => isMeant(id)).map(({ start }) => start);
  return starts.sort(compareInstants)[0] ?? null;
}
