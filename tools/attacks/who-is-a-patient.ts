import { mannWhitney, quantile } from '../two-samples.js';
import type { AttackResult } from './attack.js';
import type { Person, StrangerTarget } from './stranger.js';
import { bookAs, callAs, callAsStaff, enterCode, offerOf, person, putOnFile } from './stranger.js';

const account = 'kodefri';
const pairs = 60;
/** What is less likely than this by chance counts as a difference. */
const significance = 0.001;

/**
 * A stranger asks of 60 patients and of 60 others whether they are on file, by booking for them where only patients on file may book:
 * with addresses of the stranger's own, and by guessing a code (N-06). Answers and times must not tell the two apart.
 */
export async function whoIsAPatient(target: StrangerTarget): Promise<AttackResult> {
  const until = Date.now() + 25_000;
  const { consent, slotsOf } = await offerOf(target, account);
  const known = Array.from({ length: pairs }, (_, index) => person(400 + index));
  const slots = await slotsOf();
  await callAsStaff(target, account, '/settings', 'PATCH', { selfCreation: false });
  const answers = { known: new Set<string>(), unknown: new Set<string>() };
  const milliseconds = { known: [] as number[], unknown: [] as number[] };
  try {
    const ask = async (kind: 'known' | 'unknown', { nationalId }: Person, index: number) => {
      const from = `2001:db8:${(16 + index).toString(16)}::1`;
      const who = { ...person(600 + index), nationalId };
      const slot = slots[(index * 7) % slots.length]!;
      const booking = await bookAs(target, from, { account, slot, who, consent });
      const guess = await enterCode(target, from, account, 'bookings', booking.body, '000000');
      milliseconds[kind].push(booking.milliseconds, guess.milliseconds);
      answers[kind].add([booking, guess].map(seenOf).join(' '));
      // Given up, so that the next finds the day as this one did.
      await callAs(target, from, `/accounts/${account}/bookings/${String(booking.body.id)}`, {
        method: 'DELETE',
        headers: { 'Booking-Token': String(booking.body.token) },
      });
    };
    for (let index = 0; index < pairs && Date.now() < until; index += 1) {
      await putOnFile(target, account, known[index]!);
      // Neither comes first all the time.
      const both = [
        ['known', known[index]!],
        ['unknown', person(500 + index)],
      ] as const;
      const order = index % 2 ? both : [both[1], both[0]];
      for (const [part, [kind, who]] of order.entries()) await ask(kind, who, 2 * index + part);
    }
  } finally {
    await callAsStaff(target, account, '/settings', 'PATCH', { selfCreation: true });
  }
  const isSeenAlike = [...answers.known].sort().join() === [...answers.unknown].sort().join();
  const probability = mannWhitney(milliseconds.known, milliseconds.unknown);
  const median = (kind: 'known' | 'unknown') => quantile(milliseconds[kind], 0.5).toFixed(1);
  return {
    tried: `${milliseconds.known.length / 2} patients and ${milliseconds.unknown.length / 2} others, booked for by a stranger`,
    result:
      `answers ${isSeenAlike ? 'alike' : 'differ'}: ${[...answers.known].join(' | ')}; ` +
      `median ${median('known')} and ${median('unknown')} ms, Mann–Whitney p = ${probability.toFixed(3)}`,
    held: isSeenAlike && probability >= significance,
  };
}

/** What is seen of an answer but for what is random. */
function seenOf({
  status,
  body,
  text,
}: {
  status: number;
  body: Record<string, unknown>;
  text: string;
}) {
  return `${status} ${String(body.code ?? body.status)} ${Object.keys(body).join('+')} ${text.length}`;
}
