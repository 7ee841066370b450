import { expect, test, type Locator, type Page } from '@playwright/test';
import { switchWords } from '../../src/console/pages/booking-page/switch-words.js';
import { rulesWords } from '../../src/console/pages/administration/rules-words.js';
import { bookingPageWords } from '../../src/console/pages/booking-page/page-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import type {
  SettingsPatch,
  SlotList,
  StaffSettings,
  WorkingTimeList,
} from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { BookingPage } from './booking-page.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { makeOwnAccount, pageOf, putOnFile } from './own-account.js';
import { OwnPage } from './own-page.js';
import { patientOf } from './patients.js';
import { makeAccount, staffOf } from './staff.js';

const account = 'konsollvalg';
const words = inLanguage(switchWords, 'nb');

test.beforeAll(async ({ baseURL }) => {
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  await makeAccount(baseURL ?? '', orderAccount({ id: account, language: 'nb', stepOrder }));
});

/** What of the page is looked at: with everything chosen up to a step. */
const places = {
  first: '',
  clinician: '?clinic=torvet&treatment=exam',
  time: '?clinic=torvet&treatment=exam&clinician=bo',
  details: '?clinic=torvet&treatment=exam&clinician=bo',
  // As far as the time alone: what follows it is what the switch decides.
  afterTime: '?clinic=torvet&treatment=exam&clinician=bo',
} as const;

/** Of patients that nobody else books for. */
let another = 880;

interface Case {
  readonly label: keyof typeof words;
  /** What the switch needs beside it, or what would stand in the way of its effect. */
  readonly settings?: SettingsPatch;
  readonly at: keyof typeof places;
  /** Whether patients see what the switch is for. */
  readonly isSeen: (booking: BookingPage) => Promise<boolean>;
}

const hasField =
  (name: (booking: BookingPage) => string) =>
  async (booking: BookingPage): Promise<boolean> =>
    (await booking.field(name(booking)).count()) > 0;

// Mobile and e-mail are never both off while a code has to arrive.
const cases: readonly Case[] = [
  {
    label: 'anyClinician',
    at: 'clinician',
    isSeen: async (booking) =>
      (await booking.offered('clinician')).some((name) =>
        name.startsWith(booking.words.anyClinician),
      ),
  },
  { label: 'patientMessage', at: 'details', isSeen: hasField(({ words: own }) => own.message) },
  { label: 'mobile', at: 'details', isSeen: hasField(({ words: own }) => own.mobile) },
  { label: 'address1', at: 'details', isSeen: hasField(({ words: own }) => own.address1) },
  { label: 'address2', at: 'details', isSeen: hasField(({ words: own }) => own.address2) },
  { label: 'postalCode', at: 'details', isSeen: hasField(({ words: own }) => own.postalCode) },
  { label: 'campaignCode', at: 'details', isSeen: hasField(({ words: own }) => own.campaignCode) },
  { label: 'email', at: 'details', isSeen: hasField(({ words: own }) => own.email) },
  {
    label: 'selfCreation',
    at: 'first',
    isSeen: async (booking) => {
      await booking.card(/^Torvet/).waitFor();
      return (await booking.widget.locator('.remark').count()) === 0;
    },
  },
  {
    label: 'weekendBooking',
    at: 'time',
    isSeen: async (booking) => {
      await booking.toFreeWeek();
      return (await booking.calendar.locator('.panel:not([inert]) [part~="day"]').count()) === 7;
    },
  },
  {
    label: 'code',
    at: 'details',
    isSeen: async (booking) => {
      await booking.fillDetails(patientOf('NO', (another += 1)));
      await booking.review();
      await booking.book();
      const code = booking.field(booking.words.codeLabel);
      await booking.receipt.or(code).first().waitFor();
      return code.isVisible();
    },
  },
  {
    label: 'newBookingRequiresLogin',
    settings: { login: { sms: true } },
    at: 'afterTime',
    isSeen: async (booking) => {
      await booking.chooseTime();
      const login = booking.widget.locator('opus-login');
      await login.or(booking.field(booking.words.firstName)).first().waitFor();
      return login.isVisible();
    },
  },
  {
    label: 'timeAlerts',
    at: 'afterTime',
    isSeen: async (booking) => {
      // Offered where a week has no times, as the weeks after the published ones have none.
      await booking.toFreeWeek();
      for (let week = 0; week < 20 && (await booking.times.count()) > 0; week += 1) {
        await booking.nextWeek();
      }
      return (await booking.button(booking.words.tellWhenFree).count()) > 0;
    },
  },
  {
    label: 'loginSms',
    at: 'first',
    isSeen: async (booking) => {
      await booking.card(/^Torvet/).waitFor();
      return (await booking.button(booking.words.logIn).count()) > 0;
    },
  },
];

