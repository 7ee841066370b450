import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { coverageOf, type Coverage } from '../../../src/console/pages/treatments/coverage.js';
import { addDays } from '../../../src/domain/civil-date.js';
import { isOfferedWithoutNeed } from '../../../src/domain/treatment-rules.js';
import type { AvailabilityRows, OwnRequest } from '../../../service/core/model.js';
import { question } from './arbitraries.js';
import { freeSlots } from './free-slots.js';
import { monday, oslo } from './rows.js';

const now = oslo('2026-11-22', '12:00');
/** Later than any lead time and any expiry of the worlds. */
const date = addDays(monday, 28);
const always = { from: '2026-01-01', to: '2028-01-01' };

/** What the console says of a world of the service. */
const judge = (rows: AvailabilityRows) =>
  coverageOf({
    ...rows,
    clinicians: rows.clinicians.map((one) => ({
      ...one,
      clinics: one.clinics.map((clinic) => ({ clinic })),
    })),
  });

/** A patient's own need for a treatment, with any clinician. */
const needOf = (rows: AvailabilityRows, treatment: string): OwnRequest => ({
  template: rows.templates.find(({ id }) => id === treatment)!,
  isListed: true,
  within: always,
});

/** Whether nobody gives a treatment without a need. */
function isNeedOnly(rows: AvailabilityRows, treatment: string): boolean {
  const template = rows.templates.find(({ id }) => id === treatment)!;
  return rows.clinicians.every(({ id }) => !isOfferedWithoutNeed(template, id));
}

/** A whole day of work for everybody at each of their clinics in turn, with each of the preblocks. */
function everything(rows: AvailabilityRows): AvailabilityRows[] {
  return rows.clinics.map(({ id: clinic }) => {
    const days = rows.clinicians
      .filter(({ clinics }) => clinics.includes(clinic))
      .map(({ id: clinician }) => ({ clinician, clinic, date, from: 0, to: 1440 }));
    return {
      ...{ ...rows, busy: [], resourceBusy: [] },
      workingTime: days.map((day) => ({ ...day, recall: true })),
      placements: days.flatMap((day) =>
        rows.definitions.map(({ id }) => ({
          ...day,
          id: `${day.clinician} ${id}`,
          definition: id,
        })),
      ),
    };
  });
}

/** An account that publishes nothing. */
const withoutInternet = (rows: AvailabilityRows): AvailabilityRows => ({
  ...rows,
  definitions: rows.definitions.map((one) => ({ ...one, type: 'standard' })),
});

/** Only the way that the console names. */
function onlyWay(rows: AvailabilityRows, { way }: Coverage): AvailabilityRows {
  const { clinician, clinic, definition } = way!;
  const day = { clinician, clinic, date, from: 0, to: 1440 };
  return {
    ...{ ...rows, busy: [], resourceBusy: [] },
    workingTime: [{ ...day, recall: true }],
    placements: [{ ...day, id: 'placed', definition }],
  };
}

describe('what the console says can never be booked', () => {
  it('[C-09] is what the service never offers, and what it says is possible has a time once there is work and that preblock', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(question, fc.nat(20), ({ rows: drawn, range, now: then }, rarely) => {
        const rows = rarely === 0 ? withoutInternet(drawn) : drawn;
        for (const coverage of judge(rows)) {
          const { template: treatment, status, holes } = coverage;
          for (const found of [status, ...holes]) seen.set(found, (seen.get(found) ?? 0) + 1);
          const own = needOf(rows, treatment);
          if (status === 'open' || status === 'with-need') {
            const world = onlyWay(rows, coverage);
            const filters = status === 'open' ? { treatment } : { own };
            assert.notEqual(
              freeSlots(world, always, filters, now).length,
              0,
              JSON.stringify(coverage),
            );
          }
          if (status === 'open') continue;
          const worlds = [
            ...everything(rows).map((world) => ({ world, at: now })),
            { world: rows, at: then },
          ];
          for (const { world, at } of worlds) {
            const within = world === rows ? range : always;
            assert.deepEqual(
              freeSlots(world, within, { treatment }, at),
              [],
              JSON.stringify(coverage),
            );
            // Whoever offers it to everybody decides; a need with somebody else is another matter.
            if (status !== 'with-need' && isNeedOnly(rows, treatment)) {
              assert.deepEqual(freeSlots(world, within, { own }, at), [], JSON.stringify(coverage));
            }
          }
        }
      }),
      { numRuns: 1500 },
    );
    const all = ['open', 'with-need', 'off', 'impossible', 'no-clinician', 'not-in-list'];
    all.push('no-resource', 'no-preblock', 'category', 'preblock-not-in-list');
    for (const one of all) assert.ok((seen.get(one) ?? 0) > 5, `${one}: ${seen.get(one) ?? 0}`);
  });
});
