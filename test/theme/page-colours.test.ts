import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define/info-box.js';
import '../../src/define/notice.js';
import '../../src/define/text-field.js';
import '../../src/define/week-calendar.js';
import '../../src/define/booking.js';
import { contrastRatio, parseHex, type Rgb } from '../../src/domain/contrast.js';
import type { Booking } from '../../src/elements/booking/booking.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { isDark, surfacePalette } from '../../src/theme/page-palette.js';
import { ScriptedApi } from '../state/support/scripted-api.js';
import { waitUntil } from '../support/wait-until.js';

/** `rgb(26, 36, 40)` or `color(srgb 0.1 0.14 0.16)`. */
function channels(text: string): Rgb {
  const numbers = text.match(/-?[\d.]+(e-\d+)?/g)?.map(Number) ?? [];
  expect(numbers.length, text).to.be.at.least(3);
  const rgb = numbers.slice(0, 3);
  return (text.startsWith('color') ? rgb : rgb.map((channel) => channel / 255)) as Rgb;
}

/** A private colour of an element, as it is painted. */
function painted(host: Element, name: string): Rgb {
  const probe = document.createElement('i');
  probe.style.color = `var(--_${name})`;
  host.shadowRoot!.append(probe);
  const colour = channels(getComputedStyle(probe).color);
  probe.remove();
  return colour;
}

