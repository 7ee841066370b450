import { millisecondsInHour } from 'date-fns/constants';
import type { RefusalReason, StaffSettings } from '../../src/contract/index.js';
import { addDays, type CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { createCalendar } from './day.js';

/** How far ahead times are looked for, and an appointment may be moved whose template sets no limit: days from today. */
export const daysAhead = 365;

/** What of a template decides about moving and cancelling. */
export interface ChangeRules {
  moveOnline: boolean;
  cancelOnline: boolean;
  /** Days before the appointment's date; null: the account's hours. */
  moveDays: number | null;
  cancelDays: number | null;
  /** Both ways from the present date; null: no limit of its own. */
  maxDaysToMove: number | null;
}

/** The account's switches that decide about moving and cancelling. */
export type ChangeSettings = Pick<
  StaffSettings,
  | 'moveAppointment'
  | 'moveWithoutTemplate'
  | 'cancelAppointment'
  | 'cancelWithoutTemplate'
  | 'changeDeadlineHours'
>;

/** One appointment at one moment; instants in epoch milliseconds. */
export interface ChangeSituation {
  now: number;
  timeZone: string;
  settings: ChangeSettings;
  start: number;
  isCancelled: boolean;
  /** Null: the appointment has no template. */
  template: ChangeRules | null;
  /** Last date of the need that it was booked for; undefined: none. */
  lastDate?: CivilDate | undefined;
}

/** Whether something may be done; `until` is the first instant at which it is too late, where a deadline applies. */
export interface Permission {
  allowed: boolean;
  /** Absent where it is allowed, and for what is cancelled already. */
  reason?: RefusalReason;
  until?: number;
}

/** Whether an appointment may be moved; `from` and `to` are the first and last date in the account's zone. */
export interface MovePermission extends Permission {
  from?: CivilDate;
  to?: CivilDate;
}

/** Whether the patient may cancel an appointment online (P-37, A-06). */
export function mayCancel(situation: ChangeSituation): Permission {
  const { settings, template } = situation;
  const isOn = settings.cancelAppointment && (template !== null || settings.cancelWithoutTemplate);
  return permit(situation, isOn, template?.cancelOnline ?? true, template?.cancelDays ?? null);
}

/** Whether the patient may move an appointment online, until when, and to which dates (P-36, A-06, A-17). */
export function mayMove(situation: ChangeSituation): MovePermission {
  const { settings, template } = situation;
  const isOn = settings.moveAppointment && (template !== null || settings.moveWithoutTemplate);
  const days = template?.moveDays ?? null;
  const permission = permit(situation, isOn, template?.moveOnline ?? true, days);
  if (!permission.allowed) return permission;
  const { from, to } = datesToMove(situation);
  return from > to
    ? { ...permission, allowed: false, reason: 'days' }
    : { ...permission, from, to };
}

function permit(
  situation: ChangeSituation,
  isOn: boolean,
  isOfTemplate: boolean,
  days: number | null,
): Permission {
  if (situation.isCancelled) return { allowed: false };
  if (!isOn) return { allowed: false, reason: 'setting' };
  if (!isOfTemplate) return { allowed: false, reason: 'template' };
  const until = deadlineOf(situation, days);
  return situation.now < until
    ? { allowed: true, until }
    : { allowed: false, reason: 'deadline', until };
}

/** Whether the patient may move or cancel an appointment that is ahead no more, since its deadline has passed. */
export function isPastDeadline(situation: ChangeSituation, deed: 'move' | 'cancel'): boolean {
  const { now, start, template } = situation;
  const days = (deed === 'move' ? template?.moveDays : template?.cancelDays) ?? null;
  return now < start && now >= deadlineOf(situation, days);
}

/**
 * The deadline: with days, the end of the date so many days before the appointment's, in the account's zone; else
 * the account's hours before the start, in real time; never after the start.
 */
function deadlineOf({ start, timeZone, settings }: ChangeSituation, days: number | null): number {
  if (days === null) return start - (settings.changeDeadlineHours ?? 0) * millisecondsInHour;
  const { date } = toClockTime(start, timeZone);
  return Math.min(start, createCalendar(timeZone)(addDays(date, -days)).end);
}

/** First and last date that it may be moved to, counted both ways from its present date. */
function datesToMove({ now, start, timeZone, template, lastDate }: ChangeSituation) {
  const today = toClockTime(now, timeZone).date;
  const { date } = toClockTime(start, timeZone);
  const most = template?.maxDaysToMove ?? null;
  const earliest = most === null ? today : addDays(date, -most);
  const latest = most === null ? addDays(today, daysAhead) : addDays(date, most);
  return {
    from: earliest > today ? earliest : today,
    to: lastDate !== undefined && lastDate < latest ? lastDate : latest,
  };
}
