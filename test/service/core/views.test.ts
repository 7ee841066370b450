import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatCursor, pageOfSlots, parseCursor } from '../../../service/core/page.js';
import { createSlotSource, slotOrder } from '../../../service/core/slots.js';
import { firstSlot, listDays, listStarts, nextDate } from '../../../service/core/views.js';
import {
  busy,
  clockOf,
  daysOf,
  monday,
  noon,
  oslo,
  preblock,
  rows,
  template,
  work,
} from './rows.js';

const thursday = '2026-12-03';
const week = { from: monday, to: '2026-12-07' };
const all = rows({
  templates: [template(), template({ id: 'acute', minutes: 20 })],
  workingTime: [work('08:00', '16:00'), work('08:00', '16:00', { date: thursday })],
  placements: [
    preblock('08:00', '09:00'),
    preblock('08:00', '09:00', { id: 'late', date: thursday }),
  ],
});
const source = createSlotSource(all, {}, noon);

describe('the views', () => {
  it('[P-02] starts: each distinct start with how many slots of which lengths', () => {
    const starts = listStarts(daysOf(source, { from: monday, to: thursday }));
    assert.deepEqual(
      starts.map((one) => [clockOf(one), one.count, one.minutesMin, one.minutesMax]),
      [
        ['08:00', 2, 20, 30],
        ['08:20', 1, 20, 20],
        ['08:30', 1, 30, 30],
        ['08:40', 1, 20, 20],
      ],
    );
  });

  it('[P-18] [P-21] days: each date with free times and how many, equal times once', () => {
    assert.deepEqual(listDays(daysOf(source, week)), [
      { date: monday, count: 4 },
      { date: thursday, count: 4 },
    ]);
    const full = createSlotSource({ ...all, busy: [busy('08:00', '09:00')] }, {}, noon);
    assert.deepEqual(listDays(daysOf(full, week)), [{ date: thursday, count: 4 }]);
  });

  it('[P-20] finds the first free time and the next date that has one', () => {
    assert.deepEqual(firstSlot(daysOf(source, week)), {
      start: oslo(monday, '08:00'),
      minutes: 30,
      clinic: 'asker',
      clinician: 'lise',
      treatment: 'exam',
    });
    assert.equal(nextDate(daysOf(source, { from: '2026-12-01', to: '2027-11-22' })), thursday);
    assert.equal(nextDate(daysOf(source, { from: '2026-12-04', to: '2027-11-22' })), null);
    assert.equal(firstSlot(daysOf(source, { from: '2026-12-04', to: '2027-11-22' })), null);
  });
});

describe('pages', () => {
  it('[P-18] go on after the cursor, with `next` only where more follows', () => {
    const one = pageOfSlots(daysOf(source, week), slotOrder(all), undefined, 4);
    assert.equal(one.parts.flat().length, 4);
    const two = pageOfSlots(daysOf(source, week), slotOrder(all), parseCursor(one.next!), 6);
    assert.deepEqual([two.parts.flat().length, two.next], [6, null]);
    assert.equal(new Set([...one.parts, ...two.parts].flat().map(formatCursor)).size, 10);
  });

  it('[P-18] neither repeat nor skip when the last time of a page is taken meanwhile', () => {
    const { next } = pageOfSlots(daysOf(source, week), slotOrder(all), undefined, 3);
    const later = createSlotSource({ ...all, busy: [busy('08:20', '08:30')] }, {}, noon);
    const rest = pageOfSlots(
      daysOf(later, week),
      slotOrder(all),
      parseCursor(next!),
      9,
    ).parts.flat();
    assert.deepEqual(
      rest.slice(0, 2).map((slot) => `${clockOf(slot)} ${slot.treatment}`),
      ['08:30 exam', '08:40 acute'],
    );
  });

  it('[P-18] take no broken cursor', () => {
    const broken = ['', 'x', '1.a.b', '1.a.b.c.d', '-1.a.b.c', '1.a b.c.d', '12345678901234.a.b.c'];
    for (const text of broken) assert.equal(parseCursor(text), undefined, text);
    const slot = firstSlot(daysOf(source, week))!;
    assert.deepEqual(parseCursor(formatCursor(slot)), { ...slot, minutes: 0 });
  });
});
