import { createHmac } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { answerWords } from '../../src/console/pages/reminders/answer-words.js';
import { exceptionWords } from '../../src/console/pages/reminders/exception-words.js';
import { gatewayWords } from '../../src/console/pages/reminders/gateway-words.js';
import { sendingWords } from '../../src/console/pages/reminders/sending-words.js';
import { policyWords } from '../../src/console/pages/reminders/policy-words.js';
import { remindersWords } from '../../src/console/pages/reminders/reminders-words.js';
import { senderWords } from '../../src/console/pages/reminders/sender-words.js';
import { serviceWords } from '../../src/console/pages/reminders/service-words.js';
import { statisticsWords } from '../../src/console/pages/reminders/statistics-words.js';
import { textWords } from '../../src/console/pages/reminders/text-words.js';
import { timelineWords } from '../../src/console/pages/reminders/timeline-words.js';
import { messagesWords } from '../../src/console/pages/messages/messages-words.js';
import { fill, inLanguage } from '../../src/console/words/in-language.js';
import { smsAlertWords } from '../../src/console/words/sms-alert-words.js';
import type { Reminders, SmsGateway, SmsSenderInput } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { putOnFile } from './own-account.js';
import { patientNumber } from './patients.js';
import { fetchOf, makeAccount, staffOf } from './staff.js';

const account = 'konsollpaminnelser';
const words = inLanguage(policyWords, 'nb');
const names = inLanguage(remindersWords, 'nb');
const texts = inLanguage(textWords, 'nb');
const timeline = inLanguage(timelineWords, 'nb');
const exceptions = inLanguage(exceptionWords, 'nb');
const messages = inLanguage(messagesWords, 'nb');

test.beforeAll(async ({ baseURL }) => {
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  await makeAccount(baseURL ?? '', orderAccount({ id: account, language: 'nb', stepOrder }));
  const staff = staffOf(baseURL ?? '', account);
  // Set up once, also where the tests go on after one that failed.
  const { items } = await staff.send<{ items: object[] }>('GET', '/patients');
  if (items.length > 0) return;
  const day = addDays(new Date().toISOString().slice(0, 10), 20);
  for (const [index, clock] of ['06:00', '07:00'].entries()) {
    const patient = await putOnFile(baseURL ?? '', account, patientNumber(910 + index));
    await staff.send('POST', '/timebook', {
      ...{ start: `${day}T${clock}:00Z`, minutes: 30, clinic: 'torvet', clinician: 'bo', patient },
    });
  }
});

const stored = (origin: string | undefined) =>
  staffOf(origin ?? '', account).send<Reminders>('GET', '/reminders');
const change = (origin: string | undefined, patch: object) =>
  staffOf(origin ?? '', account).send('PATCH', '/reminders', patch);

const open = async (page: Page, baseURL: string | undefined, place: string) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go(`reminders/${place}`);
  return opened;
};
const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

