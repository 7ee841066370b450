import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  mayCancel,
  mayMove,
  type ChangeRules,
  type ChangeSituation,
} from '../../../service/core/appointment-rules.js';
import {
  clinicianOfNeed,
  isForNeeds,
  lastDateOf,
  nextWeekOf,
  type NeedRules,
} from '../../../service/core/recall-rules.js';
import { addDays, daysBetween, weekday } from '../../../src/domain/civil-date.js';
import { mondayOf } from '../../../src/domain/week.js';
import { toClockTime } from '../../../src/domain/clock-time.js';
import { oslo } from './rows.js';

const rules: ChangeRules = {
  moveOnline: true,
  cancelOnline: true,
  moveDays: null,
  cancelDays: null,
  maxDaysToMove: null,
};

/** An examination on Wednesday 25 November 2026 at 09:00 in Oslo, asked about on Friday the 20th. */
function situation(
  part: Partial<Omit<ChangeSituation, 'settings' | 'template'>> & {
    settings?: Partial<ChangeSituation['settings']>;
    template?: Partial<ChangeRules> | null;
  } = {},
): ChangeSituation {
  const { settings, template, ...rest } = part;
  return {
    now: oslo('2026-11-20', '08:00'),
    timeZone: 'Europe/Oslo',
    start: oslo('2026-11-25', '09:00'),
    isCancelled: false,
    ...rest,
    settings: {
      moveAppointment: true,
      moveWithoutTemplate: false,
      cancelAppointment: true,
      cancelWithoutTemplate: false,
      changeDeadlineHours: 24,
      ...settings,
    },
    template: template === null ? null : { ...rules, ...template },
  };
}

