import { randomUUID } from 'node:crypto';
import type { Language, SettingsPatch, SlotList } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';
import { orderAccount } from './order-account.js';
import type { Patient } from './patients.js';
import { makeAccount, staffOf } from './staff.js';

/** The page of an account. */
export function pageOf(baseURL: string | undefined, account: string): string {
  return `http://${account}.localhost:${new URL(baseURL!).port}/`;
}

/** Makes a small clinic whose patients log in by SMS on its own page; answers that page's address. */
export async function makeOwnAccount(
  baseURL: string | undefined,
  id: string,
  language: Extract<Language, 'nb' | 'sv'>,
  settings: SettingsPatch = {},
): Promise<string> {
  const url = pageOf(baseURL, id);
  await makeAccount(
    url,
    orderAccount({
      id,
      language,
      stepOrder: ['clinic', 'treatment', 'clinician', 'time'],
      settings: {
        login: { sms: true, eid: [] },
        allowedOrigins: [new URL(url).origin],
        // Whatever time it is now, the first free time can be moved.
        changeDeadlineHours: null,
        ...settings,
      },
    }),
  );
  return url;
}

/** Puts a patient on the clinic's file, whose mobile is a way in from then on; answers the patient's id. */
export async function putOnFile(url: string, account: string, patient: Patient): Promise<string> {
  const id = randomUUID();
  const { firstName, lastName, nationalId, mobile, email } = patient;
  await staffOf(url, account).send('PUT', `/patients/${id}`, {
    firstName,
    lastName,
    nationalId,
    mobile,
    email,
  });
  return id;
}

/** The patient is due for a check-up in the week of a date, with a clinician. */
export async function putNeed(
  url: string,
  account: string,
  need: { patient: string; week: string; template: string; clinician?: string },
): Promise<void> {
  await staffOf(url, account).send('PUT', `/recalls/${randomUUID()}`, { minutes: 30, ...need });
}

/** The start of a free time that lies some days ahead. */
export async function freeStart(
  url: string,
  account: string,
  request: { clinician: string; treatment: string; daysAhead: number },
): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const from = addDays(today, request.daysAhead);
  const query = `clinician=${request.clinician}&treatment=${request.treatment}&from=${from}&to=${addDays(from, 14)}`;
  const answer = await fetch(
    `http://127.0.0.1:${new URL(url).port}/v1/accounts/${account}/slots?${query}`,
  );
  const [slot] = ((await answer.json()) as SlotList).slots;
  if (!slot) throw new Error('Nothing is free there.');
  return slot.start;
}

/** The Monday of the week after next. */
export function weekAfterNext(): string {
  return addDays(mondayOf(new Date().toISOString().slice(0, 10)), 14);
}
