import { rm, writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { clinicianWords } from '../../src/console/pages/places/clinician-words.js';
import { placesWords } from '../../src/console/pages/places/places-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { BookingPage } from './booking-page.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { makeAccount, staffOf } from './staff.js';

const account = 'steder';
/** One that has nothing yet. */
const fresh = 'nystartet';
const places = inLanguage(placesWords, 'nb');
const clinician = inLanguage(clinicianWords, 'nb');

interface Stored {
  readonly id: string;
  readonly name: string;
  readonly company?: string;
  readonly position: number;
  readonly published?: boolean;
  readonly photo?: { readonly base64: string; readonly width: number; readonly height: number };
  readonly clinics?: readonly { readonly clinic: string }[];
}

const read = async (
  origin: string | undefined,
  kind: string,
  of = account,
): Promise<readonly Stored[]> =>
  (await staffOf(origin ?? '', of).send<{ items: Stored[] }>('GET', `/${kind}`)).items;

/** A drawn portrait of several megabytes, wider than it is tall. */
async function largePicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 1600, height: 1000 });
    const context = canvas.getContext('2d')!;
    const image = context.createImageData(1600, 1000);
    let seed = 1;
    for (let at = 0; at < image.data.length; at += 4) {
      seed = (seed * 16_807) % 2_147_483_647;
      image.data.set([seed % 256, 120, 255 - (seed % 256), 255], at);
    }
    context.putImageData(image, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  return Buffer.from(base64, 'base64');
}

async function open(
  page: Page,
  baseURL: string | undefined,
  place: string,
  of = account,
): Promise<ConsolePage> {
  const opened = await ConsolePage.open(page, baseURL, of);
  await opened.signInAs('owner');
  await opened.go(`people/${place}`);
  return opened;
}

/** The names of a list, in their order. */
const namesIn = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('link');

test.beforeAll(async ({ baseURL }) => {
  const stepOrder = ['clinician', 'treatment', 'clinic', 'time'] as const;
  await makeAccount(baseURL ?? '', orderAccount({ id: account, language: 'nb', stepOrder }));
  const whole = orderAccount({ id: fresh, language: 'nb', stepOrder });
  await makeAccount(baseURL ?? '', {
    ...whole,
    companies: {},
    groups: {},
    clinics: {},
    // The demo's people stand around one clinician.
    clinicians: { bo: { ...whole.clinicians.bo!, clinics: [], bookingList: null } },
    weeks: [],
  });
});

