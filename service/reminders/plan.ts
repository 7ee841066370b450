import type { SmsReason, SmsType } from '../../src/contract/index.js';
import { plansMessages } from '../core/reminder-policy.js';
import type { Work } from '../context/work.js';
import type { NewMessage } from '../messages/outbox.js';
import type { BookedTime } from '../store/bookings.js';
import { findPlanned, findSmsChoices } from '../store/planned.js';
import type { PlannedRow } from '../store/planned.js';
import { plannedMessages } from './planned-messages.js';

/**
 * The messages to be made with an appointment (M-07, M-10), `time` with the patient's name and addresses in it. For accounts without
 * any this asks the database nothing, and else once.
 */
export async function planWith(work: Work, time: BookedTime): Promise<NewMessage[]> {
  const { tx, account, now, page } = work;
  const { rows, reminders: policy } = await work.catalogue();
  if (!policy || !plansMessages(policy)) return [];
  const { id, patientId, mobile } = time.booking;
  const choices = await findSmsChoices(tx, [{ id, patientId, mobile }]);
  const planned = plannedMessages({ account, rows, policy, page, now }, time, choices.get(id)!);
  return typeof planned === 'string' ? [] : planned;
}

/** The messages of an appointment that was moved: without those that staff have taken back for it. */
export async function planMoved(work: Work, time: BookedTime): Promise<NewMessage[]> {
  const planned = await planWith(work, time);
  if (planned.length === 0) return planned;
  const former = await findPlanned(work.tx, [time.booking.id]);
  return planned.filter((message) => isToBeMade(message, former));
}

/** Reasons that hold no longer where a message is planned again. */
const undone: readonly SmsReason[] = [
  ...(['policy', 'moved', 'refused', 'address', 'appointment-cancelled'] as const),
];

/**
 * Whether a planned message is to be made beside those that were made before: not where one for the same time has been sent, or has come
 * to nothing, nor where staff have taken it back.
 */
export function isToBeMade(
  { kind, expiresAt }: NewMessage,
  former: readonly PlannedRow[],
): boolean {
  return isWanted(kind as SmsType, expiresAt!.getTime(), former);
}

/** The same of a type that expires at an instant. */
export function isWanted(type: SmsType, expiresAt: number, former: readonly PlannedRow[]): boolean {
  const same = former.filter(({ kind }) => kind === type);
  const waits = ({ status, tries }: PlannedRow) => status === 'V' && tries === 0;
  // Taken back by the staff, and made again.
  const isMadeAgain = same.some(waits);
  return !same.some(
    (row) =>
      !waits(row) &&
      !(row.reason === 'staff' && isMadeAgain) &&
      !(row.reason !== null && undone.includes(row.reason)) &&
      // Whoever was thanked for a visit is not thanked again when hours or pauses change.
      (row.reason === 'staff' ||
        type === 'thank-you' ||
        (row.usualExpiry ?? row.expiresAt)?.getTime() === expiresAt),
  );
}

/** Types of messages, such as those that go on with an appointment. */
export const typesOf = (messages: readonly NewMessage[]): SmsType[] =>
  messages.map(({ kind }) => kind as SmsType);