test('[M-04] [M-16] the manual’s hours are set, seen for its appointment and for whom they would reach, and stored', async ({
  page,
  baseURL,
}) => {
  const opened = await open(page, baseURL, 'texts');
  for (const [index, hours] of ['70', '22', '1'].entries()) {
    await page.getByRole('button', { name: words.addReminder }).first().click();
    await group(page, names[`reminder-${index + 1}` as 'reminder-1'])
      .getByLabel(words.hoursBefore)
      .fill(hours);
  }
  await page.getByLabel(words.sendThanks).check();
  await page.getByLabel(words.hoursAfter).fill('3');
  await expect(page.getByRole('button', { name: words.addReminder })).toHaveCount(0);

  await page.getByLabel(timeline.date).fill('2009-12-09');
  await page.getByLabel(timeline.time, { exact: true }).fill('12:45');
  const steps = page.locator('opus-console-reminder-timeline').getByRole('listitem');
  await expect(steps).toContainText([
    /6\. desember 2009 (?:kl\. )?14:45.*Påminnelse 1/s,
    /8\. desember 2009 (?:kl\. )?14:45.*Påminnelse 2/s,
    /9\. desember 2009 (?:kl\. )?11:45.*Påminnelse 3/s,
    /9\. desember 2009 (?:kl\. )?12:45/s,
    /9\. desember 2009 (?:kl\. )?16:15.*Takk/s,
  ]);

  await page.getByRole('button', { name: timeline.ask, exact: true }).click();
  const row = page.getByRole('row', { name: new RegExp(`^${timeline.together}`) });
  await expect(row.getByRole('cell')).toHaveText(['0', '8']);
  await expect(page.getByRole('list', { name: timeline.examples })).toContainText('Bo Dahl');
  expect((await stored(baseURL)).reminders).toEqual([]);
  // Nothing is changed before somebody has seen how much that is.
  const sure = page.getByRole('dialog', { name: timeline.sureTitle });
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(sure).toContainText(
    fill(timeline.sureCounts, { before: 0, after: 8, appointments: 2 }),
  );
  await opened.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(sure).toHaveCount(0);
  expect((await stored(baseURL)).reminders).toEqual([]);
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await sure.getByRole('button', { name: timeline.sureSave, exact: true }).click();
  await expect(page.getByText(opened.shell.saved, { exact: true }).first()).toBeVisible();
  const { reminders, thankYou } = await stored(baseURL);
  expect(reminders.map(({ hoursBefore }) => hoursBefore)).toEqual([70, 22, 1]);
  expect(thankYou).toEqual({ hoursAfter: 3, text: null });

  // What waits now is what was told.
  await page.getByLabel(words.to).selectOption('none');
  await expect(page.getByText(timeline.askAgain)).toBeVisible();
  await page.getByRole('button', { name: timeline.ask, exact: true }).click();
  await expect(row.getByRole('cell')).toHaveText(['8', '0']);
  await page.getByRole('button', { name: opened.shell.discard }).click();
});

test('[M-03] [M-04] by keyboard alone: a text with a field, one that there is not, and back to the standard', async ({
  page,
  baseURL,
}) => {
  await change(baseURL, { reminders: [{ hoursBefore: 24 }], thankYou: null });
  const opened = await open(page, baseURL, 'texts');
  const reminder = group(page, names['reminder-1']);
  const change1 = reminder.getByRole('button', { name: texts.change });
  await change1.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const text = reminder.getByRole('textbox', { name: texts.text });
  await expect(text).toBeFocused();
  await expect(text).toHaveAttribute('placeholder', /\[Fornavn\]/);
  await page.keyboard.type('Hei [forn');
  const list = page.getByRole('listbox', { name: messages.fieldList });
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(text).toHaveValue('Hei [Fornavn]');
  await page.keyboard.type(', [tids');
  await page.keyboard.press('Tab');
  await expect(text).toHaveValue('Hei [Fornavn], [Tidspunkt]');
  await expect(reminder.getByText('Hei Ola, 04.06.2015 kl. 13:00', { exact: true })).toBeVisible();
  await expect(reminder.getByText(/29 tegn, én SMS/)).toBeVisible();
  await page.keyboard.type(' [TREATMENT_NAME]');
  await expect(reminder.getByText(messages.healthData)).toBeVisible();

  await text.fill('Hei [Fornavnet]');
  await expect(text).toHaveAccessibleDescription(/\[Fornavnet\]/);
  await page.keyboard.press('Control+End');
  await page.getByRole('button', { name: opened.shell.save, exact: true }).press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  await expect(text).toBeFocused();
  expect((await stored(baseURL)).reminders[0]?.text).toBeNull();

  await text.fill('Hei [Fornavn], velkommen [Tidspunkt]');
  await opened.saveReminders();
  expect((await stored(baseURL)).reminders[0]?.text).toBe('Hei [Fornavn], velkommen [Tidspunkt]');
  await reminder.getByRole('button', { name: messages.toStandard }).press('Enter');
  await opened.saveReminders();
  expect((await stored(baseURL)).reminders[0]?.text).toBeNull();
});

