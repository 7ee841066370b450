import type {
  ReceivedMessage,
  SentMessage,
  SmsCancelInput,
  SmsCancelled,
  SmsList,
  SmsPatch,
  SmsSearch,
  SmsThread,
  SmsThreadQuery,
} from '../../src/contract/index.js';
import { SmsStatus } from '../../src/contract/index.js';
import { parsePhone } from '../../src/domain/phone.js';
import { checkDate } from '../context/dates.js';
import { isUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { createCalendar } from '../core/day.js';
import { noReminders, sendingRules } from '../core/reminder-policy.js';
import { isSmsKind } from '../messages/outbox.js';
import { cancelSent, lockWaiting } from '../messages/waiting.js';
import type { BoxFilter } from '../store/staff/sms-messages.js';
import * as store from '../store/staff/sms-messages.js';
import { toReceivedMessage, toSentMessage } from './sms-answers.js';
import { filledText } from './sms-sending.js';
import type { SetTimes } from './sms-times.js';
import { freeTimes, plannedTimes, readTimes } from './sms-times.js';
import { asDates } from './sms-writing.js';

const pageSize = 100;

/** A page of what went out or came in, newest first (M-06). */
export async function listMessages(work: Work, query: SmsSearch): Promise<SmsList> {
  const { box, status, type, cursor, limit = pageSize } = query;
  const isLetter = SmsStatus.options.some((letter) => letter === status);
  if (status !== undefined && isLetter !== (box === 'sent')) {
    throw invalid({ path: 'status', code: 'value' });
  }
  if (box === 'received' && type !== undefined) throw invalid({ path: 'type', code: 'value' });
  if (box === 'received' && query.run !== undefined) throw invalid({ path: 'run', code: 'value' });
  const filter = { ...filterOf(work, query), before: placeOfCursor(cursor) };
  const rows =
    box === 'sent'
      ? (await store.findSent(work.tx, filter, limit + 1)).map((row) => sentItem(work, row))
      : (await store.findReceived(work.tx, filter, limit + 1)).map((row) =>
          receivedItem(work, row),
        );
  return pageOf(rows, limit);
}

/** A message with its place in a list. */
interface Item {
  at: number;
  id: string;
  message: SentMessage | ReceivedMessage;
}

const sentItem = (work: Work, row: store.SentRow): Item => ({
  ...{ at: row.message.createdAt.getTime(), id: row.message.id },
  message: toSentMessage(work, row),
});

const receivedItem = (work: Work, row: store.ReceivedRow): Item => ({
  ...{ at: row.message.createdAt.getTime(), id: row.message.id },
  message: toReceivedMessage(work, row),
});

/** The first `limit` of some items, and where the next page begins if there are more. */
function pageOf(items: readonly Item[], limit: number): SmsList {
  const page = items.slice(0, limit);
  const last = items.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ message }) => message),
    ...(last && { next: `${last.at}_${last.id}` }),
  };
}

function placeOfCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [at = '', id = ''] = cursor.split('_');
  const before = { at: new Date(Number(at)), id };
  if (!(before.at.getTime() < 8e15 && isUuid(id))) {
    throw invalid({ path: 'cursor', code: 'format' });
  }
  return before;
}

/** One message, out or in; throws `not-found`. */
export async function readMessage(
  work: Work,
  given: string,
): Promise<SentMessage | ReceivedMessage> {
  const id = given.toLowerCase();
  if (!isUuid(id)) throw new ProblemError('not-found');
  const [sent] = await store.findSent(work.tx, { id }, 1);
  if (sent) return toSentMessage(work, sent);
  const [received] = await store.findReceived(work.tx, { id }, 1);
  if (!received) throw new ProblemError('not-found');
  return toReceivedMessage(work, received);
}

/** All that went to the number of one message and came from it, newest first; throws `not-found`. */
export async function readThread(
  work: Work,
  id: string,
  { cursor }: SmsThreadQuery,
): Promise<SmsThread> {
  const message = await readMessage(work, id);
  const number = message.type === 'received' ? message.from : message.to;
  const filter = { number, before: placeOfCursor(cursor) };
  const sent = await store.findSent(work.tx, filter, pageSize + 1);
  const received = await store.findReceived(work.tx, filter, pageSize + 1);
  const items = [
    ...sent.map((row) => sentItem(work, row)),
    ...received.map((row) => receivedItem(work, row)),
  ].sort((one, other) => other.at - one.at || (other.id > one.id ? 1 : -1));
  const { patient } = message.patient
    ? message
    : (items.find((item) => item.message.patient)?.message ?? {});
  return { number, ...(patient && { patient }), ...pageOf(items, pageSize) };
}

/** Takes back those of some messages that wait (M-06); what has left, or is leaving now, stays. */
export async function cancelMessages(
  { tx, now }: Work,
  { ids }: SmsCancelInput,
): Promise<SmsCancelled> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const cancelled = await cancelSent(tx, wanted, now);
  return { cancelled, gone: wanted.length - cancelled };
}

