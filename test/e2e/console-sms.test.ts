import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { meaningWords, readWords } from '../../src/console/pages/sms/message-words.js';
import { leftWords } from '../../src/console/pages/sms/left-words.js';
import { recipientWords } from '../../src/console/pages/sms/recipient-words.js';
import { sendWords } from '../../src/console/pages/sms/send-words.js';
import { smsWords } from '../../src/console/pages/sms/sms-words.js';
import { patientChoiceWords } from '../../src/console/parts/patient-choice-words.js';
import { smsStatusWords, smsTypeWords } from '../../src/console/words/sms-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { smsExpiryWords } from '../../src/console/words/sms-expiry-words.js';
import type { PatientInput, SmsList } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { todayWords } from '../../src/console/pages/today/today-words.js';
import { ConsolePage } from './console-page.js';
import { messages } from './inbox.js';
import { orderAccount } from './order-account.js';
import { patientNumber } from './patients.js';
import { comesIn as comesInTo } from './incoming-sms.js';
import { makeAccount, staffOf } from './staff.js';

const account = 'konsollsms';
const words = inLanguage(smsWords, 'nb');
const send = inLanguage(sendWords, 'nb');
const expiry = inLanguage(smsExpiryWords, 'nb');
const left = inLanguage(leftWords, 'nb');
const recipients = inLanguage(recipientWords, 'nb');
const statuses = inLanguage(smsStatusWords, 'nb');
const types = inLanguage(smsTypeWords, 'nb');
const reads = inLanguage(readWords, 'nb');
const meanings = inLanguage(meaningWords, 'nb');
const choice = inLanguage(patientChoiceWords, 'nb');

/** More than are sent to without asking twice. */
const count = 60;
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const onFile = (number: number): PatientInput => {
  const { firstName, nationalId, mobile } = patientNumber(number);
  const person = { firstName, lastName: `Utsendt ${'abcdefghij'[number % 10]}`, nationalId };
  // The first has no mobile, and two share one.
  return number === 0
    ? person
    : { ...person, mobile: number === 2 ? patientNumber(1).mobile : mobile };
};
const secret = 'a secret that the gateway knows';

test.beforeAll(async ({ baseURL }) => {
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  const sample = orderAccount({ id: account, language: 'nb', stepOrder });
  const patients = Array.from({ length: count }, (_, number) => [idOf(number), onFile(number)]);
  await makeAccount(baseURL ?? '', {
    ...sample,
    patients: Object.fromEntries(patients) as Record<string, PatientInput>,
  });
  await staffOf(baseURL ?? '', account).send('PUT', '/sms-gateway', { format: 'own', secret });
});

async function open(page: Page, baseURL: string | undefined, place: string): Promise<ConsolePage> {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('reception');
  await opened.go(`sms/${place}`);
  return opened;
}

/** An SMS of a patient, as the gateway hands it on. */
const comesIn = (origin: string, from: string, text: string) =>
  comesInTo(origin, { account, secret, from, text });

const sentMessages = async (origin: string, query = '') =>
  (await staffOf(origin, account).send<SmsList>('GET', `/messages?box=sent${query}`)).items;
/** What the phone with a number has got. */
const textsTo = async (origin: string, mobile: string) =>
  (await messages(origin)).filter(({ to }) => to === mobile).map(({ text }) => text);
const sendButton = (page: Page) => page.getByRole('button', { name: /^Send( til \d+)?$/ });
const rows = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
/** A message that waits for tomorrow. */
const waits = (origin: string, to: string, text: string) =>
  staffOf(origin, account).send<{ id: string }>('POST', '/messages', {
    ...{ to, text, sendsAt: new Date(Date.now() + 86_400_000).toISOString() },
  });