test('[S-01] the first clinic of an account is added with its company, in one form', async ({
  page,
  baseURL,
}) => {
  const opened = await open(page, baseURL, 'clinics', fresh);
  await expect(page.getByText(places.noClinics)).toBeVisible();
  // The companies come after the first save.
  let send = () => {};
  const isSaved = new Promise<void>((resolve) => (send = resolve));
  await page.route(
    '**/companies',
    async (route) => {
      await isSaved;
      await route.continue();
    },
    { times: 1 },
  );
  await page.getByRole('link', { name: places.addClinic }).click();
  await page.getByLabel(places.name, { exact: false }).first().fill('Åsen Tannklinikk');
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  send();
  const company = page.getByLabel(places.companyName);
  await expect(company).toHaveAttribute('aria-invalid', 'true');
  await expect(company).toBeFocused();
  await company.fill('Åsen AS');
  await page.getByLabel(places.address1, { exact: true }).fill('Åsveien 1');
  await page.getByLabel(places.postalCode).fill('3430');
  await page.getByLabel(places.city).fill('Spikkestad');
  await page.getByLabel(places.latitude).fill('59.7461');
  await page.getByLabel(places.longitude).fill('10.3375');
  await opened.save();
  await expect(page).toHaveURL(/#people\/clinics\/asen-tannklinikk-/);
  const stored = (await read(baseURL, 'clinics', fresh)).find(
    ({ name }) => name === 'Åsen Tannklinikk',
  );
  expect(stored).toMatchObject({ city: 'Spikkestad', latitude: 59.7461, position: 0 });
  const companies = await read(baseURL, 'companies', fresh);
  expect(companies.find(({ id }) => id === stored?.company)?.name).toBe('Åsen AS');

  await page.getByRole('button', { name: places.removeClinic }).click();
  await expect(
    page.getByText(places.removeClinicSure.replace('{name}', 'Åsen Tannklinikk')),
  ).toBeVisible();
  await page.getByRole('button', { name: opened.shell.remove, exact: true }).click();
  await expect(page.getByText(places.noClinics)).toBeVisible();
  // What is archived still belongs to its company.
  await opened.go('people/companies');
  await namesIn(page).first().click();
  await page.getByRole('button', { name: places.removeCompany }).click();
  await page.getByRole('button', { name: opened.shell.remove, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(places.inUse);
});

test('[S-01] a company in use says which clinics keep it, before somebody removes it', async ({
  page,
  baseURL,
}) => {
  await open(page, baseURL, 'companies');
  await page.getByRole('link', { name: 'Torvet', exact: true }).click();
  await expect(page.getByText(places.inUseBy.replace('{clinics}', 'Torvet, Havnen'))).toBeVisible();
  await expect(page.getByRole('button', { name: places.removeCompany })).toHaveCount(0);
});

test('[S-01] a group is added, renamed and removed, and groups for some clinics only are advised against', async ({
  page,
  baseURL,
}) => {
  const opened = await open(page, baseURL, 'groups');
  await page.getByRole('link', { name: places.addGroup }).click();
  await page.getByLabel(places.name).fill('Asker');
  await opened.save();
  await page.getByLabel(places.name).fill('Asker og Bærum');
  await opened.save();
  await opened.go('people/clinics/torvet');
  await page.getByLabel(places.group).selectOption('Asker og Bærum');
  await opened.save();
  await opened.go('people/clinics');
  await expect(page.getByText(places.groupAdvice)).toBeVisible();
  await opened.go('people/clinics/torvet');
  await page.getByLabel(places.group).selectOption('');
  await opened.save();
  await opened.go('people/groups');
  await page.getByRole('link', { name: 'Asker og Bærum' }).click();
  await page.getByRole('button', { name: places.removeGroup }).click();
  await page.getByRole('button', { name: opened.shell.remove, exact: true }).click();
  await expect(page.getByText(places.noGroups)).toBeVisible();
  expect(await read(baseURL, 'groups')).toEqual([]);
});

test('[S-01] clinicians change places by keyboard alone, and patients see them in that order', async ({
  page,
  baseURL,
}) => {
  const opened = await open(page, baseURL, 'clinicians');
  await expect(namesIn(page)).toHaveText(['Anna Berg', 'Bo Dahl', 'Cecilie Ek']);
  const up = page.getByRole('button', {
    name: opened.shell.moveUp.replace('{name}', 'Cecilie Ek'),
  });
  await up.press('Enter');
  await up.press('Enter');
  await expect(up).toBeFocused();
  await expect(up).toHaveAttribute('aria-disabled', 'true');
  await expect(namesIn(page)).toHaveText(['Cecilie Ek', 'Anna Berg', 'Bo Dahl']);
  await page.getByRole('button', { name: opened.shell.save, exact: true }).press('Enter');
  await expect(page.getByText(opened.shell.unsaved)).toHaveCount(0);
  const { port } = new URL(baseURL ?? '');
  await page.goto(`http://${account}.localhost:${port}/`);
  expect(await new BookingPage(page).offered('clinician')).toEqual([
    expect.stringContaining('Cecilie Ek'),
    expect.stringContaining('Anna Berg'),
    expect.stringContaining('Bo Dahl'),
  ]);
});

test('[S-02] [P-16] a photo of megabytes is cropped and stored small, and patients see it with consent only', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  const opened = await open(page, baseURL, 'clinicians/anna');
  const buffer = await largePicture(page);
  expect(buffer.length).toBeGreaterThan(1_000_000);
  await page
    .getByLabel(clinician.choosePhoto)
    .setInputFiles({ name: 'anna.png', mimeType: 'image/png', buffer });
  await page.getByLabel(clinician.zoom).press('ArrowRight');
  await page.getByLabel(clinician.across).press('ArrowLeft');
  await page.getByRole('button', { name: clinician.useCrop }).press('Enter');
  await expect(
    page.getByRole('img', { name: clinician.photoOf.replace('{name}', 'Anna Berg') }),
  ).toBeVisible();
  await opened.save();
  const { photo } = await staffOf(baseURL ?? '', account).send<Stored>('GET', '/clinicians/anna');
  expect(Buffer.from(photo!.base64, 'base64').length).toBeLessThanOrEqual(25_000);
  expect(photo!.width).toBe(photo!.height);

  const patients = new BookingPage(await page.context().newPage());
  const card = patients.card(/Anna Berg/);
  // Nobody else has one.
  const shown = patients.widget.locator('opus-clinician-picker img');
  await patients.page.goto(`http://${account}.localhost:${port}/`);
  await expect(card).toBeVisible();
  await expect(shown).toHaveCount(0);

  await opened.go('people/consents');
  for (const clinic of ['Torvet', 'Havnen']) {
    await page
      .getByRole('checkbox', { name: `${clinician.photoConsent}: Anna Berg, ${clinic}` })
      .check();
  }
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(page.getByText(opened.shell.unsaved)).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'Torvet' }).first()).toContainText('20');
  await patients.page.reload();
  await expect(shown).toBeVisible();
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(photo!.width);

  // Another order keeps the photo, which lists leave out.
  await opened.go('people/clinicians');
  // Its text is there before it is drawn.
  const first = ((await namesIn(page).first().textContent()) ?? '').trim();
  await page
    .getByRole('button', { name: opened.shell.moveDown.replace('{name}', first) })
    .press('Enter');
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(page.getByText(opened.shell.unsaved)).toHaveCount(0);
  const after = await staffOf(baseURL ?? '', account).send<Stored>('GET', '/clinicians/anna');
  expect(after.photo).toEqual(photo);
});

