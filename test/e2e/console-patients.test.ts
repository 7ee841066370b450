import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { patientNeedsWords } from '../../src/console/pages/patients/patient-needs-words.js';
import { patientPrivacyWords } from '../../src/console/pages/patients/patient-privacy-words.js';
import {
  patientProblemWords,
  patientsWords,
} from '../../src/console/pages/patients/patients-words.js';
import { patientSmsWords } from '../../src/console/pages/patients/patient-sms-words.js';
import { smsWords } from '../../src/console/pages/sms/sms-words.js';
import { fill, inLanguage } from '../../src/console/words/in-language.js';
import type { History, PatientInput, SmsWish } from '../../src/contract/index.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { patientNumber } from './patients.js';
import { comesIn } from './incoming-sms.js';
import { makeAccount, staffOf } from './staff.js';

const account = 'konsollpasienter';
const words = inLanguage(patientsWords, 'nb');
const needs = inLanguage(patientNeedsWords, 'nb');
const privacy = inLanguage(patientPrivacyWords, 'nb');
const sms = inLanguage(patientSmsWords, 'nb');
const onlyWith = (name: string) => fill(inLanguage(smsWords, 'nb').ofPatient, { name });
const problems = inLanguage(patientProblemWords, 'nb');

/** More than two pages of the list. */
const count = 205;
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** A name's end for a number, since no name holds digits; in their order. */
const endOf = (number: number) =>
  String(number)
    .padStart(3, '0')
    .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
const nameOf = (number: number) => `Navnesen ${endOf(number)}`;
const onFile = (number: number): PatientInput => {
  const { nationalId, mobile, email } = patientNumber(number);
  return {
    firstName: 'Ola',
    lastName: nameOf(number),
    ...{ nationalId, mobile, email },
  };
};

test.beforeAll(async ({ baseURL }) => {
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  const sample = orderAccount({ id: account, language: 'nb', stepOrder });
  const patients = Array.from({ length: count }, (_, number) => [idOf(number), onFile(number)]);
  await makeAccount(baseURL ?? '', {
    ...sample,
    patients: Object.fromEntries(patients) as Record<string, PatientInput>,
    templates: {
      ...sample.templates,
      exam: { ...sample.templates.exam!, useInRecall: true },
    },
  });
});

async function open(page: Page, baseURL: string | undefined, role: 'owner' | 'reception') {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs(role);
  await opened.go('patients');
  return opened;
}

const rows = (page: Page) => page.getByRole('list', { name: words.title }).getByRole('listitem');
const search = (page: Page) => page.getByLabel(words.search);

test('[C-03] [N-02] patients are found by name, mobile and national ID, which stand in no address', async ({
  page,
  baseURL,
}) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  await open(page, baseURL, 'reception');
  const { nationalId, mobile } = onFile(42);
  for (const typed of [nameOf(42).toLowerCase(), mobile!, nationalId!]) {
    await search(page).fill(typed);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText(`${nameOf(42)}, Ola`);
  }
  // The reception sees when somebody was born, not the digits behind.
  await expect(rows(page)).toContainText(`${nationalId!.slice(0, 6)}-*****`);
  await search(page).fill('finnes ikke');
  await expect(page.getByText(words.nobody)).toBeVisible();
  addresses.push(page.url());
  const said = new RegExp(`navnesen|${mobile!.slice(-8)}|${nationalId!.slice(-5)}`, 'i');
  expect(addresses.filter((address) => said.test(address))).toEqual([]);
});

test('[C-03] a long list comes page by page as one scrolls, and all of it stays there to be read', async ({
  page,
  baseURL,
}) => {
  await open(page, baseURL, 'reception');
  await expect(rows(page).first()).toContainText(nameOf(0));
  while ((await rows(page).count()) < count) {
    const before = await rows(page).count();
    await page.mouse.wheel(0, 100_000);
    await expect.poll(() => rows(page).count()).toBeGreaterThan(before);
  }
  await expect(page.getByText(words.count.replace('{count}', String(count)))).toBeVisible();
  await expect(rows(page).last()).toContainText(nameOf(count - 1));
  // What is scrolled away is still found by a screen reader.
  await expect(rows(page).nth(50).getByRole('link')).toHaveAccessibleName(`${nameOf(50)}, Ola`);
});

