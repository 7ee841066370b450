import { expect, test, type Page } from '@playwright/test';
import { bookAll, openAround } from './page-around.js';
import { translatePage } from './translator.js';

/** All text of the widget as a patient reads it, through every open shadow root. */
function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof Element && !node.checkVisibility({ visibilityProperty: true })) return '';
      if (node instanceof HTMLSlotElement) return node.assignedNodes().map(read).join(' ');
      const root = (node instanceof Element && node.shadowRoot) || node;
      return [...root.childNodes].map(read).join(' ');
    };
    return read(document.querySelector('opus-booking')!).replace(/\s+/g, ' ').trim();
  });
}

const page = {
  head: '<script type="module" src="/cdn/opus-booking.js"></script>',
  widget: '<opus-booking account="opusdentalklinikken"></opus-booking>',
};

test('[P-50] a translated page shows what an untranslated one does, at every step', async ({
  page: translated,
  context,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const origin = baseURL ?? '';
  const seen: Record<'plain' | 'translated', Record<string, string>> = {
    plain: {},
    translated: {},
  };
  const errors: string[] = [];
  const untouched = await context.newPage();
  for (const [kind, each] of [
    ['plain', untouched],
    ['translated', translated],
  ] as const) {
    each.on('pageerror', (error) => errors.push(String(error.stack)));
    const booking = await openAround(each, origin, page);
    const words = { ...booking.words };
    await bookAll(booking, origin, kind === 'plain' ? 870 : 871, async (step) => {
      if (step === 'time') {
        // There and back: the headings of a week that was translated say the week in view.
        if (kind === 'translated') await translatePage(each);
        await booking.nextWeek();
        seen[kind]['next week'] = await visibleText(each);
        if (kind === 'translated') await translatePage(each);
        await booking.button(words.previousWeek).click();
        await booking.toFreeWeek();
      }
      seen[kind][step] = await visibleText(each);
      if (kind === 'translated') await translatePage(each);
    });
  }
  expect(errors).toEqual([]);
  // Each patient has a name, a number and a time of their own, and time goes on.
  const alike = (text = '') =>
    text
      .replace(/\b\d{1,2}[:.]\d\d\b/g, '0:00')
      // The first patient may have booked the last time of a day, which was the first one free: the other gets the next day.
      .replace(/\b(Mon|Tue|Wed|Thu|Fri)\w* \d+ (Nov|Dec|Jan)\w*\b(?! free)/g, 'date')
      .replace(/87[01]|Ola|Kari|Åse|Bjørn|Ingrid|Trond/g, '')
      .replace(/\d{3,}[\d* ]*/g, '')
      // These come when they are there.
      .replace(/(First free ?: \w+ 0:00|None free before date) /g, '')
      .replace(/\d+ free/g, 'free')
      .replace(/(0:00 – 0:00 )+/g, 'times ')
      .replace(/\bnone\b/g, 'free times');
  for (const step of Object.keys(seen.plain)) {
    expect(alike(seen.translated[step]), step).toBe(alike(seen.plain[step]));
  }
});

test('[P-50] what does not change stays translated, and what changes is never an old text', async ({
  page: translated,
  baseURL,
}) => {
  const booking = await openAround(translated, baseURL ?? '', page);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Lise Negård/);
  await booking.toFreeWeek();
  const heading = booking.calendar.getByRole('heading', { level: 3 }).first();
  const before = await heading.innerText();
  await translatePage(translated, '~');
  await expect(heading).toHaveText(/^\s*~/);
  await booking.calendar
    .getByRole('button', { name: `~${booking.words.nextWeek}` })
    .or(booking.button(booking.words.nextWeek))
    .first()
    .click();
  await expect(heading).not.toHaveText(/~week/);
  expect(await heading.innerText()).not.toBe(before);
  await expect(heading).toHaveText(/\d/);
  // The title above the calendar says the same in every week.
  await expect(booking.widget.getByRole('heading', { level: 2 }).first()).toHaveText(/^\s*~/);
});
