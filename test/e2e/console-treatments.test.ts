import { expect, test, type Page } from '@playwright/test';
import type { Language, RecordInput, SlotList } from '../../src/contract/index.js';
import { listsWords } from '../../src/console/pages/treatments/lists-words.js';
import { matrixWords } from '../../src/console/pages/treatments/matrix-words.js';
import { preblockWords } from '../../src/console/pages/treatments/preblock-words.js';
import { templateWords } from '../../src/console/pages/treatments/template-words.js';
import { treatmentsWords } from '../../src/console/pages/treatments/treatments-words.js';
import { fill, inLanguage } from '../../src/console/words/in-language.js';
import { roleWords } from '../../src/console/words/shell-words.js';
import { addDays } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';
import { categories, internet, template } from '../../demo/accounts/sample-account.js';
import { BookingPage } from './booking-page.js';
import { ConsolePage } from './console-page.js';
import { Hands } from './hands.js';
import { orderAccount } from './order-account.js';
import { makeAccount, staffOf } from './staff.js';

// Four weeks ahead, so that nothing of it has passed.
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 28);
const wordsIn = (language: Language) => ({
  treatments: inLanguage(treatmentsWords, language),
  template: inLanguage(templateWords, language),
  preblock: inLanguage(preblockWords, language),
  lists: inLanguage(listsWords, language),
  matrix: inLanguage(matrixWords, language),
});
const nb = wordsIn('nb');

async function readAll<
  Kind extends
    | 'categories'
    | 'templates'
    | 'template-lists'
    | 'preblock-definitions'
    | 'clinicians'
    | 'resources',
>(
  baseURL: string | undefined,
  account: string,
  kind: Kind,
): Promise<readonly (RecordInput<Kind> & { id: string })[]> {
  const { items } = await staffOf(baseURL ?? '', account).send<{
    items: (RecordInput<Kind> & { id: string })[];
  }>('GET', `/${kind}`);
  return items;
}

/** A clinic with one dentist, Lise, and nothing that patients could book. */
async function emptyClinic(
  baseURL: string | undefined,
  id: string,
  language: Language,
): Promise<void> {
  const stepOrder = ['treatment', 'clinician', 'clinic', 'time'] as const;
  const whole = orderAccount({ id, language, stepOrder });
  const [clinicId, clinic] = Object.entries(whole.clinics)[0]!;
  await makeAccount(baseURL ?? '', {
    ...whole,
    clinics: { [clinicId]: clinic },
    clinicians: { lise: { ...whole.clinicians.bo!, name: 'Lise Negård', bookingList: null } },
    ...{ categories: {}, templates: {}, templateLists: {}, preblocks: {}, weeks: [] },
  });
}

/** Working time and one preblock of a whole day, as the timebook places them. */
async function publish(baseURL: string | undefined, account: string, name: string): Promise<void> {
  const [definition] = (await readAll(baseURL, account, 'preblock-definitions')).filter(
    (one) => one.name === name,
  );
  const staff = staffOf(baseURL ?? '', account);
  const day = { clinician: 'lise', clinic: 'torvet', date: monday, from: '08:00', to: '16:00' };
  await staff.send('POST', '/working-time', { intervals: [day] });
  await staff.send('POST', '/preblocks', { placements: [{ ...day, preblock: definition!.id }] });
}

async function offered(baseURL: string | undefined, account: string): Promise<string[]> {
  const { port } = new URL(baseURL ?? '');
  const query = `from=${monday}&to=${addDays(monday, 1)}`;
  const answer = await fetch(`http://127.0.0.1:${port}/v1/accounts/${account}/slots?${query}`);
  return ((await answer.json()) as SlotList).slots.map(({ start }) => start.slice(11, 16));
}

async function open(
  page: Page,
  baseURL: string | undefined,
  account: string,
  language: Language = 'nb',
): Promise<ConsolePage> {
  const { root } = await ConsolePage.open(page, baseURL, account);
  // Signing in is in the browser's language, the console in the person's.
  await page
    .getByRole('button', { name: new RegExp(`${inLanguage(roleWords, 'nb').owner}$`) })
    .click();
  const opened = new ConsolePage(page, root, language);
  await expect(page.getByRole('button', { name: opened.shell.signOut })).toBeVisible();
  return opened;
}

