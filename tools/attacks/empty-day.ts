import type { Slot } from '../../src/contract/index.js';
import type { AttackResult } from './attack.js';
import type { Seen, StrangerTarget } from './stranger.js';
import { bookAs, offerOf, person, tallyOf } from './stranger.js';

/** One that asks no code, and one that does. */
const accounts = ['kodefri', 'opusdentalklinikken'] as const;

/** One client books every free time of a clinician's day, without a code and pending ones; then patients book (N-05). */
export async function emptyDay(target: StrangerTarget): Promise<AttackResult> {
  const results: string[] = [];
  let held = true;
  for (const [number, account] of accounts.entries()) {
    const { consent, slotsOf } = await offerOf(target, account);
    const day = dayOf(await slotsOf());
    const answers: Seen[] = [];
    for (const [index, slot] of day.entries()) {
      const from = `2001:db8:2:${number}::${index}`;
      const who = person(300 + 50 * number + index);
      answers.push(await bookAs(target, from, { account, slot, who, consent }));
    }
    const left = dayOf(await slotsOf(), day[0]);
    const patient = { account, slot: left.at(-1)!, who: person(60 + number), consent };
    const booked =
      left.length > 0 ? await bookAs(target, `192.0.2.${10 + number}`, patient) : undefined;
    results.push(
      `${account}: ${tallyOf(answers)}; ${left.length} of ${day.length} left, a patient: ${booked?.status}`,
    );
    held &&= left.length >= day.length / 2 && (booked?.status === 201 || booked?.status === 202);
  }
  return { tried: 'one IPv6 /64 books every time of a day', result: results.join('; '), held };
}

/** The free times of one clinician's day: of that of `like`, else of the first one with many. */
function dayOf(slots: readonly Slot[], like?: Slot): Slot[] {
  const nameOf = ({ clinician, start }: Slot) => `${clinician} ${start.slice(0, 10)}`;
  const days = new Map<string, Slot[]>();
  for (const slot of slots) days.set(nameOf(slot), [...(days.get(nameOf(slot)) ?? []), slot]);
  if (like) return days.get(nameOf(like)) ?? [];
  const all = [...days.values()];
  return all.find(({ length }) => length >= 6) ?? all[0] ?? [];
}
