import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fitsPlace, fitsStretch, type Wish } from '../../../service/core/waiting.js';

const minutes = 60_000;
const anybody: Wish = {
  ...{ clinic: null, group: null, clinician: null, treatment: 'check' },
  ...{ minutes: 30, before: 1000 * minutes, appointment: null },
};
const rules = {
  groupOf: new Map([
    ['west', 'oslo'],
    ['east', null],
  ]),
  offers: [
    { clinic: 'west', clinician: 'anne', treatments: ['check'] },
    { clinic: 'east', clinician: 'berit', treatments: ['check'] },
  ],
};
const isOfUse = (wish: Partial<Wish>, clinic?: string, clinician?: string) =>
  fitsPlace({ ...anybody, ...wish }, { clinic, clinician }, rules);

describe('a time that would do for whoever waits', () => {
  it('[P-48] lies where it is wished, with who is wished or who gives the treatment there', () => {
    assert.ok(isOfUse({}));
    assert.ok(isOfUse({}, 'west', 'anne'));
    assert.ok(!isOfUse({}, 'west', 'berit'), 'Berit gives it in the east alone');
    assert.ok(isOfUse({}, undefined, 'berit'));
    assert.ok(!isOfUse({ clinic: 'east' }, 'west'));
    assert.ok(isOfUse({ group: 'oslo' }, 'west'));
    assert.ok(!isOfUse({ group: 'oslo' }, 'east'));
    assert.ok(!isOfUse({ clinician: 'berit' }, 'west', 'anne'));
    // The wish is the patient's: what the clinician gives online decides nothing then.
    assert.ok(isOfUse({ clinician: 'cato' }, 'west', 'cato'));
    assert.ok(!isOfUse({ treatment: 'surgery' }, 'west', 'anne'));
    const appointment = { start: 900 * minutes, clinician: 'anne' };
    assert.ok(isOfUse({ treatment: 'surgery', appointment }, 'west', 'anne'));
    assert.ok(!isOfUse({ treatment: 'surgery', appointment }, 'east', 'berit'));
  });

  it('[P-48] begins before the last that would do and before the appointment, and is long enough from now on', () => {
    const fits = (wish: Partial<Wish>, from: number, to: number, now = 0) =>
      fitsStretch(
        { ...anybody, ...wish },
        { start: from * minutes, end: to * minutes },
        now * minutes,
      );
    assert.ok(fits({}, 100, 130));
    assert.ok(!fits({}, 100, 129));
    assert.ok(!fits({}, 100, 130, 101), 'a minute of it is over');
    assert.ok(!fits({}, 1000, 1030));
    assert.ok(fits({}, 999, 1029));
    const appointment = { start: 500 * minutes, clinician: 'anne' };
    assert.ok(fits({ appointment }, 499, 529));
    assert.ok(!fits({ appointment }, 500, 530), 'that is the appointment itself');
    assert.ok(fits({ minutes: null }, 100, 101));
    assert.ok(!fits({ minutes: null }, 100, 101, 101));
  });
});
