import type { GivenRole, PeopleList, Person, PersonInput } from '../../src/contract/index.js';
import { rightsAtPlace, rightsOfRole } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Grant, StaffWork } from '../staff/actor.js';
import { hasAll } from '../staff/actor.js';
import { grantsOfPerson } from '../staff/grants.js';
import type { Condition } from '../staff/records/version.js';
import { checkVersion, versionOf } from '../staff/records/version.js';
import { lockName } from '../store/reservations.js';
import type { PersonRow } from '../store/staff/people.js';
import * as store from '../store/staff/people.js';
import { notePerson, noteWayIn } from './people-history.js';
import { readReachable } from './staff-email.js';

/** The people of the staff, by name (C-01). */
export async function listPeople({ tx, account, now }: StaffWork): Promise<PeopleList> {
  const ways = await store.findWaysIn(tx, new Date(now));
  const instant = (date: Date) => formatInstant(date.getTime(), account.timeZone);
  const toPerson = (row: PersonRow): Person => {
    const { id, createdAt } = row;
    const [seenAt, invitedUntil] = [ways.seenAt.get(id), ways.invitedUntil.get(id)];
    return {
      id,
      ...toInput(row),
      mayPublish: row.mayPublish,
      createdAt: instant(createdAt),
      ...(seenAt ? { seenAt: instant(seenAt) } : {}),
      ...(invitedUntil ? { invitedUntil: instant(invitedUntil) } : {}),
      passkeys: ways.passkeys.get(id) ?? 0,
    };
  };
  return { items: (await store.listPeople(tx)).map(toPerson) };
}

/** One of them, as it was stored, with its version (C-03); throws `not-found`. */
export async function readPerson(
  { tx }: StaffWork,
  id: string,
): Promise<{ body: PersonInput; version: string }> {
  const body = toInput(await requireThere(tx, id));
  return { body, version: await versionOf(body) };
}

/**
 * Stores a person (C-01). Throws `not-allowed` where they have, or would get, what the caller has not, `invalid` for an address
 * that another one has, a clinic that does not exist, and for taking away the last owner, and `version-conflict` where another one has
 * changed the person meanwhile (C-03). Returns the new version.
 */
export async function putPerson(
  work: StaffWork,
  id: string,
  input: PersonInput,
  condition: Condition = {},
): Promise<string> {
  requireUuid(id);
  const { tx, account, now } = work;
  const key = id.toLowerCase();
  const address = readReachable(input.email, 'email', work);
  await checkRoles(work, input);
  await lockOwners(work);
  const before = await store.findPerson(tx, key);
  // Who was removed is somebody of the past: another person has another id.
  if (!before && (await store.wasRemoved(tx, key))) throw new ProblemError('not-found');
  const row = {
    name: input.name,
    ...address,
    roles: input.roles,
    mayPublish: input.mayPublish ?? true,
    clinicianId: input.clinician ?? null,
    language: input.language ?? null,
  };
  if (before) requireManageableBy(work, before);
  await checkVersion(before && toInput(before), condition);
  requireGivable(work, grantsOfPerson(row));
  if (before && isOwner(before.roles) && !isOwner(input.roles)) {
    await refuseLastOwner(work, key, 'roles');
  }
  await store.storePerson(tx, {
    accountId: account.id,
    id: key,
    createdAt: before?.createdAt ?? new Date(now),
    ...row,
  });
  await notePerson(work, key, before && toInput(before), toInput(row));
  if (before && before.emailKey !== address.emailKey) {
    // Whoever reads the former mailbox is not vouched for any more.
    await store.endInvitation(tx, key);
    const isOwn = work.actor.id === key;
    if (!isOwn) await store.endSessionsOf(tx, key);
  }
  return versionOf(toInput(row));
}

