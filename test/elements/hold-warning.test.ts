import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/hold-warning.js';
import type { HoldWarning } from '../../src/elements/hold-warning/hold-warning.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { ElementPage } from './support/element-page.js';
import { focused } from './support/form-page.js';

/** A booking with a field in it, and a field of the page around. */
async function show(): Promise<{ booking: ShadowRoot; outside: HTMLInputElement }> {
  const page = await fixture(
    html`<div>
      <div class="booking"></div>
      <input aria-label="Search" />
    </div>`,
  );
  const booking = page.firstElementChild?.attachShadow({ mode: 'open' }) as ShadowRoot;
  booking.innerHTML = '<input aria-label="Name" />';
  return { booking, outside: page.querySelector('input') as HTMLInputElement };
}

async function warn(booking: ShadowRoot): Promise<ElementPage<HoldWarning>> {
  const element = document.createElement('opus-hold-warning');
  element.lang = 'nb';
  element.until = '10:42';
  booking.append(element);
  await element.updateComplete;
  return new ElementPage(element);
}

const roleOf = (page: ElementPage) => page.all('[part="warning"]')[0]?.getAttribute('role');

describe('opus-hold-warning', () => {
  before(() => loadLocale('nb'));
  beforeEach(() => (document.activeElement as HTMLElement | null)?.blur());

  it('[P-24] asks whether the patient is still there, and until when the time is kept', async () => {
    const page = await warn((await show()).booking);
    expect(page.headings()).to.deep.equal(['Er du der fortsatt?']);
    expect(page.text()).to.contain('kl. 10:42');
    await expect(page.element).to.be.accessible();
  });

  it('[P-24] is seen wherever the page is scrolled to, and leaves the page usable', async () => {
    const { booking, outside } = await show();
    const page = await warn(booking);
    const { bottom, top, left, right } = page.element.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    outside.focus();
    expect(document.activeElement).to.equal(outside);
  });

  it('[P-24] takes focus from the booking to its button, and gives it back', async () => {
    const { booking } = await show();
    const name = booking.querySelector('input') as HTMLInputElement;
    name.focus();
    const page = await warn(booking);
    expect(roleOf(page)).to.equal('alertdialog');
    expect(focused()).to.equal(page.button('Behold tiden'));
    let kept = 0;
    page.element.addEventListener('opus-keep', () => (kept += 1));
    await sendKeys({ press: 'Enter' });
    expect(kept).to.equal(1);
    page.element.remove();
    expect(focused()).to.equal(name);
  });

  it('[P-24] takes focus when nothing has it', async () => {
    const page = await warn((await show()).booking);
    expect(roleOf(page)).to.equal('alertdialog');
    expect(focused()).to.equal(page.button('Behold tiden'));
  });

  it('[P-24] only speaks up when the patient is elsewhere on the page', async () => {
    const { booking, outside } = await show();
    outside.focus();
    const page = await warn(booking);
    expect(roleOf(page)).to.equal('alert');
    expect(focused()).to.equal(outside);
    page.element.remove();
    expect(focused()).to.equal(outside);
  });

  it('[P-24] leaves focus where the patient took it meanwhile', async () => {
    const { booking, outside } = await show();
    const name = booking.querySelector('input') as HTMLInputElement;
    name.focus();
    const page = await warn(booking);
    outside.focus();
    page.element.remove();
    expect(focused()).to.equal(outside);
  });
});
