// A patient in front of the widget, who does what it offers until there is a receipt.
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import { BookingPage } from '../../test/e2e/booking-page.js';
import { messages } from '../../test/e2e/inbox.js';
import type { Patient } from '../../test/e2e/patients.js';

/** How long a patient tries, and waits for one thing to react; milliseconds. */
const patience = 150_000;
const reaction = 3000;

/** What the receipt says; undefined: there was none in all that time, `seen` is what was on the screen last. */
export interface Outcome {
  receipt: string | undefined;
  seen: string;
}

export async function bookPatiently(
  page: Page,
  origin: string,
  patient: Patient,
  random: () => number,
): Promise<Outcome> {
  const booking = new BookingPage(page);
  const { words, widget } = booking;
  const isVisible = (locator: Locator) => locator.first().isVisible();
  const press = (locator: Locator) => locator.first().click({ timeout: reaction });
  const button = (name: string) => booking.button(name);
  /** From what has to be done first to what the way consists of. */
  const acts: readonly (readonly [Locator, () => Promise<unknown>])[] = [
    [button(words.tryAgain), () => press(button(words.tryAgain))],
    [booking.field(words.codeLabel), () => enterCode(booking, origin, patient)],
    [button(words.bookTime), () => press(button(words.bookTime))],
    [
      booking.field(words.firstName),
      async () => {
        await booking.fillDetails(patient);
        await press(button(words.toReview));
      },
    ],
    [
      booking.times,
      async () =>
        press(booking.times.nth(Math.floor(random() * Math.min(8, await booking.times.count())))),
    ],
    [booking.card(/^Opus Dental Klinikken/), () => press(booking.card(/^Opus Dental Klinikken/))],
    [booking.card(/^Undersøkelse/), () => press(booking.card(/^Undersøkelse/))],
    [booking.card(/^Evelyn Andersen/), () => press(booking.card(/^Evelyn Andersen/))],
    [
      booking.calendar.getByRole('button', { name: words.nextWeek, exact: true }),
      () => press(booking.calendar.getByRole('button', { name: words.nextWeek, exact: true })),
    ],
  ];
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (await isVisible(booking.receipt)) return { receipt: await textOf(widget), seen: '' };
    try {
      for (const [sign, act] of acts) {
        if (!(await isVisible(sign))) continue;
        await act();
        break;
      }
    } catch {
      // The screen has changed meanwhile.
    }
    await pause(200 + random() * 300);
  }
  return { receipt: undefined, seen: await textOf(widget).catch(() => '') };
}

/** All text of the widget, through its shadow roots. */
function textOf(widget: Locator): Promise<string> {
  return widget.first().evaluate((host) => {
    const texts: string[] = [];
    const nodes: Node[] = [host];
    for (let node = nodes.pop(); node; node = nodes.pop()) {
      if (node instanceof Text) texts.push(node.data);
      const root = node instanceof Element ? node.shadowRoot : null;
      if (!(node instanceof HTMLStyleElement))
        nodes.push(...[...(root ?? node).childNodes].reverse());
    }
    return texts.join(' ').replaceAll(/\s+/g, ' ');
  });
}

async function enterCode(booking: BookingPage, origin: string, { mobile }: Patient): Promise<void> {
  const text = (await messages(origin)).find(
    ({ to, channel, text: words }) =>
      channel === 'sms' && to.endsWith(mobile) && /\b\d{6}\b/.test(words),
  )?.text;
  const code = /\b\d{6}\b/.exec(text ?? '')?.[0];
  if (code) await booking.confirm(code);
}
