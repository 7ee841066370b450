import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import type { FreeSlot } from './model.js';

/** How many are told of one free time at once: few enough that the link is worth opening, enough that somebody does. */
export const waveSize = 5;
/** Until the next ones are told where the time is still free: as long as a hold, so that those before have had their turn. Milliseconds. */
export const wavePause = 10 * millisecondsInMinute;
/** One address is told at most once in so many milliseconds, and so often in 24 hours. */
export const alertPause = millisecondsInHour;
export const alertsADay = 4;
/** An alert lasts no longer than so many days. */
export const alertDays = 90;
/** A freed time is told of for so long, milliseconds. */
export const openingLifetime = 7 * 24 * millisecondsInHour;
/** A message that has not left by then says nothing true any more. Milliseconds. */
export const newsLifetime = millisecondsInHour;

/** Somebody who waits for an earlier time. */
export interface WaitingAlert {
  recipient: string;
  /** The free times that would do and were not told of before, earliest first. */
  fitting: readonly FreeSlot[];
  /** Has heard of another time a moment ago, so this one has to wait. */
  isPaused: boolean;
}

/** Who is told of what. */
export interface Wave<Alert extends WaitingAlert> {
  told: { alert: Alert; slot: FreeSlot }[];
  /** Whether somebody is left who could be told later. */
  isMoreLeft: boolean;
}

const endOf = ({ start, minutes }: FreeSlot) => start + minutes * millisecondsInMinute;
const overlaps = (one: FreeSlot, other: FreeSlot) =>
  one.start < endOf(other) && other.start < endOf(one);

/**
 * Who is told of the free times of a stretch now: those who wait longest (`waiting` is in that order), `waveSize` for each time, and
 * nobody of two times at once (P-48).
 */
export function nextWave<Alert extends WaitingAlert>(waiting: readonly Alert[]): Wave<Alert> {
  const told: Wave<Alert>['told'] = [];
  const addressed = new Set<string>();
  let isMoreLeft = false;
  for (const alert of waiting) {
    if (addressed.has(alert.recipient) || alert.fitting.length === 0) continue;
    const slot = alert.isPaused
      ? undefined
      : alert.fitting.find(
          (free) => told.filter((one) => overlaps(one.slot, free)).length < waveSize,
        );
    if (slot) {
      told.push({ alert, slot });
      addressed.add(alert.recipient);
    } else {
      isMoreLeft = true;
    }
  }
  return { told, isMoreLeft };
}
