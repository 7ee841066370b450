import { expect, test } from '@playwright/test';
import { switchWords } from '../../src/console/pages/booking-page/switch-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import type { StaffSettings } from '../../src/contract/index.js';
import { BookingPage } from './booking-page.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
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
  details: '?clinic=torvet&treatment=exam&clinician=bo',
} as const;

interface Case {
  readonly label: keyof typeof words;
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
  {
    label: 'loginSms',
    at: 'first',
    isSeen: async (booking) => {
      await booking.card(/^Torvet/).waitFor();
      return (await booking.button(booking.words.logIn).count()) > 0;
    },
  },
];

for (const { label, at, isSeen } of cases) {
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

/** What patients meet only once they are logged in: other tests prove the effect of these settings, here the switches set them. */
const stored: readonly [keyof typeof words, (settings: StaffSettings) => boolean][] = [
  ['weekendBooking', ({ weekendBooking }) => weekendBooking],
  ['code', ({ confirmation }) => confirmation === 'code'],
  ['selfCreation', ({ selfCreation }) => selfCreation],
  ['viewAppointments', ({ viewAppointments }) => viewAppointments],
  ['moveAppointment', ({ moveAppointment }) => moveAppointment],
  ['cancelAppointment', ({ cancelAppointment }) => cancelAppointment],
  ['moveWithoutTemplate', ({ moveWithoutTemplate }) => moveWithoutTemplate],
  ['cancelWithoutTemplate', ({ cancelWithoutTemplate }) => cancelWithoutTemplate],
  ['journalMoves', ({ journalMoves }) => journalMoves],
  ['journalCancellations', ({ journalCancellations }) => journalCancellations],
  ['email', ({ fields }) => fields.email],
];

test('[S-04] every other switch stores what it says, each by itself', async ({ page, baseURL }) => {
  const staff = staffOf(baseURL ?? '', account);
  const login = { sms: true };
  const fields = { mobile: true, email: true };
  await staff.send('PATCH', '/settings', {
    login,
    fields,
    selfCreation: true,
    confirmation: 'code',
  });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('booking-page/switches');
  for (const [label, read] of stored) {
    const box = page.getByLabel(words[label], { exact: true });
    const before = await staff.send<StaffSettings>('GET', '/settings');
    await expect(box, label).toBeChecked({ checked: read(before) });
    await box.click();
    await opened.save();
    const after = await staff.send<StaffSettings>('GET', '/settings');
    expect(read(after), label).toBe(!read(before));
    await box.click();
    await opened.save();
    expect(await staff.send<StaffSettings>('GET', '/settings'), label).toEqual(before);
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
