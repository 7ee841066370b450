import type { PersonInput } from '../../src/contract/index.js';
import type { RecordValue } from '../core/record-diff.js';
import { changedPaths, partOf } from '../core/record-diff.js';
import { note, type Noting } from '../staff/history-notes.js';

/**
 * Notes a person's change down (C-04), where there is one. Addresses are told by their field alone: the history outlives a removal,
 * after which nothing but the name is kept.
 */
export async function notePerson(
  work: Noting,
  id: string,
  before: PersonInput | undefined,
  after: PersonInput | undefined,
): Promise<void> {
  const fields = changedPaths(before, after);
  if (fields.length === 0) return;
  const part = (person: PersonInput | undefined): RecordValue | null => {
    if (!person) return null;
    const { email: _email, ...rest } = before && after ? partOf(person, fields) : { ...person };
    return rest;
  };
  await note(work, {
    action: after ? 'stored' : 'removed',
    kind: 'people',
    recordId: id,
    recordName: (after ?? before)!.name,
    fields,
    before: part(before),
    after: part(after),
  });
}

/** Notes down what was done with a person's ways in, or with a key: nothing that opens anything. */
export async function noteWayIn(
  work: Noting,
  kind: 'invitations' | 'staff-sessions' | 'keys' | 'sign-in-providers',
  action: 'stored' | 'removed',
  { id, name, after }: { id: string; name: string; after?: RecordValue },
): Promise<void> {
  await note(work, {
    action,
    kind,
    recordId: id,
    recordName: name,
    ...(after ? { after, fields: Object.keys(after).sort() } : {}),
  });
}
