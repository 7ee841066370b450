import type { BookingPage } from './booking-page.js';
import { newestCode } from './inbox.js';
import type { Patient } from './patients.js';

/** A step of the whole flow as a patient sees it, by the name of its picture. */
export type StepName =
  | 'clinic'
  | 'treatment'
  | 'clinician'
  | 'time'
  | 'details-empty'
  | 'details-errors'
  | 'details'
  | 'review'
  | 'code'
  | 'receipt';

/**
 * Walks the whole flow at the clinic of the manual's pictures and stops at every step, `look` being called once it is
 * there. The code comes from the inbox of the service at `origin`.
 */
export async function walkEveryStep(
  booking: BookingPage,
  patient: Patient,
  origin: string,
  look: (step: StepName) => Promise<void>,
): Promise<void> {
  await booking.card(/^Opus Dental Klinikken/).waitFor();
  await look('clinic');
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.card(/^Undersøkelse/).waitFor();
  await look('treatment');
  await booking.choose(/^Undersøkelse/);
  await booking.card(/^Lise Negård/).waitFor();
  await look('clinician');
  await booking.choose(/^Lise Negård/);
  await booking.toFreeWeek();
  await look('time');
  await booking.chooseTime();
  await booking.field(booking.words.firstName).waitFor();
  await look('details-empty');
  await booking.button(booking.words.toReview).click();
  await booking.widget
    .getByRole('heading', { name: /7|8|9|felt|fields/ })
    .first()
    .waitFor();
  await look('details-errors');
  await booking.fillDetails(patient);
  await look('details');
  await booking.review();
  await look('review');
  await booking.book();
  await booking.field(booking.words.codeLabel).waitFor();
  await look('code');
  await booking.confirm(await newestCode(origin, patient.mobile));
  await booking.receipt.waitFor();
  await look('receipt');
}