for (const way of ['mouse', 'keyboard'] as const) {
  test(`[A-02] [A-03] [A-07] the Norwegian manual by ${way}: categories, Etimer, - Undersøkelse, a list that is assigned, and the patient sees it`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const account = `behandling-${way}`;
    await emptyClinic(baseURL, account, 'nb');
    const opened = await open(page, baseURL, account);
    const hands = new Hands(page, way);
    const save = async () => {
      await hands.press(page.getByRole('button', { name: opened.shell.save, exact: true }));
      await expect(page.getByText(opened.shell.unsaved, { exact: true })).toHaveCount(0);
    };

    await opened.go('treatments/categories');
    for (const name of ['US/Røntgen', 'Kirurgi', '#1']) {
      await hands.tick(page.getByLabel(name));
    }
    await hands.press(page.getByRole('button', { name: nb.treatments.addChosen }));
    await expect(page.getByRole('link', { name: '#1' })).toBeVisible();
    const stored = await readAll(baseURL, account, 'categories');
    expect(stored.map(({ name }) => name)).toEqual(['US/Røntgen', 'Kirurgi', '#1']);

    // Preblokkeringer i timebok.
    await opened.go('treatments/preblocks/new');
    await hands.type(page.getByLabel(nb.preblock.name), 'Etimer');
    await hands.choose(page.getByLabel(nb.preblock.type, { exact: true }), nb.preblock.internet);
    await hands.choose(page.getByLabel(nb.preblock.colour), 'Azure');
    await hands.pick(page.getByLabel(nb.preblock.deny));
    await hands.tick(page.getByLabel('Kirurgi'));
    await save();
    const [etimer] = await readAll(baseURL, account, 'preblock-definitions');
    expect(etimer).toMatchObject({
      ...{ name: 'Etimer', type: 'internet', colour: 'Azure' },
      ...{ mode: 'deny', mayBypass: true, allowAllRebookings: false },
      categories: [stored[1]!.id],
    });

    // Forhåndslagrede timeavtaler.
    await opened.go('treatments/templates/new');
    await hands.type(page.getByLabel(nb.template.name), '- Undersøkelse');
    await hands.type(page.getByLabel(nb.template.minutes), '30');
    const category = page.getByLabel(nb.template.category, { exact: true });
    await hands.choose(category, 'Kirurgi');
    await expect(page.getByText(nb.template.noFit)).toBeVisible();
    await hands.choose(category, 'US/Røntgen');
    await expect(page.getByText(nb.template.noFit)).toHaveCount(0);
    await hands.type(page.getByLabel(nb.template.maxDaysToMove), '5');
    await hands.tick(page.getByLabel(nb.template.moveNextRecall));
    await hands.type(page.getByLabel(nb.template.timebookText), 'E-time');
    await save();
    const [examination] = await readAll(baseURL, account, 'templates');
    expect(examination).toMatchObject({
      ...{ name: '- Undersøkelse', minutes: 30, category: stored[0]!.id, maxDaysToMove: 5 },
      ...{ useInTimebook: true, useInBooking: true, moveOnline: true, cancelOnline: true },
      ...{ moveNextRecall: true, recallCard: false, timebookText: 'E-time' },
    });

    // Another one, made from the first; in the list they stand the other way round.
    await hands.press(page.getByRole('link', { name: nb.template.copy }));
    await expect(page.getByLabel(nb.template.name)).toHaveValue('- Undersøkelse (kopi)');
    await hands.type(page.getByLabel(nb.template.name), '- Bleking');
    await save();

    await opened.go('treatments/lists/new/booking');
    await hands.type(page.getByLabel(nb.treatments.name), 'På nett');
    const choose = (name: string) =>
      page.getByRole('button', { name: fill(nb.lists.choose, { name }), exact: true });
    await hands.press(choose('- Undersøkelse'));
    // The row that left has handed the focus on.
    await expect(choose('- Bleking')).toBeFocused();
    await hands.press(choose('- Bleking'));
    await hands.press(
      page.getByRole('button', { name: fill(opened.shell.moveUp, { name: '- Bleking' }) }),
    );
    await save();
    await expect(page.getByText(nb.lists.assignedToNobody)).toBeVisible();
    await hands.press(page.getByRole('link', { name: nb.lists.assign }));
    await hands.choose(page.getByLabel(`${nb.lists.bookingList}: Lise Negård`), 'På nett');
    const holds = fill(nb.lists.fromClinician, { list: 'På nett' });
    await expect(page.getByText(holds)).toBeVisible();
    await save();
    const [lise] = await readAll(baseURL, account, 'clinicians');
    const [list] = await readAll(baseURL, account, 'template-lists');
    expect(lise!.bookingList).toBe(list!.id);

    await publish(baseURL, account, 'Etimer');
    const { port } = new URL(baseURL ?? '');
    const patients = new BookingPage(page);
    await page.goto(`http://${account}.localhost:${port}/`);
    expect(await patients.offered('treatment')).toEqual([
      expect.stringContaining('Bleking'),
      expect.stringContaining('Undersøkelse'),
    ]);
  });
}