test('[M-11] [N-02] a text to a number by keyboard: wrong numbers and fields are said, and no address holds the number', async ({
  page,
  baseURL,
}) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  await open(page, baseURL, 'send');
  await page.getByRole('radio', { name: send.patient }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: send.number })).toBeChecked();
  const number = page.getByLabel(send.mobile);
  await sendButton(page).press('Enter');
  await expect(page.getByText(send.nobody)).toBeVisible();
  await expect(number).toBeFocused();
  await page.keyboard.type('+00 41 23 45 67');
  await sendButton(page).press('Enter');
  await expect(page.getByText(send.noCountry)).toBeVisible();
  await expect(number).toBeFocused();
  await number.fill('412 34 567');
  const text = page.getByRole('textbox', { name: send.text });
  await text.fill('Hei [Tann]');
  await expect(page.getByText('[Tann]', { exact: false }).last()).toBeVisible();
  await text.fill('Nøklene dine ligger i resepsjonen.');
  await expect(page.getByText(send.costOnePart)).toBeVisible();
  const expires = page.getByLabel(expiry.expires, { exact: true });
  await expires.fill('2020-01-01T12:00');
  await sendButton(page).press('Enter');
  await expect(page.getByText(expiry['not-after'])).toBeVisible();
  await expect(expires).toBeFocused();
  await expires.fill('');
  await sendButton(page).press('Enter');
  await expect(page.getByText(send.sentOne).first()).toBeVisible();
  await expect
    .poll(() => textsTo(baseURL ?? '', '+4741234567'))
    .toContain('Nøklene dine ligger i resepsjonen.');
  expect(addresses.filter((address) => /41234567|412 34 567/.test(address))).toEqual([]);
});

test('[M-11] a text to many of the register: who gets none is told, above fifty it is asked twice, and each mobile gets one', async ({
  page,
  baseURL,
}) => {
  const opened = await open(page, baseURL, 'send');
  await page.getByRole('radio', { name: send.many }).check();
  await page.getByLabel(recipients.ageFrom).fill('0');
  await page.getByRole('button', { name: recipients.search }).click();
  const list = page.getByRole('list', { name: recipients.recipients }).getByRole('listitem');
  await expect(list).toHaveCount(count);
  const without = list.filter({ hasText: left.mobile });
  await expect(without).toHaveCount(1);
  await expect(without.getByRole('checkbox')).toBeDisabled();
  await page.getByRole('textbox', { name: send.text }).fill('Hei [Fornavn], vi har flyttet.');
  await expect(page.getByText('Hei Ingrid, vi har flyttet.').first()).toBeVisible();
  await expect(page.getByText(`1 ${left.same}`)).toBeVisible();
  await opened.expectAccessible();
  await sendButton(page).click();
  const dialog = page.getByRole('dialog');
  // A double click answers one question, not both.
  await dialog.getByRole('button', { name: send.yes }).dblclick();
  await expect(dialog).toContainText('Er du helt sikker?');
  await dialog.getByRole('button', { name: send.yesAll }).click();
  const run = page.getByRole('region', { name: send.runs }).getByRole('listitem').first();
  await expect(run).toContainText(`${count - 2} av ${count - 1} fikk melding`);
  const made = (await sentMessages(baseURL ?? '')).filter(({ text }) =>
    /vi har flyttet/.test(text),
  );
  expect(made).toHaveLength(count - 2);
  await run.getByRole('link', { name: send.show }).click();
  await expect(rows(page)).toHaveCount(count - 2);
});

test('[M-11] a text to one on file, and to those of a day: the patient is found by name, and nobody is ticked who does not come', async ({
  page,
  baseURL,
}) => {
  await open(page, baseURL, 'send');
  await page.getByLabel(choice.patient, { exact: true }).fill('kari utsendt b');
  await page
    .getByRole('button', { name: /Kari Utsendt b/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: send.text }).fill('Hei [Etternavn]');
  await expect(page.getByText('Hei Utsendt b', { exact: true })).toBeVisible();
  await sendButton(page).click();
  await expect(page.getByText(send.sentOne).first()).toBeVisible();
  await page.getByRole('radio', { name: send.day }).check();
  await expect(page.getByText(recipients.noneDay)).toBeVisible();
  await sendButton(page).click();
  await expect(page.getByText(send.nobody)).toBeVisible();
});