/** Removes a person, whose sessions end at once (C-02); throws `not-found`, `not-allowed`, and `invalid` for the last owner. */
export async function deletePerson(
  work: StaffWork,
  id: string,
  condition: Condition = {},
): Promise<void> {
  await lockOwners(work);
  const person = await requireManageable(work, id);
  await checkVersion(toInput(person), condition);
  if (isOwner(person.roles)) await refuseLastOwner(work, person.id, 'id');
  await store.removePerson(work.tx, person.id, new Date(work.now));
  await notePerson(work, person.id, toInput(person), undefined);
}

/** Signs a person out everywhere (C-02); throws `not-found` and `not-allowed`. */
export async function endSessionsOfPerson(work: StaffWork, id: string): Promise<void> {
  const person = await requireManageable(work, id);
  await store.endSessionsOf(work.tx, person.id);
  await noteWayIn(work, 'staff-sessions', 'removed', person);
}

/** A person whom the caller may change: nobody who may do more than the caller. Throws `not-found` and `not-allowed`. */
export async function requireManageable(work: StaffWork, id: string): Promise<PersonRow> {
  const person = await requireThere(work.tx, id);
  requireManageableBy(work, person);
  return person;
}

async function requireThere(tx: StaffWork['tx'], id: string): Promise<PersonRow> {
  requireUuid(id);
  const person = await store.findPerson(tx, id.toLowerCase());
  if (!person) throw new ProblemError('not-found');
  return person;
}

/** Else an administrator would become an owner by giving one's e-mail address to themselves. */
function requireManageableBy(work: StaffWork, person: PersonRow): void {
  requireGivable(work, grantsOfPerson({ ...person, mayPublish: true }));
}

/** Throws `not-allowed` with the first right that the caller cannot give. */
function requireGivable({ actor }: StaffWork, grants: readonly Grant[]): void {
  // Whether one may publish oneself is a switch beside the rights: who keeps the people sets it for others and oneself.
  const own =
    actor.kind === 'person'
      ? { grants: grantsOfPerson({ ...actor.person, mayPublish: true }) }
      : actor;
  const missing = grants.find((grant) => !hasAll(own, [grant]));
  if (missing) throw new ProblemError('not-allowed', { right: missing.right });
}

/** Throws `invalid` for roles at clinics that do not exist, an owner of some clinics, and a calendar that nobody has. */
async function checkRoles(work: StaffWork, { roles, clinician }: PersonInput): Promise<void> {
  const { rows } = await work.catalogue();
  for (const [index, { role, clinics }] of roles.entries()) {
    if (clinics === undefined) continue;
    const path = `roles.${index}.clinics`;
    if (!rightsOfRole[role].some((right) => rightsAtPlace.includes(right)) || role === 'owner') {
      throw invalid({ path, code: 'everywhere' });
    }
    const unknown = clinics.findIndex((clinic) => !rows.clinics.some(({ id }) => id === clinic));
    if (unknown !== -1) throw invalid({ path: `${path}.${unknown}`, code: 'unknown' });
  }
  if (clinician && !rows.clinicians.some(({ id }) => id === clinician)) {
    throw invalid({ path: 'clinician', code: 'unknown' });
  }
}

const isOwner = (roles: readonly GivenRole[]) => roles.some(({ role }) => role === 'owner');

/** So that changes of people come one after the other: of two who remove each other at once, the second is the last owner. */
export const lockOwners = ({ tx }: StaffWork) => lockName(tx, 'owners');

async function refuseLastOwner({ tx }: StaffWork, id: string, path: string): Promise<void> {
  if ((await store.countOtherOwners(tx, id)) === 0) throw invalid({ path, code: 'last-owner' });
}

function toInput({
  name,
  email,
  roles,
  mayPublish,
  clinicianId,
  language,
}: Pick<
  PersonRow,
  'name' | 'email' | 'roles' | 'mayPublish' | 'clinicianId' | 'language'
>): PersonInput {
  return {
    name,
    email: email!,
    roles,
    mayPublish,
    ...(clinicianId === null ? {} : { clinician: clinicianId }),
    ...(language === null ? {} : { language }),
  };
}
