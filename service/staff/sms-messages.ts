import type {
  ReceivedMessage,
  SentMessage,
  SmsList,
  SmsPatch,
  SmsQuery,
} from '../../src/contract/index.js';
import { SmsStatus } from '../../src/contract/index.js';
import { parsePhone } from '../../src/domain/phone.js';
import { checkDate, checkInstant } from '../context/dates.js';
import { isUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { createCalendar } from '../core/day.js';
import { noReminders, sendingRules } from '../core/reminder-policy.js';
import { notBefore, outsidePauses, pauseEnd } from '../core/sending-time.js';
import { isSmsKind } from '../messages/outbox.js';
import { lockWaiting } from '../messages/waiting.js';
import type { BoxFilter } from '../store/staff/sms-messages.js';
import * as store from '../store/staff/sms-messages.js';
import { toReceivedMessage, toSentMessage } from './sms-answers.js';
import { daysToLive, filledText } from './sms-sending.js';

const pageSize = 100;

/** A page of what went out or came in, newest first (M-06). */
export async function listMessages(work: Work, query: SmsQuery): Promise<SmsList> {
  const { box, status, type, cursor } = query;
  const isLetter = SmsStatus.options.some((letter) => letter === status);
  if (status !== undefined && isLetter !== (box === 'sent')) {
    throw invalid({ path: 'status', code: 'value' });
  }
  if (box === 'received' && type !== undefined) throw invalid({ path: 'type', code: 'value' });
  const filter = filterOf(work, query);
  const [at = '', id = ''] = cursor?.split('_') ?? [];
  const before = cursor === undefined ? undefined : { at: new Date(Number(at)), id };
  if (before && !(before.at.getTime() < 8e15 && isUuid(id))) {
    throw invalid({ path: 'cursor', code: 'format' });
  }
  const find = box === 'sent' ? store.findSent : store.findReceived;
  const rows: (store.SentRow | store.ReceivedRow)[] = await find(
    work.tx,
    { ...filter, before },
    pageSize + 1,
  );
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1)!.message : undefined;
  return {
    items:
      box === 'sent'
        ? (page as store.SentRow[]).map((row) => toSentMessage(work, row))
        : (page as store.ReceivedRow[]).map((row) => toReceivedMessage(work, row)),
    ...(last && { next: `${last.createdAt.getTime()}_${last.id}` }),
  };
}

function filterOf({ account }: Work, query: SmsQuery): BoxFilter {
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
    address: to === undefined ? undefined : addressIn(account.market, to),
    from: midnight('from', from),
    until: midnight('until', until),
  };
}

/** What a recipient is looked for by: a whole number, some digits of one, or an address. */
function addressIn(market: Work['account']['market'], typed: string): string {
  if (typed.includes('@')) return typed.trim().toLowerCase();
  const parsed = parsePhone(market, typed);
  if (parsed.ok) return parsed.value.e164;
  const digits = typed.replace(/\D/g, '').replace(/^0+/, '');
  if (!digits) throw invalid({ path: 'to', code: 'format' });
  return digits;
}

/** Changes one that waits, or marks one that came in; throws `not-found` and `invalid`. */
export async function changeMessage(
  work: Work,
  given: string,
  { text, sendsAt, read, followUp }: SmsPatch,
): Promise<SentMessage | ReceivedMessage> {
  const id = given.toLowerCase();
  if (!isUuid(id)) throw new ProblemError('not-found');
  const isMark = read !== undefined || followUp !== undefined;
  const isChange = text !== undefined || sendsAt !== undefined;
  const [received] = await store.findReceived(work.tx, { id }, 1);
  if (received) {
    if (isChange) {
      throw invalid({ path: text === undefined ? 'sendsAt' : 'text', code: 'received' });
    }
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
    ...(sendsAt !== undefined && (await timesByHand(work, row, sendsAt))),
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

/** When it is to leave and expire after staff have set its time. */
async function timesByHand(
  { account, now, catalogue }: Work,
  { planned, expiresAt }: WaitingRow,
  wanted: string,
) {
  checkInstant('sendsAt', wanted);
  const { reminders = noReminders } = await catalogue();
  const rules = sendingRules(reminders, account);
  const at = Date.parse(wanted);
  if (!planned || expiresAt === null) {
    const sendsAt = pauseEnd(Math.max(at, now), rules);
    return {
      ...{ sendAt: new Date(sendsAt), timeByHand: true },
      expiresAt: new Date(sendsAt + daysToLive),
    };
  }
  const end = expiresAt.getTime();
  if (at >= end) throw invalid({ path: 'sendsAt', code: 'too-late' });
  const moved = { sendsAt: outsidePauses(at, end, rules), expiresAt: end };
  return { sendAt: new Date(notBefore(moved, now, rules).sendsAt), timeByHand: true };
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