for (const { label, at, isSeen, settings } of cases) {
  test(`[S-04] the switch "${switchWords[label][4]}" is set in the console and seen on the patient's page`, async ({
    page,
    baseURL,
  }) => {
    const { port } = new URL(baseURL ?? '');
    const look = async () => {
      await page.goto(`http://${account}.localhost:${port}/${places[at]}`);
      const booking = new BookingPage(page);
      if (at === 'details') {
        await booking.chooseTime();
        await booking.field(booking.words.firstName).waitFor();
      }
      return isSeen(booking);
    };
    // As far as one switch stands in another's way.
    await staffOf(baseURL ?? '', account).send('PATCH', '/settings', {
      ...{ fields: { mobile: true, email: true }, confirmation: 'code' },
      ...{ selfCreation: true, login: { sms: false } },
      ...{ newBookingRequiresLogin: false, timeAlerts: false, ...settings },
    });
    const before = await look();
    const opened = await ConsolePage.open(page, baseURL, account);
    await opened.signInAs('administrator');
    await opened.go('booking-page/switches');
    const box = page.getByLabel(words[label], { exact: true });
    expect(await box.isChecked()).toBe(before);
    await box.setChecked(!before);
    await opened.save();
    expect(await look()).toBe(!before);
  });
}

test('[P-03] the combined view is set in the console, and the patient has four pages', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  const steps = async () => {
    await page.goto(`http://${account}.localhost:${port}/`);
    return (await new BookingPage(page).steps()).length;
  };
  expect(await steps()).toBe(6);
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('administrator');
  await opened.go('booking-page/steps');
  await page.getByLabel(inLanguage(bookingPageWords, 'nb').combinedView).setChecked(true);
  await opened.save();
  expect(await steps()).toBe(4);
  await staffOf(baseURL ?? '', account).send('PATCH', '/settings', { combinedView: false });
});

test('[S-09] a Swedish clinic publishes on Boka Vård, and is on the list with its next time', async ({
  page,
  baseURL,
}) => {
  // The list may be a minute old, where somebody has asked for it.
  test.setTimeout(150_000);
  const own = 'konsollmarknad';
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  await makeAccount(baseURL ?? '', orderAccount({ id: own, language: 'sv', stepOrder }));
  const { port } = new URL(baseURL ?? '');
  const listed = async () => {
    const answer = await page.request.get(`http://127.0.0.1:${port}/marketplace.json`);
    const { clinics } = (await answer.json()) as {
      clinics: { account: string; next: string | null }[];
    };
    return clinics.filter((clinic) => clinic.account === own);
  };
  const stored = await staffOf(baseURL ?? '', own).send<StaffSettings>('GET', '/settings');
  expect(stored.marketplace).toBe(false);
  const { root } = await ConsolePage.open(page, baseURL, own);
  // The browser is Norwegian, and the clinic's people are Swedish.
  const opened = new ConsolePage(page, root, 'sv');
  await page.getByRole('button', { name: /Eier$/ }).click();
  await expect(page.getByRole('button', { name: opened.shell.signOut })).toBeVisible();
  await opened.go('booking-page/switches');
  await page.getByLabel(switchWords.marketplace[1], { exact: true }).setChecked(true);
  await opened.save();
  await expect.poll(async () => (await listed()).length, { timeout: 90_000 }).toBe(2);
  expect((await listed()).every(({ next }) => next !== null)).toBe(true);
});

