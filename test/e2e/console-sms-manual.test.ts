import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { patientChoiceWords } from '../../src/console/parts/patient-choice-words.js';
import { appointmentSmsWords } from '../../src/console/pages/appointment-sms/appointment-sms-words.js';
import { policyWords } from '../../src/console/pages/reminders/policy-words.js';
import { remindersWords } from '../../src/console/pages/reminders/reminders-words.js';
import { fill, inLanguage } from '../../src/console/words/in-language.js';
import { smsExpiryWords } from '../../src/console/words/sms-expiry-words.js';
import type { SentMessage, SmsList, TimebookEntry } from '../../src/contract/index.js';
import { categories, template } from '../../demo/accounts/sample-account.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { patientNumber } from './patients.js';
import { SmsClinic } from './sms-clinic.js';
import { TimebookOnScreen } from './timebook-on-screen.js';

const account = 'opus-sms';
const words = inLanguage(appointmentSmsWords, 'nb');
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const people = [
  ['Testesen', 'Test', '+4799224466'],
  ['Anette', 'Moe', '+4790773163'],
  ['Ulla', 'Kristiansen', '+4790827451'],
  ['Kar', 'Moen', '+4741326640'],
  ['Uten', 'Mobil', undefined],
] as const;

const clinic = new SmsClinic(account);

/** The clinic of the manual's pictures: tannlege Hanne Wildahl at one chair. */
test.beforeAll(async () => {
  test.setTimeout(180_000);
  const stepOrder = ['clinician', 'treatment', 'clinic', 'time'] as const;
  const whole = orderAccount({ id: account, language: 'nb', stepOrder });
  const [clinicId, place] = Object.entries(whole.clinics)[0]!;
  const [hanne] = Object.values(whole.clinicians);
  await clinic.start(
    {
      ...whole,
      clinics: { [clinicId]: place },
      clinicians: {
        hanne: {
          ...{ ...hanne!, name: 'Hanne Wildahl', title: 'Tannlege', bookingList: null },
          clinics: [{ clinic: clinicId, photoConsent: false, titleConsent: true }],
        },
      },
      categories: categories({ us: 'US/Ra' }),
      templates: { us: template('- Undersøkelse', 15, 'us', { position: 0 }) },
      templateLists: {},
      preblocks: {},
      weeks: [],
      patients: Object.fromEntries(
        people.map(([firstName, lastName, mobile], number) => [
          idOf(number),
          {
            ...{ firstName, lastName, nationalId: patientNumber(500 + number).nationalId },
            ...(mobile ? { mobile } : {}),
          },
        ]),
      ),
    },
    '2009-12-02T10:15',
  );
});
test.afterAll(() => clinic.stop());

const policy = inLanguage(policyWords, 'nb');
const names = inLanguage(remindersWords, 'nb');
const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

/** Oppsett denne behandler, SMS-tekster: the clinic's owner sets it up by hand, on another screen. */
async function setPolicy(browser: Browser, change: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  await page.clock.install({ time: clinic.now });
  const opened = await ConsolePage.open(page, clinic.url, account);
  await opened.signInAs('owner');
  await opened.go('reminders/texts');
  await page.getByLabel(policy.to).selectOption('all');
  await change(page);
  await opened.saveReminders();
  await page.close();
}

/** Timer før, of each reminder that there is to be. */
async function setHours(page: Page, ...hours: number[]): Promise<void> {
  for (const index of [0, 1, 2]) {
    const name = names[`reminder-${index + 1}` as 'reminder-1'];
    const isThere = (await group(page, name).count()) > 0;
    if (index >= hours.length) continue;
    if (!isThere) await page.getByRole('button', { name: policy.addReminder }).first().click();
    await group(page, name).getByLabel(policy.hoursBefore).fill(String(hours[index]));
  }
  for (const index of [3, 2, 1].filter((number) => number > hours.length)) {
    const name = names[`reminder-${index}` as 'reminder-1'];
    if ((await group(page, name).count()) === 0) continue;
    await page.getByRole('button', { name: fill(policy.removeNamed, { name }) }).click();
  }
}

/** Booked by hand on a date of the manual; answers its id. */
async function book(patient: number, start: string, minutes = 15): Promise<string> {
  const { id } = await clinic.staff.send<TimebookEntry>('POST', '/timebook', {
    ...{ start: `${start}:00+01:00`, minutes, clinic: 'torvet', clinician: 'hanne' },
    patient: idOf(patient),
  });
  return id;
}

async function openConsole(page: Page): Promise<ConsolePage> {
  await page.clock.install({ time: clinic.now });
  const opened = await ConsolePage.open(page, clinic.url, account);
  await opened.signInAs('reception');
  return opened;
}

