import type { Slot } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { Work } from '../context/work.js';
import type { FreeSlot } from '../core/model.js';
import type { OpenSession } from '../session/session.js';

/** A free time as the API writes it, in the account's zone; `written` is its start, where the caller has it already. */
export function toSlot(
  { start, minutes, clinic, clinician, treatment }: FreeSlot,
  timeZone: string,
  written = formatInstant(start, timeZone),
): Slot {
  return { start: written, minutes, clinic, clinician, treatment };
}

/**
 * Whether only clinicians who take new patients are offered: the account lets new patients book, and the caller's session, if
 * there is one, is of nobody on file (P-42).
 */
export function isForNewPatients(account: Work['account'], open: OpenSession | undefined): boolean {
  return account.settings.selfCreation && !open?.patient;
}
