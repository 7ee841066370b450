import type { AttackResult } from './attack.js';
import type { Person, Seen, StrangerTarget } from './stranger.js';
import {
  bookAs,
  callAs,
  enterCode,
  logInFrom,
  offerOf,
  person,
  proveBy,
  putOnFile,
  tallyOf,
} from './stranger.js';

const account = 'opusdentalklinikken';
const networks = 20;
/** When the strangers end at the latest, milliseconds. */
const longest = 15_000;

/**
 * Strangers from 20 networks begin bookings and logins and enter wrong codes: of one patient they know the mobile or the ID, of
 * another, who has logged in from home before, both. Then both log in and book from home (N-05).
 */
export async function lockOut(target: StrangerTarget): Promise<AttackResult> {
  const { consent, slotsOf } = await offerOf(target, account);
  const slots = await slotsOf();
  const slotOf = (index: number) => slots[Math.floor((index * slots.length) / (networks + 4))]!;
  const logIn = (who: Person, from: string) => logInFrom(target, from, account, who);
  const book = (who: Person, from: string, index: number) =>
    proveBy(
      target,
      who.mobile,
      () => bookAs(target, from, { account, slot: slotOf(index), who, consent }),
      ({ body }, code) => enterCode(target, from, account, 'bookings', body, code),
    );

  const [first, regular] = [person(0), person(1)];
  for (const who of [first, regular]) await putOnFile(target, account, who);
  const before = await logIn(regular, '192.0.2.1');

  const guesses: Seen[] = [];
  const known = [
    (other: Person) => ({ ...other, mobile: first.mobile }),
    (other: Person) => ({ ...other, nationalId: first.nationalId }),
    () => regular,
    () => regular,
  ];
  const until = Date.now() + longest;
  for (let index = 0; index < networks && Date.now() < until; index += 1) {
    const from = `198.51.100.${index}`;
    const who = known[index % known.length]!(person(2 + index));
    const { nationalId, mobile } = who;
    const json = { nationalId, mobile };
    const login = await callAs(target, from, `/accounts/${account}/logins`, { json });
    const booking = await bookAs(target, from, { account, slot: slotOf(index), who, consent });
    for (const [what, begun] of [
      ['logins', login],
      ['bookings', booking],
    ] as const) {
      for (let tries = 0; tries < 5 && begun.status === 202; tries += 1) {
        guesses.push(await enterCode(target, from, account, what, begun.body, '000000'));
      }
    }
  }

  const after = [
    await logIn(first, '192.0.2.2'),
    await book(first, '192.0.2.2', networks),
    await logIn(regular, '192.0.2.1'),
    await book(regular, '192.0.2.1', networks + 2),
  ];
  return {
    tried: `${networks} networks guess codes of two patients whose mobile, ID or both they know`,
    result: `guesses: ${tallyOf(guesses)}; the patients log in and book: ${after.map(({ status }) => status).join(', ')}`,
    held: [before, ...after].every(({ status }) => status === 200),
  };
}
