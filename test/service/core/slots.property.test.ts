import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { checkOffer } from '../../../service/core/offer-check.js';
import {
  formatCursor,
  pageOfSlots,
  parseCursor,
  type SlotPage,
} from '../../../service/core/page.js';
import { createSlotSource, slotOrder } from '../../../service/core/slots.js';
import { freeSlots } from './free-slots.js';
import { firstSlot, listDays, listStarts, nextDate } from '../../../service/core/views.js';
import { plain, question } from './arbitraries.js';
import { oracleSlots, type OracleSlot } from './oracle.js';
import { daysOf } from './rows.js';

const runs = { numRuns: 500 };

describe('free times against a minute-by-minute oracle', () => {
  it('[A-01] [A-02] [A-04] [A-05] [A-06] [A-07] [A-09] [A-14] [A-15] [P-19] [P-22] finds the same times', () => {
    let answered = 0;
    let atNight = 0;
    fc.assert(
      fc.property(question, ({ rows, range, filters, now }) => {
        const expected = oracleSlots(rows, range, filters, now).map(plain);
        assert.deepEqual(freeSlots(rows, range, filters, now), expected);
        if (expected.length > 0) answered += 1;
        if (expected.some(({ start }) => new Date(start).getUTCHours() < 2)) atNight += 1;
      }),
      { numRuns: 700 },
    );
    // Or else the comparison says little.
    assert.ok(answered > 200, `only ${answered} of 700 questions had a free time`);
    assert.ok(atNight > 70, `only ${atNight} of 700 had one at the hour of the change`);
  });

  it('[A-09] finds the same times where every template needs a resource', () => {
    let answered = 0;
    fc.assert(
      fc.property(question, ({ rows, range, filters, now }) => {
        const templates = rows.templates.map((one) => ({ ...one, resource: 'X' }));
        const needing = { ...rows, templates };
        const expected = oracleSlots(needing, range, filters, now).map(plain);
        assert.deepEqual(freeSlots(needing, range, filters, now), expected);
        if (expected.length > 0) answered += 1;
      }),
      runs,
    );
    assert.ok(answered > 90, `only ${answered} questions had a free time`);
  });

  it('[A-10] the check of one time agrees with the search, whatever is taken, and names a preblock behind it', () => {
    let offered = 0;
    fc.assert(
      fc.property(question, fc.nat(), fc.integer({ min: -90, max: 90 }), (asked, pick, shift) => {
        const { rows, range, now } = asked;
        const { party: _, ...filters } = asked.filters;
        const open = oracleSlots(rows, range, filters, now, { ignoreTaken: true });
        const some = open[pick % Math.max(1, open.length)];
        if (!some) return;
        for (const start of [some.start, some.start + shift * 60_000, some.start + 1] as const) {
          const request = { ...plain(some), start };
          const expected: OracleSlot | undefined = open.find(
            (slot) =>
              slot.start === start &&
              slot.clinician === some.clinician &&
              slot.clinic === some.clinic &&
              slot.treatment === some.treatment,
          );
          const answer = checkOffer(rows, request, filters, now);
          assert.deepEqual(answer?.slot, expected && plain(expected));
          if (!answer || !expected) continue;
          offered += 1;
          assert.ok(expected.placements.includes(answer.placement));
          const from = (id: string) => rows.placements.find((one) => one.id === id)!.from;
          assert.equal(from(answer.placement), Math.min(...expected.placements.map(from)));
        }
      }),
      runs,
    );
    assert.ok(offered > 170, `only ${offered} checks were of an offered time`);
  });
});

describe('what must hold of any answer', () => {
  it('[A-05] a booking removes exactly the times it overlaps, and cancelling brings them back', () => {
    fc.assert(
      fc.property(question, fc.nat(), (asked, pick) => {
        const { range, now } = asked;
        const rows = {
          ...asked.rows,
          templates: asked.rows.templates.map((one) => ({ ...one, resource: null })),
        };
        const before = freeSlots(rows, range, {}, now);
        const booked = before[pick % Math.max(1, before.length)];
        if (!booked) return;
        const { clinician, start, minutes } = booked;
        const end = start + minutes * 60_000;
        const after = freeSlots(
          { ...rows, busy: [...rows.busy, { clinician, start, end }] },
          range,
          {},
          now,
        );
        const untouched = before.filter(
          (slot) =>
            slot.clinician !== clinician ||
            slot.start >= end ||
            slot.start + slot.minutes * 60_000 <= start,
        );
        assert.deepEqual(after, untouched);
      }),
      runs,
    );
  });

  it('[P-21] the views and the pages tell the same as the slots', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 7 }), (asked, limit) => {
        const { rows, range, filters, now } = asked;
        const slots = freeSlots(rows, range, filters, now);
        const days = daysOf(createSlotSource(rows, filters, now), range);
        const order = slotOrder(rows);

        const starts = listStarts(days);
        assert.deepEqual(
          starts.map(({ start }) => start),
          [...new Set(slots.map(({ start }) => start))],
        );
        for (const { start, count, minutesMin, minutesMax } of starts) {
          const lengths = slots.filter((slot) => slot.start === start).map((slot) => slot.minutes);
          assert.deepEqual(
            [count, minutesMin, minutesMax],
            [lengths.length, Math.min(...lengths), Math.max(...lengths)],
          );
        }

        const words = new Intl.DateTimeFormat('sv-SE', { timeZone: rows.account.timeZone });
        const dates = starts.map(({ start }) => words.format(start));
        assert.deepEqual(
          listDays(days),
          [...new Set(dates)].map((date) => ({
            date,
            count: dates.filter((one) => one === date).length,
          })),
        );
        assert.equal(nextDate(days), dates[0] ?? null);
        assert.deepEqual(firstSlot(days), slots[0] ?? null);

        const paged = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const page: SlotPage = pageOfSlots(days, order, parseCursor(cursor), limit);
          const ofPage = page.parts.flat();
          assert.ok(ofPage.length <= limit);
          assert.equal(page.next === null || ofPage.length === limit, true);
          paged.push(...ofPage);
          cursor = page.next;
        }
        assert.deepEqual(paged, slots);
        const last = slots.at(-1);
        if (last) {
          const beyond = pageOfSlots(days, order, parseCursor(formatCursor(last)), limit);
          assert.deepEqual(beyond, { parts: [], next: null });
        }
      }),
      runs,
    );
  });

  it('[A-04] asking for one instant gives the times of that instant', () => {
    fc.assert(
      fc.property(question, fc.nat(), ({ rows, range, filters, now }, pick) => {
        const slots = freeSlots(rows, range, filters, now);
        const at = slots[pick % Math.max(1, slots.length)]?.start;
        if (at === undefined) return;
        assert.deepEqual(
          freeSlots(rows, range, { ...filters, at }, now),
          slots.filter(({ start }) => start === at),
        );
      }),
      runs,
    );
  });
});
