import { expect, test } from '@playwright/test';
import { appointmentSmsWords } from '../../src/console/pages/appointment-sms/appointment-sms-words.js';
import { answerWords } from '../../src/console/pages/reminders/answer-words.js';
import { policyWords } from '../../src/console/pages/reminders/policy-words.js';
import { remindersWords } from '../../src/console/pages/reminders/reminders-words.js';
import { textWords } from '../../src/console/pages/reminders/text-words.js';
import { meaningWords } from '../../src/console/pages/sms/message-words.js';
import { smsWords } from '../../src/console/pages/sms/sms-words.js';
import { todayWords } from '../../src/console/pages/today/today-words.js';
import { fill, inLanguage } from '../../src/console/words/in-language.js';
import { smsDeliveryWords, smsStatusWords } from '../../src/console/words/sms-words.js';
import type { TimebookEntry } from '../../src/contract/index.js';
import { categories, template } from '../../demo/accounts/sample-account.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { patientOf } from './patients.js';
import { SmsClinic } from './sms-clinic.js';

const account = 'tekstiviestit';
const language = 'fi';
const words = inLanguage(appointmentSmsWords, language);
const policy = inLanguage(policyWords, language);
const answers = inLanguage(answerWords, language);
const names = inLanguage(remindersWords, language);
const texts = inLanguage(textWords, language);
const lists = inLanguage(smsWords, language);
const today = inLanguage(todayWords, language);
const statuses = inLanguage(smsStatusWords, language);
const deliveries = inLanguage(smsDeliveryWords, language);
const meanings = inLanguage(meaningWords, language);

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [aino, eero] = ['+358401234561', '+358401234562'];

test.use({ locale: 'fi-FI', timezoneId: 'Europe/Helsinki' });

const clinic = new SmsClinic(account, '+02:00');

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const stepOrder = ['clinician', 'treatment', 'clinic', 'time'] as const;
  const whole = orderAccount({ id: account, language, stepOrder });
  const [clinicId, place] = Object.entries(whole.clinics)[0]!;
  const [person] = Object.values(whole.clinicians);
  const onFile = (number: number, firstName: string, lastName: string, mobile: string) => [
    idOf(number),
    { firstName, lastName, mobile, nationalId: patientOf('FI', 700 + number).nationalId },
  ];
  await clinic.start(
    {
      ...whole,
      clinics: { [clinicId]: place },
      clinicians: {
        mika: {
          ...{ ...person!, name: 'Mika Järvinen', title: 'Hammaslääkäri', bookingList: null },
          clinics: [{ clinic: clinicId, photoConsent: false, titleConsent: true }],
        },
      },
      categories: categories({ tarkastus: 'Tarkastus' }),
      templates: { tarkastus: template('Tarkastus', 30, 'tarkastus', { position: 0 }) },
      templateLists: {},
      preblocks: {},
      weeks: [],
      patients: Object.fromEntries([
        onFile(1, 'Aino', 'Mäkelä', aino),
        onFile(2, 'Eero', 'Äijälä', eero),
      ]) as NonNullable<typeof whole.patients>,
    },
    '2009-12-07T10:15',
  );
});
test.afterAll(() => clinic.stop());

const book = async (patient: number, start: string) => {
  await clinic.staff.send<TimebookEntry>('POST', '/timebook', {
    ...{ start: `${start}:00+02:00`, minutes: 30, clinic: 'torvet', clinician: 'mika' },
    patient: idOf(patient),
  });
};

