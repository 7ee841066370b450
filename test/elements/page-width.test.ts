import { expect } from '@open-wc/testing';
import '../../src/define/appointment-list.js';
import '../../src/define/appointment-receipt.js';
import '../../src/define/appointment-review.js';
import '../../src/define/appointments.js';
import '../../src/define/booking.js';
import '../../src/define/cancel-dialog.js';
import '../../src/define/choices.js';
import '../../src/define/clinic-picker.js';
import '../../src/define/clinic-search.js';
import '../../src/define/clinician-picker.js';
import '../../src/define/code-field.js';
import '../../src/define/code-form.js';
import '../../src/define/confirm-code.js';
import '../../src/define/error-summary.js';
import '../../src/define/hold-warning.js';
import '../../src/define/info-box.js';
import '../../src/define/login.js';
import '../../src/define/month-picker.js';
import '../../src/define/national-id-field.js';
import '../../src/define/notice.js';
import '../../src/define/personal-details.js';
import '../../src/define/phone-field.js';
import '../../src/define/receipt.js';
import '../../src/define/review.js';
import '../../src/define/session-code.js';
import '../../src/define/slot-chooser.js';
import '../../src/define/steps.js';
import '../../src/define/text-field.js';
import '../../src/define/other-offers.js';
import '../../src/define/time-alert.js';
import '../../src/define/treatment-picker.js';
import '../../src/define/week-calendar.js';
import type { Booking } from '../../src/elements/booking/booking.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { ScriptedApi } from '../state/support/scripted-api.js';
import { waitUntil } from '../support/wait-until.js';

// Layers have a place and a size of their own: they fill nothing.
const layers = [
  'opus-month-picker',
  'opus-slot-chooser',
  'opus-cancel-dialog',
  'opus-hold-warning',
];

const tags = [
  'opus-appointment-list',
  'opus-appointment-receipt',
  'opus-appointment-review',
  'opus-appointments',
  'opus-booking',
  'opus-choices',
  'opus-clinic-picker',
  'opus-clinic-search',
  'opus-clinician-picker',
  'opus-code-field',
  'opus-code-form',
  'opus-confirm-code',
  'opus-error-summary',
  'opus-info-box',
  'opus-login',
  'opus-national-id-field',
  'opus-notice',
  'opus-other-offers',
  'opus-personal-details',
  'opus-phone-field',
  'opus-receipt',
  'opus-review',
  'opus-session-code',
  'opus-steps',
  'opus-text-field',
  'opus-time-alert',
  'opus-treatment-picker',
  'opus-week-calendar',
];

/** Parents around the element, outermost first: what they are called, and the style of each. */
const parents: Readonly<Record<string, readonly string[]>> = {
  'a block': ['display: block'],
  'a flex row that centres': ['display: flex; justify-content: center'],
  'a flex column that centres': ['display: flex; flex-direction: column; align-items: center'],
  'a flex row that wraps': ['display: flex; flex-wrap: wrap; justify-content: space-around'],
  'a flex item that is as wide as its content': ['display: flex; justify-content: center', ''],
  'a grid that centres': ['display: grid; justify-items: center'],
  'a grid with an automatic column': [
    'display: grid; grid-template-columns: auto; justify-content: start',
  ],
  'a grid that centres both ways': ['display: grid; place-items: center; place-content: center'],
  'a float': ['float: left'],
  'an inline block': ['display: inline-block'],
  'an inline flex box': ['display: inline-flex'],
  'an inline grid': ['display: inline-grid'],
  'a box that fits its content': ['inline-size: fit-content; margin: auto'],
  'a table cell': ['display: table', 'display: table-cell'],
  'an absolute box': ['position: absolute'],
  'a fixed box in a container': ['transform: none; position: absolute; inset-inline-start: 0'],
  'an inline block in a centred flex box': [
    'display: flex; justify-content: center',
    'display: inline-block',
  ],
};

/** The window of the tests is 800 px wide. */
const rooms = [720, 320];

