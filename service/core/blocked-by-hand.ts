import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { permitsCategory } from '../../src/domain/treatment-rules.js';
import { createCalendar } from './day.js';
import type { PreblockDefinition, PreblockPlacement, Stretch } from './model.js';
import { isExpired } from './preblocks.js';
import { mergeStretches, subtractStretches } from './stretches.js';

/** An appointment that staff book by hand; `category` is null without a template. */
export interface ByHandTime extends Stretch {
  clinic: string;
  category: string | null;
}

/**
 * The preblock that keeps staff from booking a time by hand, or undefined: one that may not be bypassed, counts still, and does
 * not let the category in. Whether it is published does not matter: meetings block too. `placements` are of the clinician.
 */
export function blockingPreblock(
  { start, end, clinic, category }: ByHandTime,
  placements: readonly PreblockPlacement[],
  definitions: readonly PreblockDefinition[],
  { timeZone, now }: { timeZone: string; now: number },
): PreblockDefinition | undefined {
  const day = createCalendar(timeZone);
  const known = new Map(definitions.map((definition) => [definition.id, definition]));
  for (const placement of placements) {
    const definition = known.get(placement.definition);
    if (!definition || definition.mayBypass || placement.clinic !== clinic) continue;
    const { instantOf } = day(placement.date);
    if (instantOf(placement.from) >= end || instantOf(placement.to) <= start) continue;
    if (isExpired(definition, placement.date, toClockTime(now, timeZone).date)) continue;
    if (!permitsCategory(definition, category, false)) return definition;
  }
  return undefined;
}

/**
 * Whether a clinician's day has preblocks for an appointment's category, and the time lies outside of them. A preblock that may be
 * bypassed keeps nobody out, and one that names no categories is for nothing of its own. `placements` are of the clinician.
 */
export function isOutsidePreblocks(
  { start, end, clinic, category }: ByHandTime,
  placements: readonly PreblockPlacement[],
  definitions: readonly PreblockDefinition[],
  { timeZone, now }: { timeZone: string; now: number },
): boolean {
  if (category === null) return false;
  const day = createCalendar(timeZone);
  const today = toClockTime(now, timeZone).date;
  const known = new Map(definitions.map((definition) => [definition.id, definition]));
  let isPlanned = false;
  const open: Stretch[] = [];
  for (const placement of placements) {
    const definition = known.get(placement.definition);
    if (!definition || placement.clinic !== clinic) continue;
    if (isExpired(definition, placement.date, today)) continue;
    const letsIn = permitsCategory(definition, category, false);
    isPlanned ||= letsIn && definition.mode === 'allow';
    if (!letsIn && !definition.mayBypass) continue;
    const { instantOf } = day(placement.date);
    open.push({ start: instantOf(placement.from), end: instantOf(placement.to) });
  }
  return isPlanned && subtractStretches({ start, end }, mergeStretches(open)).length > 0;
}

/** The dates that a stretch touches, half-open. */
export function datesOfStretch({ start, end }: Stretch, timeZone: string) {
  return {
    from: toClockTime(start, timeZone).date,
    to: addDays(toClockTime(end, timeZone).date, 1),
  };
}