test('[C-03] [P-38] a patient’s details and needs are changed, and the masked national ID stays', async ({
  page,
  baseURL,
}) => {
  const opened = await open(page, baseURL, 'reception');
  await search(page).fill(nameOf(7).toLowerCase());
  await page.getByRole('link', { name: `${nameOf(7)}, Ola` }).click();
  await page.getByLabel(words.mobile).fill('12');
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(page.getByLabel(words.mobile)).toBeFocused();
  await expect(page.getByLabel(words.mobile)).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(words.mobile).fill('41 23 45 67');
  await page.getByLabel(words.address1, { exact: true }).fill('Storgata 1');
  await opened.save();
  const { send } = staffOf(baseURL ?? '', account);
  const stored = await send<PatientInput>('GET', `/patients/${idOf(7)}`);
  expect(stored).toMatchObject({
    mobile: '+4741234567',
    address1: 'Storgata 1',
    nationalId: onFile(7).nationalId,
  });

  await page.getByRole('button', { name: needs.addNeed }).click();
  await page.getByRole('button', { name: opened.shell.save, exact: true }).last().click();
  await expect(page.getByLabel(needs.week)).toBeFocused();
  await page.getByLabel(needs.week).fill('2027-03-10');
  await page.getByLabel(needs.intervalMonths).fill('12');
  await page.getByRole('button', { name: opened.shell.save, exact: true }).last().click();
  const need = page.getByRole('listitem').filter({ hasText: 'Kontroll' });
  await expect(need).toContainText(needs.every.replace('{months}', '12'));
  const { items } = await send<{ items: { week: string }[] }>('GET', `/recalls?patient=${idOf(7)}`);
  expect(items).toMatchObject([{ week: '2027-03-08', minutes: 30, intervalMonths: 12 }]);
  await need.getByRole('button').click();
  await expect(page.getByText(needs.noNeeds)).toBeVisible();
  // Export and erasure are another right.
  await expect(page.getByText(/eksport og sletting av personopplysninger/)).toBeVisible();
  await expect(page.getByRole('button', { name: privacy.export })).toHaveCount(0);
});