const hexOf = (rgb: Rgb) =>
  `#${rgb
    .map((each) =>
      Math.round(each * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
const ratioOf = (host: Element, front: string, back: Rgb) =>
  contrastRatio(painted(host, front), back);

const pairs = [
  ['ink', 4.5],
  ['ink-quiet', 4.5],
  ['accent-text', 4.5],
  ['accent-border', 3],
  ['control-line', 3],
  ['focus', 3],
] as const;

let page: HTMLElement;

/** An element in a section with that style. */
async function show(tag: string, sectionStyle: string, style = ''): Promise<HTMLElement> {
  page = document.createElement('section');
  page.style.cssText = sectionStyle;
  const element = document.createElement(tag);
  element.style.cssText = style;
  page.append(element);
  document.body.append(page);
  await (element as Booking).updateComplete;
  return element;
}

/** Waits until colours are worked out. */
const untilOwn = (element: HTMLElement, name = '--opus-accent-text') =>
  waitUntil(
    () => getComputedStyle(element).getPropertyValue(name),
    `${name} of ${element.localName}`,
  );

function expectReadable(element: HTMLElement, surface: Rgb, about: string): void {
  for (const [front, least] of pairs) {
    expect(ratioOf(element, front, surface), `${front} on the surface, ${about}`).to.be.at.least(
      least,
    );
    expect(
      ratioOf(element, front, painted(element, 'paper')),
      `${front} on paper, ${about}`,
    ).to.be.at.least(least);
  }
  const onAccent = contrastRatio(painted(element, 'on-accent'), painted(element, 'accent'));
  expect(onAccent, `on-accent, ${about}`).to.be.at.least(4.5);
}

describe('colours of the page around', function () {
  this.timeout(20_000);
  let warnings: string[];
  const { warn } = console;
  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => void warnings.push(text);
  });
  afterEach(() => {
    console.warn = warn;
    page?.remove();
  });

  it('[P-09] every text and line is readable on any surface with any accent', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => parseHex(`#${value.toString(16).padStart(6, '0')}`)!);
    fc.assert(
      fc.property(colour, colour, (surface, accent) => {
        const palette = surfacePalette(surface, accent);
        const of = (name: string) => parseHex(palette[`--opus-${name}`]!)!;
        const backs = [surface, ...['paper', 'accent-soft', 'note', 'error-soft'].map(of)];
        const fronts = [...pairs, ['error', 4.5], ['success', 4.5]] as const;
        for (const [front, least] of fronts) {
          for (const back of backs) {
            const ratio = contrastRatio(of(front), back);
            expect(ratio, `${front} on ${hexOf(surface)} with ${hexOf(accent)}`).to.be.at.least(
              least,
            );
          }
        }
        expect(contrastRatio(of('on-accent'), of('accent'))).to.be.at.least(4.5);
      }),
      { seed: 20261128, numRuns: 400 },
    );
  });

  for (const accent of [
    '#ffeb3b',
    '#7a1fa2',
    'rebeccapurple',
    'hsl(200 80% 80%)',
    '#fff',
    '#000',
  ]) {
    it(`[P-09] one accent of the page, ${accent}, is enough for an element by itself`, async () => {
      const element = await show('opus-week-calendar', '', `--opus-accent: ${accent}`);
      await untilOwn(element);
      expectReadable(element, [1, 1, 1], accent);
      expect(warnings).to.deep.equal([]);
    });
  }

  it('[P-09] one accent of the page takes the place of every colour of the account', async () => {
    await loadLocale('en');
    const element = (await show('opus-booking', '', '--opus-accent: #7a1fa2')) as Booking;
    const api = new ScriptedApi();
    api.value = { ...api.value, theme: { ...api.value.theme, accent: '#0b7a3b' } };
    Object.assign(element, { lang: 'en', account: 'test', client: api });
    await waitUntil(
      () => element.shadowRoot?.querySelector('opus-clinic-picker'),
      'the first step',
    );
    // Violet throughout: red and blue above green.
    const isViolet = () =>
      ['accent', 'accent-text', 'accent-border', 'focus'].every((name) => {
        const [red, green, blue] = painted(element, name);
        return red > green && blue > green;
      });
    await waitUntil(isViolet, 'one hue');
    expectReadable(element, [1, 1, 1], 'violet');
  });

  it('[P-09] an accent for the whole page reaches a widget whose account has another', async () => {
    await loadLocale('en');
    const element = (await show('opus-booking', '--opus-accent: #7a1fa2')) as Booking;
    const api = new ScriptedApi();
    api.value = { ...api.value, theme: { ...api.value.theme, accent: '#0b7a3b' } };
    Object.assign(element, { lang: 'en', account: 'test', client: api });
    await waitUntil(
      () => element.shadowRoot?.querySelector('opus-clinic-picker'),
      'the first step',
    );
    await waitUntil(
      () => hexOf(painted(element, 'accent')) === '#7a1fa2',
      'the accent of the page',
    );
  });

  for (const [about, section, style, surface] of [
    ['a dark section', 'background: #0d2b45; color: #fff', '', '#0d2b45'],
    ['a dark section that says nothing of its text', 'background: #0d2b45', '', '#0d2b45'],
    ['a section in a middle tone', 'background: #7d98a6', '', '#7d98a6'],
    ['a light section of a dark page', 'color-scheme: dark; background: #fdf6e3', '', '#fdf6e3'],
    [
      'a picture, with the surface named',
      'background: linear-gradient(#2b0a3d, #111)',
      '--opus-surface: #2b0a3d',
      '#2b0a3d',
    ],
    ['an element with a background of its own', '', 'background: darkgreen', '#006400'],
  ] as const) {
    it(`[P-09] is readable on ${about}`, async () => {
      for (const tag of ['opus-week-calendar', 'opus-notice', 'opus-text-field']) {
        const element = await show(tag, section, style);
        await untilOwn(element);
        const ground = parseHex(surface)!;
        expectReadable(element, ground, `${tag} on ${about}`);
        // What follows the scheme: form controls, and the white plate behind a logo.
        const scheme = isDark(ground) ? 'dark' : 'light';
        expect(getComputedStyle(element).colorScheme, `${tag} on ${about}`).to.equal(scheme);
        page.remove();
      }
      expect(warnings).to.deep.equal([]);
    });
  }

  it('[P-09] leaves pages alone whose background is nearly the paper of their scheme', async () => {
    for (const section of ['background: #fafafa', 'color-scheme: dark; background: #141414']) {
      const element = await show('opus-week-calendar', section);
      await new Promise((done) => setTimeout(done, 100));
      expect(getComputedStyle(element).getPropertyValue('--opus-accent-text'), section).to.equal(
        '',
      );
      page.remove();
    }
  });

  it('[P-09] a colour that the page sets is left as it is, and the console says what is lost', async () => {
    const element = await show(
      'opus-week-calendar',
      '',
      '--opus-accent: #ffeb3b; --opus-accent-text: #ffeb3b; --opus-on-accent: #fff',
    );
    await waitUntil(() => warnings.length > 0, 'a warning');
    expect(hexOf(painted(element, 'accent-text'))).to.equal('#ffeb3b');
    const all = warnings.join('\n');
    expect(all).to.contain('opus-week-calendar').and.to.contain('--opus-on-accent');
    expect(all).to.contain('--opus-accent-text').and.to.contain('4.5:1');
  });

  it('[P-09] names a value that is no colour', async () => {
    await show('opus-week-calendar', '', '--opus-accent: blau');
    await waitUntil(() => warnings.length > 0, 'a warning');
    expect(warnings[0]).to.contain('--opus-accent: blau');
  });
});
