import type { AttackResult } from './attack.js';
import type { Seen, StrangerTarget } from './stranger.js';
import { callAs, logInFrom, person, putOnFile, tallyOf } from './stranger.js';

const account = 'opusdentalklinikken';
const atOnce = 8;

/**
 * Made-up logins from 200 IPv4 addresses, 400 IPv6 /64s of one /48, and 2,000 addresses of one /64, for a quarter of a minute. Then a
 * patient logs in (N-05).
 */
export async function shutLogin(target: StrangerTarget): Promise<AttackResult> {
  const patient = person(50);
  await putOnFile(target, account, patient);
  const addresses = [
    ...Array.from({ length: 200 }, (_, index) => `203.0.113.${index}`),
    ...Array.from({ length: 400 }, (_, index) => `2001:db8:1:${index.toString(16)}::1`),
    ...Array.from({ length: 2000 }, (_, index) => `2001:db8:0:1::${index.toString(16)}`),
  ];
  const answers: Seen[] = [];
  const until = Date.now() + 15_000;
  let next = 0;
  const attack = async () => {
    while (next < addresses.length && Date.now() < until) {
      const index = next++;
      const json = {
        nationalId: person(100 + (index % 200)).nationalId,
        mobile: String(46_000_000 + index),
      };
      answers.push(
        await callAs(target, addresses[index]!, `/accounts/${account}/logins`, { json }),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, attack));

  const entered = await logInFrom(target, '192.0.2.2', account, patient);
  return {
    tried: `${answers.length} made-up logins from one /64, one /48 and 200 IPv4 addresses`,
    result: `${tallyOf(answers)}; a patient logs in: ${entered.status}`,
    held: entered.status === 200,
  };
}
