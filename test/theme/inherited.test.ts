import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/booking.js';
import '../../src/define/phone-field.js';
import '../../src/define/text-field.js';
import '../../src/define/notice.js';
import type { Booking } from '../../src/elements/booking/booking.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { ScriptedApi } from '../state/support/scripted-api.js';
import { waitUntil } from '../support/wait-until.js';

/** What pages set on a section or on everything, and what texts and controls of the widget have all the same. */
const inherited: readonly (readonly [string, string, string])[] = [
  ['white-space', 'nowrap', 'normal'],
  ['text-transform', 'uppercase', 'none'],
  ['letter-spacing', '4px', 'normal'],
  ['word-spacing', '8px', '0px'],
  ['word-break', 'break-all', 'normal'],
  ['overflow-wrap', 'anywhere', 'break-word'],
  ['text-indent', '40px', '0px'],
  ['text-align', 'center', 'start'],
  ['text-shadow', 'red 1px 1px 2px', 'none'],
  ['hyphens', 'auto', 'manual'],
  ['font-variant-caps', 'small-caps', 'normal'],
  ['user-select', 'none', 'text'],
  ['cursor', 'none', 'auto'],
  ['direction', 'rtl', 'ltr'],
];
const wild = inherited.map(([name, value]) => `${name}: ${value};`).join(' ');

/** The properties of an element that differ from what they should be. */
function wrongIn(element: Element): string[] {
  const style = getComputedStyle(element);
  return (
    inherited
      .map(([name, , right]) => [
        name,
        // Safari knows it by its old name alone.
        style.getPropertyValue(name) || style.getPropertyValue(`-webkit-${name}`),
        right,
      ])
      .filter(([, is, right]) => is !== right)
      // Firefox writes the initial value, `auto`, for what may be selected.
      .filter(([name, is]) => name !== 'user-select' || is !== 'auto')
      .map(([name, is]) => `${name}: ${is}`)
  );
}

describe('what a page passes on to its texts', () => {
  let rules: HTMLStyleElement;
  before(() => loadLocale('en'));
  beforeEach(() => document.head.append((rules = document.createElement('style'))));
  afterEach(() => rules.remove());

  for (const [about, selector] of [
    ['set around the element', '.wild'],
    ['set on everything in a section', '.wild, .wild *'],
  ] as const) {
    it(`[P-50] does not reach the texts of the widget, ${about}`, async () => {
      rules.textContent = `${selector} { ${wild} }`;
      const page = await fixture(
        html`<div class="wild">
          <opus-phone-field label="Mobile"></opus-phone-field>
          <opus-text-field label="First name" hint="As in your passport"></opus-text-field>
        </div>`,
      );
      for (const [tag, part] of [
        ['opus-phone-field', '.frame'],
        ['opus-text-field', '.hint'],
      ] as const) {
        const text = page.querySelector(tag)?.shadowRoot?.querySelector(part);
        expect(text && wrongIn(text), tag).to.deep.equal([]);
      }
      const control = page.querySelector('opus-text-field')!.shadowRoot!.querySelector('input')!;
      const { textTransform, letterSpacing, direction, userSelect } = getComputedStyle(control);
      expect([textTransform, letterSpacing, direction]).to.deep.equal(['none', 'normal', 'ltr']);
      // Safari lets nobody type into a field that cannot be selected.
      expect(userSelect).to.not.equal('none');
    });
  }

  it('[P-50] leaves out text that the page fills with a gradient', async () => {
    const page = await fixture<HTMLElement>(
      html`<div style="-webkit-text-fill-color: transparent">
        <opus-notice heading="Closed" text="We are on holiday."></opus-notice>
      </div>`,
    );
    const text = page.querySelector('opus-notice')!.shadowRoot!.querySelector('p')!;
    const style = getComputedStyle(text);
    expect(style.getPropertyValue('-webkit-text-fill-color')).to.equal(style.color);
  });

  it('[P-50] takes the font of the page, and is hidden with it', async () => {
    const page = await fixture<HTMLElement>(
      html`<div style="font: 700 20px Georgia; visibility: hidden">
        <opus-text-field label="First name" hint="As in your passport"></opus-text-field>
      </div>`,
    );
    const text = page.querySelector('opus-text-field')!.shadowRoot!.querySelector('label')!;
    const { fontFamily, fontSize, visibility } = getComputedStyle(text);
    expect([fontFamily, fontSize, visibility]).to.deep.equal(['Georgia', '20px', 'hidden']);
  });

  it('[P-50] in a page written from right to left, addresses and phone numbers read as they are written', async () => {
    const page = await fixture<HTMLElement>(
      html`<div dir="rtl">
        <opus-booking lang="en" account="test" .client=${new ScriptedApi()}></opus-booking>
      </div>`,
    );
    const booking = page.querySelector<Booking>('opus-booking')!;
    const card = () =>
      booking.shadowRoot
        ?.querySelector('opus-clinic-picker')
        ?.shadowRoot?.querySelector<HTMLElement>('.card');
    await waitUntil(card, 'a clinic');
    expect(getComputedStyle(card()!).direction).to.equal('ltr');
    // The first word stands to the left of the last one.
    const walker = document.createTreeWalker(card()!, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const address = texts.find(({ data }) => /\d/.test(data) && /\s/.test(data.trim()));
    expect(address, 'an address or a phone number').to.not.equal(undefined);
    const placeOf = (start: number, end: number) => {
      const range = document.createRange();
      range.setStart(address!, start);
      range.setEnd(address!, end);
      return range.getBoundingClientRect().left;
    };
    const first = address!.data.search(/\S/);
    const last = address!.data.trimEnd().length - 1;
    expect(placeOf(first, first + 1)).to.be.below(placeOf(last, last + 1));
  });
});
