import type { Page } from '@playwright/test';
import { BookingPage } from './booking-page.js';
import { newestCode } from './inbox.js';
import { patientNumber } from './patients.js';

/** Opens a page of a web master on the service's own origin, or on another one at which the demo's home page stands. */
export async function openAround(
  page: Page,
  origin: string,
  { head = '', widget }: { head?: string; widget: string },
  isElsewhere = false,
): Promise<BookingPage> {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${widget}</body></html>`;
  if (isElsewhere) {
    // A page that the test makes up is of no network, from which Chromium allows no call to another origin here.
    await page.route(`${origin}/cdn/**`, (route) => route.abort());
    await page.goto(`${origin}/homepage/`);
    await page.setContent(html);
  } else {
    const address = `${origin}/a-page-around`;
    await page.route(address, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await page.goto(address);
  }
  return new BookingPage(page, 'en');
}

/** The whole booking, from the first step to the receipt; `between` is called at every step. */
export async function bookAll(
  booking: BookingPage,
  origin: string,
  number: number,
  between: (step: string) => Promise<void> = async () => {},
): Promise<void> {
  const patient = patientNumber(number);
  await booking.card(/^Opus Dental Klinikken/).waitFor();
  await between('clinic');
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.card(/^Undersøkelse/).waitFor();
  await between('treatment');
  await booking.choose(/^Undersøkelse/);
  await booking.card(/^Lise Negård/).waitFor();
  await between('clinician');
  await booking.choose(/^Lise Negård/);
  await booking.toFreeWeek();
  await between('time');
  await booking.chooseTime();
  await booking.field(booking.words.firstName).waitFor();
  await between('details');
  await booking.fillDetails(patient);
  await booking.review();
  await between('review');
  await booking.book();
  await booking.field(booking.words.codeLabel).waitFor();
  await between('code');
  await booking.confirm(await newestCode(origin, patient.mobile));
  await booking.receipt.waitFor();
  await between('receipt');
}
