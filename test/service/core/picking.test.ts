import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pickAlternatives } from '../../../service/core/alternatives.js';
import { sortByLeastBooked } from '../../../service/core/least-booked.js';
import type { FreeSlot } from '../../../service/core/model.js';
import { busy, clockOf, monday, oslo } from './rows.js';

const slot = (clock: string, clinician = 'lise', clinic = 'asker'): FreeSlot => ({
  start: oslo(monday, clock),
  minutes: 30,
  clinic,
  clinician,
  treatment: 'exam',
});
const shown = (slots: FreeSlot[]) => slots.map((one) => `${clockOf(one)} ${one.clinician}`);
const lost = slot('10:00');

describe('in place of a lost time', () => {
  it('[P-23] the same clinician’s nearest come first, of two as near the earlier', () => {
    const free = [
      slot('10:00', 'evelyn'),
      slot('08:00'),
      slot('10:30'),
      slot('09:30'),
      slot('09:50', 'evelyn'),
    ];
    assert.deepEqual(shown(pickAlternatives(free, lost)), [
      '09:30 lise',
      '10:30 lise',
      '08:00 lise',
      '10:00 evelyn',
      '09:50 evelyn',
    ]);
  });

  it('[P-23] at most six, and of other clinicians those of the same clinic first', () => {
    const clocks = ['08:00', '08:30', '09:00', '11:00', '11:30', '12:00', '12:30'];
    const many = clocks.map((clock) => slot(clock));
    assert.equal(pickAlternatives(many, lost).length, 6);
    assert.ok(!shown(pickAlternatives(many, lost)).includes('12:30 lise'));
    const others = [slot('10:00', 'kristine', 'hokksund'), slot('13:00', 'evelyn')];
    assert.deepEqual(shown(pickAlternatives(others, lost)), ['13:00 evelyn', '10:00 kristine']);
  });

  it('[P-23] [P-21] gives different starts before it repeats one', () => {
    const free = [slot('10:00', 'a'), slot('10:00', 'b'), slot('11:00', 'a'), slot('11:00', 'b')];
    const anyone = { start: lost.start };
    assert.deepEqual(shown(pickAlternatives(free, anyone, 3)), ['10:00 a', '11:00 a', '10:00 b']);
  });

  it('[P-23] nothing free: nothing offered', () => {
    assert.deepEqual(pickAlternatives([], lost), []);
  });
});

describe('what the service picks', () => {
  const day = { start: oslo(monday, '00:00'), end: oslo('2026-12-01', '00:00') };
  const free = [slot('10:00', 'a'), slot('10:00', 'b'), slot('10:00', 'c')];

  it('[P-24] is the clinician with the fewest minutes taken that day, else the account’s order', () => {
    assert.deepEqual(shown(sortByLeastBooked(free, [], day)), ['10:00 a', '10:00 b', '10:00 c']);
    const taken = [
      busy('08:00', '08:30', { clinician: 'a' }),
      busy('12:00', '12:20', { clinician: 'b' }),
      busy('12:30', '12:40', { clinician: 'b' }),
      busy('12:30', '12:50', { clinician: 'c' }),
    ];
    assert.deepEqual(shown(sortByLeastBooked(free, taken, day)), ['10:00 c', '10:00 a', '10:00 b']);
  });

  it('[P-24] asks each clinician once before any twice, so that a lost race moves on to somebody else', () => {
    const longer = (clinician: string) => ({ ...slot('10:00', clinician), treatment: 'longer' });
    const open = [slot('10:00', 'a'), longer('a'), slot('10:00', 'b'), longer('b')];
    const taken = [busy('08:00', '08:30', { clinician: 'a' })];
    assert.deepEqual(
      sortByLeastBooked(open, taken, day).map(({ clinician, treatment }) => [clinician, treatment]),
      [
        ['b', 'exam'],
        ['a', 'exam'],
        ['b', 'longer'],
        ['a', 'longer'],
      ],
    );
  });

  it('[P-24] leaves other days out', () => {
    const night = { clinician: 'a', start: day.start - 7_200_000, end: day.start + 60_000 };
    const morrow = { clinician: 'a', start: day.end, end: day.end + 7_200_000 };
    const taken = [night, morrow, busy('12:30', '12:40', { clinician: 'b' })];
    assert.deepEqual(shown(sortByLeastBooked(free, taken, day)), ['10:00 c', '10:00 a', '10:00 b']);
  });
});