test('[M-05] [C-03] weekdays, pauses and an exception are stored; of two people’s change one is chosen', async ({
  page,
  baseURL,
}) => {
  await change(baseURL, { reminders: [{ hoursBefore: 24 }], to: 'all' });
  const opened = await open(page, baseURL, 'texts');
  const days = group(page, words.days);
  await expect(days.getByRole('checkbox')).toHaveCount(7);
  for (const day of await days.getByRole('checkbox').all()) await day.check();
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(days).toHaveAccessibleDescription(/minst én dag igjen/);
  for (const day of (await days.getByRole('checkbox').all()).slice(0, 5)) await day.uncheck();
  await page.getByLabel(words.night, { exact: true }).check();
  await page.getByLabel(`${words.night}: ${words.nightTo}`).fill('08:00');
  await page.getByRole('button', { name: exceptions.add }).click();
  const exception = page.locator('details.exception');
  await exception.getByLabel(exceptions.clinician).selectOption({ label: 'Anna Berg' });
  await exception.getByLabel(words.hoursBefore).fill('48');
  await page.getByLabel(words.to).selectOption('wishing');
  // It stays open while somebody writes in it, and what is wrong in it is seen.
  await exception.getByText(exceptions.otherTexts).click();
  await exception.getByLabel(names.recall, { exact: true }).check();
  await exception.getByRole('button', { name: texts.change }).last().click();
  await exception.getByRole('textbox').fill('[Ukjent]');
  await exception.locator('summary').first().click();
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(exception.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await exception.getByLabel(names.recall, { exact: true }).uncheck();

  await change(baseURL, { to: 'none', email: true });
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(
    page.getByText(fill(opened.shell.changedMeanwhile, { name: words.record })),
  ).toBeVisible();
  await page.getByRole('button', { name: `${opened.shell.mine}: ${words.wishing}` }).click();
  await opened.saveReminders();
  const { to, email, daysWithoutSending, pauses, exceptions: saved } = await stored(baseURL);
  expect([to, email, daysWithoutSending]).toEqual(['wishing', true, [6, 7]]);
  expect(pauses.night).toEqual({ from: '22:00', to: '08:00' });
  expect(saved).toEqual([{ clinician: 'anna', reminders: [{ hoursBefore: 48 }] }]);
  await change(baseURL, { to: 'all', email: false, exceptions: [], pauses: { night: null } });
});

test('[M-05] [C-01] test mode is said on every page; who may not change it sees it greyed, with the reason', async ({
  page,
  baseURL,
}) => {
  const alert = inLanguage(smsAlertWords, 'nb');
  const opened = await open(page, baseURL, 'texts');
  await page.getByLabel(words.testMode).check();
  await opened.save();
  await expect(page.getByText(alert['test-mode'])).toBeVisible();
  await opened.go('people');
  await page.getByRole('link', { name: alert.more }).click();
  const service = inLanguage(serviceWords, 'nb');
  await expect(page.getByRole('main')).toContainText(service.turnOff);
  await page.getByRole('button', { name: opened.shell.signOut }).click();
  await opened.signInAs('reception');
  await opened.go('reminders/texts');
  await expect(page.getByText(alert['test-mode']).first()).toBeVisible();
  const box = page.getByLabel(words.testMode);
  await expect(box).toHaveAccessibleDescription(/endre innstillinger/);
  await box.press('Space');
  await expect(box).toBeChecked();
  await change(baseURL, { testMode: false });
  await page.reload();
  await expect(page.getByText(alert['test-mode'])).toHaveCount(0);
});

test('[M-08] [M-13] [M-14] answers, a sender with its countries, and a gateway whose secret is shown once', async ({
  page,
  baseURL,
}) => {
  const answers = inLanguage(answerWords, 'nb');
  const senders = inLanguage(senderWords, 'nb');
  const gateway = inLanguage(gatewayWords, 'nb');
  const sending = inLanguage(sendingWords, 'nb');
  const opened = await open(page, baseURL, 'answers');
  await page.getByLabel(answers.confirm, { exact: true }).check();
  await expect(page.getByText(answers.needsGateway)).toBeVisible();
  await opened.save();
  expect((await stored(baseURL)).answers).toBe('confirm');

  await opened.go('reminders/senders');
  await page.getByRole('main').getByRole('link', { name: 'Torvet', exact: true }).click();
  await page.getByLabel(senders.name, { exact: true }).fill('Tann & Co');
  await page.getByLabel(senders.number, { exact: true }).fill('41 23 45 67');
  await page.getByLabel(senders.FI, { exact: true }).selectOption('asked');
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(page.getByLabel(senders.name, { exact: true })).toBeFocused();
  await page.getByLabel(senders.name, { exact: true }).fill('Tannlegen');
  await opened.save();
  const sender = await staffOf(baseURL ?? '', account).send<SmsSenderInput>(
    'GET',
    '/sms-senders/torvet',
  );
  expect(sender).toMatchObject({
    name: 'Tannlegen',
    number: '+4741234567',
    approvals: { FI: 'asked' },
  });
  await page.getByRole('link', { name: senders.all }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Tannlegen' })).toContainText(
    'Finland: søkt om',
  );

  await opened.go('reminders/gateway');
  await page.getByLabel(gateway.format).selectOption('own');
  await page.getByRole('button', { name: gateway.newSecret }).click();
  const secret = await page.locator('.secret code').innerText();
  const call = async (key: string) => {
    const { incoming } = await staffOf(baseURL ?? '', account).send<SmsGateway>(
      'GET',
      '/sms-gateway',
    );
    const sms = {
      id: 'one',
      from: '+4741234568',
      text: 'Hei',
      receivedAt: new Date().toISOString(),
    };
    const body = JSON.stringify({ messages: [sms] });
    const seconds = Math.floor(Date.now() / 1000);
    const hex = createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex');
    const headers = { 'Opus-Signature': `t=${seconds},v1=${hex}` };
    const request = new Request(incoming, { method: 'POST', body, headers });
    return (await fetchOf(baseURL ?? '')(request)).status;
  };
  expect(await call('another secret of somebody')).toBe(401);
  await opened.go('reminders/service');
  await opened.go('reminders/gateway');
  await expect(page.getByText(gateway.refusedNote)).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  expect(await call(secret)).toBe(204);
  await page.reload();
  await expect(page.getByText(gateway.hasSecret)).toBeVisible();
  await expect(page.getByText(gateway.never)).toHaveCount(0);

  // On the clinic's own contract: the password is written and never read.
  await expect(page.getByText(sending.byService)).toBeVisible();
  await page.getByRole('button', { name: sending.useOwn }).click();
  await page.getByRole('textbox', { name: sending.url }).fill('https://sms.example.com/v1');
  await page.getByRole('textbox', { name: sending.from }).fill('Tannlegen');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByLabel(sending.password)).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(sending.password).fill('a password of the clinic');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText(sending.byOwn)).toBeVisible();
  await page.getByRole('button', { name: sending.change }).click();
  await expect(page.getByRole('textbox', { name: sending.url })).toHaveValue(
    'https://sms.example.com/v1',
  );
  await expect(page.getByLabel(sending.password)).toHaveValue('');
  await expect(page.getByText(sending.passwordKept)).toBeVisible();
});

