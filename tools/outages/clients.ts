// Patients' pages that hold, book, confirm, move and cancel as fast as they are answered, and repeat what got no answer.
import { setTimeout as pause } from 'node:timers/promises';
import { randomToken } from '../../service/store/secrets.js';
import type { Hold, PendingBooking } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { toInstant } from '../../src/domain/clock-time.js';
import { bookingOf, testId } from '../../test/service/support/service.js';
import type { Ledger } from './ledger.js';

/** How long a page tries to get one answer, and waits for each try; milliseconds. */
const patience = 120_000;
const tryTime = 15_000;
/** Which part of the answers is lost. */
const lostShare = 0.1;
/** After so long a patient without a code may ask for another one; milliseconds. */
const untilResend = 31_000;

/** What pages call, and for how long. */
export interface LoadTarget {
  ledger: Ledger;
  /** Root of any process of the service that may be there. */
  pickUrl: () => string;
  random: () => number;
  /** First date of the week that is booked. */
  monday: string;
  isOver: () => boolean;
}

interface Answered {
  status: number;
  body: { code?: string; id: string; token: string; appointment: OwnAppointment };
}

interface SentMessage {
  to: string;
  text: string;
  account: string;
}

interface OwnAppointment {
  id: string;
  slot: { start: string };
}

interface Call {
  method?: string;
  json?: unknown;
  headers?: Record<string, string>;
}

/** One call, sent until it is answered; undefined when nobody answered at all. */
async function call(
  target: LoadTarget,
  path: string,
  request: Call,
): Promise<Answered | undefined> {
  const { ledger, pickUrl, random } = target;
  const { method = 'POST', json, headers = {} } = request;
  const until = performance.now() + patience;
  for (let tries = 1; performance.now() < until; tries += 1) {
    if (tries === 2) ledger.repeated += 1;
    try {
      const response = await fetch(`${pickUrl()}/v1/accounts/${ledger.account}${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...headers },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        signal: AbortSignal.timeout(tryTime),
      });
      const text = await response.text();
      // Some answers are lost on their way, after all was done.
      const isLost = tries === 1 && response.status < 500 && random() < lostShare;
      if (response.status !== 503 && !isLost) {
        ledger.answered += 1;
        if (response.status >= 500) ledger.failed += 1;
        return { status: response.status, body: (text ? JSON.parse(text) : {}) as never };
      }
    } catch {
      // No answer: nobody knows what was done, so the same is asked for once more.
    }
    await pause(20 + random() * 300);
  }
  ledger.wrong.push(`${method} ${path}: no answer in ${patience / 1000} s`);
  return undefined;
}

/** A page of one patient: with a session, which may also move and cancel, or without one, with a code by SMS. */
export async function runClient(
  target: LoadTarget,
  index: number,
  bearer: string | undefined,
): Promise<void> {
  const { ledger, random, monday, isOver } = target;
  const session: Record<string, string> = bearer ? { Authorization: `Bearer ${bearer}` } : {};
  const own: OwnAppointment[] = [];
  let people = 0;
  const expect = (name: string, answer: Answered | undefined, statuses: readonly number[]) => {
    if (answer && !statuses.includes(answer.status)) {
      ledger.wrong.push(`${name}: ${answer.status} ${answer.body.code}`);
    }
    return answer && answer.status < 300 ? answer.body : undefined;
  };

  const hold = async (request: object) => {
    const date = addDays(monday, Math.floor(random() * 5));
    const minutes = 8 * 60 + Math.floor(random() * 8) * 30;
    const start = new Date(toInstant(date, minutes, 'Europe/Oslo')).toISOString();
    const headers = { ...session, 'Hold-Token': randomToken() };
    const json = { start, ...request };
    // Another one may have the time; with a hold nobody has.
    return expect('hold', await call(target, '/holds', { json, headers }), [201, 409]);
  };
  const secrets = ({ token }: Pick<Hold, 'token'>) => ({
    ...session,
    'Hold-Token': token,
    'Idempotency-Key': randomToken(),
  });
  const book = async () => {
    const held = await hold({ treatment: 'check' });
    if (!held) return;
    // Somebody new each time: a mobile then has one code.
    const person = index * 200 + (people += 1);
    const mobile = `4${String(1_000_000 + person)}`;
    const patient = bearer
      ? {}
      : { ...bookingOf(held).patient, nationalId: testId(1000 + person), mobile };
    const json = { ...bookingOf(held), patient };
    const headers = secrets(held);
    const status = bearer ? 201 : 202;
    const booked = expect('book', await call(target, '/bookings', { json, headers }), [status]);
    if (!booked) return;
    const confirmed = bearer ? booked : await confirm(booked, mobile);
    if (!confirmed) return;
    const { id, slot } = confirmed.appointment;
    ledger.tell(id, 'booked', slot.start);
    if (bearer) own.push(confirmed.appointment);
  };
  const confirm = async ({ id, token }: Pick<PendingBooking, 'id' | 'token'>, mobile: string) => {
    const headers = { 'Booking-Token': token };
    let code = await readCode(target, mobile, untilResend);
    if (!code) {
      // Whoever was to send it has died: it is sent a minute later, or when the patient asks for another one.
      expect('resend', await call(target, `/bookings/${id}/code/resend`, { headers }), [202]);
      code = await readCode(target, mobile, patience);
    }
    if (!code) {
      ledger.wrong.push('no code came');
      return undefined;
    }
    const path = `/bookings/${id}/code`;
    return expect('code', await call(target, path, { json: { code }, headers }), [200]);
  };
  const move = async (appointment: OwnAppointment) => {
    const held = await hold({ appointment: appointment.id });
    if (!held) return;
    const path = `/appointments/${appointment.id}/move`;
    const request = { json: { hold: held.id }, headers: secrets(held) };
    const moved = expect('move', await call(target, path, request), [200]);
    if (moved) ledger.tell(appointment.id, 'booked', moved.appointment.slot.start);
  };
  const cancel = async (appointment: OwnAppointment) => {
    own.splice(own.indexOf(appointment), 1);
    const path = `/appointments/${appointment.id}/cancel`;
    const headers = { ...session, 'Idempotency-Key': randomToken() };
    const cancelled = expect('cancel', await call(target, path, { headers }), [200]);
    if (cancelled) ledger.tell(appointment.id, 'cancelled', cancelled.appointment.slot.start);
  };

  while (!isOver()) {
    const dice = random();
    const appointment = own[Math.floor(random() * own.length)];
    if (!appointment || dice < 0.4) await book();
    else if (dice < 0.75) await move(appointment);
    else await cancel(appointment);
  }
}

/** The code that went to a mobile, waited for so long; undefined when none came. */
async function readCode(
  { pickUrl, ledger }: LoadTarget,
  mobile: string,
  milliseconds: number,
): Promise<string | undefined> {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    const list = await fetch(`${pickUrl()}/demo/messages`, { signal: AbortSignal.timeout(tryTime) })
      .then((answer) => (answer.ok ? (answer.json() as Promise<SentMessage[]>) : []))
      .catch(() => []);
    const message = list.find(
      ({ to, text, account }) =>
        account === ledger.account && to.endsWith(mobile) && /^\d{6} /.test(text),
    );
    if (message) return message.text.slice(0, 6);
    await pause(200);
  }
  return undefined;
}