test('[A-04] [A-14] rules of the timebook and of what is kept are set in the console; what cannot be is said beside it', async ({
  page,
  baseURL,
}) => {
  const rules = inLanguage(rulesWords, 'nb');
  const staff = staffOf(baseURL ?? '', account);
  const { port } = new URL(baseURL ?? '');
  const from = new Date().toISOString().slice(0, 10);
  const offered = async () => {
    const query = `clinician=bo&treatment=exam&from=${from}&to=${addDays(from, 14)}`;
    const answer = await page.request.get(
      `http://127.0.0.1:${port}/v1/accounts/${account}/slots?${query}`,
    );
    return ((await answer.json()) as SlotList).slots.length;
  };
  // Bo's working time without the mark [R].
  const { workingTime } = await staff.send<WorkingTimeList>(
    'GET',
    `/working-time?from=${from}&to=${addDays(from, 14)}`,
  );
  for (const { id, clinician } of workingTime) {
    if (clinician === 'bo') await staff.send('PATCH', `/working-time/${id}`, { recall: false });
  }
  expect(await offered()).toBeGreaterThan(0);
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('administrator');
  await opened.go('administration/rules');
  await page.getByLabel(rules.timebookGridMinutes).selectOption('15');
  await page.getByLabel(rules.publishingNeedsRecallTime).setChecked(true);
  const days = page.getByLabel(rules.messageDays);
  await days.fill('0');
  await expect(page.getByText(rules.shorter)).toBeVisible();
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(days).toBeFocused();
  await expect(days).toHaveAttribute('aria-invalid', 'true');
  await days.fill('14');
  await opened.save();
  const stored = await staff.send<StaffSettings>('GET', '/settings');
  expect(stored).toMatchObject({
    ...{ timebookGridMinutes: 15, publishingNeedsRecallTime: true },
    retention: { messageDays: 14, appointmentMonths: 24, contactMonths: 36 },
  });
  expect(await offered()).toBe(0);
  await staff.send('PATCH', '/settings', { publishingNeedsRecallTime: false });
});

/** A patient on file with two appointments, one of which has no treatment. */
const patient = patientOf('NO', 870);

/** Logs in on the patient's page, as each look does anew. */
async function logIn(page: Page, url: string): Promise<OwnPage> {
  await page.goto(url);
  const own = new OwnPage(page, 'nb');
  await own.button(own.words.logIn).first().click();
  await own.logInBySms(patient, url);
  await own.widget.getByRole('group', { name: own.own.whoIsLoggedIn }).waitFor();
  return own;
}

interface OwnCase {
  readonly label: keyof typeof words;
  /** How many of what the switch is for the patient sees; off and on differ. */
  readonly count: (own: OwnPage) => Promise<number>;
}

const counted =
  (of: (own: OwnPage) => Locator) =>
  async (own: OwnPage): Promise<number> => {
    await own.appointments.first().waitFor();
    return of(own).count();
  };
const moving = counted((own) => own.list.getByRole('button', { name: own.own.moveAppointment }));
const cancelling = counted((own) =>
  own.list.getByRole('button', { name: own.own.cancelAppointment }),
);

const ownCases: readonly OwnCase[] = [
  { label: 'moveAppointment', count: moving },
  { label: 'moveWithoutTemplate', count: moving },
  { label: 'cancelAppointment', count: cancelling },
  { label: 'cancelWithoutTemplate', count: cancelling },
  {
    label: 'viewAppointments',
    count: async (own) => {
      // With the list or without it, one of the two is there.
      await own.list
        .or(own.card(/^Torvet/).first())
        .first()
        .waitFor();
      return own.list.count();
    },
  },
];