test('[C-07] [M-13] statistics tell what they count, and say so where nobody notes arrivals', async ({
  page,
  baseURL,
}) => {
  const statistics = inLanguage(statisticsWords, 'nb');
  await staffOf(baseURL ?? '', account).send('POST', '/messages', { to: '41234567', text: 'Hei' });
  await open(page, baseURL, 'statistics');
  await expect(page.getByText(statistics.noArrivals)).toBeVisible();
  await expect(page.getByText(statistics.missedHelp)).toBeVisible();
  await expect
    .poll(async () => {
      await page.reload();
      const table = page.getByRole('region', { name: statistics.table });
      return table.getByRole('row').nth(1).getByRole('cell').first().innerText();
    })
    .toBe('1');
  await expect(
    page.getByRole('img', { name: fill(statistics.chart, { title: statistics.deliveredTitle }) }),
  ).toBeVisible();
});

test('[C-14] axe finds nothing in any section at 360 px', async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 800 });
  await change(baseURL, {
    reminders: [{ hoursBefore: 70, text: 'Hei [Fornavn]' }],
    thankYou: { hoursAfter: 3 },
    pauses: { night: { from: '22:00', to: '07:00' } },
    exceptions: [{ language: 'en', texts: { recall: 'Hello' } }],
  });
  const opened = await open(page, baseURL, 'texts');
  await page.getByRole('button', { name: texts.change }).first().click();
  await page.getByRole('textbox', { name: texts.text }).first().pressSequentially('[');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.locator('details.exception > summary').first().click();
  await opened.expectAccessible();
  for (const place of [
    'answers',
    'senders',
    'senders/torvet',
    'gateway',
    'service',
    'statistics',
  ]) {
    await opened.go(`reminders/${place}`);
    await opened.expectAccessible();
  }
});
