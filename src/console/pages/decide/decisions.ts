import type { PatientChange } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { asStaffError } from '../../state/record-editor.js';

/** What came of yes or no to some changes. */
export interface Decided {
  readonly accept: boolean;
  readonly done: readonly PatientChange[];
  /** Decided by somebody else before. */
  readonly meanwhile: readonly PatientChange[];
}

/**
 * Says yes or no to changes, one after the other (P-39). Those that somebody else has decided meanwhile are told apart; any other
 * failure ends it, and `decided` gets what was done until then.
 */
export async function decideAll(
  api: Pick<StaffApi, 'call'>,
  changes: readonly PatientChange[],
  accept: boolean,
  decided: (outcome: Decided) => void,
): Promise<void> {
  const done: PatientChange[] = [];
  const meanwhile: PatientChange[] = [];
  try {
    for (const change of changes) {
      try {
        await api.call('decidePatientChange', { id: change.id, body: { accept } });
        done.push(change);
      } catch (error) {
        if (asStaffError(error).code !== 'not-found') throw error;
        meanwhile.push(change);
      }
    }
  } finally {
    decided({ accept, done, meanwhile });
  }
}
