import type { Check, Fault } from '../../src/contract/index.js';

export type { Check, Fault };

/** A check of what is offered, the requirement behind it, and the faults that it finds. */
export interface Rule {
  check: Check;
  rule: string;
  faults: readonly Fault[];
}

/**
 * Everything that decides whether a time is offered, in the order in which it is told: what holds for the whole account, for a
 * clinician, for a treatment, then what stands in the calendar of the date, then the time itself.
 */
export const rules: readonly Rule[] = [
  { check: 'open', rule: 'P-40', faults: ['unpublished', 'maintenance', 'new-booking-off'] },
  { check: 'date', rule: 'P-19', faults: ['past-date', 'weekend'] },
  { check: 'published', rule: 'A-04', faults: ['not-published'] },
  { check: 'new-patients', rule: 'P-42', faults: ['no-new-patients'] },
  { check: 'clinic', rule: 'A-01', faults: ['not-at-clinic'] },
  { check: 'booking-list', rule: 'A-07', faults: ['not-in-list'] },
  { check: 'in-booking', rule: 'A-03', faults: ['not-in-booking'] },
  { check: 'need', rule: 'A-08', faults: ['needs-need'] },
  { check: 'working-time', rule: 'A-01', faults: ['no-working-time'] },
  { check: 'recall-time', rule: 'A-14', faults: ['no-recall-time'] },
  { check: 'preblock', rule: 'A-04', faults: ['no-preblock'] },
  { check: 'internet', rule: 'A-02', faults: ['not-internet'] },
  { check: 'not-expired', rule: 'A-02', faults: ['preblock-expired'] },
  { check: 'preblock-list', rule: 'A-07', faults: ['preblock-not-in-list'] },
  // The whole preblock lies in the hour that the clock skips.
  { check: 'clock', rule: 'P-22', faults: ['skipped-hour'] },
  { check: 'within-working-time', rule: 'A-01', faults: ['outside-working-time'] },
  { check: 'category', rule: 'A-15', faults: ['category'] },
  { check: 'lead-time', rule: 'A-06', faults: ['lead-time'] },
  { check: 'fits', rule: 'A-04', faults: ['outside-preblock', 'too-short', 'off-grid'] },
  { check: 'future', rule: 'P-19', faults: ['past'] },
  { check: 'not-too-late', rule: 'A-02', faults: ['expired'] },
  { check: 'free', rule: 'A-05', faults: ['taken'] },
  { check: 'resource', rule: 'A-09', faults: ['no-resource', 'resource-taken'] },
];

const positions = new Map<Fault, number>(
  rules.flatMap(({ faults }, position) => faults.map((fault) => [fault, position] as const)),
);

/** How far something came that has a fault: the position of its check. */
export const positionOf = (fault: Fault): number => positions.get(fault)!;
