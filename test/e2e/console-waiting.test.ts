import { expect, test } from '@playwright/test';
import { waitingWords } from '../../src/console/pages/timebook/waiting-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import type { Timebook, TimebookEntry } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { mondayOf } from '../../src/domain/week.js';
import { template } from '../../demo/accounts/sample-account.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { putOnFile } from './own-account.js';
import { patientOf } from './patients.js';
import { makeAccount, staffOf } from './staff.js';
import { TimebookOnScreen } from './timebook-on-screen.js';

const words = inLanguage(waitingWords, 'nb');

// Four weeks ahead, so that nothing of it has passed.
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 28);

test('[P-48] [C-07] [C-10] a wish for a better time is noted on the phone, seen when a time is freed, and met by keyboard alone; axe at 768 and of a day at 360', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const account = 'timebok-venter';
  const stepOrder = ['clinician', 'treatment', 'clinic', 'time'] as const;
  const whole = orderAccount({ id: account, language: 'nb', stepOrder });
  const [clinicId, clinic] = Object.entries(whole.clinics)[0]!;
  await makeAccount(baseURL ?? '', {
    ...whole,
    clinics: { [clinicId]: clinic },
    clinicians: { lise: { ...whole.clinicians.bo!, name: 'Lise Negård', bookingList: null } },
    templates: { exam: template('Kontroll', 30, 'exam', { position: 0 }) },
    templateLists: {},
    weeks: [],
  });
  const staff = staffOf(baseURL ?? '', account);
  const patient = patientOf('NO', 61);
  const id = await putOnFile(baseURL ?? '', account, patient);
  await staff.send('POST', '/working-time', {
    intervals: [
      { ...{ clinician: 'lise', clinic: 'torvet', date: monday }, from: '08:00', to: '12:00' },
    ],
  });
  const offset = formatInstant(`${monday}T08:00:00Z`, 'Europe/Oslo').slice(19);
  const book = (clock: string, part: object) =>
    staff.send<TimebookEntry>('POST', '/timebook', {
      ...{ start: `${monday}T${clock}:00${offset}`, minutes: 30, template: 'exam' },
      ...{ clinic: 'torvet', clinician: 'lise' },
      ...part,
    });
  await book('09:00', { text: 'Første' });
  await book('11:00', { patient: id });
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));

  await page.setViewportSize({ width: 1280, height: 1300 });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go(`timebook/${monday}/day`);
  const screen = new TimebookOnScreen(page, 'keyboard');
  const { hands } = screen;
  await expect(page.locator('.entry')).toHaveCount(2);
  const dialog = page.getByRole('dialog');

  // She says so on the phone.
  await screen.openAt('11:00');
  await hands.press(dialog.getByRole('button', { name: words.add }));
  const remove = dialog.getByRole('button', { name: words.remove });
  await expect(remove).toBeVisible();
  await opened.expectAccessible();
  await hands.press(remove);
  await hands.choose(dialog.getByRole('combobox', { name: words.wish }), 'Bare hos Lise Negård');
  await hands.press(dialog.getByRole('button', { name: words.add }));
  await expect(remove).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const all = page.getByRole('button', { name: words.button });
  await expect(all).toHaveText(`${words.button} (1)`);

  // All who wait; from there to the appointment as it is.
  await hands.press(all);
  await expect(dialog).toContainText(`${patient.firstName} ${patient.lastName}`);
  await hands.press(dialog.getByRole('button', { name: words.open }));
  await expect(dialog.getByLabel(screen.words.from, { exact: true })).toHaveValue('11:00');
  await screen.confirm(screen.words.close);

  // Somebody cancels: who waits for that is told at once, and is called, and moved.
  await screen.openAt('09:00');
  await screen.confirm(screen.words.cancelAppointment);
  await hands.press(page.getByRole('button', { name: words.countOne }));
  await expect(dialog.getByRole('heading')).toContainText('09:00–09:30');
  await expect(dialog.getByRole('link', { name: words.call })).toHaveAttribute('href', /^tel:\+47/);
  await expect(dialog).toContainText(words.hasNow);
  await opened.expectAccessible();
  await hands.press(dialog.getByRole('button', { name: words.moveHere }));
  await expect(dialog.getByLabel(screen.words.from, { exact: true })).toHaveValue('09:00');
  await screen.confirm(screen.words.save);
  await expect(page.getByText(screen.words.changed)).toBeVisible();
  await expect(all).toHaveText(words.button);
  const { entries } = await staff.send<Timebook>(
    'GET',
    `/timebook?from=${monday}&to=${addDays(monday, 1)}`,
  );
  const taken = entries.filter(({ status }) => status === 'booked');
  expect(taken.map(({ start, patient: who }) => [start.slice(11, 16), who?.id])).toEqual([
    ['09:00', id],
  ]);
  for (const address of addresses) {
    expect(address).not.toContain(patient.lastName);
    expect(address).not.toContain(patient.mobile);
  }

  await page.setViewportSize({ width: 768, height: 1024 });
  await opened.expectAccessible();
  await page.getByRole('button', { name: screen.words.week, exact: true }).click();
  await expect(page.locator('.entry')).toHaveCount(1);
  await opened.expectAccessible();
  await page.setViewportSize({ width: 360, height: 740 });
  // One row above the calendar, which is seen without scrolling; the rest is behind a button.
  await expect(page.locator('.entry').first()).toBeInViewport();
  await page.getByRole('button', { name: screen.words.more, exact: true }).click();
  await page.getByRole('button', { name: screen.words.day, exact: true }).click();
  await expect(page.locator('.entry')).toHaveCount(1);
  await opened.expectAccessible();
});