test.describe('once they are logged in', () => {
  const own = 'konsollegne';
  const url = (baseURL: string | undefined) => pageOf(baseURL, own);

  test.beforeAll(async ({ baseURL }) => {
    await makeOwnAccount(baseURL, own, 'nb', {
      moveAppointment: true,
      cancelAppointment: true,
      moveWithoutTemplate: true,
      cancelWithoutTemplate: true,
    });
    const id = await putOnFile(url(baseURL), own, patient);
    const staff = staffOf(url(baseURL), own);
    const day = addDays(new Date().toISOString().slice(0, 10), 20);
    // Two weeks apart: what is moved within its week stays the first of the two, whatever day it is.
    for (const [date, template] of [
      [day, { template: 'exam' }],
      [addDays(day, 14), {}],
    ] as const) {
      await staff.send('POST', '/timebook', {
        ...{ start: `${date}T07:00:00Z`, minutes: 30, clinic: 'torvet', clinician: 'bo' },
        ...{ patient: id, ...template },
      });
    }
  });

  for (const { label, count } of ownCases) {
    test(`[S-04] [P-35] the switch "${switchWords[label][4]}" is set in the console, and own appointments follow`, async ({
      page,
      baseURL,
    }) => {
      test.setTimeout(90_000);
      const before = await count(await logIn(page, url(baseURL)));
      expect(before).toBeGreaterThan(0);
      const opened = await ConsolePage.open(page, baseURL, own);
      await opened.signInAs('owner');
      await opened.go('booking-page/switches');
      const box = page.getByLabel(words[label], { exact: true });
      await box.setChecked(false);
      await opened.save();
      expect(await count(await logIn(page, url(baseURL)))).toBeLessThan(before);
      await staffOf(url(baseURL), own).send('PATCH', '/settings', { [label]: true });
    });
  }

  test('[A-06] [S-04] the deadline is set in the console, and what is sooner can be neither moved nor cancelled', async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(90_000);
    const both = async () => {
      const patientPage = await logIn(page, url(baseURL));
      return (await moving(patientPage)) + (await cancelling(patientPage));
    };
    expect(await both()).toBeGreaterThan(0);
    const opened = await ConsolePage.open(page, baseURL, own);
    await opened.signInAs('owner');
    await opened.go('booking-page/switches');
    // The appointments are three weeks ahead.
    await page.getByLabel(words.changeDeadlineHours, { exact: true }).fill('1000');
    await opened.save();
    expect(await both()).toBe(0);
    await staffOf(url(baseURL), own).send('PATCH', '/settings', { changeDeadlineHours: null });
  });

  for (const [label, deed] of [
    ['journalMoves', (page: OwnPage) => page.move()],
    ['journalCancellations', (page: OwnPage) => page.cancel()],
  ] as const) {
    test(`[S-04] [A-12] the switch "${switchWords[label][4]}" is set in the console, and the journal has what the patient did`, async ({
      page,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const staff = staffOf(url(baseURL), own);
      const { items } = await staff.send<{ items: { id: string; mobile?: string }[] }>(
        'GET',
        '/patients',
      );
      const { id } = items[0]!;
      const written = async () =>
        (await staff.send<{ entries: unknown[] }>('GET', `/patients/${id}/journal`)).entries.length;
      const before = await written();
      const act = async () => {
        const patientPage = await logIn(page, url(baseURL));
        const answered = page.waitForResponse(
          (answer) =>
            answer.request().method() === 'POST' &&
            /\/appointments\/[^/]+\/\w+$/.test(answer.url()),
        );
        await deed(patientPage);
        expect((await answered).ok()).toBe(true);
      };
      await act();
      const first = (await written()) - before;
      const opened = await ConsolePage.open(page, baseURL, own);
      await opened.signInAs('owner');
      await opened.go('booking-page/switches');
      const box = page.getByLabel(words[label], { exact: true });
      expect(await box.isChecked()).toBe(first === 1);
      await box.setChecked(first === 0);
      await opened.save();
      await act();
      // Once with the switch on, and not with it off.
      expect((await written()) - before).toBe(1);
    });
  }
});

test('[S-04] [P-25] what cannot be is not taken: the reason is beside the switch', async ({
  page,
  baseURL,
}) => {
  await staffOf(baseURL ?? '', account).send('PATCH', '/settings', {
    confirmation: 'code',
    login: { sms: false },
    fields: { mobile: true, email: false },
  });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('booking-page/switches');
  const mobile = page.getByLabel(words.mobile, { exact: true });
  await expect(mobile).toHaveAccessibleDescription(new RegExp(words.lastContact));
  await mobile.press('Space');
  await expect(mobile).toBeChecked();
  await expect(
    page.getByLabel(words.viewAppointments, { exact: true }),
  ).toHaveAccessibleDescription(new RegExp(words.needsLogin));
});
