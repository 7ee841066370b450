import { expect, test, type Page } from '@playwright/test';
import { statusWords } from '../../src/console/pages/administration/status-words.js';
import { decideWords } from '../../src/console/pages/decide/decide-words.js';
import { guideWords } from '../../src/console/pages/guide/guide-words.js';
import { fieldWords } from '../../src/console/pages/messages/field-words.js';
import { messagesWords } from '../../src/console/pages/messages/messages-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import type { MessageTextList, PatientChangeList } from '../../src/contract/index.js';
import { BookingPage } from './booking-page.js';
import { ConsolePage } from './console-page.js';
import { messages, newestCode } from './inbox.js';
import { Keyboard } from './keyboard.js';
import { orderAccount } from './order-account.js';
import { pageOf } from './own-account.js';
import { patientNumber, type Patient } from './patients.js';
import { makeAccount, staffOf } from './staff.js';

const account = 'konsollmeldinger';
const words = inLanguage(messagesWords, 'nb');
const fields = inLanguage(fieldWords, 'nb');
const decide = inLanguage(decideWords, 'nb');
const guide = inLanguage(guideWords, 'nb');
const status = inLanguage(statusWords, 'nb');

/** A patient books on the clinic's page, to the receipt. */
async function bookAs(page: Page, url: string, patient: Patient): Promise<void> {
  await page.goto(url);
  const booking = new BookingPage(page);
  await booking.choose(/^Torvet/);
  await booking.choose(/^Kontroll/);
  await booking.choose(/^Anna Berg/);
  await booking.chooseTime();
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  await booking.confirm(await newestCode(url, patient.mobile));
  await expect(booking.receipt).toBeVisible();
}

test.beforeAll(async ({ baseURL }) => {
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  await makeAccount(baseURL ?? '', orderAccount({ id: account, language: 'nb', stepOrder }));
});

const storedText = async (origin: string, id: string) =>
  (await staffOf(origin, account).send<MessageTextList>('GET', '/message-texts')).items.find(
    (text) => text.id === id,
  );

test('[S-06] [M-03] a field goes in by its button and by typing a bracket, and the next booking’s SMS says it', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('messages/texts/booked-sms-nb');
  const text = page.getByLabel(words.text, { exact: true });
  await expect(text).toHaveValue(/PATIENT_FIRST_NAME/);
  await text.fill('Kjære , velkommen til ');
  await text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));
  await page.getByRole('button', { name: fields.PATIENT_FIRST_NAME, exact: true }).click();
  await expect(text).toHaveValue('Kjære [PATIENT_FIRST_NAME], velkommen til ');
  await text.press('End');
  await text.pressSequentially('[klinikk');
  const list = page.getByRole('listbox', { name: words.fieldList });
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await text.press('Escape');
  await expect(list).toBeHidden();
  await text.press('Backspace');
  await expect(list).toBeVisible();
  await text.press('ArrowDown');
  await expect(list.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await text.press('ArrowUp');
  await text.press('Enter');
  await expect(text).toHaveValue('Kjære [PATIENT_FIRST_NAME], velkommen til [CLINIC_NAME]');
  await expect(page.locator('opus-console-message-preview')).toContainText(
    'Kjære Ola, velkommen til Opus Dental Klinikken',
  );
  await expect(
    page.getByText(words.lengthOne.replace('{units}', '46'), { exact: true }),
  ).toBeVisible();
  await opened.save();

  const url = pageOf(baseURL, account);
  const patient = patientNumber(71);
  await bookAs(page, url, patient);
  await expect
    .poll(async () => (await messages(url)).map((message) => message.text))
    .toContainEqual(
      expect.stringMatching(new RegExp(`^Kjære ${patient.firstName}, velkommen til `)),
    );
});

test('[S-06] [M-03] a field that there is not is named beside the text, while typing and when it is saved', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('messages/texts/moved-sms-nb');
  const text = page.getByLabel(words.text, { exact: true });
  const before = await text.inputValue();
  await text.fill('Hei [Fornavnet]');
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  await expect(text).toHaveAccessibleDescription(
    new RegExp(words.unknownField.replace('[{field}]', '\\[Fornavnet\\]')),
  );
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(text).toBeFocused();
  expect((await storedText(baseURL ?? '', 'moved-sms-nb'))?.text).toBe(before);
  await page.getByRole('button', { name: opened.shell.discard }).click();
  await expect(text).toHaveValue(before);
});

test('[S-06] an e-mail as HTML is previewed without its scripts, tested by oneself, and goes back to the standard', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('messages/texts/cancelled-email-nb');
  const text = page.getByLabel(words.text, { exact: true });
  await text.fill(
    '<h1>Hei [PATIENT_FIRST_NAME]</h1><script>document.body.textContent = 1</script>',
  );
  await page.getByLabel(words.html).check();
  const frame = page.locator('opus-console-message-preview iframe').contentFrame();
  await expect(frame.getByRole('heading', { name: 'Hei Ola' })).toBeVisible();
  await page.getByRole('button', { name: words.sendTest }).click();
  const email = `owner@${account}.example`;
  await expect(page.getByText(words.testSent.replace('{to}', email))).toBeVisible();
  await expect
    .poll(async () => (await messages(baseURL ?? '')).filter(({ to }) => to === email).length)
    .toBeGreaterThan(0);
  expect((await storedText(baseURL ?? '', 'cancelled-email-nb'))?.isStandard).toBe(true);
  await opened.save();
  expect((await storedText(baseURL ?? '', 'cancelled-email-nb'))?.isStandard).toBe(false);
  await page.getByRole('button', { name: words.toStandard }).click();
  await expect(page.getByText(words.isStandard)).toBeVisible();
  expect((await storedText(baseURL ?? '', 'cancelled-email-nb'))?.isStandard).toBe(true);
});