describe('whether an appointment may be moved or cancelled', () => {
  it('[P-36] [P-37] each under its own switch, with and without template', () => {
    const answers = (
      settings: Partial<ChangeSituation['settings']>,
      template: Partial<ChangeRules> | null,
    ) => {
      const asked = situation({ settings, template });
      return [mayMove(asked).reason ?? 'allowed', mayCancel(asked).reason ?? 'allowed'];
    };
    assert.deepEqual(answers({}, {}), ['allowed', 'allowed']);
    assert.deepEqual(answers({ moveAppointment: false }, {}), ['setting', 'allowed']);
    assert.deepEqual(answers({ cancelAppointment: false }, {}), ['allowed', 'setting']);
    assert.deepEqual(answers({}, { moveOnline: false }), ['template', 'allowed']);
    assert.deepEqual(answers({}, { cancelOnline: false }), ['allowed', 'template']);
    assert.deepEqual(answers({}, null), ['setting', 'setting']);
    assert.deepEqual(answers({ moveWithoutTemplate: true }, null), ['allowed', 'setting']);
    assert.deepEqual(answers({ cancelWithoutTemplate: true }, null), ['setting', 'allowed']);
    const off = { moveAppointment: false, moveWithoutTemplate: true };
    assert.deepEqual(answers({ ...off, cancelAppointment: false }, null), ['setting', 'setting']);
    assert.equal(mayCancel(situation({ settings: { cancelAppointment: false } })).allowed, false);
    assert.equal(mayCancel(situation({ template: { cancelOnline: false } })).allowed, false);
  });

  it('[P-37] what is cancelled already is neither', () => {
    const asked = situation({ isCancelled: true });
    assert.deepEqual([mayMove(asked), mayCancel(asked)], [{ allowed: false }, { allowed: false }]);
  });

  it('[A-06] the account’s hours count in real time before the start; none: until it begins', () => {
    const at = (clock: string, changeDeadlineHours: number | null) =>
      mayCancel(situation({ now: oslo('2026-11-24', clock), settings: { changeDeadlineHours } }));
    const until = oslo('2026-11-24', '09:00');
    assert.deepEqual(at('08:59', 24), { allowed: true, until });
    assert.deepEqual(at('09:00', 24), { allowed: false, reason: 'deadline', until });
    assert.equal(at('23:00', null).until, oslo('2026-11-25', '09:00'));
    // Over the night in which the clock goes back an hour, 24 real hours end an hour later by the clock.
    const night = situation({
      start: oslo('2026-10-25', '09:00'),
      now: oslo('2026-10-24', '09:30'),
    });
    assert.equal(mayCancel(night).until, oslo('2026-10-24', '10:00'));
    assert.equal(mayCancel(night).allowed, true);
  });

  it('[A-06] a template’s days override the hours: two days before the 25th the last day is the 23rd', () => {
    const template = { cancelDays: 2, moveDays: 0 };
    const at = (date: string, clock: string) => situation({ now: oslo(date, clock), template });
    const until = oslo('2026-11-24', '00:00');
    assert.deepEqual(mayCancel(at('2026-11-23', '23:59')), { allowed: true, until });
    assert.deepEqual(mayCancel(at('2026-11-24', '00:00')), {
      allowed: false,
      reason: 'deadline',
      until,
    });
    // No day before: on the day itself, until it begins.
    assert.equal(mayMove(at('2026-11-25', '08:59')).allowed, true);
    assert.equal(mayMove(at('2026-11-25', '09:00')).reason, 'deadline');
    assert.equal(mayMove(at('2026-11-24', '09:00')).until, oslo('2026-11-25', '09:00'));
  });

  it('[A-17] so many days both ways from the present date, never the past', () => {
    const dates = (part: Parameters<typeof situation>[0]) => {
      const { from, to } = mayMove(situation(part));
      return [from, to];
    };
    const now = oslo('2026-11-20', '08:00');
    assert.deepEqual(dates({ now, template: { maxDaysToMove: 3 } }), ['2026-11-22', '2026-11-28']);
    assert.deepEqual(dates({ now, template: { maxDaysToMove: 30 } }), ['2026-11-20', '2026-12-25']);
    assert.deepEqual(dates({ now, template: { maxDaysToMove: 0 } }), ['2026-11-25', '2026-11-25']);
    assert.deepEqual(dates({ now }), ['2026-11-20', '2027-11-20']);
  });

  it('[A-08] never past the last date of the need; where that leaves no day, none', () => {
    const template = { maxDaysToMove: 30 };
    assert.equal(mayMove(situation({ template, lastDate: '2026-11-27' })).to, '2026-11-27');
    // A need that ends later than the template allows: the template decides.
    assert.equal(mayMove(situation({ template, lastDate: '2027-06-01' })).to, '2026-12-25');
    const { allowed, reason, from } = mayMove(situation({ template, lastDate: '2026-11-19' }));
    assert.deepEqual([allowed, reason, from], [false, 'days', undefined]);
  });

  it('[A-06] [A-17] holds at any hour of any day, through the changes of the clock', () => {
    const zones = ['Europe/Oslo', 'Europe/Helsinki', 'Europe/Copenhagen'];
    const changes = ['2026-03-29', '2026-10-25', '2027-03-28', '2026-11-24'];
    let allowed = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...changes),
        fc.integer({ min: -3 * 1440, max: 3 * 1440 }),
        fc.integer({ min: -5 * 1440, max: 1440 }),
        fc.option(fc.nat(4), { nil: null }),
        fc.option(fc.nat(72), { nil: null }),
        fc.option(fc.nat(9), { nil: null }),
        (timeZone, change, minutes, ahead, days, hours, most) => {
          const start = Date.parse(`${change}T01:00:00Z`) + minutes * 60_000;
          const now = start + ahead * 60_000;
          const asked = situation({
            timeZone,
            start,
            now,
            settings: { changeDeadlineHours: hours },
            template: { moveDays: days, maxDaysToMove: most },
          });
          const answer = mayMove(asked);
          const date = toClockTime(start, timeZone).date;
          const today = toClockTime(now, timeZone).date;
          // By the manual's words, without a word of the code's arithmetic.
          const inTime =
            days === null
              ? start - now > (hours ?? 0) * 3_600_000
              : now < start && daysBetween(today, date) >= days;
          assert.equal(answer.allowed, inTime);
          assert.equal(answer.allowed, now < answer.until!);
          assert.ok(answer.until! <= start);
          if (days !== null && days > 0) {
            const end = toClockTime(answer.until!, timeZone);
            assert.deepEqual([end.date, end.minutes], [addDays(date, 1 - days), 0]);
          }
          if (!answer.allowed) return;
          allowed += 1;
          assert.ok(answer.from! >= today && answer.from! <= answer.to!);
          if (most === null) return;
          assert.ok(daysBetween(answer.from!, date) <= most);
          assert.equal(daysBetween(date, answer.to!), most);
        },
      ),
      { numRuns: 2000 },
    );
    assert.ok(allowed > 500, `only ${allowed} of 2,000 could be moved`);
  });
});