test('[M-04] [M-05] [M-06] [M-08] in Finnish: the policy, what reaches a phone in Helsinki, KYLLÄ and EI, and both lists', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await page.clock.install({ time: clinic.now });
  const { port } = new URL(clinic.url);
  const opened = new ConsolePage(page, `http://console.localhost:${port}/${account}`, language);

  // Oma teksti, 24 tuntia ennen, ja vastaukset.
  await page.goto(opened.root);
  await opened.signInAs('owner');
  await opened.go('reminders/texts');
  await page.getByLabel(policy.to).selectOption('all');
  const first = page.getByRole('group', { name: names['reminder-1'], exact: true });
  if ((await first.count()) === 0) {
    await page.getByRole('button', { name: policy.addReminder }).first().click();
  }
  await first.getByLabel(policy.hoursBefore).fill('24');
  await first.getByRole('button', { name: `${texts.change}: ${names['reminder-1']}` }).click();
  const own = first.getByRole('textbox', { name: `${texts.text}: ${names['reminder-1']}` });
  await own.fill('Hei [Etunimi], muistathan ajan [Ajankohta]! [Hoitaja]');
  const thanks = page.getByLabel(policy.sendThanks);
  if (await thanks.isChecked()) await thanks.uncheck();
  await opened.saveReminders();
  await opened.go('reminders/answers');
  await page.getByLabel(answers.confirm, { exact: true }).check();
  await opened.saveReminders();
  await opened.expectAccessible();

  await book(1, '2009-12-09T09:45');
  await book(2, '2009-12-09T12:30');

  // The window of the appointment, before it leaves.
  await page.getByRole('button', { name: opened.shell.signOut }).click();
  await opened.signInAs('reception');
  await opened.go('today/2009-12-09');
  const dialog = page.getByRole('dialog');
  const window = page.getByRole('button', { name: `${today.sms}: Aino Mäkelä` });
  await window.click();
  const row = dialog.getByRole('listitem').first();
  await expect(row).toContainText('Odottaa (V)');
  await expect(row.getByRole('checkbox', { name: names['reminder-1'] })).toBeChecked();
  const fact = (label: string) =>
    row.getByText(label, { exact: true }).locator('xpath=following-sibling::dd');
  await expect(fact(words.when)).toHaveText(fill(words.hoursBefore, { hours: 24 }));
  await expect(fact(words.sends)).toHaveText('8.12.2009 klo 9.45');
  await expect(fact(words.expires)).toHaveText('9.12.2009 klo 9.45');
  await opened.expectAccessible();
  await page.keyboard.press('Escape');

  // By the clock in Helsinki, an hour before that of Oslo.
  await clinic.setClock('2009-12-08T09:44', page);
  expect(await clinic.taken()).toEqual([]);
  await clinic.setClock('2009-12-08T09:45', page);
  const [sms] = await clinic.taken();
  expect(sms!.to).toBe(aino);
  expect(sms!.text).toBe(
    'Hei Aino, muistathan ajan 09.12.2009 klo 09:45! Hammaslääkäri Mika Järvinen',
  );
  await clinic.report('delivered');
  await clinic.answer(aino, 'Kyllä');
  await clinic.setClock('2009-12-08T12:30', page);
  await clinic.answer(eero, 'ei');
  await clinic.setClock('2009-12-08T12:35', page);
  // Whoever says no is asked back, in their language.
  expect((await clinic.taken()).at(-1)).toMatchObject({ to: eero });

  // The lists: who has confirmed, who is to be called, and what both of them said.
  await page.reload();
  await opened.signInAs('reception');
  await opened.go('today/2009-12-09');
  const entry = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(entry('Aino Mäkelä')).toContainText(today.saidYes);
  await expect(entry('Eero Äijälä')).toContainText(today.saidNo);
  await opened.go('sms/sent');
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
  const sent = rows.filter({ hasText: 'Aino Mäkelä' });
  await expect(sent).toContainText(`SB ${statuses.SB}`);
  await expect(sent).toContainText(deliveries.delivered);
  await expect(sent).toContainText('08.12.2009 09:45');
  await page.getByLabel(lists.recipient).fill('äijälä');
  await expect(sent).toHaveCount(0);
  await expect(rows.first()).toContainText('Eero Äijälä');
  await opened.expectAccessible();
  await opened.go('sms/received');
  const no = rows.filter({ hasText: 'Eero Äijälä' });
  await expect(no).toContainText(meanings.no);
  await expect(no).toContainText(lists.flag);
  await expect(rows.filter({ hasText: 'Aino Mäkelä' })).toContainText(meanings.yes);

  // The conversation is answered, with å, ä and ö as they are.
  await no.getByRole('link', { name: 'Eero Äijälä' }).click();
  const thread = page.getByRole('list', { name: lists.inOut }).getByRole('listitem');
  await expect(thread.filter({ hasText: 'muistathan ajan 09.12.2009 klo 12:30' })).toContainText(
    statuses.SB,
  );
  await page.getByRole('textbox', { name: lists.answer }).fill('Soitamme Teille tänään.');
  await page.getByRole('button', { name: lists.send, exact: true }).click();
  await expect(thread.last()).toContainText('Soitamme Teille tänään.');
  await clinic.setClock('2009-12-08T12:40', page);
  expect((await clinic.taken()).at(-1)).toMatchObject({
    ...{ to: eero, text: 'Soitamme Teille tänään.' },
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await opened.expectAccessible();
});
