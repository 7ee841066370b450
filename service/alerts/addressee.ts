import type { TimeAlertRequest } from '../../src/contract/index.js';
import { isVisible } from '../appointment/session-appointments.js';
import { findPendingBooking } from '../booking/pending.js';
import type { Caller } from '../context/caller.js';
import { isUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { asksLogin } from '../core/settings.js';
import { checkContact, checkMobile } from '../patient/patient-check.js';
import { findSession, type OpenSession } from '../session/session.js';
import { findAppointment } from '../store/appointments.js';
import type { BookedTime } from '../store/bookings.js';

/** Where an alert's messages go. */
export interface Address {
  channel: 'sms' | 'email';
  recipient: string;
}

/** Who asks for an alert. */
export interface Addressee {
  address: Address;
  /** Whether a login, or the code of a booking, has proven the address; else a code has to. */
  isProven: boolean;
  patientId: string | null;
  /** The appointment that is to be earlier; undefined: none. */
  time: BookedTime | undefined;
}

/**
 * Who asks for an alert, and by what the address is known (P-39, P-48): the mobile of the session, or the address that confirmed the
 * booking. Any other has to be proven by a code, so that nobody is told who has not asked. Throws `login-required`, `not-found` and
 * `invalid`.
 */
export async function findAddressee(
  caller: Caller,
  work: Work,
  body: TimeAlertRequest,
): Promise<Addressee> {
  const open = await findSession(caller, work);
  const { appointment } = body;
  const time =
    appointment === undefined ? undefined : await findTime(caller, work, open, appointment);
  if (appointment === undefined && !open && asksLogin(work.account.settings)) {
    throw new ProblemError('login-required');
  }
  const typed = typedAddress(body, work);
  const known = open ? mobileOf(open) : time && addressOf(time);
  const isProven = known !== undefined && (!typed || isSame(typed, known));
  const address = typed ?? known;
  if (!address) throw invalid({ path: 'mobile', code: 'empty' });
  const patientId = open?.patient?.id ?? time?.booking.patientId ?? null;
  return { address, isProven, patientId, time };
}

/** The appointment that is to be earlier, if the session sees it, or the caller's token is its booking's. */
async function findTime(
  caller: Caller,
  work: Work,
  open: OpenSession | undefined,
  id: string,
): Promise<BookedTime> {
  if (!open && caller.bookingToken === undefined) throw new ProblemError('login-required');
  const time = open
    ? isUuid(id)
      ? await findAppointment(work.tx, id)
      : undefined
    : await findPendingBooking(caller, work, id);
  if (!time || (open && !isVisible(open, time)) || time.reservation.status !== 'booked') {
    throw new ProblemError('not-found');
  }
  return time;
}

/** The mobile that a session has proven; undefined: none. */
function mobileOf({ session, patient }: OpenSession): Address | undefined {
  const trusted = patient?.mobileTrusted ? patient.mobile : null;
  const recipient = session.onlyMobile ?? trusted;
  return recipient ? { channel: 'sms', recipient } : undefined;
}

/** Where the code of a booking went that has come back. */
function addressOf({ booking }: BookedTime): Address | undefined {
  const { confirmedBy, codeMobile, codeEmail } = booking;
  if (confirmedBy !== 'code') return undefined;
  if (codeMobile) return { channel: 'sms', recipient: codeMobile };
  return codeEmail ? { channel: 'email', recipient: codeEmail } : undefined;
}

function typedAddress({ mobile, email }: TimeAlertRequest, work: Work): Address | undefined {
  if (mobile !== undefined && email !== undefined) {
    throw invalid({ path: 'email', code: 'value' });
  }
  if (mobile !== undefined) return { channel: 'sms', recipient: checkMobile(mobile, work) };
  if (email === undefined) return undefined;
  return { channel: 'email', recipient: checkEmail(email, work) };
}

/** By the rules of the form, whether or not the account's form asks for an e-mail address. */
function checkEmail(email: string, work: Work): string {
  const { account } = work;
  const { settings } = account;
  const fields = { ...settings.fields, email: true };
  const asking = { ...work, account: { ...account, settings: { ...settings, fields } } };
  return checkContact({ email }, asking).email!;
}

const isSame = (one: Address, other: Address) =>
  one.channel === other.channel && one.recipient.toLowerCase() === other.recipient.toLowerCase();