describe('needs', () => {
  const need = { week: '2026-11-23', clinicianId: 'anne', intervalMonths: 12 };
  const needRules: NeedRules = {
    useInBooking: true,
    useInRecall: true,
    governedByNeed: true,
    mayChooseClinician: false,
    maxDaysAfterRecallWeek: 100,
    moveNextRecall: true,
    archivedAt: null,
  };

  it('[A-08] [P-38] end so many days after the Sunday of their week', () => {
    assert.equal(mondayOf('2026-11-29'), '2026-11-23');
    assert.equal(mondayOf('2026-11-23'), '2026-11-23');
    assert.equal(lastDateOf(need, { ...needRules, maxDaysAfterRecallWeek: 0 }), '2026-11-29');
    assert.equal(lastDateOf(need, needRules), '2027-03-09');
    assert.equal(lastDateOf(need, { ...needRules, maxDaysAfterRecallWeek: null }), undefined);
  });

  it('[A-03] [A-08] are booked with templates that are used for booking and for recall, and not archived', () => {
    assert.equal(isForNeeds(needRules), true);
    assert.equal(isForNeeds({ ...needRules, useInBooking: false }), false);
    assert.equal(isForNeeds({ ...needRules, useInRecall: false }), false);
    assert.equal(isForNeeds({ ...needRules, archivedAt: new Date(0) }), false);
  });

  it('[A-08] fix the clinician where the type is governed by need and may not be chosen', () => {
    assert.equal(clinicianOfNeed(need, needRules), 'anne');
    assert.equal(clinicianOfNeed(need, { ...needRules, mayChooseClinician: true }), undefined);
    assert.equal(clinicianOfNeed(need, { ...needRules, governedByNeed: false }), undefined);
    assert.equal(clinicianOfNeed({ ...need, clinicianId: null }, needRules), undefined);
  });

  it('[A-03] [P-38] the next one falls due so many months after the booked date, in a week that begins on Monday', () => {
    const next = (date: string, intervalMonths: number | null) =>
      nextWeekOf(date, { ...need, intervalMonths }, needRules);
    assert.equal(next('2026-11-25', 12), '2027-11-22');
    assert.equal(next('2026-08-31', 6), mondayOf('2027-02-28'));
    assert.equal(next('2027-08-31', 6), mondayOf('2028-02-29'));
    assert.equal(next('2026-11-25', 1), mondayOf('2026-12-25'));
    assert.equal(next('2026-11-25', null), undefined);
    assert.equal(
      nextWeekOf('2026-11-25', need, { ...needRules, moveNextRecall: false }),
      undefined,
    );
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 120 }), (days, months) => {
        const date = addDays('2026-01-01', days);
        const monday = next(date, months)!;
        assert.equal(weekday(monday), 1);
        const apart = daysBetween(date, monday);
        assert.ok(apart > months * 30.4 - 12 && apart < months * 30.5 + 5, `${apart}`);
      }),
    );
  });
});
