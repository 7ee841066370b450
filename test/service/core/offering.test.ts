import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OwnRequest } from '../../../service/core/model.js';
import { clinician, monday, oslo, preblock, template, times, work } from './rows.js';

/** A request for the times of an appointment to be moved, or of a need. */
const request = (part: Partial<OwnRequest> = {}): { own: OwnRequest } => ({
  own: {
    template: template(),
    isListed: false,
    within: { from: monday, to: '2026-12-07' },
    ...part,
  },
});

const all = ['08:00', '08:30', '09:00', '09:30'];

describe('times for an appointment to be moved, or for a need', () => {
  it('[A-08] are those of the clinician whom the need fixes', () => {
    const two = {
      clinicians: [clinician(), clinician({ id: 'evelyn' })],
      workingTime: [work('08:00', '16:00'), work('08:00', '16:00', { clinician: 'evelyn' })],
      placements: [preblock('08:00', '10:00'), preblock('12:00', '13:00', { clinician: 'evelyn' })],
    };
    assert.deepEqual(times(two, request()), [...all, '12:00', '12:30']);
    assert.deepEqual(times(two, request({ clinician: 'evelyn' })), ['12:00', '12:30']);
  });

  it('[A-17] lie on the dates that are left, the last one left out', () => {
    const of = (from: string, to: string) => times({}, request({ within: { from, to } }));
    assert.deepEqual(of(monday, '2026-12-01'), all);
    assert.deepEqual(of('2026-12-01', '2026-12-07'), []);
    assert.deepEqual(of('2026-11-23', monday), []);
  });

  it('[P-36] leave out the present time of the appointment, of its clinician alone', () => {
    const start = oslo(monday, '08:30');
    const other = { clinician: 'evelyn', start };
    assert.deepEqual(times({}, request({ present: { clinician: 'lise', start } })), [
      '08:00',
      '09:00',
      '09:30',
    ]);
    assert.deepEqual(times({}, request({ present: other })), all);
    assert.deepEqual(times({}, request({ present: { clinician: 'lise', start: start + 1 } })), all);
  });

  it('[A-07] need the template on the list in force for a need, for an appointment any preblock that permits it', () => {
    const listed = (...items: string[]) => ({
      organisation: { bookingList: 'list', preblockList: null },
      templateLists: [{ id: 'list', items }],
    });
    assert.deepEqual(times(listed(), request({ isListed: true })), []);
    assert.deepEqual(times(listed(), request()), all);
    assert.deepEqual(times(listed('exam'), request({ isListed: true })), all);
    const long = template({ minutes: 60 });
    assert.deepEqual(times(listed('exam'), request({ template: long, isListed: true })), [
      '08:00',
      '09:00',
    ]);
  });

  it('[P-19] are never of a past date, though the clinician’s expiry would let them', () => {
    const late = oslo('2026-12-01', '09:00');
    const long = [clinician({ preblockExpiryHours: -48 })];
    assert.deepEqual(times({ clinicians: long }, {}, late), []);
    assert.deepEqual(times({ clinicians: long }, request(), late), []);
  });
});
