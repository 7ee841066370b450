import { expect, test } from '@playwright/test';
import { BookingPage } from './booking-page.js';
import { makeOwnAccount, putOnFile } from './own-account.js';
import { OwnPage } from './own-page.js';
import { bookAll, openAround } from './page-around.js';
import { patientOf } from './patients.js';

/** What old scripts do to the page's built-ins, before the widget is loaded. */
const scripts = {
  'enumerable additions to Object.prototype': `
    Object.prototype.extend = function (other) { for (var key in other) this[key] = other[key]; return this; };
    Object.prototype.each = function () {};
    Object.prototype.debug = true;`,
  'enumerable additions to Array, String, Number, Function and Element': `
    Array.prototype.contains = function (item) { return this.indexOf(item) !== -1; };
    Array.prototype.remove = function () {};
    String.prototype.trimAll = function () { return this.trim(); };
    Number.prototype.times = function () {};
    Function.prototype.curry = function () { return this; };
    Element.prototype.hide = function () { this.style.display = 'none'; };
    Event.prototype.element = function () { return this.target; };`,
  // As Prototype 1.6 and 1.7 do.
  'a library that replaces built-ins': `
    Array.prototype.toJSON = function () { return '[' + this.map((item) => JSON.stringify(item)).join(', ') + ']'; };
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Array.prototype.entries = function () { return this.slice(); };
    Array.prototype.toArray = Array.prototype.clone = function () { return this.slice(); };
    Array.prototype.include = Array.prototype.member = Array.prototype.includes;
    Array.prototype.detect = Array.prototype.find;
    Array.prototype.first = function () { return this[0]; };
    Array.prototype.last = function () { return this[this.length - 1]; };
    Array.from = function (iterable) {
      if (!iterable) return [];
      if ('toArray' in Object(iterable)) return iterable.toArray();
      var length = iterable.length || 0, results = new Array(length);
      while (length--) results[length] = iterable[length];
      return results;
    };
    Function.prototype.bind = function (context) {
      var method = this, args = [].slice.call(arguments, 1);
      return function () { return method.apply(context, args.concat([].slice.call(arguments))); };
    };
    Object.keys = function (object) {
      var results = [];
      for (var key in object) if (Object.prototype.hasOwnProperty.call(object, key)) results.push(key);
      return results;
    };`,
};

Object.entries(scripts).forEach(([name, script], index) => {
  test(`[P-50] books on a page with ${name}`, async ({ page, baseURL }) => {
    test.setTimeout(120_000);
    const origin = baseURL ?? '';
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error.stack)));
    const booking = await openAround(page, origin, {
      head: `<script>${script}</script><script type="module" src="/cdn/opus-booking.js"></script>`,
      widget: '<opus-booking account="opusdentalklinikken"></opus-booking>',
    });
    await bookAll(booking, origin, 860 + index);
    expect(errors).toEqual([]);
  });
});

test('[P-50] a part of the script that throws is named in the console, and the patient gets the phone number', async ({
  page,
  baseURL,
}) => {
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  await page.route(/\/cdn\/opus-booking-steps\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new TypeError("replaced");' }),
  );
  const booking = await openAround(page, baseURL ?? '', {
    head: '<script type="module" src="/cdn/opus-booking.js"></script>',
    widget: '<opus-booking account="opusdentalklinikken"></opus-booking>',
  });
  await booking.choose(/^Opus Dental Klinikken/);
  await expect(booking.widget.getByRole('link', { name: /66 77 60 40/ }).first()).toBeVisible();
  expect(said.join('\n')).toMatch(/opus-booking: a part of the script.*TypeError: replaced/s);
});

test('[P-50] [P-35] own appointments whose part of the script does not come are an error with another try, and then there', async ({
  page,
  baseURL,
}) => {
  const account = 'broken-appointments';
  const url = await makeOwnAccount(baseURL, account, 'nb');
  const patient = patientOf('NO', 0);
  await putOnFile(url, account, patient);
  const part = /\/cdn\/appointments-[^/]+\.js$/;
  await page.route(part, (route) => route.abort());
  await page.goto(url);
  const own = new OwnPage(page, 'nb');
  await own.button(own.words.logIn).click();
  await own.logInBySms(patient, url);
  const errors = own.widget.locator('opus-notice[tone="error"]');
  await expect(errors).toHaveCount(1);
  await page.unroute(part);
  await own.button(own.words.tryAgain).click();
  await expect(own.list).toContainText(own.own.noComing);
  await expect(errors).toHaveCount(0);
});

for (const combinedView of [false, true]) {
  const view = combinedView ? 'two choices' : 'one choice';
  test(`[P-50] a part of the script that does not come is one error, and another try brings it, with ${view} a page`, async ({
    page,
    baseURL,
  }) => {
    const url = await makeOwnAccount(baseURL, `broken-${combinedView}`, 'nb', { combinedView });
    const steps = /\/cdn\/opus-booking-steps\.js$/;
    await page.route(steps, (route) => route.abort());
    await page.goto(url);
    const booking = new BookingPage(page);
    await booking.part('clinic').locator('.choose').first().click();
    const errors = booking.widget.locator('opus-notice[tone="error"]');
    await expect(errors.first()).toBeVisible();
    await expect(errors).toHaveCount(1);
    await expect(booking.button(booking.words.tryAgain)).toHaveCount(1);
    await page.unroute(steps);
    await booking.button(booking.words.tryAgain).click();
    await booking.part('treatment').locator('.choose').first().waitFor();
    await expect(errors).toHaveCount(0);
  });
}

test('[P-50] without any file but those of the steps a patient books, and the page has no error', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const origin = baseURL ?? '';
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack || error.message));
  const missed = new Set<string>();
  await page.route(/\/cdn\/(?!opus-booking|en-)[^/]+\.js$/, (route) => {
    missed.add(/\/cdn\/(.+?)(?:-[\w-]{8})?\.js$/.exec(route.request().url())?.[1] ?? '');
    return route.abort();
  });
  const booking = await openAround(page, origin, {
    head: `<style>body { background: #123 } opus-booking { --opus-accent: #b3541e }</style>
      <script type="module" src="/cdn/opus-booking.js"></script>`,
    widget: '<opus-booking account="opusdentalklinikken" heading-level="3"></opus-booking>',
  });
  await bookAll(booking, origin, 870, async (step) => {
    if (step !== 'time') return;
    await booking.button(booking.words.goToDate).click();
    await expect(booking.calendar).toContainText(booking.words.unreachableHeading);
  });
  await booking.widget.getByRole('button', { name: booking.words.toCalendar }).click();
  await expect(booking.widget.locator('opus-receipt')).toContainText(
    booking.words.unreachableHeading,
  );
  for (const part of ['page-colours', 'heading-levels', 'early-times', 'pick-date', 'find-town'])
    expect(missed).toContain(part);
  expect(errors).toEqual([]);
});
