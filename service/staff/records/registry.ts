import { accountKinds } from './account-kinds.js';
import { catalogueKinds } from './catalogue-kinds.js';
import { messageKinds } from './message-kinds.js';
import { patientKinds } from './patient-kinds.js';
import type { RecordKind } from './record-kind.js';

const kinds = { ...catalogueKinds, ...messageKinds, ...patientKinds, ...accountKinds };

/** Everything that staff store: by its name in addresses, in the history and in exports. */
export type RecordName = keyof typeof kinds;

/** A kind by its name. */
export const kindOf = (name: RecordName): RecordKind => kinds[name];

/** A kind by the name that an entry of the history has; undefined for what is no record. */
export function kindNamed(name: string): RecordName | undefined {
  return Object.hasOwn(kinds, name) ? (name as RecordName) : undefined;
}
