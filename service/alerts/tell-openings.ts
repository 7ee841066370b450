import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { toInstant } from '../../src/domain/clock-time.js';
import type { Work } from '../context/work.js';
import {
  alertPause,
  alertsADay,
  nextWave,
  openingLifetime,
  wavePause,
  type WaitingAlert,
} from '../core/alert-waves.js';
import { noReminders, sendingRules } from '../core/reminder-policy.js';
import { pauseEnd } from '../core/sending-time.js';
import { enqueue } from '../messages/outbox.js';
import { findAccount } from '../store/accounts.js';
import type { AlertRow, OpeningRow } from '../store/alerts.js';
import * as store from '../store/alerts.js';
import { createCatalogueLoader } from '../store/catalogue.js';
import type { Database } from '../store/database.js';
import { inAccount, lockOf } from '../store/database.js';
import { FittingTimes, type FreedStretch } from './fitting-times.js';
import { freedMessage } from './freed-message.js';

/** How many who wait are looked at for one freed time. */
const mostWaiting = 500;
/** Freed times that one round tells of in one account, so that the others have their turn. */
const openingsARound = 100;

/**
 * Tells those who wait of the times that have been freed in all accounts, who waits longest first (P-48). Several processes may do it
 * at once: one works on an account at a time, and the database knows who was told of what.
 */
export async function tellOpenings(
  db: Database,
  clock: () => number,
  pageOf: ((accountId: string) => string) | undefined,
): Promise<void> {
  const failures: unknown[] = [];
  for (const accountId of await store.accountsWithOpenings(db, clock())) {
    // What one account runs into must not keep the others waiting.
    await tellInAccount(db, accountId, clock, pageOf?.(accountId)).catch((error: unknown) =>
      failures.push(error),
    );
  }
  if (failures.length > 0) throw failures[0];
}

async function tellInAccount(
  db: Database,
  accountId: string,
  clock: () => number,
  page: string | undefined,
): Promise<void> {
  const load = createCatalogueLoader();
  const lock = lockOf(['time-openings']);
  for (let count = 0, isMore = true; isMore && count < openingsARound; count += 1) {
    isMore = await inAccount(
      db,
      accountId,
      async (tx) => {
        const account = await findAccount(tx);
        if (!account) return false;
        const work = { tx, account, now: clock(), catalogue: () => load(tx, account), page };
        return tellNext({ ...work, utf8Email: false, isDemo: false });
      },
      { locks: [lock] },
    );
  }
}

/** Tells of the next freed time; returns whether there was one. */
async function tellNext(work: Work): Promise<boolean> {
  const { tx, account, now } = work;
  const opening = await store.takeOpening(tx, now);
  if (!opening) return false;
  const { reminders = noReminders } = await work.catalogue();
  const rules = sendingRules(reminders ?? noReminders, account);
  const quietUntil = pauseEnd(now, rules);
  if (quietUntil > now) {
    // Whoever is told at night of a time that is gone in the morning is told in vain.
    await store.putOffAll(tx, now, new Date(quietUntil));
    return false;
  }
  const noticedAt = opening.noticedAt ?? new Date(now);
  const nextAt = await tellOf(work, opening, noticedAt);
  if (nextAt === undefined) await store.forgetOpening(tx, opening.id);
  else await store.putOff(tx, opening.id, { noticedAt, nextAt });
  return true;
}

/** Tells the next who wait of one freed time; returns when to look again, undefined where there is nothing more to tell. */
async function tellOf(work: Work, opening: OpeningRow, noticedAt: Date): Promise<Date | undefined> {
  const { tx, account, now } = work;
  const isTold = account.settings.timeAlerts && account.status === 'open';
  const stretch = stretchOf(opening, account.timeZone);
  const isOver = stretch.end <= now || noticedAt.getTime() + openingLifetime <= now;
  if (!isTold || isOver) return undefined;

  const at = new Date(now);
  const span = { clinicianId: stretch.clinician, start: new Date(stretch.start), now: at };
  const alerts = await store.findWaiting(tx, { ...span, noticedAt }, mostWaiting);
  if (alerts.length === 0) return undefined;
  const waiting = await waitingFor(work, stretch, alerts, noticedAt);
  const { told, isMoreLeft } = nextWave(waiting);
  for (const { alert, slot } of told) {
    const isNews = await store.noteTold(tx, {
      accountId: account.id,
      recipient: alert.recipient,
      clinicianId: slot.clinician,
      startsAt: new Date(slot.start),
      toldAt: at,
    });
    if (!isNews) continue;
    await enqueue(tx, [await freedMessage(work, alert.row, slot)], now);
    await store.updateAlert(tx, alert.row.id, { toldAt: at, told: alert.row.told + 1 });
  }
  if (isMoreLeft) return new Date(now + wavePause);
  // Somebody may be looking at it, and give it back.
  const end = new Date(stretch.end);
  const holdsEnd = await store.endOfHoldsIn(tx, { ...span, end });
  return holdsEnd && new Date(Math.max(holdsEnd.getTime(), now + millisecondsInMinute));
}

interface Waiting extends WaitingAlert {
  row: AlertRow;
}

/** What would do for each who waits, without what they know already. */
async function waitingFor(
  work: Work,
  stretch: FreedStretch,
  alerts: readonly AlertRow[],
  noticedAt: Date,
): Promise<Waiting[]> {
  const { tx, now } = work;
  const recipients = [...new Set(alerts.map(({ recipient }) => recipient))];
  const dayBefore = new Date(now - millisecondsInDay);
  const known = await store.findTold(tx, recipients, dayBefore, new Date(stretch.start));
  const knownBy = new Map(recipients.map((recipient) => [recipient, [] as typeof known]));
  for (const one of known) knownBy.get(one.recipient)!.push(one);
  const times = await FittingTimes.read(work, stretch);
  const waiting: Waiting[] = [];
  for (const row of alerts) {
    const { recipient } = row;
    const told = knownBy.get(recipient)!;
    const ofClinician = told.filter(({ clinicianId }) => clinicianId === stretch.clinician);
    const hasHeard = ofClinician.some(
      ({ startsAt, toldAt }) =>
        toldAt >= noticedAt &&
        startsAt.getTime() >= stretch.start &&
        startsAt.getTime() < stretch.end,
    );
    if (hasHeard) continue;
    const starts = new Set(ofClinician.map(({ startsAt }) => startsAt.getTime()));
    const fitting = (await times.of(row))?.filter(({ start }) => !starts.has(start)) ?? [];
    const recent = told.filter(({ toldAt }) => toldAt > dayBefore);
    const isPaused =
      recent.length >= alertsADay ||
      recent.some(({ toldAt }) => toldAt.getTime() > now - alertPause);
    waiting.push({ row, recipient, fitting, isPaused });
  }
  return waiting;
}

/** A freed time as instants: what is published has a date and the minutes of the wall clock. */
function stretchOf(opening: OpeningRow, timeZone: string): FreedStretch {
  const { clinicianId: clinician, startsAt, endsAt, date, fromMinutes, toMinutes } = opening;
  if (startsAt && endsAt) {
    return { clinician, start: startsAt.getTime(), end: endsAt.getTime() };
  }
  const at = (minutes: number) => toInstant(date!, minutes, timeZone);
  return { clinician, start: at(fromMinutes!), end: at(toMinutes!) };
}