test('[M-15] [M-05] a wish and a refusal are noted with their date, and STOP is lifted on the patient’s own word alone', async ({
  page,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const { send } = staffOf(origin, account);
  const secret = 'a secret that the gateway knows';
  await send('PUT', '/sms-gateway', { format: 'own', secret });
  await send('PATCH', '/reminders', { to: 'wishing', reminders: [{ hoursBefore: 24 }] });
  const opened = await open(page, baseURL, 'reception');
  await opened.go(`patients/${idOf(21)}`);
  const region = page.getByRole('region', { name: sms.title });
  const changeTo = async (wish: string) => {
    await region.getByRole('button', { name: sms.change }).click();
    await region.getByRole('radio', { name: wish, exact: true }).check();
    await region.getByRole('button', { name: opened.shell.save }).click();
  };
  await expect(region).toContainText(sms.unsaid);
  await expect(region).toContainText(sms.onlyWishing);
  await changeTo(sms.wishes);
  await expect(region).toContainText(/sagt til klinikken \d/);
  await expect(region).toContainText(sms.gets);
  await changeTo(sms.refuses);
  await expect(region).toContainText(sms.getsNothing);
  const wish = () => send<SmsWish>('GET', `/patients/${idOf(21)}/sms-wish`);
  expect(await wish()).toMatchObject({ wish: false, source: 'staff', isNumberRefused: false });

  await comesIn(origin, { account, secret, from: onFile(21).mobile!, text: 'STOP' });
  await page.reload();
  await expect(region).toContainText(/Nummeret har svart STOP \d/);
  await expect(region).toContainText(/svart med SMS \d/);
  // Without the tick it stays, and the tick is where one is led.
  await changeTo(sms.wishes);
  const tick = region.getByRole('checkbox');
  await expect(tick).toBeFocused();
  await expect(tick).toHaveAccessibleDescription(sms.stoppedProblem);
  await opened.expectAccessible();
  expect(await wish()).toMatchObject({ wish: false, isNumberRefused: true });
  await tick.check();
  await region.getByRole('button', { name: opened.shell.save }).click();
  await expect(region).toContainText(sms.gets);
  expect(await wish()).toMatchObject({ wish: true, source: 'staff', isNumberRefused: false });
  const { entries } = await send<History>('GET', '/history?kind=sms-wish');
  expect(entries[0]).toMatchObject({ record: idOf(21), after: { liftStop: true } });
  // All that went to the patient and came from there is one press away.
  await region.getByRole('link', { name: sms.showReceived }).click();
  await expect(page.getByText(onlyWith('Ola Navnesen acb'))).toBeVisible();
  const answers = page.getByRole('row').filter({ has: page.getByRole('cell') });
  await expect(answers).toHaveCount(1);
  await expect(answers).toContainText('STOP');
});

test('[C-03] [P-26] a patient is added, and a wrong national ID or one that is taken is said beside the field', async ({
  page,
  baseURL,
}) => {
  const opened = await open(page, baseURL, 'reception');
  await page.getByRole('link', { name: words.add }).click();
  await page.getByLabel(words.firstName).fill('Ny');
  await page.getByLabel(words.lastName).fill('Pasientsen');
  const field = page.getByLabel(words.nationalId);
  const save = page.getByRole('button', { name: opened.shell.save, exact: true });
  const { nationalId } = patientNumber(count + 1);
  for (const [typed, problem] of [
    [nationalId.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)), problems.checksum],
    [onFile(9).nationalId!, problems.taken],
  ] as const) {
    await field.fill(typed);
    await save.click();
    await expect(page.getByText(problem)).toBeVisible();
  }
  await field.fill(nationalId);
  await opened.save();
  await expect(page).toHaveURL(/#patients\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name: `‹ ${words.title}` }).click();
  await search(page).fill('pasientsen');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Pasientsen, Ny');
});

test('[C-03] with the right privacy all is downloaded, and only then erased', async ({
  page,
  baseURL,
}) => {
  await open(page, baseURL, 'owner');
  await search(page).fill(nameOf(11).toLowerCase());
  await page.getByRole('link', { name: `${nameOf(11)}, Ola` }).click();
  await expect(page.getByLabel(words.nationalId)).toHaveValue(onFile(11).nationalId!);
  const erase = async () => {
    await page.getByRole('button', { name: privacy.erase, exact: true }).click();
    await page.getByRole('button', { name: privacy.eraseNow }).click();
  };
  await erase();
  await expect(page.getByRole('alert')).toContainText(privacy.exportFirst);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: privacy.export }).click();
  const file = await (await download).path();
  const held = JSON.parse(await readFile(file, 'utf8')) as { patient: object };
  expect(held.patient).toMatchObject({ lastName: nameOf(11) });
  await erase();
  await expect(search(page)).toBeVisible();
  await search(page).fill(nameOf(11).toLowerCase());
  await expect(page.getByText(words.nobody)).toBeVisible();
});

test('[C-14] axe finds nothing in patients at 360 px', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const opened = await open(page, baseURL, 'owner');
  const places = ['patients', `patients/${idOf(3)}`, 'patients/new'];
  await opened.expectAccessibleAt(places, async (place) => {
    // A hundred rows like each other tell axe nothing more.
    if (place === 'patients') await search(page).fill(nameOf(1));
  });
});
