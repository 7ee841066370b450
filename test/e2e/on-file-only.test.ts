import { expect, test } from '@playwright/test';
import { BookingPage } from './booking-page.js';
import { messages, newCode } from './inbox.js';
import { makeOwnAccount, putOnFile } from './own-account.js';
import { patientOf } from './patients.js';
import { timebook } from './staff.js';

const homes = { nb: 'NO', sv: 'SE' } as const;

for (const language of ['nb', 'sv'] as const) {
  test(`[N-06] [P-42] [P-31] where only patients on file may book, the code goes to the number on file alone, also where none is asked otherwise, ${language}`, async ({
    page,
    baseURL,
  }) => {
    const account = `on-file-${language}`;
    const url = await makeOwnAccount(baseURL, account, language, {
      selfCreation: false,
      confirmation: 'none',
    });
    const patient = patientOf(homes[language], 730);
    const other = patientOf(homes[language], 731);
    await putOnFile(url, account, patient);
    await page.goto(url);
    const booking = new BookingPage(page, language);
    const { words } = booking;
    await booking.choose(/^Torvet/);
    await booking.choose(/^Kontroll/);
    await booking.choose(/^Bo Dahl/);
    await booking.chooseTime();
    // Her own ID, with a number and an address that the clinic does not know.
    await booking.fillDetails({ ...patient, mobile: other.mobile, email: other.email });
    await booking.review();
    await expect(booking.widget).toContainText(words.reviewLead(true));
    await booking.book();
    await booking.field(words.codeLabel).waitFor();
    const digits = other.mobile.replace(/^0/, '');
    const textTo = async (channel: string, end: string) =>
      (await messages(url)).find((one) => one.channel === channel && one.to.endsWith(end))?.text;
    for (const [channel, end] of [
      ['sms', digits],
      ['email', other.email],
    ] as const) {
      await expect.poll(() => textTo(channel, end)).toBeDefined();
      const text = await textTo(channel, end);
      expect(text).not.toMatch(/\b\d{6}\b/);
      expect(text, 'whom to call').toContain('66776040');
    }

    // The number that the clinic has: the code comes there, and books.
    await booking.button(words.changeContact(true)).click();
    await booking.field(words.mobile).fill(patient.mobile);
    const code = await newCode(url, patient.mobile, () =>
      booking.button(words.saveContact).click(),
    );
    await booking.confirm(code);
    await expect(booking.receipt).toBeVisible();
    expect((await timebook(url, account)).map(({ status }) => status)).toEqual(['booked']);
  });
}