test('[A-04] [A-06] [A-08] the Danish appointment type with its own values: alias, 30 minutes between offers, tomorrow at the earliest', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const account = 'behandling-dk';
  await emptyClinic(baseURL, account, 'da');
  const staff = staffOf(baseURL ?? '', account);
  await staff.send('PUT', '/categories/su', { name: 'US', position: 0 });
  await staff.send('PUT', '/preblock-definitions/net', internet('Online', ['su']));
  const da = wordsIn('da');
  const opened = await open(page, baseURL, account, 'da');
  await opened.go('treatments/templates/new');
  await page.getByLabel(da.template.name).fill('Undersøgelse');
  await page.getByLabel(da.template.minutes).fill('20');
  await page.getByLabel(da.template.category, { exact: true }).selectOption('US');
  await page.getByLabel(da.template.minutesBetweenOffers).fill('30');
  await page.getByLabel(da.template.governedByNeed, { exact: true }).check();
  await page.getByLabel(da.template.mayChooseClinician).check();
  await page.getByLabel('Lise Negård').check();
  await page.getByLabel(da.template.maxDaysAfterRecallWeek).fill('100');
  await page.getByLabel(da.template.leadDays).fill('0');
  await page.getByLabel(da.template.cancelDays).fill('2');
  await page.getByLabel(da.template.moveDays).fill('2');
  await opened.save();
  const [examination] = await readAll(baseURL, account, 'templates');
  expect(examination).toMatchObject({
    ...{ name: 'Undersøgelse', minutes: 20, minutesBetweenOffers: 30, leadDays: 0 },
    ...{ governedByNeed: true, mayChooseClinician: true, cliniciansWithoutNeed: ['lise'] },
    ...{ maxDaysAfterRecallWeek: 100, cancelDays: 2, moveDays: 2 },
  });
  await publish(baseURL, account, 'Online');
  expect((await offered(baseURL, account)).slice(0, 3)).toEqual(['08:00', '08:30', '09:00']);
});