/** The row of one message in the window of an appointment. */
const rowOf = (page: Page, name: string): Locator =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { name, exact: true }) })
    .first();

/** What stands beside a label of a row, such as *Sendes*. */
const fact = (row: Locator, label: string): Locator =>
  row.getByText(label, { exact: true }).locator('xpath=following-sibling::dd');

test('[M-04] [M-05] [M-06] [M-07] the window of an appointment: 70, 22 and 1 hours before 09.12.2009 kl. 12:45, 3 after', async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000);
  await setPolicy(browser, async (screen) => {
    await setHours(screen, 70, 22, 1);
    await screen.getByLabel(policy.sendThanks).check();
    await screen.getByLabel(policy.hoursAfter).fill('3');
  });
  await page.setViewportSize({ width: 1280, height: 1300 });
  const opened = await openConsole(page);
  await opened.go('timebook/2009-12-09/day');
  const book = new TimebookOnScreen(page, 'mouse');
  await expect(book.surface).toBeVisible();
  const dialog = page.getByRole('dialog');
  const open = async () => {
    await page.locator('.entry').click();
    await expect(dialog).toBeVisible();
  };

  // Days later nobody is signed in any more.
  const comeBack = async () => {
    await page.reload();
    await opened.signInAs('reception');
    await opened.go('timebook/2009-12-09/day');
    await open();
  };

  // Registrering av avtale: the patient has a mobile, so the reminders are ticked.
  await book.mark('12:40', '13:00');
  await book.choose(book.words.appointment);
  await dialog.getByLabel(book.words.from, { exact: true }).fill('12:45');
  await dialog
    .getByLabel(inLanguage(patientChoiceWords, 'nb').patient, { exact: true })
    .fill('Testesen');
  await dialog.getByRole('button', { name: 'Velg Testesen Test' }).click();
  await book.confirm(book.words.book);
  await expect(page.getByText(book.words.booked)).toBeVisible();
  await open();

  for (const [name, text, hours, sends, expires] of [
    [
      'Påminnelse 1',
      'Hei Testesen, minner om timeavtale hos oss 09.12.2009 kl. 12:45. Mvh, Tannlege Hanne Wildahl. Du kan ikke sende svar på denne SMS-en.',
      '70 timer før',
      '6. des. 2009, 14:45',
      '9. des. 2009, 12:45',
    ],
    [
      'Påminnelse 2',
      'Hei Testesen, vi minner om timeavtalen 09.12.2009 kl. 12:45.',
      '22 timer før',
      '8. des. 2009, 14:45',
      '9. des. 2009, 12:45',
    ],
    [
      'Påminnelse 3',
      'Hei Testesen, vi minner om timeavtalen 09.12.2009 kl. 12:45.',
      '1 time før',
      '9. des. 2009, 11:45',
      '9. des. 2009, 12:45',
    ],
    // Counted from the end of the quarter of an hour; the picture of the manual has no length.
    [
      'Takk for besøket',
      'Takk for besøket og velkommen igjen! Tannlege Hanne Wildahl',
      '3 timer etter',
      '9. des. 2009, 16:00',
      '10. des. 2009, 16:00',
    ],
  ] as const) {
    const row = rowOf(page, name);
    await expect(row.getByRole('checkbox')).toBeChecked();
    await expect(row).toContainText(text);
    await expect(row).toContainText('Venter (V)');
    await expect(fact(row, words.when)).toHaveText(hours);
    await expect(fact(row, words.sends)).toHaveText(sends);
    await expect(fact(row, words.expires)).toHaveText(expires);
    await expect(fact(row, words.made)).toHaveText('2. des. 2009, 10:15');
  }
  await opened.expectAccessible();

  // << Mer: the columns fold away, on this device for good, and come back.
  const more = dialog.getByRole('button', { name: words.more, exact: true });
  await more.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  const facts = rowOf(page, 'Påminnelse 1').getByRole('term');
  await expect(facts).toHaveText([words.sends]);
  await page.reload();
  await open();
  await expect(facts).toHaveText([words.sends]);
  await more.click();
  await expect(facts).toHaveText([words.when, words.sends, words.expires, words.made]);

  // In the picture the thanks are not ticked.
  const thanks = rowOf(page, 'Takk for besøket');
  await thanks.getByRole('checkbox').uncheck();
  await expect(thanks).toContainText('Avlyst (A)');
  await expect(page.getByText('Takk for besøket sendes ikke.')).toBeVisible();

  // Klikk på SMS-ikonet for å endre: the text and the time of the second one, by keyboard.
  const second = rowOf(page, 'Påminnelse 2');
  await second.getByRole('button', { name: 'Endre Påminnelse 2' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel(words.text, { exact: true })).toBeFocused();
  await dialog
    .getByLabel(words.text, { exact: true })
    .fill('Hei [Fornavn], husk bittskinnen [Tidspunkt].');
  await dialog.getByLabel(words.time).fill('15:00');
  await dialog.getByRole('button', { name: words.save, exact: true }).last().press('Enter');
  await expect(second).toContainText('Hei Testesen, husk bittskinnen 09.12.2009 kl. 12:45.');
  await expect(fact(second, words.sends)).toHaveText('8. des. 2009, 15:00');

  // Utgår: it is of no use once the clinic has closed, and of none at all before it leaves.
  const expiry = inLanguage(smsExpiryWords, 'nb');
  await second.getByRole('button', { name: 'Endre Påminnelse 2' }).click();
  await dialog.getByLabel(expiry.expiresDate).fill('2009-12-08');
  await dialog.getByLabel(expiry.expiresTime).fill('14:00');
  await dialog.getByRole('button', { name: words.save, exact: true }).last().click();
  await expect(dialog.getByText(expiry['not-after'])).toBeVisible();
  await dialog.getByLabel(expiry.expiresTime).fill('18:00');
  await dialog.getByRole('button', { name: words.save, exact: true }).last().click();
  await expect(fact(second, words.expires)).toHaveText('8. des. 2009, 18:00');

  // Nothing leaves before its time.
  await clinic.setClock('2009-12-06T14:44', page);
  expect(await clinic.taken()).toEqual([]);
  await clinic.setClock('2009-12-06T14:45', page);
  const [first] = await clinic.taken();
  expect([first!.to, first!.text.slice(0, 26)]).toEqual([
    '+4799224466',
    'Hei Testesen, minner om ti',
  ]);
  await clinic.report('delivered');
  const firstRow = rowOf(page, 'Påminnelse 1');
  await comeBack();
  await expect(firstRow).toContainText('Sendt (S)');
  await expect(fact(firstRow, words.result)).toHaveText('Levert');
  await expect(firstRow.getByRole('checkbox')).toBeDisabled();

  // The second one at the time that was set, and the answer to it.
  await clinic.setClock('2009-12-08T15:00', page);
  expect((await clinic.taken()).at(-1)!.text).toBe(
    'Hei Testesen, husk bittskinnen 09.12.2009 kl. 12:45.',
  );
  await clinic.setClock('2009-12-08T15:30', page);
  await clinic.answer('+4799224466', 'Takk, det skal jeg!');
  await comeBack();
  await expect(second).toContainText('Sendt og besvart (SB)');
  await expect(second).toContainText('Takk, det skal jeg!');

  // Send nå: the third one goes before its time; and one that was written for this patient alone.
  await rowOf(page, 'Påminnelse 3').getByRole('button', { name: 'Send Påminnelse 3 nå' }).click();
  await expect(page.getByText('Påminnelse 3 sendes nå.')).toBeVisible();
  await dialog.getByRole('button', { name: words.direct }).click();
  await dialog.getByLabel(words.text, { exact: true }).fill('Vi er et kvarter forsinket.');
  await dialog.getByRole('button', { name: words.send, exact: true }).click();
  await expect(page.getByText('Beskjed sendes nå.')).toBeVisible();
  await expect.poll(async () => (await clinic.taken()).map(({ text }) => text)).toHaveLength(4);
  expect((await clinic.taken()).at(-1)!.text).toBe('Vi er et kvarter forsinket.');

  // STOP is a refusal, and says so.
  await clinic.answer('+4799224466', 'STOP');
  await page.getByRole('button', { name: book.words.close, exact: true }).click();
  await open();
  await expect(page.getByText(words.refused)).toBeVisible();
  await expect(thanks.getByRole('checkbox')).toBeDisabled();
  await opened.expectAccessible();

  // Dg.pas.: SMS1 to SMS3 in the day's list, in one line of a phone, which lead to the messages.
  await page.getByRole('button', { name: book.words.close, exact: true }).click();
  await opened.go('today/2009-12-09');
  const states = page.getByRole('button', { name: 'SMS: Testesen Test' });
  await expect(states).toHaveText(
    /SMS 1\s*S Sendt\s*Levert\s*SMS 2\s*SB Sendt og besvart\s*SMS 3\s*S Sendt\s*$/,
  );
  await opened.expectAccessible();
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 360, height: 740 });
  expect((await states.boundingBox())!.height).toBeLessThan(70);
  await opened.expectAccessible();
  await page.setViewportSize(size);
  await states.press('Enter');
  await expect(second).toContainText('Sendt og besvart (SB)');
  await clinic.setClock('2009-12-10T08:00', page);
  expect(await clinic.taken()).toHaveLength(4);
});

