import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/booking.js';
import type { Booking } from '../../src/elements/booking/booking.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { ScriptedApi } from '../state/support/scripted-api.js';
import { waitUntil } from '../support/wait-until.js';

/** Every element below with that part, shadow roots crossed. */
function* withPart(root: ParentNode, part: string): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.part.contains(part)) yield element;
    if (element.shadowRoot) yield* withPart(element.shadowRoot, part);
  }
}

/** Waits for parts of that name, and answers the colour of the first one's edge. */
async function edgeOf(host: Booking, part: string): Promise<string> {
  const find = () => [...withPart(host.renderRoot, part)][0];
  await waitUntil(find, `${part} on ${host.currentStep}`);
  return getComputedStyle(find()!).outlineColor;
}

describe('parts of the widget', function () {
  this.timeout(20_000);

  it('a page restyles them from outside, however deep they lie', async () => {
    await loadLocale('en');
    const api = new ScriptedApi();
    api.value = { ...api.value, texts: { consentVersion: '1', clinicText: 'Welcome' } };
    const perStep = {
      clinic: ['base', 'step', 'footer', 'stage', 'heading', 'card', 'notice'],
      treatment: ['note', 'side'],
      time: ['slot', 'day', 'button'],
      details: ['label', 'control', 'primary'],
      errors: ['summary', 'error'],
      clinicAgain: ['chosen'],
    };
    const names = Object.values(perStep).flat();
    const host = await fixture<Booking>(
      html`<opus-booking lang="en" account="test" .client=${api}></opus-booking>`,
    );
    const style = document.createElement('style');
    style.textContent = names
      .map((name) => `opus-booking::part(${name}) { outline-color: rgb(1, 2, 3); }`)
      .join('');
    document.head.append(style);
    const press = async (name: string, part = 'card') => {
      const isIt = (each: Element) => each.textContent.includes(name);
      const find = () => [...withPart(host.renderRoot as ShadowRoot, part)].find(isIt);
      await waitUntil(find, name);
      const found = find() as HTMLElement;
      (found.querySelector('button') ?? found).click();
    };
    const expectReached = async (step: keyof typeof perStep) => {
      for (const part of perStep[step]) {
        expect(await edgeOf(host, part), part).to.equal('rgb(1, 2, 3)');
      }
    };
    try {
      await expectReached('clinic');
      await press('hvalstad');
      await expectReached('treatment');
      await press('exam');
      await press('lise');
      await expectReached('time');
      await press('0:00', 'slot').catch(() => press('8:00', 'slot'));
      await expectReached('details');
      await press('Review', 'primary');
      await expectReached('errors');
      host.step = 'clinic';
      await expectReached('clinicAgain');
    } finally {
      style.remove();
    }
  });
});
