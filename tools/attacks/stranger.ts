// What the attacks of strangers share: calls to a demo service on this machine that believes one proxy (TRUST_PROXY=1), so that each
// call may come from a network of its own, and the demo's inbox, where a patient reads what came to their mobile.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Account, Hold, Slot, SlotList } from '../../src/contract/index.js';
import { testId } from '../../test/service/support/service.js';

/** A service in demo mode with TRUST_PROXY=1, and the key that is every operator's. */
export interface StrangerTarget {
  /** Root of the service, without a slash at its end. */
  readonly url: string;
  readonly operatorKey: string;
}

export interface Seen {
  readonly status: number;
  // Whatever the service answers; the attacks read what they need.
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly milliseconds: number;
}

interface Request {
  method?: string;
  json?: unknown;
  headers?: Record<string, string>;
}

/** A call to an account, from a network address. */
export async function callAs(
  { url }: StrangerTarget,
  from: string,
  path: string,
  { json, method = json === undefined ? 'GET' : 'POST', headers = {} }: Request = {},
): Promise<Seen> {
  const begin = performance.now();
  const response = await fetch(`${url}/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': from, ...headers },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  const milliseconds = performance.now() - begin;
  const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: response.status, body, text, milliseconds };
}

/** A call of the clinic's staff; throws when it is refused. */
export async function callAsStaff(
  target: StrangerTarget,
  account: string,
  path: string,
  method: string,
  json?: unknown,
): Promise<Seen> {
  const headers = { Authorization: `Bearer ${target.operatorKey}` };
  const full = `/staff/accounts/${account}${path}`;
  const answer = await callAs(target, '127.0.0.1', full, { method, json, headers });
  if (answer.status >= 300) throw new Error(`${method} ${full}: ${answer.status} ${answer.text}`);
  return answer;
}

/** Distinct IDs: neighbours of the series may share one. */
const ids = [...new Set(Array.from({ length: 8000 }, (_, index) => testId(index)))];
/** Where the persons of this run begin, so that an attack may be repeated on the same database. */
const first = Math.floor(Math.random() * (ids.length - 1000));

/** Somebody with details of their own: a made-up ID of the public test series, another for each index. */
export function person(index: number) {
  return {
    ...{ firstName: 'Ola', lastName: 'Nordmann', nationalId: ids[first + index]! },
    ...{ mobile: String(41_000_000 + first + index), email: `ola${index}@example.com` },
    ...{ address1: 'Storgata 1', postalCode: '0155' },
  };
}
export type Person = ReturnType<typeof person>;

/** Has the clinic put somebody on file. */
export async function putOnFile(
  target: StrangerTarget,
  account: string,
  who: Person,
): Promise<void> {
  await callAsStaff(target, account, `/patients/${randomUUID()}`, 'PUT', who);
}

const dateOf = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What an account offers in the weeks ahead under its first treatment. */
export async function offerOf(target: StrangerTarget, account: string) {
  const { body } = await callAs(target, '192.0.2.200', `/accounts/${account}`);
  const { treatments, texts } = body as unknown as Account;
  const slotsOf = async (from = dateOf(2), to = dateOf(30)): Promise<readonly Slot[]> => {
    const query = `from=${from}&to=${to}&treatment=${treatments[0]!.id}`;
    const list = await callAs(target, '192.0.2.200', `/accounts/${account}/slots?${query}`);
    return (list.body as unknown as SlotList).slots;
  };
  return { consent: { version: texts.consentVersion }, slotsOf };
}

/** Holds a time and books it for somebody; what refused it, where something did. */
export async function bookAs(
  target: StrangerTarget,
  from: string,
  { account, slot, who, consent }: { account: string; slot: Slot; who: Person; consent: object },
): Promise<Seen> {
  const token = randomBytes(32).toString('base64url');
  const { start, treatment, clinic, clinician } = slot;
  const hold = await callAs(target, from, `/accounts/${account}/holds`, {
    json: { start, treatment, clinic, clinician },
    headers: { 'Hold-Token': token },
  });
  if (hold.status !== 201) return hold;
  const { id } = hold.body as unknown as Hold;
  return callAs(target, from, `/accounts/${account}/bookings`, {
    json: { hold: id, patient: who, consent, lang: 'nb' },
    headers: { 'Hold-Token': token, 'Idempotency-Key': randomUUID() },
  });
}

/** Enters the code of a booking or a login. */
export function enterCode(
  target: StrangerTarget,
  from: string,
  account: string,
  what: 'bookings' | 'logins',
  { id, token }: Record<string, unknown>,
  code: string,
): Promise<Seen> {
  return callAs(target, from, `/accounts/${account}/${what}/${String(id)}/code`, {
    json: { code },
    headers: { [what === 'bookings' ? 'Booking-Token' : 'Login-Token']: String(token) },
  });
}

/** The codes that have come to a mobile, newest first, as its owner reads them. */
async function codesOf({ url }: StrangerTarget, mobile: string): Promise<string[]> {
  const response = await fetch(`${url}/demo/messages`);
  const messages = (await response.json()) as { to: string; text: string }[];
  return messages
    .filter(({ to, text }) => to.endsWith(mobile) && /^\d{6} /.test(text))
    .map(({ text }) => text.slice(0, 6));
}

/** Asks for a code and enters the one that comes to the mobile then; the first answer that refuses. */
export async function proveBy(
  target: StrangerTarget,
  mobile: string,
  ask: () => Promise<Seen>,
  enter: (begun: Seen, code: string) => Promise<Seen>,
): Promise<Seen> {
  const before = new Set(await codesOf(target, mobile));
  const begun = await ask();
  if (begun.status !== 202) return begun;
  for (let tries = 0; tries < 50; tries += 1) {
    const code = (await codesOf(target, mobile)).find((one) => !before.has(one));
    if (code !== undefined) return enter(begun, code);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No code has come.');
}

/** Logs a patient in by SMS from home. */
export function logInFrom(
  target: StrangerTarget,
  from: string,
  account: string,
  { nationalId, mobile }: Person,
): Promise<Seen> {
  const json = { nationalId, mobile };
  return proveBy(
    target,
    mobile,
    () => callAs(target, from, `/accounts/${account}/logins`, { json }),
    ({ body }, code) => enterCode(target, from, account, 'logins', body, code),
  );
}

/** How often each status, or the code of each problem, was answered. */
export function tallyOf(answers: readonly Seen[]): string {
  const counts = new Map<string, number>();
  for (const { status, body } of answers) {
    const name = [body.code, body.status].find((one) => typeof one === 'string') ?? String(status);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
}
