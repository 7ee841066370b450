import type { Hold } from '../../src/contract/index.js';
import { noTreatment } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { toSlot } from '../availability/slot.js';
import { isUuid } from '../context/ids.js';
import { holdMinutes, maxExtensions } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import type { Reservation } from '../store/reservations.js';
import { findHoldOf } from '../store/reservations.js';
import { isToken, sha256 } from '../store/secrets.js';

const holdMilliseconds = holdMinutes * 60_000;

/** When a hold ends: after ten minutes, though never later than its time begins (P-19). Epoch milliseconds in. */
export function endOfHold(now: number, start: number): Date {
  return new Date(Math.min(now + holdMilliseconds, start));
}

/** The hold that id and token prove together; throws `not-found` as if it did not exist. */
export async function findHold({ tx }: Work, id: string, token: string): Promise<Reservation> {
  const hold =
    isUuid(id) && isToken(token) && (await findHoldOf(tx, { tokenHash: await sha256(token), id }));
  if (!hold) throw new ProblemError('not-found');
  return hold;
}

/** A hold as the API writes it. */
export function toHold(
  hold: Pick<
    Reservation,
    | 'id'
    | 'startsAt'
    | 'endsAt'
    | 'clinicId'
    | 'clinicianId'
    | 'templateId'
    | 'expiresAt'
    | 'extensions'
  >,
  token: string,
  { account, now }: Work,
): Hold {
  const expiresAt = hold.expiresAt!.getTime();
  return {
    id: hold.id,
    token,
    slot: toSlot(
      {
        start: hold.startsAt.getTime(),
        minutes: (hold.endsAt.getTime() - hold.startsAt.getTime()) / 60_000,
        clinic: hold.clinicId,
        clinician: hold.clinicianId,
        treatment: hold.templateId ?? noTreatment,
      },
      account.timeZone,
    ),
    expiresAt: formatInstant(expiresAt, account.timeZone),
    expiresIn: Math.max(0, Math.floor((expiresAt - now) / 1000)),
    extensionsLeft: maxExtensions - hold.extensions,
  };
}
