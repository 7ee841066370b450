import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkOffer } from '../../../service/core/offer-check.js';
import {
  busy,
  clinician,
  definition,
  monday,
  noon,
  oslo,
  preblock,
  rows,
  template,
} from './rows.js';

const request = (clock: string, part: object = {}) => ({
  start: oslo(monday, clock),
  clinician: 'lise',
  treatment: 'exam',
  ...part,
});

describe('the check of one time', () => {
  it('[A-10] names the slot and the preblock behind it, though it is taken', () => {
    const taken = rows({ busy: [busy('08:00', '10:00')] });
    assert.deepEqual(checkOffer(taken, request('08:30'), {}, noon), {
      slot: {
        start: oslo(monday, '08:30'),
        minutes: 30,
        clinic: 'asker',
        clinician: 'lise',
        treatment: 'exam',
      },
      placement: 'p-08:00',
      resources: null,
    });
  });

  it('[A-10] refuses what is not offered: off the grid, out of time, elsewhere, unknown', () => {
    const refused = [
      request('08:15'),
      request('10:00'),
      request('07:30'),
      request('08:30', { clinic: 'hokksund' }),
      request('08:30', { treatment: 'acute' }),
      request('08:30', { clinician: 'evelyn' }),
      request('08:30', { start: oslo(monday, '08:30') + 1 }),
      request('08:30', { start: oslo('2026-12-01', '08:30') }),
    ];
    for (const one of refused) assert.equal(checkOffer(rows(), one, {}, noon), undefined);
    assert.ok(checkOffer(rows(), request('08:30', { clinic: 'asker' }), { group: 'vest' }, noon));
    assert.equal(checkOffer(rows(), request('08:30'), { group: 'east' }, noon), undefined);
  });

  it('[P-19] [A-02] refuses a time that has begun, or within the clinician’s expiry', () => {
    const at = (clock: string, hours: number | null) =>
      checkOffer(
        rows({ clinicians: [clinician({ preblockExpiryHours: hours })] }),
        request('08:30'),
        {},
        oslo(monday, clock),
      ) !== undefined;
    assert.deepEqual([at('08:29', null), at('08:30', null)], [true, false]);
    assert.deepEqual([at('06:29', 2), at('06:30', 2)], [true, false]);
  });

  it('[A-02] lets an existing appointment onto a preblock that allows all rebookings', () => {
    const open = rows({ definitions: [definition({ categories: [], allowAllRebookings: true })] });
    assert.equal(checkOffer(open, request('08:30'), {}, noon), undefined);
    assert.ok(checkOffer(open, request('08:30'), { rebooking: true }, noon));
  });

  it('[A-05] is backed by the next preblock when the first is deleted, by none when all are', () => {
    const first = preblock('08:00', '10:00');
    const second = preblock('08:30', '10:00');
    const backing = (placements: (typeof first)[]) =>
      checkOffer(rows({ placements }), request('09:00'), {}, noon)?.placement;
    assert.equal(backing([second, first]), 'p-08:00');
    assert.equal(backing([second]), 'p-08:30');
    assert.equal(backing([]), undefined);
    const twins = ['b', 'a'].map((id) => preblock('08:00', '10:00', { id }));
    assert.equal(backing(twins), 'a');
  });

  it('[A-09] names the resources of which one has to be free', () => {
    const resources = [
      { id: 'x2', clinic: 'asker', kind: 'X' },
      { id: 'x1', clinic: 'asker', kind: 'X' },
      { id: 'x3', clinic: 'hokksund', kind: 'X' },
    ];
    const templates = [template({ resource: 'X' })];
    assert.deepEqual(
      checkOffer(rows({ templates, resources }), request('08:30'), {}, noon)?.resources,
      ['x2', 'x1'],
    );
    assert.equal(checkOffer(rows({ templates }), request('08:30'), {}, noon), undefined);
  });
});