test('[M-06] what waits is found, changed, and cancelled, by mouse and by keyboard, one and many', async ({
  page,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  await waits(origin, '41234560', 'Venter en');
  await waits(origin, '41234560', 'Venter to');
  await waits(origin, '41234560', 'Venter tre');
  const opened = await open(page, baseURL, 'sent');
  await page.getByLabel(words.recipient).fill('412 34 560');
  await page.getByRole('combobox', { name: words.status, exact: true }).selectOption('V');
  await expect(rows(page)).toHaveCount(3);
  const row = (text: string) => rows(page).filter({ hasText: text });
  await expect(row('Venter en')).toContainText(`V ${statuses.V}`);
  await expect(row('Venter en')).toContainText(types.general);

  await row('Venter en').click({ button: 'right' });
  await page.getByRole('menuitem', { name: words.change }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.text).fill('Hei [Nummer]');
  await dialog.getByRole('button', { name: words.save }).click();
  await expect(dialog.getByLabel(words.text)).toBeFocused();
  await dialog.getByLabel(words.text).fill('Venter lenger');
  await dialog.getByLabel(words.when).fill('2027-06-01T09:30');
  await dialog.getByRole('button', { name: words.save }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row('Venter lenger')).toContainText('01.06.2027 09:30');
  // It is of use for as long after its new time as before, until somebody says otherwise.
  await row('Venter lenger').click({ button: 'right' });
  await page.getByRole('menuitem', { name: words.change }).click();
  const expires = dialog.getByLabel(expiry.expires, { exact: true });
  await expect(expires).toHaveValue('2027-06-04T09:30');
  await expires.fill('2027-08-04T09:30');
  await dialog.getByRole('button', { name: words.save }).click();
  await expect(dialog.getByText(expiry['too-long']).last()).toBeVisible();
  await expires.fill('2027-06-01T18:00');
  await dialog.getByRole('button', { name: words.save }).click();
  await expect(dialog).toHaveCount(0);
  const [moved] = (await sentMessages(origin, '&to=41234560')).filter(
    ({ text }) => text === 'Venter lenger',
  );
  expect(moved).toHaveProperty('expiresAt', '2027-06-01T18:00:00+02:00');

  // By keyboard: its button, the arrows, Enter.
  await row('Venter to').getByRole('button').press('Enter');
  await expect(page.getByRole('menuitem', { name: words.open })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: words.cancel, exact: true }).press('Enter');
  await expect(row('Venter to')).toContainText(`A ${statuses.A}`);

  await page.getByRole('checkbox', { name: words.tickAll }).check();
  await page.getByRole('button', { name: words.cancelMany.replace('{count}', '2') }).click();
  await dialog.getByRole('button', { name: words.cancelMany.replace('{count}', '2') }).click();
  await expect(rows(page).filter({ hasText: statuses.A })).toHaveCount(3);
  const stored = await sentMessages(origin, '&to=41234560');
  expect(stored.map(({ status }) => status)).toEqual(['A', 'A', 'A']);
  await opened.expectAccessible();
});

test('[M-06] both lists fit a phone, and are read by a screen reader there', async ({
  page,
  baseURL,
}) => {
  await waits(baseURL ?? '', '41234562', 'Et langt ord: Arbeidsmiljøundersøkelsesskjema');
  await page.setViewportSize({ width: 360, height: 740 });
  const opened = await open(page, baseURL, 'sent');
  await expect(rows(page).first()).toBeVisible();
  await opened.expectAccessible();
});

test('[M-06] an exported list opens in a spreadsheet, and what looks like a formula stays text', async ({
  page,
  baseURL,
}) => {
  await waits(baseURL ?? '', '41234561', '=HYPERLINK("https://evil.example";"Klikk")');
  await open(page, baseURL, 'sent');
  await page.getByLabel(words.recipient).fill('41234561');
  await expect(rows(page)).toHaveCount(1);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words.exportCsv }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file.startsWith('\u{FEFF}')).toBe(true);
  const [head, line] = file.slice(1).trimEnd().split('\r\n');
  expect(head).toContain(`${words.mobile};${words.lastName};${words.firstName}`);
  expect(line).toContain(';"\'=HYPERLINK(""https://evil.example"";""Klikk"")"');
  expect(line).toContain(";'+4741234561;");
});

