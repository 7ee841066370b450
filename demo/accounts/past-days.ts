import type { SentMessage, SmsList, TimebookEntry } from '../../src/contract/index.js';
import { addDays, type CivilDate, weekday } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime, toInstant } from '../../src/domain/clock-time.js';
import { parseClock } from '../../service/core/day.js';
import type { SampleAccount } from './sample-account.js';
import type { SmsDays, SmsVisit } from './sms-days.js';
import { createStaffClient, type Fetch, type StaffClient } from './staff-client.js';

/** A service over the same database whose clock can be set, to live days that have passed. */
export interface PastService {
  /** Sets its clock, epoch milliseconds. */
  setClock: (now: number) => void;
  fetch: Fetch;
  /** Sends what is due by its clock, and reports what became of it. */
  sendDue: (refusedNumber: string) => Promise<void>;
  /** A phone answers the account. */
  answer: (account: string, from: string, text: string) => Promise<void>;
}

const hour = 3_600_000;

/** A date so many working days from another one, which counts as the next working day where it is none. */
function workingDay(today: CivilDate, days: number): CivilDate {
  let date = today;
  while (weekday(date) > 5) date = addDays(date, 1);
  for (let left = Math.abs(days); left > 0;) {
    date = addDays(date, Math.sign(days));
    if (weekday(date) <= 5) left -= 1;
  }
  return date;
}

/**
 * Gives an account its SMS: the days before today are lived through once, reminders, answers and reports at their times; later starts
 * add the appointments that come nearer. All through the API.
 */
export async function topUpSms(
  fetch: Fetch,
  operatorKey: string,
  { id, setup: { timeZone }, sms }: Pick<SampleAccount, 'id' | 'setup' | 'sms'>,
  { now, past }: { now: number; past: PastService },
): Promise<void> {
  if (!sms) return;
  const staff = createStaffClient(fetch, id, operatorKey);
  const today = toClockTime(now, timeZone).date;
  const startOf = ({ day, at }: SmsVisit) =>
    toInstant(workingDay(today, day), parseClock(at), timeZone);
  const [first] = Object.keys(sms.patients);
  const { items } = await staff.send<SmsList>('GET', `/messages?box=sent&patient=${first}`);
  if (items.length === 0) {
    await livePast(createStaffClient(past.fetch, id, operatorKey), sms, {
      ...{ now, past, timeZone, startOf },
    });
  }
  for (const visit of sms.visits.filter((one) => startOf(one) > now)) {
    await book(staff, visit, formatInstant(startOf(visit), timeZone));
  }
}

function book(
  staff: StaffClient,
  { minutes, clinic, clinician, template, patient }: SmsVisit,
  start: string,
): Promise<TimebookEntry | undefined> {
  // Where the time is taken, somebody was faster, or it was booked at an earlier start.
  const visit = { start, minutes, clinic, clinician, patient, ...(template ? { template } : {}) };
  return staff.send<TimebookEntry | undefined>('POST', '/timebook', visit, 'slot-taken');
}

interface Past {
  now: number;
  past: PastService;
  timeZone: string;
  startOf: (visit: SmsVisit) => number;
}

async function livePast(staff: StaffClient, sms: SmsDays, lived: Past): Promise<void> {
  const { now, past, timeZone, startOf } = lived;
  const visits = sms.visits.map((visit) => ({ visit, start: startOf(visit) }));
  const begin = Math.min(...visits.map(({ start }) => start)) - 6 * 24 * hour;
  past.setClock(begin);
  const entries = new Map<SmsVisit, string>();
  for (const { visit, start } of visits) {
    const entry = await book(staff, visit, formatInstant(start, timeZone));
    if (entry?.id) entries.set(visit, entry.id);
  }
  const events = eventsOf(staff, sms, visits, entries, lived)
    .filter(({ at }) => at > begin && at < now)
    .sort((one, other) => one.at - other.at);
  for (;;) {
    const due = await nextDue(staff);
    const event = events[0];
    const at = Math.min(due ?? Infinity, event?.at ?? Infinity);
    if (at >= now) break;
    past.setClock(at);
    if (event?.at === at) {
      events.shift();
      await event.happen();
    }
    await past.sendDue(sms.refusedNumber);
  }
}

/** When the next of what waits is to leave, epoch milliseconds. */
async function nextDue(staff: StaffClient): Promise<number | undefined> {
  const { items } = await staff.send<SmsList>('GET', '/messages?box=sent&status=V');
  const times = (items as SentMessage[]).map(({ sendsAt }) => Date.parse(sendsAt));
  return times.length > 0 ? Math.min(...times) : undefined;
}

interface PastEvent {
  at: number;
  happen: () => Promise<unknown>;
}

function eventsOf(
  staff: StaffClient,
  { patients, written, wishes }: SmsDays,
  visits: readonly { visit: SmsVisit; start: number }[],
  entries: ReadonlyMap<SmsVisit, string>,
  { now, past }: Past,
): PastEvent[] {
  const answer = (from: string, text: string) => past.answer(staff.account, from, text);
  return [
    ...visits.flatMap(({ visit, start }): PastEvent[] => {
      const { patient, arrived } = visit;
      const id = entries.get(visit);
      const mobile = patients[patient]!.mobile!;
      return [
        ...(visit.answer
          ? [
              {
                at: start - visit.answer.hoursBefore * hour,
                happen: () => answer(mobile, visit.answer!.text),
              },
            ]
          : []),
        ...(arrived && id
          ? [
              {
                at: start - hour / 12,
                happen: () => staff.send('PATCH', `/timebook/${id}`, { arrived }),
              },
            ]
          : []),
      ];
    }),
    ...written.flatMap(({ hoursAgo, to, text, answer: said }): PastEvent[] => [
      {
        at: now - hoursAgo * hour,
        happen: () => staff.send('POST', '/messages', { to, text }),
      },
      ...(said ? [{ at: now - (hoursAgo - 1) * hour, happen: () => answer(to, said) }] : []),
    ]),
    ...wishes.map(({ patient, wish, hoursAgo }) => ({
      at: now - hoursAgo * hour,
      happen: () => staff.send('PUT', `/patients/${patient}/sms-wish`, { wish }),
    })),
  ];
}
