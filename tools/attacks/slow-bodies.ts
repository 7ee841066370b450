import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { quantileOf, type AttackResult, type Target } from './attack.js';

const connections = 50;
/** When a connection has to be ended at the latest, milliseconds. */
const limit = 25_000;

/** Fifty connections send the body of a booking one byte at a time: each has to be ended, and told so (N-07). */
export async function slowBodies({ url, small }: Target): Promise<AttackResult> {
  const { hostname, port } = new URL(url);
  const head = `POST /v1/accounts/${small}/bookings HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`;
  const begin = performance.now();
  const trickle = async () => {
    const socket = connect(Number(port), hostname);
    let said = '';
    let isOver = false;
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => (isOver = true));
    socket.write(head);
    while (!isOver && performance.now() - begin < limit + 4000) {
      await pause(250);
      if (!isOver) socket.write(' ');
    }
    socket.destroy();
    return { milliseconds: performance.now() - begin, isTold: said.startsWith('HTTP/1.1 408 ') };
  };
  const all = await Promise.all(Array.from({ length: connections }, trickle));
  const slowest = quantileOf(
    all.map(({ milliseconds }) => milliseconds),
    1,
  );
  const told = all.filter(({ isTold }) => isTold).length;
  return {
    tried: `${connections} bodies, four bytes a second`,
    result: `ended after ${(slowest / 1000).toFixed(0)} s at the latest, ${told} told 408`,
    held: slowest < limit && told === connections,
  };
}