function filterOf({ account }: Work, query: SmsSearch): BoxFilter {
  const { to, from, until, patient, appointment, status, type, company, clinician, by } = query;
  const day = createCalendar(account.timeZone);
  const midnight = (path: string, date: string | undefined) => {
    if (date === undefined) return undefined;
    checkDate(path, date);
    return new Date(day(date).midnight);
  };
  return {
    ...{ status, type, company, clinician, by },
    patient: patient?.toLowerCase(),
    appointment: appointment?.toLowerCase(),
    run: query.run?.toLowerCase(),
    ...(to !== undefined && recipientIn(account.market, to)),
    from: midnight('from', from),
    until: midnight('until', until),
  };
}

/** What a recipient is looked for by: a whole number, some digits of one, an address, or a name; throws `invalid` for none of them. */
function recipientIn(
  market: Work['account']['market'],
  typed: string,
): Pick<BoxFilter, 'address' | 'name'> {
  if (typed.includes('@')) return { address: typed.trim().toLowerCase() };
  const parsed = parsePhone(market, typed);
  if (parsed.ok) return { address: parsed.value.e164 };
  if (/\p{L}/u.test(typed)) return { name: typed.trim() };
  const digits = typed.replace(/\D/g, '').replace(/^0+/, '');
  if (!digits) throw invalid({ path: 'to', code: 'format' });
  return { address: digits };
}

/** Changes one that waits, or marks one that came in; throws `not-found` and `invalid`. */
export async function changeMessage(
  work: Work,
  given: string,
  { text, sendsAt, expiresAt, read, followUp }: SmsPatch,
): Promise<SentMessage | ReceivedMessage> {
  const id = given.toLowerCase();
  if (!isUuid(id)) throw new ProblemError('not-found');
  const isMark = read !== undefined || followUp !== undefined;
  const changed = { text, sendsAt, expiresAt };
  const [path] = Object.entries(changed).find(([, value]) => value !== undefined) ?? [];
  const [received] = await store.findReceived(work.tx, { id }, 1);
  if (received) {
    if (path) throw invalid({ path, code: 'received' });
    await store.markReceived(work.tx, id, {
      ...(read !== undefined && { isRead: read }),
      ...(followUp !== undefined && { followUp }),
    });
    return toReceivedMessage(work, (await store.findReceived(work.tx, { id }, 1))[0]!);
  }
  const row = await requireWaiting(work, id);
  if (isMark) throw invalid({ path: read === undefined ? 'followUp' : 'read', code: 'sent' });
  await store.changeSent(work.tx, id, {
    ...(text !== undefined && {
      text: await filledText(work, row, text),
      textByHand: true,
    }),
    ...((sendsAt !== undefined || expiresAt !== undefined) && {
      ...(await timesByHand(work, row, { sendsAt, expiresAt })),
      timeByHand: true,
    }),
  });
  return toSentMessage(work, (await store.findSent(work.tx, { id }, 1))[0]!);
}

type WaitingRow = NonNullable<Awaited<ReturnType<typeof lockWaiting>>>;

/** One that waits and that staff may change; throws `not-found`, and `invalid` for one that has gone, or is going now. */
async function requireWaiting({ tx, now }: Work, id: string): Promise<WaitingRow> {
  const row = await lockWaiting(tx, id, now);
  if (row && isSmsKind(row.kind)) return row;
  const [found] = await store.findSent(tx, { id }, 1);
  if (!found) throw new ProblemError('not-found');
  throw invalid({ path: 'id', code: 'not-waiting' });
}

/** When one that waits is to leave and expire after staff have set the one or the other; throws `invalid`. */
async function timesByHand(
  { account, now, catalogue }: Work,
  { kind, planned, sendAt, expiresAt: end, usualExpiry }: WaitingRow,
  set: SetTimes,
) {
  const { reminders = noReminders } = await catalogue();
  const rules = sendingRules(reminders, account);
  const before = sendAt.getTime();
  const { sendsAt, expiresAt } = readTimes(set, now);
  if (!planned || end === null) {
    return asDates(freeTimes(sendsAt ?? before, expiresAt, now, rules));
  }
  const usual = usualExpiry ?? end;
  const latest = kind === 'thank-you' ? undefined : usual.getTime();
  const plan = { sendsAt: before, expiresAt: end.getTime(), latest };
  return {
    ...asDates(plannedTimes(plan, { sendsAt, expiresAt }, now, rules)),
    ...(expiresAt !== undefined && { usualExpiry: usual }),
  };
}

/** Takes one back that waits: A (M-06); throws `not-found`, and `invalid` for one that has gone. */
export async function cancelMessage(work: Work, given: string): Promise<void> {
  const id = given.toLowerCase();
  if (!isUuid(id)) throw new ProblemError('not-found');
  const [found] = await store.findSent(work.tx, { id }, 1);
  // Taken back by whoever was first.
  if (found?.message.status === 'A') return;
  await requireWaiting(work, id);
  await store.changeSent(work.tx, id, { status: 'A', reason: 'staff' });
}
