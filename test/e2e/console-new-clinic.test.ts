import { expect, test, type Locator, type Page } from '@playwright/test';
import { bookingPageWords } from '../../src/console/pages/booking-page/page-words.js';
import { guideWords } from '../../src/console/pages/guide/guide-words.js';
import { ownWords } from '../../src/console/pages/own/own-words.js';
import { clinicianWords } from '../../src/console/pages/places/clinician-words.js';
import { placesWords } from '../../src/console/pages/places/places-words.js';
import { preblockWords } from '../../src/console/pages/treatments/preblock-words.js';
import { templateWords } from '../../src/console/pages/treatments/template-words.js';
import { treatmentsWords } from '../../src/console/pages/treatments/treatments-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { arrivalWords } from '../../src/console/words/sign-in-words.js';
import { topUp } from '../../demo/accounts/top-up.js';
import { BookingPage } from './booking-page.js';
import { ConsolePage } from './console-page.js';
import { messages } from './inbox.js';
import { operatorKey, platformKey } from './keys.js';
import { fetchOf, staffOf } from './staff.js';

const account = 'nyklinikken';
const owner = { name: 'Ragnhild Eier', email: `ragnhild@${account}.example` };
const places = inLanguage(placesWords, 'nb');
const people = inLanguage(clinicianWords, 'nb');
const own = inLanguage(ownWords, 'nb');
const look = inLanguage(bookingPageWords, 'nb');
const guide = inLanguage(guideWords, 'nb');
const treatments = inLanguage(treatmentsWords, 'nb');
const preblock = inLanguage(preblockWords, 'nb');
const template = inLanguage(templateWords, 'nb');

const red = [190, 40, 50] as const;
const green = [30, 130, 70] as const;
const purple = [122, 31, 92] as const;

/** A picture of one colour with noise at its edge, so that it is as large as a photo from a telephone. */
async function picture(
  page: Page,
  [width, height]: readonly [number, number],
  colour: readonly [number, number, number],
): Promise<Buffer> {
  const base64 = await page.evaluate(
    ({ width, height, colour }) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d')!;
      context.fillStyle = `rgb(${colour.join(' ')})`;
      context.fillRect(0, 0, width, height);
      const edge = context.createImageData(width, Math.ceil(height / 5));
      for (let at = 0; at < edge.data.length; at += 1) edge.data[at] = Math.random() * 256;
      context.putImageData(edge, 0, 0);
      return canvas.toDataURL('image/png').split(',')[1]!;
    },
    { width, height, colour },
  );
  return Buffer.from(base64, 'base64');
}

/** The colour in the middle of a picture that a page shows. */
const colourOf = (image: Locator): Promise<number[]> =>
  image.evaluate(async (element: HTMLImageElement) => {
    await element.decode();
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    context.drawImage(element, 0, 0, 300, 150);
    return [...context.getImageData(150, 75, 1, 1).data].slice(0, 3);
  });

const isNear = (one: readonly number[], other: readonly number[]) =>
  one.every((value, at) => Math.abs(value - other[at]!) < 16);

