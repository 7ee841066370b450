import type { Me } from '../../../contract/index.js';
import { readAll } from '../../catalogue/records.js';
import type { StaffApi } from '../../api/staff-api.js';
import { mayEverywhere } from '../../state/console-context.js';

/** A person or a key that can be looked for. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
}

const named = [
  ...(['companies', 'groups', 'clinics', 'clinicians', 'categories', 'templates'] as const),
  ...(['template-lists', 'preblock-definitions', 'preblock-lists'] as const),
];

/** What ids of the history stand for, by kind and id, and who may have made changes, as far as somebody may see it. */
export async function readNames(
  api: StaffApi,
  me: Me,
): Promise<{ names: ReadonlyMap<string, string>; somebody: readonly Somebody[] }> {
  const namesOf = async (kind: (typeof named)[number]) =>
    (await readAll(api, kind)).map(({ id, name }): [string, string] => [`${kind} ${id}`, name]);
  const itemsOf = async (call: 'people' | 'keys'): Promise<readonly Somebody[]> =>
    mayEverywhere(me, call) ? (await api.call(call)).data.items : [];
  const [people, keys, ...records] = await Promise.all([
    itemsOf('people'),
    itemsOf('keys'),
    ...named.map(namesOf),
  ]);
  const somebody = [...people, ...keys].map(({ id, name }) => ({ id, name }));
  return { names: new Map(records.flat()), somebody };
}
