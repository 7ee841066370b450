import { expect, test } from '@playwright/test';
import {
  appointmentWords,
  overrodeWords,
} from '../../src/console/pages/timebook/appointment-words.js';
import { calendarCheckWords } from '../../src/console/pages/timebook/calendar-check-words.js';
import { copyWords } from '../../src/console/pages/timebook/copy-words.js';
import { exceptionWords } from '../../src/console/pages/timebook/date-exception-words.js';
import { newPatientWords } from '../../src/console/pages/timebook/new-patient-words.js';
import { preblockChoiceWords } from '../../src/console/pages/timebook/preblock-choice-words.js';
import { timeCheckWords } from '../../src/console/pages/timebook/time-check-words.js';
import { patientsWords } from '../../src/console/pages/patients/patients-words.js';
import { patientChoiceWords } from '../../src/console/parts/patient-choice-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import type { Timebook } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';
import { categories, internet, template } from '../../demo/accounts/sample-account.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { patientOf } from './patients.js';
import { makeAccount, staffOf } from './staff.js';
import { TimebookOnScreen } from './timebook-on-screen.js';

const nb = {
  appointment: inLanguage(appointmentWords, 'nb'),
  overrode: inLanguage(overrodeWords, 'nb'),
  met: inLanguage(calendarCheckWords, 'nb'),
  copy: inLanguage(copyWords, 'nb'),
  except: inLanguage(exceptionWords, 'nb'),
  added: inLanguage(newPatientWords, 'nb'),
  preblock: inLanguage(preblockChoiceWords, 'nb'),
  check: inLanguage(timeCheckWords, 'nb'),
  patients: inLanguage(patientsWords, 'nb'),
  choice: inLanguage(patientChoiceWords, 'nb'),
};

// Four weeks ahead, so that nothing of it has passed.
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 28);
const place = { clinician: 'lise', clinic: 'torvet', date: monday };

/** Two dentists; a meeting keeps the morning, and only one preblock is on the list in force. */
async function plannedClinic(baseURL: string | undefined, id: string) {
  const stepOrder = ['clinician', 'treatment', 'clinic', 'time'] as const;
  const whole = orderAccount({ id, language: 'nb', stepOrder, settings: { confirmation: 'none' } });
  const [clinicId, clinic] = Object.entries(whole.clinics)[0]!;
  const dentist = { ...whole.clinicians.bo!, bookingList: null };
  await makeAccount(baseURL ?? '', {
    ...whole,
    clinics: { [clinicId]: clinic },
    clinicians: {
      lise: { ...dentist, name: 'Lise Negård' },
      per: { ...dentist, name: 'Per Hansen', position: 1 },
    },
    categories: categories({ us: 'US/Røntgen' }),
    templates: { us: template('- Undersøkelse', 30, 'us', { position: 0 }) },
    templateLists: {},
    preblocks: {
      etimer: internet('Etimer', ['us']),
      mote: { ...internet('Møte', []), type: 'administration', mayBypass: false },
    },
    weeks: [],
  });
  const staff = staffOf(baseURL ?? '', id);
  await staff.send('PUT', '/preblock-lists/alle', {
    name: 'Alle',
    owner: { kind: 'all' },
    items: ['etimer'],
  });
  await staff.send('PUT', '/lists', { preblockList: 'alle' });
  await staff.send('POST', '/working-time', {
    intervals: [{ ...place, from: '08:00', to: '12:00' }],
  });
  await staff.send('POST', '/preblocks', {
    placements: [
      { ...place, from: '08:00', to: '09:00', preblock: 'mote' },
      { ...place, from: '09:00', to: '10:00', preblock: 'etimer' },
    ],
  });
  return staff;
}