/** The link of the newest invitation to an address, as its e-mail has it. */
async function invitationTo(origin: string, email: string): Promise<string> {
  let link = '';
  await expect
    .poll(async () => {
      const sent = (await messages(origin)).find(({ to }) => to === email);
      return (link = /\S+#invitation=\S+/.exec(sent?.text ?? '')?.[0] ?? '');
    })
    .not.toBe('');
  return link;
}

/** Makes an account as the platform does, with an invitation to its owner. */
async function makeEmptyAccount(origin: string): Promise<void> {
  const response = await fetchOf(origin)(
    new Request(`http://localhost/v1/staff/accounts/${account}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${platformKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        name: 'Fjordtannlegene',
        market: 'NO',
        timeZone: 'Europe/Oslo',
        languages: ['nb', 'en'],
        textLanguage: 'nb',
        owner,
      }),
    }),
  );
  expect(response.status).toBe(201);
}

/** A finger on the sensor of a laptop, as far as the browser can tell. */
async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function addClinic(opened: ConsolePage): Promise<void> {
  const { page } = opened;
  await page.getByRole('link', { name: guide.clinics, exact: true }).click();
  await page.getByRole('link', { name: places.addClinic }).click();
  await page.getByLabel(places.name).first().fill('Fjordtannlegene Moss');
  await page.getByLabel(places.companyName).fill('Fjordtannlegene AS');
  await page.getByLabel(places.address1, { exact: true }).fill('Kirkegata 4');
  await page.getByLabel(places.postalCode).fill('1530');
  await page.getByLabel(places.city).fill('Moss');
  await page.getByLabel(places.phone).fill('69 00 11 22');
  await page.getByLabel(places.email).fill(`moss@${account}.example`);
  await opened.save();
}

async function addClinician(
  opened: ConsolePage,
  [name, title, text]: readonly [string, string, string],
  colour: readonly [number, number, number],
): Promise<void> {
  const { page } = opened;
  await opened.link('people').click();
  await page.getByRole('link', { name: places.clinicians, exact: true }).click();
  await page.getByRole('link', { name: people.add }).click();
  await page.getByLabel(people.name).first().fill(name);
  await page.getByLabel(people.title).fill(title);
  await page.getByLabel(people.text, { exact: true }).fill(text);
  const buffer = await picture(page, [1200, 900], colour);
  await page
    .getByLabel(people.choosePhoto)
    .setInputFiles({ name: 'IMG_2041.png', mimeType: 'image/png', buffer });
  // The noise at the upper edge stays outside.
  await page.getByLabel(people.zoom).fill('1.5');
  await page.getByLabel(people.down).fill('1');
  await page.getByRole('button', { name: people.useCrop }).click();
  await expect(
    page.getByRole('img', { name: people.photoOf.replace('{name}', name) }),
  ).toBeVisible();
  // The only clinic there is.
  await expect(page.getByLabel('Fjordtannlegene Moss')).toBeChecked();
  await opened.save();
}

async function consent(opened: ConsolePage, names: readonly string[]): Promise<void> {
  const { page } = opened;
  await page.getByRole('link', { name: places.consents, exact: true }).click();
  for (const name of names) {
    for (const what of [people.photoConsent, people.titleConsent]) {
      await page.getByRole('checkbox', { name: `${what}: ${name}, Fjordtannlegene Moss` }).check();
    }
  }
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(page.getByText(opened.shell.unsaved)).toHaveCount(0);
}

async function setUpPage(opened: ConsolePage): Promise<void> {
  const { page } = opened;
  await opened.link('booking-page').click();
  const section = (name: 'look' | 'texts' | 'steps') =>
    page
      .getByRole('navigation', { name: look.sections })
      .getByRole('link', { name: look[name], exact: true })
      .click();
  await section('look');
  await page.getByLabel(look.accentCode).fill('#7a1f5c');
  const buffer = await picture(page, [900, 300], purple);
  expect(buffer.length).toBeGreaterThan(25_000);
  await page
    .getByLabel(look.chooseFile)
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
  await page.getByRole('button', { name: look.makeSmaller }).click();
  await expect(page.getByRole('img', { name: look.logo })).toBeVisible();
  await opened.save();
  await section('texts');
  await page.getByLabel(look.welcomeHeading).fill('Velkommen til Fjordtannlegene');
  await page.getByLabel(look.welcomeText).fill('Vi har parkering bak huset.');
  await opened.save();
  await section('steps');
  const up = page.getByRole('button', {
    name: opened.shell.moveUp.replace('{name}', look.stepClinician),
  });
  while ((await up.getAttribute('aria-disabled')) !== 'true') await up.click();
  await opened.save();
}

/** What patients book, and the preblock that lets it in. */
async function addTreatments(opened: ConsolePage): Promise<void> {
  const { page } = opened;
  await opened.go('treatments/categories');
  await page.getByLabel('US/Røntgen').check();
  await page.getByRole('button', { name: treatments.addChosen }).click();
  await expect(page.getByRole('link', { name: 'US/Røntgen' })).toBeVisible();

  await opened.go('treatments/preblocks/new');
  await page.getByLabel(preblock.name).fill('Etimer');
  await page.getByLabel(preblock.type, { exact: true }).selectOption(preblock.internet);
  await page.getByRole('radio', { name: preblock.allow, exact: true }).check();
  await page.getByLabel('US/Røntgen').check();
  await opened.save();

  for (const name of ['- Undersøkelse', '- Akutt']) {
    await opened.go('treatments/templates/new');
    await page.getByLabel(template.name).fill(name);
    await page.getByLabel(template.minutes).fill('30');
    await page.getByLabel(template.category, { exact: true }).selectOption('US/Røntgen');
    await opened.save();
  }
}

/** Working time and placed preblocks of a quarter, which in the timebook are drawn day by day. */
async function placeTimes(origin: string): Promise<void> {
  const { send } = staffOf(origin, account);
  interface Stored {
    readonly items: readonly { readonly id: string }[];
  }
  const [clinic] = (await send<Stored>('GET', '/clinics')).items;
  const clinicians = (await send<Stored>('GET', '/clinicians')).items;
  const [definition] = (await send<Stored>('GET', '/preblock-definitions')).items;
  const weeks = clinicians.map(({ id }) => ({
    clinician: id,
    clinic: clinic!.id,
    weekdays: [1, 2, 3, 4, 5],
    working: [['09:00', '12:00'] as const],
    preblocks: [{ preblock: definition!.id, at: ['09:00', '12:00'] as const }],
  }));
  const dates = { id: account, setup: { timeZone: 'Europe/Oslo' }, weeks };
  await topUp(fetchOf(origin), operatorKey, dates, { now: Date.now() });
}

test('[S-01] [S-02] [S-04] [S-05] [S-08] [C-02] [C-05] a new clinic is set up in the console alone, from its invitation to the page that patients see', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const origin = baseURL ?? '';
  await makeEmptyAccount(origin);
  await addAuthenticator(page);
  const link = await invitationTo(origin, owner.email);
  await page.goto(link);
  const opened = ConsolePage.of(page, origin, account);
  await expect(page.getByText(owner.name)).toBeVisible();
  expect(page.url()).not.toContain('invitation');

  await page.getByRole('button', { name: own.addPasskey }).click();
  await expect(page.getByText(own.offerMade)).toBeVisible();
  await page.getByRole('button', { name: opened.shell.signOut }).click();
  await page.getByRole('button', { name: opened.shell.withPasskey }).click();
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(line(guide.account)).toContainText(guide.done);
  await expect(line(guide.passkey)).toContainText(guide.done);
  await expect(page.getByRole('button', { name: own.addPasskey })).toHaveCount(0);
  await opened.go('own');
  await page.getByRole('button', { name: own.rename }).click();
  await page.getByLabel(own.passkeyName).fill('Telefonen min');
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Telefonen min' })).toBeVisible();
  await opened.go('guide');

  await addClinic(opened);
  await addClinician(opened, ['Liv Strand', 'Tannlege', 'Liv tar seg god tid.'], red);
  await addClinician(opened, ['Odd Vik', 'Tannpleier', 'Odd liker å forklare.'], green);
  await consent(opened, ['Liv Strand', 'Odd Vik']);
  await setUpPage(opened);
  await addTreatments(opened);
  await opened.go('guide');
  for (const name of ['templates', 'definitions'] as const) {
    await expect(line(guide[name]).first()).toContainText(guide.done);
  }
  await expect(line(guide.preblocks).first()).toContainText(guide.missing);
  await placeTimes(origin);
  await opened.go('own');

  await opened.link('guide').click();
  for (const name of [
    'clinics',
    'clinicians',
    'workingTime',
    'preblocks',
    'look',
    'texts',
    'first',
  ] as const) {
    await expect(line(guide[name]).first()).toContainText(guide.done);
  }
  await page.getByRole('link', { name: new RegExp(`//${account}\\.`) }).click();
  await expectPage(new BookingPage(page));

  // The link has been used: whoever finds it later is told so.
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole('alert')).toHaveText(inLanguage(arrivalWords, 'nb').invitation);
});

/** The patient's page with all that was set up. */
async function expectPage(booking: BookingPage): Promise<void> {
  const { page, widget } = booking;
  await expect(widget).toContainText('Velkommen til Fjordtannlegene');
  await expect(widget).toContainText('Vi har parkering bak huset.');
  expect(await booking.offered('clinician')).toEqual([
    booking.words.anyClinician,
    'Liv Strand',
    'Odd Vik',
  ]);
  const card = (name: string) =>
    booking.part('clinician').getByRole('listitem').filter({ hasText: name });
  await expect(card('Liv Strand')).toContainText(/Tannlege[^]*Liv tar seg god tid/);
  await expect(card('Odd Vik')).toContainText(/Tannpleier[^]*Odd liker å forklare/);
  const logo = widget.locator('[part~="logo"]');
  expect(isNear(await colourOf(logo), purple)).toBe(true);
  const photos = widget.locator('opus-clinician-picker img');
  await expect(photos).toHaveCount(2);
  expect(isNear(await colourOf(photos.first()), red)).toBe(true);
  expect(isNear(await colourOf(photos.last()), green)).toBe(true);
  const steps = await booking.steps();
  expect(steps[0]).toBe(booking.nameOf('clinician'));
  await booking.choose('Liv Strand');
  await booking.choose(/^Undersøkelse/);
  await booking.toFreeWeek();
  await expect(widget).toContainText('Fjordtannlegene Moss');
  const colours = await page.evaluate(() => {
    const host = document.querySelector('opus-booking')!;
    return getComputedStyle(host).getPropertyValue('--opus-accent');
  });
  expect(colours.trim().toLowerCase()).toBe('#7a1f5c');
}
