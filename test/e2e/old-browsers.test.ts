import { expect, test, type Page } from '@playwright/test';
import { BookingPage, walkToReceipt } from './booking-page.js';

// What the oldest browsers of docs/browsers.md lack is taken away before any script runs. The real old builds are walked by
// "npm run browsers".

const hosted = (baseURL: string | undefined) =>
  `http://opusdentalklinikken.localhost:${new URL(baseURL ?? '').port}`;

/** Runs in the page. No function in here has a name: tsx would wrap it in a helper that the page does not have. */
function takeAwayNewerApis(): void {
  const lacking: [owner: unknown, ...names: string[]][] = [
    [URL, 'canParse', 'parse'],
    [AbortSignal, 'any', 'timeout'],
    [Array, 'fromAsync'],
    [Array.prototype, 'toSorted', 'toReversed', 'toSpliced', 'with', 'findLast', 'findLastIndex'],
    [Object, 'groupBy'],
    [Map, 'groupBy'],
    [Promise, 'withResolvers', 'try'],
    [String.prototype, 'isWellFormed', 'toWellFormed'],
    [Set.prototype, 'union', 'intersection', 'difference', 'isSubsetOf'],
    [
      Object.getPrototypeOf(Object.getPrototypeOf([].values())),
      'map',
      'filter',
      'toArray',
      'some',
      'find',
      'forEach',
      'reduce',
    ],
    [Element.prototype, 'checkVisibility', 'setHTMLUnsafe', 'moveBefore'],
    [
      HTMLElement.prototype,
      'attachInternals',
      'popover',
      'showPopover',
      'hidePopover',
      'togglePopover',
      'inert',
    ],
    [HTMLDialogElement.prototype, 'requestClose'],
    [Document.prototype, 'startViewTransition', 'adoptedStyleSheets'],
    [ShadowRoot.prototype, 'adoptedStyleSheets', 'setHTMLUnsafe'],
    [CSSStyleSheet.prototype, 'replace', 'replaceSync'],
    [Intl, 'Segmenter', 'DurationFormat'],
    [
      globalThis,
      'ElementInternals',
      'requestIdleCallback',
      'scheduler',
      'navigation',
      'URLPattern',
      'structuredClone',
      'Iterator',
    ],
  ];
  for (const [owner, ...names] of lacking) {
    for (const name of names) {
      delete (owner as Record<string, unknown>)[name];
      // A method of the engine may be locked: then nothing is proved without it.
      if (name in (owner as object)) throw new Error(`${name} is still there`);
    }
  }
  // Safari before 16.4 knows the class, but makes none.
  const refuse = {
    construct() {
      throw new TypeError('Illegal constructor');
    },
  };
  Object.assign(globalThis, { CSSStyleSheet: new Proxy(CSSStyleSheet, refuse) });
  const supports: (...values: string[]) => boolean = CSS.supports.bind(CSS);
  // CSS can't be taken away from an engine; what the scripts ask of it can.
  CSS.supports = (...values: string[]) =>
    !/container-type|color-mix/.test(values.join()) && supports(...values);
}

async function open(page: Page, baseURL: string | undefined): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.addInitScript(takeAwayNewerApis);
  await page.goto(`${hosted(baseURL)}/`);
  return errors;
}

test('[P-50] the whole booking works without what Chromium 100, Firefox 102 and Safari 16.0 lack', async ({
  page,
  baseURL,
}) => {
  const errors = await open(page, baseURL);
  await walkToReceipt({ page, origin: hosted(baseURL) });
  expect(errors).toEqual([]);
});

test('[P-50] the styles arrive as style elements under the strict policy of the hosted page', async ({
  page,
  baseURL,
}) => {
  const errors = await open(page, baseURL);
  const booking = new BookingPage(page);
  const card = booking.card(/^Opus Dental Klinikken/);
  await card.waitFor();
  const steps = booking.widget.locator('opus-steps').getByRole('listitem').first();
  expect(await steps.evaluate((item) => getComputedStyle(item).display)).toBe('flex');
  // The account's colour, added once the account is there.
  const accent = await booking.widget.evaluate((widget) =>
    getComputedStyle(widget).getPropertyValue('--opus-accent').trim(),
  );
  expect(accent).toMatch(/^#[0-9a-f]{6}$/);
  // Without `color-mix()` the ink is the system's own.
  const ink = await card.evaluate((element) =>
    getComputedStyle(element).getPropertyValue('--_ink'),
  );
  expect(ink).toBe('CanvasText');
  expect(errors, 'nothing refused by the policy').toEqual([]);
});

test('[P-50] without container queries the window decides: two columns beside each other, or one', async ({
  page,
  baseURL,
}) => {
  await open(page, baseURL);
  const booking = new BookingPage(page);
  await booking.choose(/^Opus Dental Klinikken/);
  const side = booking.widget.locator('[part=side]');
  await expect(side).toHaveCSS('display', 'flex');
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(side).toHaveCSS('display', 'contents');
});