test('[M-05] the list of sent SMS of 07.12.2009: Ingen utsendelse on Saturday and Sunday, late, sent and expired', async ({
  browser,
}) => {
  await setPolicy(browser, async (screen) => {
    await setHours(screen, 24);
    await screen.getByLabel(policy.sendThanks).uncheck();
    const days = await group(screen, policy.days).getByRole('checkbox').all();
    for (const day of days.slice(5)) await day.check();
  });
  // The service did not run on 02.12.2009: what was to leave then has expired.
  await clinic.setClock('2009-12-02T17:24');
  await clinic.setMode('down');
  const expired = await book(2, '2009-12-03T12:30');
  await clinic.setClock('2009-12-03T13:00');
  await clinic.setMode('up');
  await clinic.setClock('2009-12-07T08:20');
  const before = (await clinic.taken()).length;
  const late = await book(3, '2009-12-07T15:15');
  await clinic.setClock('2009-12-07T08:31');
  expect(await clinic.taken()).toHaveLength(before + 1);
  const waiting = [
    await book(1, '2009-12-15T10:00'),
    await book(2, '2009-12-14T08:00'),
    await book(3, '2009-12-11T14:30'),
    await book(3, '2009-12-09T08:00'),
    await book(2, '2009-12-08T14:45'),
  ];
  const list = async () => {
    const { items } = await clinic.staff.send<SmsList>('GET', '/messages?box=sent&type=reminder-1');
    const sent = new Map((items as SentMessage[]).map((one) => [one.appointment!.id, one]));
    return (id: string) => {
      const { status, sendsAt } = sent.get(id)!;
      return `${status} ${sendsAt.slice(0, 16)}`;
    };
  };
  let of = await list();
  expect(waiting.map(of)).toEqual([
    'V 2009-12-14T10:00',
    'V 2009-12-11T08:00',
    'V 2009-12-10T14:30',
    'V 2009-12-08T08:00',
    'V 2009-12-07T14:45',
  ]);
  expect(of(expired).slice(0, 1)).toBe('U');
  expect(of(late).slice(0, 1)).toBe('S');
  await clinic.setClock('2009-12-07T14:46');
  of = await list();
  expect(of(waiting[4]!).slice(0, 1)).toBe('S');
  expect((await clinic.taken()).at(-1)!.to).toBe('+4790827451');
});

