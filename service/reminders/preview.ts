import type { ReminderPreview, Reminders, SmsType } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { Work } from '../context/work.js';
import { nextAppointments } from '../store/reminder-runs.js';
import { isWanted } from './plan.js';
import { timedTypes } from './planned-messages.js';
import { lookedUp } from './replan.js';

const batch = 1000;
/** More appointments are not looked at: the answer would take too long. */
const atMost = 5000;
const exampleCount = 5;

type Counts = ReminderPreview['before'];

const noCounts = (): Counts => ({
  messages: 0,
  appointments: 0,
  byType: { 'reminder-1': 0, 'reminder-2': 0, 'reminder-3': 0, 'thank-you': 0 },
});

/** Who would get what under a policy, against what waits now (M-16); nothing is changed. */
export async function previewReminders(work: Work, policy: Reminders): Promise<ReminderPreview> {
  const { tx, account, now } = work;
  const before = noCounts();
  const after = noCounts();
  const without = { mobile: 0, wish: 0, refused: 0 };
  const examples: ReminderPreview['examples'] = [];
  const at = (instant: number | Date) => formatInstant(Number(instant), account.timeZone);
  let place: { afterStart: Date | null; afterId: string | null } = {
    afterStart: null,
    afterId: null,
  };
  for (let seen = 0; ; seen += batch) {
    if (seen >= atMost) return { before, after, without, isPartial: true, examples };
    const times = await nextAppointments(tx, place, new Date(now), batch);
    for (const { time, choice, former } of await lookedUp(tx, times)) {
      const waiting = former.filter(({ status }) => status === 'V' || status === 'FV');
      if (waiting.length > 0) before.appointments += 1;
      for (const { kind } of waiting) count(before, kind as SmsType, 1);
      const timed = timedTypes({ account, policy, now }, time, choice);
      if (typeof timed === 'string') {
        without[timed] += 1;
        continue;
      }
      const made = timed.wanted.filter(({ planned, times: { expiresAt } }) =>
        isWanted(planned.type, expiresAt, former),
      );
      if (made.length > 0) after.appointments += 1;
      if (made.length > 0 && examples.length < exampleCount) {
        const { startsAt, clinicId, clinicianId } = time.reservation;
        examples.push({
          ...{ start: at(startsAt), clinic: clinicId, clinician: clinicianId },
          messages: made.map(({ planned: { type }, times }) => ({
            type,
            sendsAt: at(times.sendsAt),
          })),
        });
      }
      for (const { planned } of made) count(after, planned.type, 1);
    }
    const last = times.at(-1);
    if (!last || times.length < batch)
      return { before, after, without, isPartial: false, examples };
    place = { afterStart: last.reservation.startsAt, afterId: last.reservation.id };
  }
}

function count(counts: Counts, type: SmsType, messages: number): void {
  counts.messages += messages;
  if (type in counts.byType) counts.byType[type as keyof Counts['byType']] += messages;
}