test('[C-07] [C-10] [A-02] a new patient is booked over a meeting by a yes of its own, which stands in the journal; what a move meets is told where it goes', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(150_000);
  const account = 'timebok-over';
  const staff = await plannedClinic(baseURL, account);
  await page.setViewportSize({ width: 1280, height: 1300 });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go(`timebook/${monday}/day`);
  const book = new TimebookOnScreen(page, 'keyboard');
  const { words, hands } = book;
  const dialog = page.getByRole('dialog');
  await expect(page.locator('.preblock')).toHaveCount(2);

  await book.mark('08:30', '09:00');
  await book.choose(words.appointment);
  await hands.type(dialog.getByLabel(nb.choice.patient, { exact: true }), 'Berit Ås');
  await hands.press(dialog.getByRole('button', { name: nb.choice.newPatient }));
  const field = (name: 'lastName' | 'nationalId') =>
    dialog.getByLabel(nb.patients[name], { exact: true });
  await expect(field('lastName')).toHaveValue('Ås');
  // Without a national ID nobody is put on file, and nothing typed is lost.
  await hands.press(dialog.getByRole('button', { name: nb.added.addPatient }));
  await expect(field('nationalId')).toBeFocused();
  await opened.expectAccessible();
  await hands.type(field('nationalId'), patientOf('NO', 5).nationalId);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Berit Ås')).toBeVisible();
  await hands.choose(dialog.getByLabel(words.treatment), '- Undersøkelse');

  // The meeting is told before anything is booked, and takes a yes.
  await expect(dialog.getByText(nb.check.preblocked)).toBeVisible();
  await opened.expectAccessible();
  await dialog.getByRole('button', { name: words.book, exact: true }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await hands.tick(dialog.getByLabel(nb.check.preblockedYes));
  await book.confirm(words.book);
  await expect(page.getByText(words.booked)).toBeVisible();
  const read = async () =>
    (await staff.send<Timebook>('GET', `/timebook?from=${monday}&to=${addDays(monday, 1)}`))
      .entries;
  expect((await read()).map(({ patient }) => patient?.lastName)).toEqual(['Ås']);

  // Where it is put down after the preblocks of its treatment, that is said of the new place.
  await book.move('08:30', '10:30');
  await expect(dialog.getByText(nb.check['outside-preblock'])).toBeVisible();
  await expect(dialog.getByText(nb.check.preblocked)).toHaveCount(0);
  await hands.type(dialog.getByLabel(words.text, { exact: true }), 'Kom tidlig');
  await book.confirm(words.save);
  await expect(page.getByText(words.changed)).toBeVisible();
  await book.openAt('10:30');
  await hands.press(dialog.getByText(nb.appointment.journal));
  await expect(dialog.getByText(`tekst (${nb.overrode['outside-preblock']})`)).toBeVisible();
  await expect(dialog.getByText(`(${nb.overrode.preblocked})`)).toBeVisible();
  await page.keyboard.press('Escape');

  // Text and time go back together, wherever the focus is on the page.
  await page.getByRole('button', { name: words.week, exact: true }).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Angret: Avtale/)).toBeVisible();
  expect(await read()).toMatchObject([{ text: '' }]);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText(/^Gjort om: Avtale/)).toBeVisible();
  expect((await read()).find(({ status }) => status === 'booked')).toMatchObject({
    text: 'Kom tidlig',
  });
  const { entries } = await staff.send<{ entries: { fields: string[]; after: object }[] }>(
    'GET',
    '/history?kind=timebook',
  );
  expect(entries.map(({ after }) => after).slice(2)).toMatchObject([
    { overrode: ['outside-preblock'] },
    { overrode: ['preblocked'] },
  ]);
});

test('[A-01] [A-02] [A-07] preblocks of the list in force, a pattern without a date, and a range copied to another dentist', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const account = 'timebok-kopi';
  const staff = await plannedClinic(baseURL, account);
  await page.setViewportSize({ width: 1280, height: 1300 });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go(`timebook/${monday}/day`);
  const book = new TimebookOnScreen(page, 'mouse');
  const { words } = book;
  const dialog = page.getByRole('dialog');
  await expect(page.locator('.preblock')).toHaveCount(2);

  await book.mark('10:00', '11:00');
  await book.choose(words.preblock);
  const which = dialog.getByRole('combobox', { name: words.which });
  await expect(which.locator('option')).toHaveText(['Etimer']);
  await book.choose(nb.preblock.showAll);
  await expect(which.locator('option')).toHaveText(['Etimer', 'Møte']);
  await book.choose(words.repeat);
  await dialog.getByLabel(words.until).fill(addDays(monday, 21));
  await dialog.getByRole('textbox', { name: nb.except.except }).fill(addDays(monday, 7));
  await dialog.getByRole('button', { name: nb.except.leaveOut }).click();
  await expect(dialog.getByText(nb.met.times.replace('{count}', '3'))).toBeVisible();
  await opened.expectAccessible();
  await book.confirm(words.place);
  await expect(page.getByText('Satt inn: 3')).toBeVisible();

  await page.getByRole('button', { name: words.copyWeek }).click();
  await book.choose(nb.copy.toOthers);
  await dialog.getByRole('checkbox', { name: 'Per Hansen' }).check();
  await opened.expectAccessible();
  await dialog.getByRole('button', { name: words.copy, exact: true }).click();
  await expect(page.getByText('Kopiert: 1 arbeidstider, 3 preblokkeringer.')).toBeVisible();
  await expect(page.locator('.working-time')).toHaveCount(2);

  // Once more, and it says where there is working time already.
  await page.getByRole('button', { name: words.copyWeek }).click();
  await book.choose(nb.copy.toOthers);
  await dialog.getByRole('checkbox', { name: 'Per Hansen' }).check();
  await expect(dialog.getByText(/Per Hansen: .*08:00–12:00/)).toBeVisible();
  await dialog.getByRole('button', { name: words.close }).click();
  const { workingTime } = await staff.send<Timebook>(
    'GET',
    `/timebook?from=${monday}&to=${addDays(monday, 30)}&layers=working-time`,
  );
  expect(workingTime).toHaveLength(2);
});