test('[S-02] a file of 25 MB that is no picture is refused in words, and so is a larger one', async ({
  page,
  baseURL,
}) => {
  await open(page, baseURL, 'clinicians/bo');
  const choose = page.getByLabel(clinician.choosePhoto);
  const alert = page.getByRole('alert');
  for (const [name, size, answer] of [
    ['bo.jpg', 25_000_000, clinician.noPicture],
    ['ny.jpg', 25_000_001, clinician.tooLarge],
  ] as const) {
    const path = test.info().outputPath(name);
    await writeFile(path, Buffer.alloc(size, 'B'));
    await choose.setInputFiles(path);
    await expect(alert).toHaveText(answer.replace('{file}', name));
    await rm(path);
  }
});

test('[S-01] [A-02] [P-42] a clinician is added with where they work, and removed after one question', async ({
  page,
  baseURL,
}) => {
  const opened = await open(page, baseURL, 'clinicians');
  await page.getByRole('link', { name: clinician.add }).click();
  await page.getByLabel(clinician.name).first().fill('Dina Foss');
  await page.getByLabel(clinician.published).uncheck();
  await page.getByLabel('Havnen').check();
  await page.getByLabel(clinician.preblockMinutes).fill('480');
  await opened.save();
  const stored = (await read(baseURL, 'clinicians')).find(({ name }) => name === 'Dina Foss');
  expect(stored).toMatchObject({
    published: false,
    acceptsNewPatients: true,
    preblockMinutes: 480,
    clinics: [{ clinic: 'havnen', photoConsent: false, titleConsent: false }],
  });
  await page.getByRole('button', { name: clinician.remove }).click();
  await page.getByRole('button', { name: opened.shell.remove, exact: true }).click();
  await expect(page.getByRole('link', { name: 'Dina Foss' })).toHaveCount(0);
});

test('[C-01] whoever may only read sees everything greyed, with the right that is missing', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('reader');
  await opened.go('people/clinics/torvet');
  await expect(page.getByText(/endre klinikker, behandlere og behandlinger/)).toBeVisible();
  await expect(page.getByLabel(places.address1, { exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: places.removeClinic })).toHaveCount(0);
  await opened.go('people/clinicians');
  await expect(page.getByText(/endre klinikker, behandlere og behandlinger/)).toBeVisible();
  const up = page.getByRole('button', { name: opened.shell.moveUp.replace('{name}', 'Bo Dahl') });
  await expect(up).toHaveAttribute('aria-disabled', 'true');
});

test('[C-14] axe finds nothing in people and places at 360 px', async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 800 });
  const opened = await open(page, baseURL, 'clinics');
  await opened.expectAccessibleAt([
    'people/clinics',
    'people/clinics/torvet',
    'people/groups',
    'people/groups/new',
    'people/companies',
    'people/clinicians',
    'people/clinicians/anna',
    'people/consents',
  ]);
});
