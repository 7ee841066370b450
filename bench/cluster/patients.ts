// Patients who look for free times, and patients who hold one and book it.
import { randomToken } from '../../service/store/secrets.js';
import { addDays } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';
import { testId } from '../../test/service/support/service.js';
import { call, callUntilAnswered, type Call, type Failures, type Reply } from './calls.js';

export const accountId = 'kjeden';
export const account = `/v1/accounts/${accountId}`;
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 7);

/** A booking that was answered 201, with the call that made it. */
export interface Booked {
  appointment: string;
  call: Call;
}

/** What all patients together did. */
export class Day {
  reads = 0;
  bookings = 0;
  failures: Failures = new Map();
  /** How long somebody waited for an answer, repetitions included; milliseconds. */
  longestWait = 0;
  readonly booked: Booked[] = [];
}

export interface Slot {
  start: string;
  clinic: string;
  clinician: string;
  treatment: string;
}

/** Free times of four weeks in any order. */
export async function findTimes(port: number): Promise<Slot[]> {
  const slots: Slot[] = [];
  for (let weeks = 1; weeks <= 4; weeks += 1) {
    const from = addDays(monday, weeks * 7);
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `from=${from}&to=${addDays(from, 7)}&treatment=undersokelse`;
      const path = `${account}/slots?${query}${cursor && `&cursor=${cursor}`}`;
      const reply = await call({ port, path, patient: 0 });
      if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${reply.body}`);
      const page = JSON.parse(reply.body) as { slots: Slot[]; next: string | null };
      slots.push(...page.slots);
      cursor = page.next;
    }
  }
  return slots.sort(() => Math.random() - 0.5);
}

/** One look at a week of one clinic; `clinics` are taken in turn. */
export function createReader(port: number, clinics: readonly string[], day: Day) {
  let turn = 0;
  return async (patient: number) => {
    const clinic = clinics[(turn += 1) % clinics.length]!;
    const query = `from=${monday}&to=${addDays(monday, 7)}&clinic=${clinic}`;
    const path = `${account}/slots?${query}`;
    const { status } = await timed(day, { port, path, patient });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    day.reads += 1;
  };
}

async function timed(day: Day, what: Call): Promise<Reply> {
  const begin = performance.now();
  const reply = await callUntilAnswered(what, day.failures);
  day.longestWait = Math.max(day.longestWait, performance.now() - begin);
  return reply;
}

let person = 0;

/** One hold and its booking; a time that somebody else has by now is let go. */
export function createBooker(port: number, slots: Slot[], day: Day) {
  return async (patient: number) => {
    const slot = slots.pop();
    if (!slot) throw new Error('No free times are left: measure for a shorter time.');
    const { start, clinic, clinician, treatment } = slot;
    const token = randomToken();
    const hold = await timed(day, {
      port,
      path: `${account}/holds`,
      patient,
      headers: { 'Hold-Token': token },
      json: { start, clinic, clinician, treatment },
    });
    if (hold.status === 409) return;
    if (hold.status !== 201) throw new Error(`A hold answered ${hold.status}: ${hold.body}`);
    person += 1;
    const booking: Call = {
      port,
      path: `${account}/bookings`,
      patient,
      headers: { 'Hold-Token': token, 'Idempotency-Key': randomToken() },
      json: {
        hold: (JSON.parse(hold.body) as { id: string }).id,
        patient: {
          firstName: 'Kari',
          lastName: 'Berg',
          nationalId: testId(person),
          mobile: `+47 4${String(1_000_000 + person).slice(-7)}`,
          email: 'kari@example.com',
        },
        consent: { version: '2026-01' },
        lang: 'nb',
      },
    };
    const { status, body } = await timed(day, booking);
    if (status !== 201) throw new Error(`A booking answered ${status}: ${body}`);
    day.bookings += 1;
    day.booked.push({ appointment: appointmentOf(body), call: booking });
  };
}

/** The appointment of an answer to a booking. */
export function appointmentOf(body: string): string {
  return (JSON.parse(body) as { appointment: { id: string } }).appointment.id;
}

/** Patients who all do the same. */
export interface Crowd {
  count: number;
  /** Number of the first. */
  first: number;
  work: (patient: number) => Promise<void>;
}

/** Has each patient of a crowd do it again and again for a while. */
export async function during(milliseconds: number, { count, first, work }: Crowd): Promise<void> {
  const end = Date.now() + milliseconds;
  const patients = Array.from({ length: count }, async (_, index) => {
    while (Date.now() < end) await work(first + index);
  });
  await Promise.all(patients);
}
