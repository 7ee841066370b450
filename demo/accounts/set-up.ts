import type { PeopleList } from '../../src/contract/index.js';
import type { SampleAccount } from './sample-account.js';
import { staffOf } from './staff.js';
import { createStaffClient } from './staff-client.js';
import type { Fetch, StaffClient } from './staff-client.js';

/** What the calls are signed with. */
export interface StaffKeys {
  platformKey: string;
  operatorKey: string;
}

/** Raise it when the set-up itself changes, so that stored snapshots are made anew. */
export const setUpVersion = 4;

/**
 * Sets a sample account up through the staff API, unless it has been. What staff changed since then stays. Every call
 * may be repeated, so that a set-up which was interrupted is finished by the next.
 */
export async function setUp(fetch: Fetch, keys: StaffKeys, sample: SampleAccount): Promise<void> {
  if (await isSetUp(fetch, sample.id)) {
    // An account of a version that had no people yet.
    const staff = createStaffClient(fetch, sample.id, keys.operatorKey);
    const { items } = await staff.send<PeopleList>('GET', '/people');
    if (items.length === 0) await putAll(staff, '/people', staffOf(sample));
    // And one of a version without SMS.
    const [first] = Object.keys(sample.sms?.patients ?? {});
    if (!first) return;
    const path = `/patients/${first}`;
    const known = await staff.send<{ code?: string }>('GET', path, undefined, 'not-found');
    if (known.code === 'not-found') await setUpSms(staff, sample);
    return;
  }
  await createStaffClient(fetch, sample.id, keys.platformKey).send('PUT', '', sample.setup);
  const staff = createStaffClient(fetch, sample.id, keys.operatorKey);
  await putAll(staff, '/categories', sample.categories);
  await putAll(staff, '/templates', sample.templates);
  await putAll(staff, '/template-lists', sample.templateLists);
  await putAll(staff, '/preblock-definitions', sample.preblocks);
  await putAll(staff, '/preblock-lists', sample.preblockLists);
  await putAll(staff, '/companies', sample.companies);
  await putAll(staff, '/groups', sample.groups);
  await putAll(staff, '/clinics', sample.clinics);
  await putAll(staff, '/clinicians', sample.clinicians);
  await putAll(staff, '/patients', sample.patients ?? {});
  await setUpSms(staff, sample);
  await putAll(staff, '/people', staffOf(sample));
  await staff.send('PUT', '/lists', sample.lists);
  await staff.send('PATCH', '/settings', sample.settings);
  await staff.send('PATCH', '/texts', sample.texts);
  // Comes last: an account with its logo is one that is complete.
  await staff.send('PATCH', '/theme', sample.theme);
}

async function setUpSms(staff: StaffClient, { sms }: SampleAccount): Promise<void> {
  if (!sms) return;
  await putAll(staff, '/patients', sms.patients);
  await staff.send('PATCH', '/reminders', sms.reminders);
}

async function putAll(
  staff: StaffClient,
  path: string,
  things: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [id, input] of Object.entries(things)) await staff.send('PUT', `${path}/${id}`, input);
}

/** Whether the account has its logo: looking at that loads nothing else. */
async function isSetUp(fetch: Fetch, id: string): Promise<boolean> {
  const response = await fetch(new Request(`http://localhost/v1/accounts/${id}/logo`));
  await response.body?.cancel();
  return response.ok;
}