async function show(tag: string, styles: readonly string[], room: number): Promise<HTMLElement> {
  const page = document.createElement('div');
  page.style.cssText = `position: relative; inline-size: ${room}px`;
  let parent = page;
  for (const style of styles) {
    const child = document.createElement('div');
    child.style.cssText = style;
    parent.append(child);
    parent = child;
  }
  const element = document.createElement(tag);
  parent.append(element);
  document.body.append(page);
  await customElements.whenDefined(tag);
  await (element as Booking).updateComplete;
  return element;
}

describe('the width of each element', function () {
  this.timeout(20_000);
  afterEach(() => document.body.querySelectorAll('body > div').forEach((each) => each.remove()));

  it('[P-50] is asked of every public element', async () => {
    const manifest = (await (await fetch('/custom-elements.json')).json()) as {
      modules: { declarations?: { tagName?: string }[] }[];
    };
    const published = manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .flatMap(({ tagName = [] }) => tagName);
    // The console is a page of its own, and in no parent that is as wide as what is in it.
    // A button is as wide as its text.
    const others = ['opus-console', 'opus-booking-button'];
    expect([...tags, ...layers, ...others].sort()).to.deep.equal(published.sort());
  });

  for (const [name, styles] of Object.entries(parents)) {
    it(`[P-50] is that of the room there is in ${name}`, async () => {
      const wrong: string[] = [];
      for (const room of rooms) {
        for (const tag of tags) {
          const element = await show(tag, styles, room);
          const { width } = element.getBoundingClientRect();
          if (Math.abs(width - room) > 1) wrong.push(`${tag} in ${room} px: ${width} px`);
          element.closest('body > div')?.remove();
        }
      }
      expect(wrong).to.deep.equal([]);
    });
  }

  it('[P-50] is that of the room in an open dialog without a width', async () => {
    for (const tag of tags) {
      const element = await show(tag, [], 720);
      const dialog = document.createElement('dialog');
      dialog.style.cssText = 'padding: 16px; border: 0';
      element.replaceWith(dialog);
      dialog.append(element);
      dialog.show();
      const { width } = element.getBoundingClientRect();
      expect(width, tag).to.be.closeTo(720 - 32, 1);
      dialog.remove();
    }
  });

  it('[P-50] is at least 280 px beside something else, where there is that much', async () => {
    for (const around of ['display: flex', 'display: table; inline-size: 100%']) {
      for (const tag of tags) {
        const element = await show(tag, [around], 440);
        const cell = 'display: table-cell';
        const aside = Object.assign(document.createElement('p'), {
          textContent: 'Ring oss. '.repeat(90),
        });
        const box = document.createElement('div');
        aside.style.cssText = box.style.cssText = around.includes('table') ? cell : '';
        element.replaceWith(box, aside);
        if (around.includes('table')) box.append(element);
        else box.replaceWith(element);
        expect(element.getBoundingClientRect().width, `${tag} in ${around}`).to.be.at.least(279.5);
        element.closest('body > div')?.remove();
      }
    }
  });

  it('[P-50] leaves nothing to scroll sideways in a room that is narrower than 280 px', async () => {
    for (const style of ['display: block', 'display: flex; justify-content: center']) {
      for (const tag of tags) {
        const element = await show(tag, [style], 240);
        expect(element.getBoundingClientRect().width, tag).to.be.at.most(240);
        element.closest('body > div')?.remove();
      }
    }
  });

  it('[P-50] is that of the room once the account is there, and words stay whole', async () => {
    await loadLocale('en');
    const booking = (await show(
      'opus-booking',
      ['display: flex; justify-content: center'],
      720,
    )) as Booking;
    Object.assign(booking, { lang: 'en', account: 'test', client: new ScriptedApi() });
    const picker = () => booking.shadowRoot?.querySelector('opus-clinic-picker');
    await waitUntil(() => picker()?.shadowRoot?.querySelector('h2'), 'the first step');
    expect(booking.getBoundingClientRect().width).to.be.closeTo(720, 1);
    expect(picker()?.shadowRoot?.querySelector('h2')?.getClientRects()[0]?.height).to.be.below(60);
    // Elements inside the widget are as wide as its layout says.
    expect(getComputedStyle(picker()!, '::before').content).to.equal('none');
  });
});
