import type { PatientInput, RemindersPatch } from '../../src/contract/index.js';

/** An appointment with SMS, so many working days from today, which is 0. */
export interface SmsVisit {
  readonly day: number;
  /** `HH:MM` by the clinic's clock, at a time that is offered to nobody. */
  readonly at: string;
  readonly minutes: number;
  readonly clinician: string;
  readonly clinic: string;
  readonly template?: string;
  /** Id of the patient. */
  readonly patient: string;
  /** What the patient answers, so many hours before the appointment. */
  readonly answer?: { readonly text: string; readonly hoursBefore: number };
  readonly arrived?: boolean;
}

/** An SMS that somebody of the clinic has written, so many hours ago. */
export interface WrittenSms {
  readonly hoursAgo: number;
  readonly to: string;
  readonly text: string;
  readonly answer?: string;
}

/** What a patient has told the clinic about SMS, so many hours ago. */
export interface SaidWish {
  /** Id of the patient. */
  readonly patient: string;
  readonly wish: boolean;
  readonly hoursAgo: number;
}

/** What goes on by SMS at a sample account. */
export interface SmsDays {
  readonly reminders: RemindersPatch;
  readonly patients: Readonly<Record<string, PatientInput>>;
  readonly visits: readonly SmsVisit[];
  readonly written: readonly WrittenSms[];
  readonly wishes: readonly SaidWish[];
  /** A number that the gateway takes no SMS for. */
  readonly refusedNumber: string;
}

/** One reminder, a thank-you, and answers that confirm: what a clinic begins with. */
export const oneReminder: RemindersPatch = {
  to: 'all',
  reminders: [{ hoursBefore: 24 }],
  thankYou: { hoursAfter: 2 },
  daysWithoutSending: [6, 7],
  answers: 'confirm',
};

/** The id of a made-up patient. */
export const smsPatientId = (index: number): string =>
  `00000000-0000-4000-8000-${String(100 + index).padStart(12, '0')}`;

/** Made-up patients by their ids. */
export function smsPatients(
  people: readonly (readonly [
    firstName: string,
    lastName: string,
    mobile: string,
    nationalId: string,
  ])[],
): SmsDays['patients'] {
  return Object.fromEntries(
    people.map(([firstName, lastName, mobile, nationalId], index) => [
      smsPatientId(index),
      { firstName, lastName, mobile, nationalId },
    ]),
  );
}

/** Makes appointments that are alike but for the day, the patient's number and `more`. */
export const visitsLike =
  (usual: Omit<SmsVisit, 'day' | 'patient'>) =>
  (day: number, patient: number, more: Partial<SmsVisit> = {}): SmsVisit => ({
    ...usual,
    day,
    patient: smsPatientId(patient),
    ...more,
  });
