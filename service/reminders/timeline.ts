import type {
  ReminderTimeline,
  ReminderTimelineInput,
  Reminders,
} from '../../src/contract/index.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import type { MergeValues } from '../../src/domain/message-text/merge-fields.js';
import { withCommonFields } from '../../src/domain/message-text/reminder-fields.js';
import { smsLength } from '../../src/domain/message-text/sms-length.js';
import { smsText } from '../../src/domain/message-text/sms-text.js';
import type { Work } from '../context/work.js';
import { formatClock } from '../core/day.js';
import { sendingRules } from '../core/reminder-policy.js';
import { countBack, countForward } from '../core/sending-time.js';
import { compose } from '../messages/compose.js';
import { standardSms } from '../messages/reminder-texts.js';
import { sampleValues } from '../messages/sample-values.js';
import type { ConsideredType } from './planned-messages.js';
import { consideredTypes } from './planned-messages.js';

type Outcome = ReminderTimeline['items'][number]['outcome'];

/** When each message of a policy leaves for an appointment that somebody thinks of (M-16), by the code that plans real ones. */
export function timelineOf(
  { account, now, page = '' }: Pick<Work, 'account' | 'now' | 'page'>,
  policy: Reminders,
  input: Omit<ReminderTimelineInput, 'policy'>,
): ReminderTimeline {
  const { clinic, clinician, language: lang = account.textLanguage } = input;
  const start = Date.parse(input.start);
  const end = start + input.minutes * 60_000;
  const rules = sendingRules(policy, account);
  // One that is past was booked in good time.
  const bookedAt = start > now ? now : 0;
  const visit = {
    ...{ clinicId: clinic, clinicianId: clinician, lang },
    ...{ startsAt: new Date(start), endsAt: new Date(end) },
  };
  const considered = consideredTypes({ account, policy, now: bookedAt }, visit);
  const values = { ...sampleValues(lang, page), ...timeOf(start, account.timeZone) };
  const items = considered.map((one) => {
    const { type, hours, text: own } = one.planned;
    const text = withCommonFields(own ?? standardSms(type, lang, policy.answers), lang);
    const filled = compose({ subject: null, text, format: 'plain' }, lang, values);
    const sent = smsText(filled.text);
    return {
      ...{ type, hours, outcome: outcomeOf(one), text: sent, length: smsLength(sent) },
      sendsAt: formatInstant(one.times.sendsAt, account.timeZone),
      expiresAt: formatInstant(one.times.expiresAt, account.timeZone),
    };
  });
  return { items };

  function outcomeOf({ outcome, planned, times: { sendsAt } }: ConsideredType): Outcome {
    if (outcome !== 'in-time') return outcome;
    const { type, hours } = planned;
    const counted =
      type === 'thank-you' ? countForward(end, hours, rules) : countBack(start, hours, rules);
    if (sendsAt === counted) return 'on-time';
    return sendsAt > counted ? 'after-pause' : 'before-pause';
  }
}

function timeOf(start: number, timeZone: string): Partial<MergeValues> {
  const { date, minutes } = toClockTime(start, timeZone);
  const [year, month, day] = date.split('-');
  const [hour, minute] = formatClock(minutes).split(':');
  return {
    TIMESLOT_START_YEAR: year!,
    TIMESLOT_START_MONTH: month!,
    TIMESLOT_START_DAY: day!,
    TIMESLOT_START_HOUR: hour!,
    TIMESLOT_START_MINUTE: minute!,
  };
}
