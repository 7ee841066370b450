// "npm run soak -- --widget-faults 40": the real widget in Chromium books, moves and cancels while its network fails, each patient by
// a schedule of its own. At the end of each way the timebook has one appointment, as the widget says (N-01).
import { randomBytes } from 'node:crypto';
import { chromium } from '@playwright/test';
import type { TimebookEntry } from '../src/contract/index.js';
import { operatorKey } from '../test/e2e/keys.js';
import { patientNumber } from '../test/e2e/patients.js';
import { staffOf, timebook } from '../test/e2e/staff.js';
import { launchOptions } from './browser.js';
import { startPostgres } from './postgres.js';
import { startDemo } from './running-demo.js';
import { seededRandom } from './seeded-random.js';
import { scheduleFaults } from './widget-faults/fault-schedule.js';
import { PatientAtWidget } from './widget-faults/patient.js';

const account = 'opusdentalklinikken';

/** Whether every patient got what the receipt says, once. */
export async function soakWidgetFaults(count: number, seed: number, port = 4397): Promise<boolean> {
  const server = await startPostgres({ isOwn: true });
  const stop = await startDemo(port, {
    DATABASE_URL: server.url,
    SERVER_KEY: randomBytes(24).toString('base64url'),
    OPERATOR_KEY: operatorKey,
  });
  const origin = `http://127.0.0.1:${port}`;
  const browser = await chromium.launch(await launchOptions());
  const total = new Map<string, number>();
  const tally = { receipts: 0, moved: 0, cancelled: 0, lost: 0, doubled: 0, failed: 0, errors: 0 };
  try {
    // Also what is booked for today or tomorrow may be moved and cancelled.
    await staffOf(origin, account).send('PATCH', '/settings', { changeDeadlineHours: 0 });
    for (let number = 0; number < count; number += 1) {
      const random = seededRandom(seed * 1000 + number);
      const message = `Patient ${number} of seed ${seed}`;
      const patient = { ...patientNumber(number + 1), message };
      const context = await browser.newContext({ locale: 'nb-NO', timezoneId: 'America/New_York' });
      const page = await context.newPage();
      page.on('response', (response) => {
        if (response.status() === 500) tally.failed += 1;
      });
      page.on('pageerror', (error) => {
        tally.errors += 1;
        console.error(`patient ${number}: ${error.stack || `${error.name}: ${error.message}`}`);
      });
      await page.addInitScript(() => {
        const seen = window as unknown as { booked?: number };
        document.addEventListener('opus-booked', () => (seen.booked = (seen.booked ?? 0) + 1));
      });
      await page.goto(`http://${account}.localhost:${port}/`);
      const faults = await scheduleFaults(page, origin, random);
      const widget = new PatientAtWidget(page, origin, patient, random);
      const stored = async () =>
        (await timebook(origin, account)).filter(({ text }) => text.includes(message));
      /** Whether what was told is what is stored: one appointment, with that status and at that time. */
      const check = async (told: string | undefined, status: TimebookEntry['status']) => {
        const entries = await stored();
        const right = entries.filter((entry) => entry.status === status);
        if (told === undefined || !right.some((entry) => isIn(told, entry))) {
          tally.lost += 1;
          console.error(told, JSON.stringify(entries));
        }
        if (entries.filter((entry) => entry.status !== 'cancelled').length > 1) tally.doubled += 1;
        return told === undefined ? 0 : 1;
      };
      const booked = await widget.book();
      const events = await page.evaluate(() => (window as unknown as { booked?: number }).booked);
      const receipts = await check(booked.told, 'booked');
      if (receipts > 0 && events !== 1) tally.doubled += 1;
      tally.receipts += receipts;
      const seen = [booked.seen];
      if (receipts > 0) {
        faults.begin();
        const moved = await widget.move();
        tally.moved += await check(moved.told, 'booked');
        faults.begin();
        const cancelled = await widget.cancel();
        tally.cancelled += await check(cancelled.told, 'cancelled');
        if ((await stored()).length > 1) tally.doubled += 1;
        seen.push(moved.told === undefined ? moved.seen : '', cancelled.told ? '' : cancelled.seen);
      }
      await context.close();
      for (const [fault, times] of faults.counts) total.set(fault, (total.get(fault) ?? 0) + times);
      const words = [...faults.counts].map(([fault, times]) => `${times} ${fault}`).join(', ');
      console.log(`patient ${number}: ${words}; ${JSON.stringify(tally)}`);
      for (const text of seen.slice(1)) if (text) console.log(text);
    }
  } finally {
    await browser.close();
    await stop();
    server.stop();
  }
  console.log(`${count} schedules, seed ${seed}: ${JSON.stringify(Object.fromEntries(total))}`);
  console.log(JSON.stringify(tally));
  const isThrough = [tally.receipts, tally.moved, tally.cancelled].every((each) => each === count);
  return isThrough && tally.lost + tally.doubled + tally.failed + tally.errors === 0;
}

/** Whether a text names the day and the beginning of an appointment, as the clinic's clock has them. */
function isIn(text: string, { start }: TimebookEntry): boolean {
  const at = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('nb', { timeZone: 'Europe/Oslo', ...options }).format(new Date(start));
  const day = at({ day: 'numeric', month: 'long' });
  const time = at({ hour: '2-digit', minute: '2-digit' });
  return text.includes(day) && text.includes(time);
}
