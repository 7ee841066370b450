import type { FieldProblem } from '../../src/contract/problem.js';
import type { StaffSettings } from '../../src/contract/staff.js';
import type { ChoiceStep } from '../../src/contract/primitives.js';

/** Settings of a new account: the manuals' advice, no login until it is set up (P-02, P-25, P-31, P-33). */
export const defaultSettings: StaffSettings = {
  stepOrder: ['clinic', 'treatment', 'clinician', 'time'],
  combinedView: false,
  confirmation: 'code',
  weekendBooking: false,
  patientMessage: true,
  anyClinician: true,
  anyClinic: false,
  newBookingRequiresLogin: false,
  selfCreation: true,
  viewAppointments: true,
  moveAppointment: true,
  cancelAppointment: true,
  timeAlerts: false,
  login: { on: true, sms: false, eid: [] },
  fields: {
    address1: false,
    address2: false,
    postalCode: false,
    mobile: true,
    email: true,
    campaignCode: false,
  },
  moveWithoutTemplate: false,
  cancelWithoutTemplate: false,
  changeDeadlineHours: 24,
  journalMoves: false,
  journalCancellations: false,
  publishingNeedsRecallTime: false,
  timebookGridMinutes: 10,
  marketplace: false,
  allowedOrigins: [],
  sender: { emailName: null, emailAddress: null, sms: null },
  retention: { messageDays: 30, appointmentMonths: 24, contactMonths: 36 },
};

const choices: readonly ChoiceStep[] = ['clinic', 'treatment', 'clinician', 'time'];

/** What is wrong with an order of steps 1 to 4, or undefined (P-02): each once, time never first, treatment never fourth. */
export function checkStepOrder(
  order: readonly ChoiceStep[],
): 'each-once' | 'time-first' | 'treatment-last' | undefined {
  if (order.length !== 4 || !choices.every((choice) => order.includes(choice))) return 'each-once';
  if (order[0] === 'time') return 'time-first';
  return order[3] === 'treatment' ? 'treatment-last' : undefined;
}

type BookingSettings = Pick<
  StaffSettings,
  'confirmation' | 'fields' | 'newBookingRequiresLogin' | 'selfCreation'
>;

/** The ways to log in that patients are offered: none while the switch of all of them is off (P-33). */
export function loginWays({ login: { on, sms, eid } }: Pick<StaffSettings, 'login'>) {
  return on ? { sms, eid } : { sms: false, eid: [] };
}

/** Whether patients can log in. */
export function hasLogin(settings: Pick<StaffSettings, 'login'>): boolean {
  const { sms, eid } = loginWays(settings);
  return sms || eid.length > 0;
}

/** Whether the form asks for an address that a code can go to. */
export function hasContact({ fields }: Pick<BookingSettings, 'fields'>): boolean {
  return fields.mobile || fields.email;
}

/**
 * Whether a booking without login needs a code (P-31). One that is for patients on file alone always does: without it the answer
 * would tell anybody who is on file (P-42, N-06).
 */
export function asksCode({ confirmation, selfCreation }: BookingSettings): boolean {
  return confirmation === 'code' || !selfCreation;
}

/** Whether booking needs a login (P-34): by the switch, or because the form has no address for the code of `asksCode`. */
export function asksLogin(settings: BookingSettings): boolean {
  return settings.newBookingRequiresLogin || (!settings.selfCreation && !hasContact(settings));
}

/** What keeps settings from being saved, field by field; empty when nothing does. */
export function checkSettings(settings: StaffSettings): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const order = checkStepOrder(settings.stepOrder);
  if (order) problems.push({ path: 'stepOrder', code: order });
  // A code has to reach the patient somewhere (P-25).
  if (!hasContact(settings)) {
    const code = 'needs-mobile-or-email';
    if (settings.confirmation === 'code') problems.push({ path: 'confirmation', code });
    else if (asksCode(settings) && !settings.newBookingRequiresLogin) {
      problems.push({ path: 'selfCreation', code });
    }
  }
  // Lines that do not divide the hour would drift from the clock on a day of 23 or 25 hours.
  const grid = settings.timebookGridMinutes;
  if (grid < 1 || 60 % grid !== 0) {
    problems.push({ path: 'timebookGridMinutes', code: 'divides-hour' });
  }
  return [...problems, ...checkSender(settings.sender)];
}

/** A sender's name is no address, and no part of a header (M-08, M-12). */
function checkSender({ emailName, sms }: StaffSettings['sender']): FieldProblem[] {
  return [
    ...(emailName !== null && /[\p{Cc}<>"@]/u.test(emailName)
      ? [{ path: 'sender.emailName', code: 'characters' }]
      : []),
    // Text senders need a letter and keep no outer spaces: gateways turn others down, one message after the other.
    ...(sms !== null &&
    !/^(\+?\d{3,15}|(?=.*[A-Za-z])[A-Za-z\d]([A-Za-z\d ]{0,9}[A-Za-z\d])?)$/.test(sms)
      ? [{ path: 'sender.sms', code: 'format' }]
      : []),
  ];
}