test.describe('an account with a hole', () => {
  const account = 'behandling-hull';

  test.beforeAll(async ({ baseURL }) => {
    const stepOrder = ['treatment', 'clinician', 'clinic', 'time'] as const;
    const whole = orderAccount({ id: account, language: 'nb', stepOrder });
    await makeAccount(baseURL ?? '', {
      ...whole,
      categories: categories({ exam: 'Exam', care: 'Care', surgery: 'Kirurgi' }),
      templates: {
        ...whole.templates,
        tooth: template('- Visdomstann', 60, 'surgery', { position: 3 }),
        chair: template('Sedasjon', 60, 'exam', { position: 4, resource: 'X' }),
      },
      templateLists: {},
      clinicians: Object.fromEntries(
        Object.entries(whole.clinicians).map(([id, one]) => [id, { ...one, bookingList: null }]),
      ),
      preblocks: { all: internet('Alt', ['exam', 'care']), most: internet('Mest', ['exam']) },
      weeks: [],
    });
  });

  test('[C-09] the matrix names what no preblock lets in and what has no chair, and mends both', async ({
    page,
    baseURL,
  }) => {
    const opened = await open(page, baseURL, account);
    await opened.go('treatments/templates');
    await expect(page.getByRole('link', { name: nb.template.impossible })).toHaveCount(2);
    await page.getByRole('link', { name: nb.template.impossible }).first().click();
    const holes = page.getByRole('region', { name: nb.matrix.impossible });
    const shut = fill(nb.matrix['category-hole'], { category: 'Kirurgi' });
    const chair = fill(nb.matrix['no-resource'], { resource: 'X' });
    await expect(holes.getByText(shut)).toBeVisible();
    await expect(holes.getByText(chair)).toBeVisible();

    // Somebody else changes another cell of the same preblock meanwhile, and both changes stay.
    const staff = staffOf(baseURL ?? '', account);
    await staff.send('PUT', '/preblock-definitions/most', internet('Mest', ['exam', 'care']));
    await page
      .getByRole('button', { name: fill(nb.matrix.letIn, { preblock: 'Mest' }) })
      .press('Enter');
    await expect(holes.getByText(shut)).toHaveCount(0);
    const cell = page.getByLabel(fill(nb.matrix.cell, { preblock: 'Mest', category: 'Kirurgi' }));
    await expect(cell).toBeChecked();
    await page.getByRole('button', { name: opened.shell.save, exact: true }).press('Enter');
    await expect(page.getByText(opened.shell.unsaved)).toHaveCount(0);
    const most = (await readAll(baseURL, account, 'preblock-definitions')).find(
      ({ id }) => id === 'most',
    );
    expect(most?.categories).toEqual(['care', 'exam', 'surgery']);

    await holes.getByRole('link', { name: nb.matrix.toResources }).click();
    await page.getByRole('link', { name: nb.treatments.addResource }).click();
    await page.getByLabel(nb.treatments.name).fill('Stol 2');
    await page.getByLabel(nb.treatments.clinic, { exact: true }).selectOption('Torvet');
    await page.getByLabel(nb.treatments.kind).fill('X');
    await opened.save();
    await opened.go('treatments/matrix');
    await expect(page.getByText(nb.matrix.allFit)).toBeVisible();
  });

  test('[C-09] [C-14] a tick that is not saved is not lost by leaving, and templates change places by keyboard', async ({
    page,
    baseURL,
  }) => {
    const opened = await open(page, baseURL, account);
    await opened.go('treatments/matrix');
    const cell = page.getByLabel(fill(nb.matrix.cell, { preblock: 'Alt', category: 'Care' }));
    await cell.uncheck();
    await opened.go('treatments/templates');
    await expect(page.getByText(opened.shell.leaveUnsaved)).toBeVisible();
    await page.getByRole('button', { name: opened.shell.stay }).click();
    await expect(cell).not.toBeChecked();
    await cell.check();
    await expect(page.getByText(opened.shell.unsaved)).toHaveCount(0);

    await opened.go('treatments/templates');
    const up = page.getByRole('button', {
      name: fill(opened.shell.moveUp, { name: 'Akutt' }),
    });
    await up.press('Enter');
    await expect(up).toBeFocused();
    await page.getByRole('button', { name: opened.shell.save, exact: true }).press('Enter');
    await expect(page.getByText(opened.shell.unsaved)).toHaveCount(0);
    const names = (await readAll(baseURL, account, 'templates')).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['Akutt', 'Kontroll']);
  });

  test('[C-01] whoever may not change treatments sees them, and why they are greyed', async ({
    page,
    baseURL,
  }) => {
    const opened = await ConsolePage.open(page, baseURL, account);
    await opened.signInAs('reader');
    await opened.go('treatments/matrix');
    const cell = page.getByLabel(fill(nb.matrix.cell, { preblock: 'Alt', category: 'Exam' }));
    await expect(cell).toHaveAttribute('aria-disabled', 'true');
    await cell.click({ force: true });
    await expect(cell).toBeChecked();
    await expect(page.getByText(/Du trenger retten/)).toBeVisible();
    await opened.go('treatments/templates/exam');
    await expect(page.getByLabel(nb.template.name)).toBeDisabled();
  });

  test('[C-14] axe finds nothing in treatments at 360 px', async ({ page, baseURL }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 360, height: 800 });
    const opened = await open(page, baseURL, account);
    await opened.expectAccessibleAt([
      'treatments/templates',
      'treatments/templates/exam',
      'treatments/categories',
      'treatments/preblocks',
      'treatments/preblocks/all',
      'treatments/matrix',
      'treatments/lists',
      'treatments/lists/new/booking',
      'treatments/in-force',
      'treatments/resources',
      'treatments/resources/new',
    ]);
  });
});
