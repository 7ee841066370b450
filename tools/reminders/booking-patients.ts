// Patients who hold a time and book it, a few every second, as long as they are let.
import { setTimeout as pause } from 'node:timers/promises';
import { randomToken } from '../../service/store/secrets.js';
import { addDays } from '../../src/domain/civil-date.js';
import type { SlotList } from '../../src/contract/index.js';
import { bookingOf, testId } from '../../test/service/support/service.js';

/** Milliseconds between two. */
const every = 500;

/** The time in milliseconds that so many of all took at most. */
export function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
}

/** Books one free time of a week after the other. */
export class BookingPatients {
  /** Calls that were not answered as they should. */
  failures = 0;
  #times: number[] = [];
  #isOver = false;
  #free: { start: string; clinician: string }[] = [];
  #booked = 0;
  #running: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly account: string,
    private readonly monday: string,
  ) {}

  begin(): void {
    this.#running = this.#run();
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  /** How long bookings took since this was asked last, milliseconds. */
  takeTimes(): number[] {
    const times = this.#times;
    this.#times = [];
    return times;
  }

  async #run(): Promise<void> {
    const path = `/slots?treatment=check&from=${this.monday}&to=${addDays(this.monday, 7)}`;
    this.#free = (await this.#call<SlotList>('GET', path)).slots;
    const running = new Set<Promise<void>>();
    while (!this.#isOver) {
      const time = this.#free.shift();
      if (!time) break;
      const booking = this.#book(time).catch((error: unknown) => {
        this.failures += 1;
        console.log(String(error));
      });
      running.add(booking);
      void booking.then(() => running.delete(booking));
      await pause(every);
    }
    await Promise.all(running);
  }

  async #book({ start, clinician }: { start: string; clinician: string }): Promise<void> {
    const number = this.#booked;
    this.#booked += 1;
    const began = performance.now();
    const token = randomToken();
    const wish = { start, clinician, clinic: 'west', treatment: 'check' };
    const hold = await this.#call<{ id: string }>('POST', '/holds', wish, { 'Hold-Token': token });
    const { patient, ...booking } = bookingOf(hold);
    const mobile = `4${String(1_000_000 + number)}`;
    await this.#call(
      'POST',
      '/bookings',
      { ...booking, patient: { ...patient, mobile, nationalId: testId(number % 1000) } },
      { 'Hold-Token': token, 'Idempotency-Key': randomToken() },
    );
    this.#times.push(performance.now() - began);
  }

  async #call<Answer>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/v1/accounts/${this.account}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${method} ${path.split('?')[0]}: ${response.status} ${text}`);
    return JSON.parse(text) as Answer;
  }
}
