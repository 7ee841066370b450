import type { KeyCreated, KeyInput, KeyList } from '../../src/contract/index.js';
import { rightsAtPlace, sharedRights, StaffRight } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { checkInstant } from '../context/dates.js';
import { requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { StaffWork } from '../staff/actor.js';
import { hasAll } from '../staff/actor.js';
import { grantsOfKey } from '../staff/grants.js';
import { randomToken, sha256 } from '../store/secrets.js';
import * as store from '../store/staff/keys.js';
import { noteWayIn } from './people-history.js';

/** API keys, without what opens them (C-11). */
export async function listKeys({ tx, account }: StaffWork): Promise<KeyList> {
  const instant = (date: Date) => formatInstant(date.getTime(), account.timeZone);
  const rows = await store.listKeys(tx);
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      rights: row.rights ?? StaffRight.options,
      ...(row.clinics === null ? {} : { clinics: row.clinics }),
      createdBy: row.createdBy,
      createdAt: instant(row.createdAt),
      ...(row.expiresAt ? { expiresAt: instant(row.expiresAt) } : {}),
      ...(row.usedAt ? { usedAt: instant(row.usedAt) } : {}),
      ...(row.revokedAt ? { revokedAt: instant(row.revokedAt) } : {}),
      isOperator: row.isOperator,
    })),
  };
}

/**
 * Makes an API key (C-11), which this answer alone shows. Throws `not-allowed` for a right that the caller has not, and `invalid`
 * for clinics that do not exist, rights that cannot be had at some clinics, and an end that is past.
 */
export async function createKey(work: StaffWork, input: KeyInput): Promise<KeyCreated> {
  const { tx, account, now, actor } = work;
  const rights = [...new Set(input.rights)];
  const clinics = input.clinics ? [...new Set(input.clinics)] : null;
  await checkClinics(work, { rights: input.rights, clinics: input.clinics });
  const missing = grantsOfKey({ rights, clinics }).find((grant) => !hasAll(actor, [grant]));
  if (missing) throw new ProblemError('not-allowed', { right: missing.right });
  if (input.expiresAt !== undefined) {
    checkInstant('expiresAt', input.expiresAt);
    if (Date.parse(input.expiresAt) <= now) throw invalid({ path: 'expiresAt', code: 'past' });
  }
  const id = crypto.randomUUID();
  // The beginning lets a key be recognised where it does not belong, such as in a repository.
  const key = `opus_${randomToken()}`;
  await store.insertKey(tx, {
    accountId: account.id,
    id,
    name: input.name,
    tokenHash: await sha256(key),
    rights,
    clinics,
    createdBy: actor.name,
    createdAt: new Date(now),
    expiresAt: input.expiresAt === undefined ? null : new Date(input.expiresAt),
  });
  await noteWayIn(work, 'keys', 'stored', {
    id,
    name: input.name,
    after: {
      rights,
      ...(clinics ? { clinics } : {}),
      ...(input.expiresAt === undefined ? {} : { expiresAt: input.expiresAt }),
    },
  });
  return { id, key };
}

/** Revokes a key at once (C-11); throws `not-found`. */
export async function deleteKey(work: StaffWork, id: string): Promise<void> {
  requireUuid(id);
  const { tx, now } = work;
  const revoked = await store.revokeKey(tx, id.toLowerCase(), new Date(now));
  if (!revoked) throw new ProblemError('not-found');
  await noteWayIn(work, 'keys', 'removed', revoked);
}

async function checkClinics(
  work: StaffWork,
  { rights, clinics }: Pick<KeyInput, 'rights' | 'clinics'>,
): Promise<void> {
  if (!clinics) return;
  const overAccount = rights.findIndex(
    (right) => !rightsAtPlace.includes(right) && !sharedRights.includes(right),
  );
  if (overAccount !== -1) throw invalid({ path: `rights.${overAccount}`, code: 'everywhere' });
  const { rows } = await work.catalogue();
  const unknown = clinics.findIndex((clinic) => !rows.clinics.some(({ id }) => id === clinic));
  if (unknown !== -1) throw invalid({ path: `clinics.${unknown}`, code: 'unknown' });
}
