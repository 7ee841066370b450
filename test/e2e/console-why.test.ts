import { expect, test, type Page } from '@playwright/test';
import type { Fault, SlotList } from '../../src/contract/index.js';
import { timebookWords } from '../../src/console/pages/timebook/timebook-words.js';
import { whyLinkWords } from '../../src/console/words/why-link-words.js';
import { todayWords } from '../../src/console/pages/today/today-words.js';
import { faultWords } from '../../src/console/pages/why/fault-words.js';
import { whyWords } from '../../src/console/pages/why/why-words.js';
import { wholeDay } from '../../src/console/words/dates.js';
import { fill, inLanguage } from '../../src/console/words/in-language.js';
import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { mondayOf } from '../../src/domain/week.js';
import { categories, internet, template } from '../../demo/accounts/sample-account.js';
import { testPersons } from '../../demo/provider/test-persons.js';
import { faultsOn } from './axe.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { makeAccount, staffOf } from './staff.js';
import { TimebookOnScreen } from './timebook-on-screen.js';

const words = inLanguage(whyWords, 'nb');
const faults = inLanguage(faultWords, 'nb');
const book = inLanguage(timebookWords, 'nb');
const today = inLanguage(todayWords, 'nb');

// Four weeks ahead, so that nothing of it has passed.
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 28);

/** A clinic in which everything that may be wrong is wrong, but for the switches of the page. */
async function troubledClinic(baseURL: string | undefined, id: string): Promise<void> {
  const stepOrder = ['clinician', 'treatment', 'clinic', 'time'] as const;
  const whole = orderAccount({ id, language: 'nb', stepOrder, settings: { confirmation: 'none' } });
  const [clinicId, clinic] = Object.entries(whole.clinics)[0]!;
  await makeAccount(baseURL ?? '', {
    ...whole,
    clinics: { [clinicId]: clinic },
    clinicians: {
      lise: {
        ...whole.clinicians.bo!,
        name: 'Lise Negård',
        bookingList: 'liste',
        published: false,
      },
    },
    categories: categories({ us: 'US/Røntgen', akutt: 'Akutt' }),
    templates: {
      us: template('- Undersøkelse', 30, 'us', { position: 0, leadDays: 60 }),
      akutt: template('Akutt', 30, 'akutt', { position: 1 }),
    },
    templateLists: {
      liste: { name: 'Tannleger', owner: { kind: 'all' }, purpose: 'booking', items: ['akutt'] },
    },
    preblocks: { etimer: internet('Etimer', ['akutt']) },
    weeks: [],
  });
}

/** Starts that patients are offered on the Monday. */
async function offered(baseURL: string | undefined, account: string): Promise<string[]> {
  const { port } = new URL(baseURL ?? '');
  const query = `from=${monday}&to=${addDays(monday, 1)}&treatment=us`;
  const answer = await fetch(`http://127.0.0.1:${port}/v1/accounts/${account}/slots?${query}`);
  return ((await answer.json()) as SlotList).slots.map(({ start }) => start.slice(11, 16));
}

/** The sentence about a fault. */
const cause = (page: Page, fault: Fault, values: Record<string, string> = {}) =>
  page.getByText(
    fill(faults[fault], {
      ...{ clinician: 'Lise Negård', treatment: 'Undersøkelse', list: 'Tannleger' },
      ...{ date: wholeDay(monday, 'nb'), preblock: 'Etimer', category: 'US/Røntgen' },
      ...{ when: '08:00–16:00', ...values },
    }),
  );