test('[M-05] Natteid 22:00–07:00, and who has no mobile', async ({ page, browser }) => {
  await setPolicy(browser, async (screen) => {
    await setHours(screen, 10);
    for (const day of await group(screen, policy.days).getByRole('checkbox').all()) {
      await day.uncheck();
    }
    await screen.getByLabel(policy.saturday, { exact: true }).check();
    await screen.getByLabel(policy.night, { exact: true }).check();
    await screen.getByLabel(`${policy.night}: ${policy.nightFrom}`).fill('22:00');
    await screen.getByLabel(`${policy.night}: ${policy.nightTo}`).fill('07:00');
  });
  await clinic.setClock('2009-12-16T09:00');
  await book(1, '2009-12-17T09:00');
  // The night lasts until the appointment itself, so the reminder goes before it.
  await book(2, '2009-12-18T07:00');
  await book(4, '2009-12-17T10:00');
  const before = (await clinic.taken()).length;
  await clinic.setClock('2009-12-16T23:00');
  expect(await clinic.taken()).toHaveLength(before);
  await clinic.setClock('2009-12-17T06:59');
  expect(await clinic.taken()).toHaveLength(before);
  await clinic.setClock('2009-12-17T07:00');
  expect((await clinic.taken()).slice(before).map(({ to }) => to)).toEqual(['+4790773163']);
  await clinic.setClock('2009-12-17T21:59');
  expect((await clinic.taken()).slice(before + 1).map(({ to }) => to)).toEqual(['+4790827451']);

  // From the list of the day's patients.
  const opened = await openConsole(page);
  await opened.go('today/2009-12-17');
  await page.getByRole('button', { name: 'SMS: Uten Mobil' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(words.noMobile)).toBeVisible();
  await expect(dialog.getByRole('checkbox')).toHaveCount(0);
  await opened.expectAccessible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'SMS: Anette Moe' }).click();
  await expect(dialog.getByText('Sendt (S)')).toBeVisible();
});
