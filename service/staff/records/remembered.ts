import type { LoadedCatalogue } from '../../store/catalogue.js';
import type { StaffWork } from '../actor.js';
import type { Versioned } from './list-records.js';

// A catalogue is loaded anew for every revision of the account, which each change of its row or its catalogue gives another:
// what is made of these alone is good for as long as the catalogue is.
const answers = new WeakMap<LoadedCatalogue, Map<string, Versioned>>();

/**
 * What `read` answers, read once for each revision of the account. Only for a call that has written nothing yet, and for what depends
 * on nothing but the account's row and its catalogue: the same for whoever may read it, at whatever time.
 */
export async function remembered(
  work: StaffWork,
  name: string,
  read: () => Promise<Versioned>,
): Promise<Versioned> {
  const catalogue = await work.catalogue();
  const known = answers.get(catalogue) ?? new Map<string, Versioned>();
  answers.set(catalogue, known);
  const answer = known.get(name) ?? (await read());
  known.set(name, answer);
  return answer;
}