test('[C-08] cases of the support are told in words and mended one after the other, until patients find times', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const account = 'why-mended';
  await troubledClinic(baseURL, account);
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  // From the timebook, where the day is shown and no time is offered.
  await opened.go(`timebook/${monday}/day`);
  await page.getByRole('link', { name: whyLinkWords.why[0] }).click();
  await expect(page.getByLabel(words.date, { exact: true })).toHaveValue(monday);
  const mend = page.getByRole('button', { name: words.mend });

  await expect(cause(page, 'not-published')).toBeVisible();
  expect(await faultsOn(page)).toEqual([]);
  await mend.click();
  await expect(cause(page, 'not-in-list')).toBeVisible();
  await mend.click();

  // What is missing in the calendar is proposed by the timebook's own dialog.
  await expect(cause(page, 'no-working-time')).toBeVisible();
  const place = async () => {
    await mend.click();
    await page.getByRole('dialog').getByRole('button', { name: book.place, exact: true }).click();
  };
  await place();
  await expect(cause(page, 'no-preblock')).toBeVisible();
  await place();

  await expect(cause(page, 'category')).toBeVisible();
  await mend.click();
  const first = addDays(toClockTime(Date.now(), 'Europe/Oslo').date, 61);
  await expect(cause(page, 'lead-time', { first: wholeDay(first, 'nb') })).toBeVisible();
  expect(await offered(baseURL, account)).toEqual([]);
  await mend.click();

  await expect(page.getByText('Tilbys på nett: 08:00, 08:30')).toBeVisible();
  const starts = await offered(baseURL, account);
  expect([starts.length, starts[0]]).toEqual([16, '08:00']);

  // A time by itself, and a link to the question.
  await page.getByLabel(words.time).fill('08:10');
  await page.getByLabel(words.time).blur();
  await expect(cause(page, 'off-grid', { every: '30', time: '08:10' })).toBeVisible();
  await opened.go(`why/${addDays(monday, 5)}/us/lise`);
  const saturday = wholeDay(addDays(monday, 5), 'nb');
  await expect(page.getByText(fill(faults.weekend, { date: saturday }))).toBeVisible();
  await expect(page.getByRole('link', { name: words.openSetting })).toHaveAttribute(
    'href',
    '#booking-page/switches',
  );
});

test('[C-08] [C-07] [C-01] who may only read sees the cause and the timebook, and which right changing them takes', async ({
  page,
  baseURL,
}) => {
  const account = 'why-read';
  await troubledClinic(baseURL, account);
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('reader');
  await opened.go(`why/${monday}/us/lise`);
  await expect(cause(page, 'not-published')).toBeVisible();
  await expect(page.getByRole('button', { name: words.mend })).toBeDisabled();
  await expect(page.getByText('Du trenger retten')).toBeVisible();
  // Who may not see appointments has no list of them.
  await expect(opened.link('today')).toHaveCount(0);

  // The same in the timebook: what may not be done is greyed, with the right that it takes.
  await opened.go(`timebook/${monday}/day`);
  const screen = new TimebookOnScreen(page, 'keyboard');
  await screen.mark('09:00', '09:30');
  const dialog = page.getByRole('dialog');
  for (const [what, button] of [
    [book.appointment, book.book],
    [book.working, book.place],
  ] as const) {
    await screen.choose(what);
    await expect(dialog.getByRole('button', { name: button, exact: true })).toBeDisabled();
    await expect(dialog).toContainText('Du trenger retten');
  }
});

test("[C-07] the day's patients: who, with which phone, and who has come; printed without the rest", async ({
  page,
  baseURL,
}) => {
  const account = 'why-today';
  await troubledClinic(baseURL, account);
  const staff = staffOf(baseURL ?? '', account);
  const patient = crypto.randomUUID();
  await staff.send('PUT', `/patients/${patient}`, {
    // From the public series of test persons.
    ...{ nationalId: testPersons.NO[0].nationalId, mobile: '41234567' },
    ...{ firstName: 'Kari', lastName: 'Lund' },
  });
  const date = toClockTime(Date.now(), 'Europe/Oslo').date;
  const at = { minutes: 30, clinic: 'torvet', clinician: 'lise', template: 'us' };
  await staff.send('POST', '/timebook', { ...at, start: `${date}T08:00:00Z`, patient });
  await staff.send('POST', '/timebook', { ...at, start: `${date}T09:00:00Z`, text: 'Per Vik' });

  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('today');
  const entries = page.getByRole('main').getByRole('listitem');
  await expect(entries).toHaveCount(2);
  await expect(entries.first().getByRole('link', { name: /41234567/ })).toHaveAttribute(
    'href',
    /^tel:\+?\d+$/,
  );
  expect(await faultsOn(page)).toEqual([]);
  await page.getByRole('button', { name: `${today.markArrived}: Kari Lund` }).click();
  await expect(page.getByText('2 avtaler, 1 har kommet')).toBeVisible();
  await page.getByLabel(today.search).fill('kari');
  await expect(entries).toHaveCount(1);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByLabel(today.search)).toBeHidden();
  await expect(entries.first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  // The same in the timebook, where it can be taken back.
  await entries.first().getByRole('link', { name: 'Kari Lund' }).click();
  await expect(page.locator('.entry', { hasText: '✓ Kari Lund' })).toBeVisible();
  await page.getByRole('button', { name: book.undo }).click();
  await expect(page.locator('.entry', { hasText: '✓' })).toHaveCount(0);
});
