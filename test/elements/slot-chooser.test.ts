import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/slot-chooser.js';
import type { Slot } from '../../src/contract/index.js';
import type { SlotChooser } from '../../src/elements/slot-chooser/slot-chooser.js';
import type { OpusTakeSlotEvent } from '../../src/events/slot-chooser-events.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { opusAccount } from '../../stories/fixtures/account.js';
import { ElementPage } from './support/element-page.js';
import { waitUntil } from '../support/wait-until.js';

const lise: Slot = {
  start: '2029-01-29T07:00:00Z',
  minutes: 30,
  clinic: 'opus-dental-klinikken',
  clinician: 'lise',
  treatment: 'undersokelse',
};
const evelyn: Slot = { ...lise, clinician: 'evelyn' };

async function show(load: () => Promise<readonly Slot[]>, lang = 'nb') {
  const element = await fixture<SlotChooser>(
    html`<opus-slot-chooser
      lang=${lang}
      .account=${opusAccount}
      .value=${lise}
      .load=${load}
    ></opus-slot-chooser>`,
  );
  await element.updateComplete;
  return new ElementPage<SlotChooser>(element);
}

describe('opus-slot-chooser', () => {
  before(() => Promise.all([loadLocale('nb'), loadLocale('en')]));

  it('[P-21] names everyone who is free at the time, and marks whom the patient has', async () => {
    const page = await show(() => Promise.resolve([lise, evelyn]));
    await waitUntil(() => page.items().length === 2);
    expect(page.text()).to.include('Mandag den 29. januar, 08:00 – 08:30');
    const pressed = page.buttons().map((button) => button.getAttribute('aria-pressed'));
    expect(pressed).to.deep.equal(['true', 'false', null]);
    await expect(page.element).to.be.accessible();
  });

  it('[P-21] answers with the one that is pressed', async () => {
    const page = await show(() => Promise.resolve([lise, evelyn]));
    await waitUntil(() => page.items().length === 2);
    const answer = page.next<OpusTakeSlotEvent>('opus-take-slot');
    page.buttons()[1]?.click();
    expect((await answer).slot).to.equal(evelyn);
  });

  it('[P-21] takes focus, and closes without an answer', async () => {
    const page = await show(() => Promise.resolve([lise]), 'en');
    expect(page.element.shadowRoot?.activeElement).to.equal(page.button('Close'));
    await waitUntil(() => page.text().includes('Nobody else is free at this time.'));
    const answer = page.next<OpusTakeSlotEvent>('opus-take-slot');
    page.button('Close').click();
    expect((await answer).slot).to.equal(undefined);
  });

  it('[P-17] says when it cannot be found out, and tries again', async () => {
    let tries = 0;
    const page = await show(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve([lise, evelyn]);
    }, 'en');
    await waitUntil(() => page.buttonNames().includes('Try again'));
    page.button('Try again').click();
    await waitUntil(() => page.items().length === 2);
  });
});