test('[C-13] [P-39] by keyboard alone: one yes, several together, and what somebody else has decided meanwhile', async ({
  page,
  baseURL,
}) => {
  const url = pageOf(baseURL, account);
  const staff = staffOf(url, account);
  const waiting = () => staff.send<PatientChangeList>('GET', '/patient-changes');
  const people = [72, 73, 74].map((number) => ({
    ...patientNumber(number),
    id: crypto.randomUUID(),
  }));
  for (const { id, ...patient } of people) {
    const { firstName, lastName, nationalId, mobile, email } = patient;
    await staff.send('PUT', `/patients/${id}`, {
      ...{ firstName, lastName, nationalId, mobile },
      email: `before-${email}`,
    });
    await bookAs(page, url, patient);
  }
  const names = people.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
  const emailOf = async ({ id }: { id: string }) =>
    (await staff.send<{ email?: string }>('GET', `/patients/${id}`)).email;
  const yesTo = (name: string) =>
    page.getByRole('button', { name: decide.yesTo.replace('{name}', name) });

  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('reception');
  // Before the page was open once.
  await expect(opened.link('decide')).toHaveAccessibleName(
    new RegExp(` ${opened.shell.waiting.replace('{count}', '3')}$`),
  );
  const hands = new Keyboard(page);
  await hands.press(opened.link('decide'));
  const line = page
    .getByRole('listitem')
    .filter({ hasText: names[0]! })
    .getByRole('row', { name: decide.email });
  const [before, after] = [line.getByRole('cell').first(), line.getByRole('cell').last()];
  await expect(before).toHaveText(`before-${people[0]!.email}`);
  await expect(after).toHaveText(people[0]!.email);
  await hands.press(yesTo(names[0]!));
  await expect(page.getByText(decide.takenOver.replace('{names}', names[0]!))).toBeVisible();
  // The button that was pressed is gone: the next one is at hand.
  const { changes } = await waiting();
  await expect(
    yesTo(`${changes[0]!.patient.firstName} ${changes[0]!.patient.lastName}`),
  ).toBeFocused();

  // A colleague has said no to one of the others meanwhile.
  const other = changes.find(
    ({ patient }) => `${patient.firstName} ${patient.lastName}` === names[1],
  )!;
  await staff.send('POST', `/patient-changes/${other.id}`, { accept: false });
  await hands.backTo(page.getByLabel(decide.tickAll));
  await page.keyboard.press('Space');
  await hands.press(
    page.getByRole('button', { name: decide.noToTicked.replace('{count}', '2') }),
    'Space',
  );
  await expect(page.getByText(decide.kept.replace('{names}', names[2]!))).toBeVisible();
  await expect(page.getByText(decide.meanwhile.replace('{names}', names[1]!))).toBeVisible();
  await expect(page.getByText(decide.nothing)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect((await waiting()).changes).toEqual([]);
  await expect(opened.link('decide')).toHaveAccessibleName(/^\p{L}+ \p{L}+$/u);
  expect(await emailOf(people[0]!)).toBe(people[0]!.email);
  expect(await emailOf(people[2]!)).toBe(`before-${people[2]!.email}`);
});

test('[C-05] the guide’s lines follow what is stored, up to the first free time', async ({
  page,
  baseURL,
}) => {
  const staff = staffOf(baseURL ?? '', account);
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await expect(page.getByRole('heading', { level: 1, name: guide.title })).toBeVisible();
  const line = (title: string) => page.getByRole('listitem').filter({ hasText: title });
  await expect(line(guide.preblocks)).toContainText(guide.done);
  await expect(line(guide.first)).toContainText(guide.done);
  await expect(line(guide.sender)).toContainText(guide.optional);
  await expect(page.getByText(`<opus-booking account="${account}"`)).toBeVisible();

  await line(guide.sender).getByRole('link', { name: guide.sender }).click();
  await page.getByLabel(words.senderSms).fill('Torvet');
  await opened.save();
  const definitions = await staff.send<{ items: { id: string; mode: string; type: string }[] }>(
    'GET',
    '/preblock-definitions',
  );
  // No preblock lets a category in any more.
  for (const { id, ...definition } of definitions.items) {
    await staff.send('PUT', `/preblock-definitions/${id}`, {
      ...definition,
      ...{ mode: 'allow', categories: [] },
    });
  }
  await opened.go('guide');
  await expect(line(guide.sender)).toContainText(guide.done);
  await expect(line(guide.preblocks)).toContainText(guide.missing);
  await expect(line(guide.first)).toContainText(guide.noTime);
  await opened.go('administration/status');
  await expect(line(status.settings)).toContainText(status.wrong);
  await expect(line(status.database)).toContainText(status.ok);
  for (const { id, ...definition } of definitions.items) {
    await staff.send('PUT', `/preblock-definitions/${id}`, definition);
  }
  await page.getByRole('button', { name: status.refresh }).click();
  await expect(line(status.settings)).toContainText(status.settingsOk);
});

test('[C-14] axe finds nothing in messages, what is to decide, guide and status at 360 px', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 800 });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  const places = [
    'guide',
    'messages/texts',
    'messages/texts/booked-sms-nb',
    'messages/texts/booked-email-nb',
    'messages/sender',
    'decide',
    'administration/status',
  ];
  await opened.expectAccessibleAt(places, async (place) => {
    if (!place.startsWith('messages/texts/')) return;
    await page.getByLabel(words.text, { exact: true }).press('End');
    await page.getByLabel(words.text, { exact: true }).pressSequentially('[');
    await expect(page.getByRole('listbox')).toBeVisible();
  });
});