test('[M-06] [M-15] an answer is unread until it is opened, is answered from its conversation, and is flagged for follow-up', async ({
  page,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const mobile = `+47${patientNumber(5).mobile}`;
  await staffOf(origin, account).send('POST', '/messages', {
    patient: idOf(5),
    text: 'Velkommen [Fornavn]',
  });
  await expect.poll(() => textsTo(origin, mobile)).toContain('Velkommen Trond');
  await comesIn(origin, mobile, 'Kan jeg komme senere?');
  await comesIn(origin, 'Telenor', 'Reklame');
  const opened = await open(page, baseURL, 'received');
  const row = rows(page).filter({ hasText: 'Kan jeg komme senere?' });
  await expect(row).toContainText(reads.unread);
  await expect(page.getByRole('link', { name: `${words.received} (2)` })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Reklame' })).toContainText(words.unknownSender);

  await row.getByRole('link').click();
  const thread = page.getByRole('list', { name: words.inOut }).getByRole('listitem');
  await expect(thread.filter({ hasText: 'Velkommen Trond' })).toContainText(statuses.SB);
  await expect(thread.last()).toContainText('Kan jeg komme senere?');
  await expect(page.getByRole('link', { name: `${words.received} (1)` })).toBeVisible();
  await opened.expectAccessible();
  await page.getByRole('textbox', { name: words.answer }).fill('Ja, klokken ti går fint.');
  await page.getByRole('button', { name: words.send, exact: true }).click();
  await expect(thread.last()).toContainText('Ja, klokken ti går fint.');
  await expect(page.getByRole('textbox', { name: words.answer })).toHaveValue('');
  await expect.poll(() => textsTo(origin, mobile)).toContain('Ja, klokken ti går fint.');
  await thread.getByRole('button', { name: words.followUp }).click();
  await expect(thread.getByRole('button', { name: words.followed })).toBeVisible();
  await page.getByRole('link', { name: words.back }).click();
  await page.getByRole('combobox', { name: words.status, exact: true }).selectOption('follow-up');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(words.flag);

  // STOP is obeyed, and said to whoever answers.
  await comesIn(origin, mobile, 'STOPP');
  await rows(page).getByRole('link').click();
  await expect(thread.last()).toContainText(meanings.stop);
  await page.getByRole('textbox', { name: words.answer }).fill('Da så.');
  await page.getByRole('button', { name: words.send, exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(new RegExp(`${left.refused}|${left.wish}`));
});

test('[M-08] [C-07] whoever answers NO is seen in Received and in the list of the day, is called, and the appointment cancelled', async ({
  page,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const staff = staffOf(origin, account);
  // Of tomorrow, and an hour before: it waits, whatever the time of day.
  await staff.send('PATCH', '/reminders', { answers: 'confirm', reminders: [{ hoursBefore: 1 }] });
  const day = addDays(new Date().toISOString().slice(0, 10), 1);
  const { id } = await staff.send<{ id: string }>('POST', '/timebook', {
    ...{ start: `${day}T05:30:00Z`, minutes: 20, clinic: 'torvet', clinician: 'bo' },
    patient: idOf(7),
  });
  const { items } = await staff.send<SmsList>('GET', `/messages?box=sent&appointment=${id}`);
  await staff.send('PATCH', `/messages/${items[0]!.id}`, { sendsAt: new Date().toISOString() });
  const mobile = `+47${patientNumber(7).mobile}`;
  // This account's own: other accounts may have asked the same number.
  const asked = async () => (await sentMessages(origin, `&appointment=${id}`))[0];
  await expect.poll(asked).toMatchObject({
    status: 'S',
    text: expect.stringMatching(/JA .* NEI/) as unknown as string,
  });
  await comesIn(origin, mobile, 'Nei');
  const opened = await open(page, baseURL, 'received');
  const row = rows(page).filter({ hasText: 'Nei' }).first();
  await expect(row).toContainText(meanings.no);
  await expect(row).toContainText(words.flag);
  await row.getByRole('link', { name: new RegExp(words.appointment) }).click();
  const today = inLanguage(todayWords, 'nb');
  const entry = page.getByRole('listitem').filter({ hasText: today.saidNo });
  await expect(entry.getByRole('link', { name: new RegExp(`^${today.call}: `) })).toHaveAttribute(
    'href',
    `tel:${mobile}`,
  );
  await opened.expectAccessible();
  await page.setViewportSize({ width: 360, height: 740 });
  await opened.expectAccessible();
  await entry.getByRole('button', { name: new RegExp(`^${today.cancel}: `) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: today.keep }).click();
  await expect(dialog).toHaveCount(0);
  await entry.getByRole('button', { name: new RegExp(`^${today.cancel}: `) }).click();
  await dialog.getByRole('button', { name: today.cancelNow }).click();
  await expect(page.getByRole('listitem').filter({ hasText: today.cancelled })).toHaveCount(1);
  await expect
    .poll(() => textsTo(origin, mobile))
    .toContainEqual(expect.stringMatching(/avbestilt/));
});
