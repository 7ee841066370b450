import { expect } from '@open-wc/testing';
import type { Slot } from '../../src/contract/index.js';
import { countFree, keepLost, slotWeek, type SlotDay } from '../../src/domain/slot-week.js';

const oslo = 'Europe/Oslo';
const slot = (start: string, clinician = 'lise', minutes = 30): Slot => ({
  start,
  minutes,
  clinic: 'hvalstad',
  clinician,
  treatment: 'undersokelse',
});
const clock = (day: SlotDay | undefined) =>
  day?.times.map((time) => [time.minutes / 60, (time.endMinutes ?? NaN) / 60]);

describe('slotWeek', () => {
  it('[P-18] gives a day from Monday to Friday with its times, and nothing of other weeks', () => {
    const days = slotWeek(
      [
        slot('2027-01-22T15:00:00+01:00'),
        slot('2027-01-25T08:00:00+01:00'),
        slot('2027-01-25T08:30:00+01:00'),
        slot('2027-01-29T14:00:00+01:00'),
        slot('2027-02-01T08:00:00+01:00'),
      ],
      '2027-01-25',
      oslo,
    );
    expect(days.map((day) => [day.date, day.times.length])).to.deep.equal([
      ['2027-01-25', 2],
      ['2027-01-26', 0],
      ['2027-01-27', 0],
      ['2027-01-28', 0],
      ['2027-01-29', 1],
    ]);
    expect(clock(days[0])).to.deep.equal([
      [8, 8.5],
      [8.5, 9],
    ]);
  });

  it('[P-19] has Saturday or Sunday when asked to or when they have times', () => {
    const saturday = [slot('2027-01-30T10:00:00+01:00')];
    expect(slotWeek(saturday, '2027-01-25', oslo).map((day) => day.date)).to.deep.equal([
      '2027-01-25',
      '2027-01-26',
      '2027-01-27',
      '2027-01-28',
      '2027-01-29',
      '2027-01-30',
    ]);
    expect(slotWeek([], '2027-01-25', oslo)).to.have.length(5);
    expect(slotWeek([], '2027-01-25', oslo, true)).to.have.length(7);
  });

  it('[P-21] makes one time of equal starts, however their offsets are written', () => {
    const days = slotWeek(
      [
        slot('2027-01-25T08:00:00+01:00', 'lise'),
        slot('2027-01-25T07:00:00Z', 'ivar'),
        slot('2027-01-25T08:30:00+01:00', 'lise'),
      ],
      '2027-01-25',
      oslo,
    );
    expect(days[0]?.times.map((time) => time.slots.map((found) => found.clinician))).to.deep.equal([
      ['lise', 'ivar'],
      ['lise'],
    ]);
  });

  it('[P-21] knows no end where slots of one start last differently', () => {
    const start = '2027-01-25T08:00:00+01:00';
    const days = slotWeek([slot(start, 'lise', 30), slot(start, 'ivar', 40)], '2027-01-25', oslo);
    expect(days[0]?.times[0]?.endMinutes).to.equal(undefined);
  });

  it('puts slots in order that come in none', () => {
    const days = slotWeek(
      [
        slot('2027-01-25T09:00:00+01:00'),
        slot('2027-01-25T08:00:00+01:00'),
        slot('2027-01-25T09:00:00+01:00', 'ivar'),
      ],
      '2027-01-25',
      oslo,
    );
    expect(days[0]?.times.map((time) => [time.minutes, time.slots.length])).to.deep.equal([
      [480, 1],
      [540, 2],
    ]);
  });

  it('[P-22] keeps the clock of the clinic through the change to summer time', () => {
    const days = slotWeek(
      [
        slot('2026-03-28T08:00:00+01:00'),
        slot('2026-03-29T00:30:00+01:00', 'lise', 60),
        slot('2026-03-29T01:30:00+01:00', 'lise', 60),
        slot('2026-03-29T08:00:00+02:00'),
        slot('2026-03-29T23:45:00+02:00'),
      ],
      '2026-03-23',
      oslo,
    );
    expect(clock(days[5])).to.deep.equal([[8, 8.5]]);
    expect(clock(days[6])).to.deep.equal([
      [0.5, 1.5],
      [1.5, 3.5],
      [8, 8.5],
      [23.75, 0.25],
    ]);
  });

  it('[P-22] keeps the clock of the clinic through the change to winter time, both 02:30s apart', () => {
    const days = slotWeek(
      [
        slot('2026-10-25T02:30:00+02:00'),
        slot('2026-10-25T02:30:00+01:00'),
        slot('2026-10-25T23:30:00+01:00'),
        slot('2026-10-26T00:30:00+01:00'),
      ],
      '2026-10-19',
      oslo,
    );
    expect(clock(days.at(-1))).to.deep.equal([
      [2.5, 2],
      [2.5, 3],
      [23.5, 0],
    ]);
  });

  it('[P-22] cuts days at the midnights of the clinic', () => {
    const late = [slot('2027-01-25T04:30:00Z')];
    expect(slotWeek(late, '2027-01-25', oslo)[0]?.times[0]?.minutes).to.equal(330);
    const newYork = slotWeek(late, '2027-01-18', 'America/New_York');
    expect(newYork.at(-1)?.date).to.equal('2027-01-24');
    expect(newYork.at(-1)?.times[0]?.minutes).to.equal(23 * 60 + 30);
  });
});

describe('keepLost', () => {
  const eight = slot('2027-01-25T08:00:00+01:00');
  const nine = slot('2027-01-25T09:00:00+01:00');
  const ten = slot('2027-01-25T10:00:00+01:00');
  const week = (...slots: Slot[]) => slotWeek(slots, '2027-01-25', oslo);

  it('keeps a lost time in its place, without slots, and takes new ones in', () => {
    const days = keepLost(week(eight, ten), week(nine, ten));
    expect(days[0]?.times.map((time) => [time.minutes / 60, time.slots.length])).to.deep.equal([
      [8, 0],
      [9, 1],
      [10, 1],
    ]);
    expect(days.map((day) => countFree(day))).to.deep.equal([2, 0, 0, 0, 0]);
  });

  it('keeps the days in their order when a Saturday is lost and a Sunday comes, each with its own times', () => {
    const saturday = slot('2027-01-30T10:00:00+01:00');
    const sunday = slot('2027-01-31T11:00:00+01:00');
    const days = keepLost(week(sunday), week(eight, saturday));
    expect(days.map((day) => [day.date.slice(-2), day.times.length, countFree(day)])).to.deep.equal(
      [
        ['25', 1, 1],
        ['26', 0, 0],
        ['27', 0, 0],
        ['28', 0, 0],
        ['29', 0, 0],
        ['30', 1, 1],
        ['31', 1, 0],
      ],
    );
  });

  it('gives a time back that is free again', () => {
    const gone = keepLost(week(eight), week());
    expect(countFree(keepLost(gone, week(eight))[0] as SlotDay)).to.equal(1);
  });

  it('[P-19] keeps the column of a Saturday whose last time is lost', () => {
    const saturday = week(slot('2027-01-30T10:00:00+01:00'));
    expect(keepLost(saturday, week())).to.have.length(6);
  });
});
