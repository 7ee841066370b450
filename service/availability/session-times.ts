import { noTreatment } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { daysAhead, mayMove, type MovePermission } from '../core/appointment-rules.js';
import { clinicianOfNeed, lastDateOf } from '../core/recall-rules.js';
import type { OfferedTemplate, OwnRequest } from '../core/model.js';
import type { SessionTimes } from '../store/hold-time.js';
import type { BookedTime } from '../store/bookings.js';
import { findNeedOfBooking, type RecallRow } from '../store/recalls.js';
import type { CatalogueRows } from '../store/catalogue.js';
import { findSessionAppointment, situationOf } from '../appointment/session-appointments.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { checkNeed, findSessionNeed } from '../recall/needs.js';
import type { OpenSession } from '../session/session.js';

/** What a session looks for times for, instead of a treatment. */
interface SessionIds {
  appointment?: string | undefined;
  recall?: string | undefined;
}

/**
 * Which times there are for an appointment to be moved or for a need (P-36, P-38); undefined where the request names neither.
 * `lock` keeps the appointment from being moved or cancelled meanwhile. Throws `login-required`,
 * `not-found`, and `not-allowed` with the reason.
 */
export async function findSessionTimes(
  work: Work,
  open: OpenSession | undefined,
  { appointment, recall }: SessionIds,
  { lock = false } = {},
): Promise<SessionTimes | undefined> {
  if (appointment === undefined && recall === undefined) return undefined;
  if (!open) throw new ProblemError('login-required');
  if (appointment !== undefined && recall !== undefined) {
    throw invalid({ path: 'recall', code: 'value' });
  }
  return appointment === undefined
    ? timesForNeed(work, open, recall!)
    : timesForAppointment(work, open, appointment, lock);
}

async function timesForAppointment(
  work: Work,
  open: OpenSession,
  id: string,
  lock: boolean,
): Promise<SessionTimes> {
  const { rows } = await work.catalogue();
  const time = await findSessionAppointment(work, open, id, { lock });
  const recall = await findNeedOfBooking(work.tx, id);
  const permission = mayMove(situationOf(work, time, rows, recall));
  const { allowed, reason } = permission;
  if (!allowed) throw new ProblemError('not-allowed', reason ? { reason } : {});
  const { partyId, recallId } = time.reservation;
  const request = moveRequestOf(time, rows, recall, permission);
  return { request, rebooking: true, party: partyId, recallId };
}

/** Which times an appointment may be moved to by its patient (P-36, A-17), once that is permitted. */
export function moveRequestOf(
  { reservation }: BookedTime,
  rows: CatalogueRows,
  recall: RecallRow | undefined,
  { from, to }: MovePermission,
): OwnRequest {
  const { templateId, clinicianId, startsAt, endsAt } = reservation;
  const rules = recall && rows.templates.find((template) => template.id === recall.templateId);
  return {
    template: templateOf(rows, templateId, (endsAt.getTime() - startsAt.getTime()) / 60_000),
    isListed: false,
    within: { from: from!, to: addDays(to!, 1) },
    clinician: recall && rules ? clinicianOfNeed(recall, rules) : undefined,
    present: { clinician: clinicianId, start: startsAt.getTime() },
  };
}

async function timesForNeed(work: Work, open: OpenSession, id: string): Promise<SessionTimes> {
  const { account, now } = work;
  const { rows } = await work.catalogue();
  const need = await findSessionNeed(work, open, id);
  checkNeed(work, need, rows);
  const { recall } = need;
  const rules = rows.templates.find((template) => template.id === recall.templateId)!;
  const today = toClockTime(now, account.timeZone).date;
  return {
    request: {
      template: templateOf(rows, recall.templateId, recall.minutes),
      isListed: true,
      within: {
        from: today,
        to: addDays(lastDateOf(recall, rules) ?? addDays(today, daysAhead), 1),
      },
      clinician: clinicianOfNeed(recall, rules),
    },
    rebooking: false,
    party: undefined,
    recallId: recall.id,
  };
}

/** A template with other minutes than its own; without a template, one that fits only preblocks of no category. */
function templateOf(
  { templates }: CatalogueRows,
  id: string | null,
  minutes: number,
): OfferedTemplate {
  const row = templates.find((template) => template.id === id);
  return {
    id: row?.id ?? noTreatment,
    minutes,
    category: row?.categoryId ?? null,
    resource: row?.resourceKind ?? null,
    minutesBetweenOffers: row?.minutesBetweenOffers ?? null,
    leadDays: row?.leadDays ?? null,
  };
}
