import { formatInstant } from '../../src/domain/clock-time.js';
import { isPublicHoliday } from './public-holidays.js';
import type { SendingRules, SendingTimes } from './sending-time.js';
import { reminderTimes, thankYouTimes } from './sending-time.js';

/** An example of a sending time, worked out by hand and by the rules: the documentation shows it, a test compares the two. */
export interface WorkedExample {
  title: string;
  /** IANA zone of the account. */
  timeZone: string;
  /** When the appointment begins, or ends for a thank-you; by the clock of `timeZone`, with its offset. */
  from: string;
  /** The sending time as somebody has worked it out by hand. */
  sendsAt: string;
  expiresAt: string;
  /** The same by the rules. */
  times: () => { sendsAt: string; expiresAt: string };
}

const oslo = 'Europe/Oslo';
const night = { from: '22:00', to: '07:00' };
const plain: SendingRules = {
  timeZone: oslo,
  daysWithoutSending: [],
  isHoliday: () => false,
  pauses: { saturday: false, sunday: false, night: null },
};
const withPauses = (pauses: Partial<SendingRules['pauses']>): SendingRules => ({
  ...plain,
  pauses: { ...plain.pauses, ...pauses },
});
const atNight = withPauses({ night });

const inFinland = (rules: Partial<SendingRules>): SendingRules => ({
  ...plain,
  ...rules,
  timeZone: 'Europe/Helsinki',
});

function example(
  times: (from: number) => SendingTimes,
  [title, from, sendsAt, expiresAt]: readonly [string, string, string, string],
  timeZone = oslo,
): WorkedExample {
  return {
    title,
    timeZone,
    from,
    sendsAt,
    expiresAt,
    times: () => {
      const found = times(Date.parse(from));
      return {
        sendsAt: formatInstant(found.sendsAt, timeZone),
        expiresAt: formatInstant(found.expiresAt, timeZone),
      };
    },
  };
}

/** A reminder, which expires at the start. */
const before = (hours: number, rules: SendingRules, title: string, from: string, sendsAt: string) =>
  example(
    (start) => reminderTimes(start, hours, rules),
    [title, from, sendsAt, from],
    rules.timeZone,
  );

export const workedExamples: readonly WorkedExample[] = [
  before(
    70,
    plain,
    'The manual: 70 hours before',
    '2009-12-09T12:45:00+01:00',
    '2009-12-06T14:45:00+01:00',
  ),
  before(
    22,
    plain,
    'The manual: 22 hours before',
    '2009-12-09T12:45:00+01:00',
    '2009-12-08T14:45:00+01:00',
  ),
  before(
    1,
    plain,
    'The manual: 1 hour before',
    '2009-12-09T12:45:00+01:00',
    '2009-12-09T11:45:00+01:00',
  ),
  example(
    (end) => thankYouTimes(end, 3, plain),
    [
      'The manual: thanks, 3 hours after',
      '2009-12-09T12:45:00+01:00',
      '2009-12-09T15:45:00+01:00',
      '2009-12-10T15:45:00+01:00',
    ],
  ),
  before(
    24,
    { ...plain, daysWithoutSending: [6, 7] },
    '24 hours before a Monday, nothing on Saturday and Sunday',
    '2026-11-30T08:00:00+01:00',
    '2026-11-27T08:00:00+01:00',
  ),
  before(
    24,
    { ...plain, isHoliday: (date) => isPublicHoliday('NO', date) },
    '24 hours before the day after Easter, holidays not counted',
    '2026-04-07T09:00:00+02:00',
    '2026-04-04T09:00:00+02:00',
  ),
  before(
    24,
    withPauses({ sunday: true }),
    '24 hours before a Monday, paused on Sunday: too late at its end, so before it',
    '2026-11-30T00:00:00+01:00',
    '2026-11-28T23:59:00+01:00',
  ),
  before(
    24,
    withPauses({ sunday: true }),
    '24 hours before a Monday, paused on Sunday: at its end',
    '2026-11-30T08:00:00+01:00',
    '2026-11-30T00:00:00+01:00',
  ),
  before(
    24,
    withPauses({ saturday: true, sunday: true, night }),
    '24 hours before a Monday, all three pauses: at the end of them all',
    '2026-11-30T08:00:00+01:00',
    '2026-11-30T07:00:00+01:00',
  ),
  before(
    10,
    atNight,
    '10 hours before, in the night: at its end',
    '2026-12-01T09:00:00+01:00',
    '2026-12-01T07:00:00+01:00',
  ),
  before(
    1,
    atNight,
    '1 hour before 07:00: the night ends at the start itself, so before the night',
    '2026-12-01T07:00:00+01:00',
    '2026-11-30T21:59:00+01:00',
  ),
  before(
    24,
    plain,
    '24 hours before, clocks set forward: an hour earlier by the clock',
    '2026-03-29T12:00:00+02:00',
    '2026-03-28T11:00:00+01:00',
  ),
  before(
    24,
    plain,
    '24 hours before, clocks set back: an hour later by the clock',
    '2026-10-25T12:00:00+01:00',
    '2026-10-24T13:00:00+02:00',
  ),
  before(
    7,
    withPauses({ night: { from: '23:00', to: '02:30' } }),
    'A night until 02:30, which the clock skips: it ends when the clock is set',
    '2026-03-29T09:00:00+02:00',
    '2026-03-29T03:00:00+02:00',
  ),
  before(
    6,
    plain,
    '6 hours before 08:30, by the clock 02:30, which it skips: six hours of time, so 01:30',
    '2026-03-29T08:30:00+02:00',
    '2026-03-29T01:30:00+01:00',
  ),
  before(
    24,
    plain,
    "24 hours before, over the year's end",
    '2027-01-01T10:30:00+01:00',
    '2026-12-31T10:30:00+01:00',
  ),
  example(
    (end) => thankYouTimes(end, 3, withPauses({ saturday: true, sunday: true })),
    [
      'Thanks after a Friday evening, paused over the weekend',
      '2026-11-27T22:00:00+01:00',
      '2026-11-30T00:00:00+01:00',
      '2026-12-01T00:00:00+01:00',
    ],
  ),
  before(
    24,
    inFinland({ daysWithoutSending: [6, 7] }),
    'Finland: 24 hours before a Monday, nothing on Saturday and Sunday, by the clock in Helsinki',
    '2026-11-30T08:00:00+02:00',
    '2026-11-27T08:00:00+02:00',
  ),
  before(
    24,
    inFinland({ isHoliday: (date) => isPublicHoliday('FI', date) }),
    'Finland: 24 hours before the day after Independence Day, holidays not counted',
    '2027-12-07T09:00:00+02:00',
    '2027-12-05T09:00:00+02:00',
  ),
  before(
    6,
    inFinland({ pauses: { ...plain.pauses, night: { from: '22:00', to: '03:30' } } }),
    'Finland: a night until 03:30, which the clock skips there an hour later by the clock than in Oslo',
    '2026-03-29T08:00:00+03:00',
    '2026-03-29T04:00:00+03:00',
  ),
];
