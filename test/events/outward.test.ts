import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/booking.js';
import { BookingError } from '../../src/api/booking-error.js';
import type { Booking } from '../../src/elements/booking/booking.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { ScriptedApi } from '../state/support/scripted-api.js';
import { waitUntil } from '../support/wait-until.js';

const patient = {
  firstName: 'Solveig-Åse',
  lastName: 'Nordmann',
  nationalId: '190476-49954',
  message: 'Jeg gruer meg',
  email: 'solveig@example.com',
  mobile: '99887766',
};

/** Every element below, shadow roots crossed. */
function* below(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* below(element.shadowRoot);
  }
}

async function find(host: Booking, test: (element: HTMLElement) => boolean): Promise<HTMLElement> {
  const all = () => [...below(host.renderRoot as ShadowRoot)].find(test);
  await waitUntil(all, `${String(test)} on ${host.currentStep}`);
  return all()!;
}

async function press(host: Booking, name: RegExp): Promise<void> {
  const named = (element: HTMLElement) =>
    element.matches('button') &&
    name.test((element.getAttribute('aria-label') ?? element.textContent).trim());
  (await find(host, named)).click();
  await host.updateComplete;
}

async function type(host: Booking, name: string, value: string): Promise<void> {
  const field = await find(host, (element) => element.getAttribute('name') === name);
  const input = field.shadowRoot?.querySelector<HTMLInputElement>('input, textarea');
  if (!input) throw new Error(`No input in ${name}.`);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Own enumerable fields, as whoever listens outside would copy them. */
const fieldsOf = (event: Event) => event.type + JSON.stringify({ ...event });

/** Hears each `opus-` event of whatever name that reaches the document, and those that are dispatched at all. */
function listen(): { told: Event[]; inside: Set<string>; stop: () => void } {
  const told: Event[] = [];
  const inside = new Set<string>();
  const hear = (event: Event) => void told.push(event);
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('opus-') && !inside.has(event.type)) {
      inside.add(event.type);
      document.addEventListener(event.type, hear);
    }
    return dispatchEvent.call(this, event);
  };
  const stop = () => {
    EventTarget.prototype.dispatchEvent = dispatchEvent;
    inside.forEach((name) => document.removeEventListener(name, hear));
  };
  return { told, inside, stop };
}

describe('what the page around is told', function () {
  this.timeout(20_000);

  it('[P-41] every step, nothing typed, no token, no treatment and no time in a whole booking', async () => {
    await loadLocale('en');
    const api = new ScriptedApi();
    const { told, inside, stop } = listen();
    try {
      const host = await fixture<Booking>(
        html`<opus-booking lang="en" account="test" .client=${api}></opus-booking>`,
      );
      await press(host, /^hvalstad/);
      await press(host, /^exam/);
      await press(host, /^lise/);
      await press(host, /0[89]:00/);
      for (const [name, value] of Object.entries(patient)) await type(host, name, value);
      (await find(host, (element) => element.matches('input[type="checkbox"]'))).click();
      (await find(host, (element) => element.matches('button[type="submit"]'))).click();
      api.next('book', new BookingError('timeout'));
      await press(host, /^Book/);
      await press(host, /^Try again/);
      await type(host, 'code', '000000');
      await press(host, /^Confirm/);
      await waitUntil(() => api.count('confirm') === 1);
      await type(host, 'code', api.code);
      await press(host, /^Confirm/);
      await find(host, (element) => element.localName === 'opus-receipt');
      await waitUntil(() => told.some(({ type }) => type === 'opus-booked'));
    } finally {
      stop();
    }

    expect([...new Set(told.map((event) => event.type))].sort()).to.deep.equal([
      'opus-before-step-change',
      'opus-booked',
      'opus-error',
      'opus-hold',
      'opus-selection-change',
      'opus-step-change',
    ]);
    expect(inside.has('opus-draft'), 'others were there to be heard').to.equal(true);
    const steps = told.filter((event) => event.type === 'opus-step-change').map(fieldsOf);
    for (const step of ['clinic', 'treatment', 'clinician', 'time', 'details', 'confirm']) {
      expect(
        steps.some((each) => each.includes(`"${step}"`)),
        step,
      ).to.equal(true);
    }
    const [, holdToken] = api.last('hold') as [unknown, string];
    const [, secrets] = api.last('book') as [unknown, { idempotencyKey: string }];
    const never = [
      ...Object.values(patient),
      ...Object.values(patient).map((value) => value.replaceAll(/\W/g, '')),
      'exam',
      holdToken,
      secrets.idempotencyKey,
      'hold-1',
      'booking-',
      'appointment-1',
      api.code,
      '000000',
      '*** **',
      ...api.free.map(({ start }) => start.slice(0, 10)),
    ];
    const all = told.map(fieldsOf).join('\n');
    for (const word of never) expect(all).not.to.include(word);
    // Each event tells what its class documents and nothing besides.
    for (const event of told) {
      const fields = Object.keys(event).filter((name) => name !== 'isTrusted');
      expect(fields.length, event.type).to.be.within(1, 3);
    }
  });
});
