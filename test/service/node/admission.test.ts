import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { Admission, admissionFor } from '../../../service/context/admission.js';
import { ProblemError } from '../../../service/context/problem.js';
import { createPace } from '../../../service/timebook/turns.js';

/** Work that a test ends, with the order in which it began. */
function bench(limits: Partial<ReturnType<typeof admissionFor>> = {}) {
  const admission = new Admission({
    running: 2,
    runningOfAccount: 1,
    waiting: 4,
    patience: 2000,
    ...limits,
  });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const bring = (name: string, more: { signal?: AbortSignal; isUnderWay?: boolean } = {}) =>
    admission
      .run({ account: name[0]!, ...more }, () => {
        begun.push(name);
        return new Promise<string>((resolve) => ends.set(name, () => resolve('done')));
      })
      .catch((error: unknown) => {
        assert.ok(error instanceof ProblemError && error.code === 'busy', String(error));
        assert.ok(error.extras.retryAfter! >= 1);
        return 'busy';
      });
  const end = async (name: string) => {
    ends.get(name)!();
    await pause(0);
  };
  return { begun, bring, end };
}

describe('who may use the database', () => {
  it('[N-07] accounts take turns, and one never has all the room', async () => {
    const { begun, bring, end } = bench({ waiting: 100 });
    const all = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map((name) => bring(name));
    await pause(0);
    assert.deepEqual(begun, ['a1', 'b1']);
    for (const name of ['b1', 'a1', 'b2', 'a2', 'c1', 'a3']) await end(name);
    assert.deepEqual(begun, ['a1', 'b1', 'b2', 'a2', 'c1', 'a3']);
    assert.deepEqual([...new Set(await Promise.all(all))], ['done']);
  });

  it('[N-07] the longest queue loses its newest when too much waits, whoever comes', async () => {
    const { begun, bring, end } = bench({ running: 1 });
    const flood = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((name) => bring(name));
    const other = bring('b1');
    await pause(0);
    assert.equal(await flood[5], 'busy');
    assert.equal(await flood[4], 'busy');
    await end('a1');
    await end('a2');
    await end('b1');
    assert.equal(await other, 'done');
    assert.deepEqual(begun.slice(0, 3), ['a1', 'a2', 'b1']);
  });

  it('[N-07] whoever has left is dropped, and their work never begins', async () => {
    const { begun, bring, end } = bench({ running: 1, waiting: 100 });
    const first = bring('a1');
    const leaving = new AbortController();
    const left = Array.from({ length: 50 }, (_, index) =>
      bring(`a-${index}`, { signal: leaving.signal }),
    );
    const last = bring('a9');
    leaving.abort();
    assert.deepEqual([...new Set(await Promise.all(left))], ['busy']);
    await end('a1');
    await end('a9');
    assert.deepEqual(await Promise.all([first, last]), ['done', 'done']);
    assert.deepEqual(begun, ['a1', 'a9']);
    assert.equal(await bring('a10', { signal: leaving.signal }), 'busy');
  });

  it('[N-07] nobody waits longer than the patience', async () => {
    const { bring, end } = bench({ running: 1, patience: 30 });
    const first = bring('a1');
    assert.equal(await bring('a2'), 'busy');
    await end('a1');
    assert.equal(await first, 'done');
  });

  it('[N-07] what was let in goes on: next of its account, never refused, also for one who has left', async () => {
    const { begun, bring, end } = bench({ running: 1, waiting: 2, patience: 30 });
    void bring('a1');
    const waiting = [bring('a2'), bring('a3')];
    const goesOn = bring('a4', { isUnderWay: true, signal: AbortSignal.abort() });
    await pause(60);
    assert.deepEqual(await Promise.all(waiting), ['busy', 'busy']);
    await end('a1');
    await end('a4');
    assert.equal(await goesOn, 'done');
    assert.deepEqual(begun, ['a1', 'a4']);
  });

  it('[N-07] work that fails gives its room back', async () => {
    const admission = new Admission(admissionFor(1));
    for (let count = 0; count < 3; count += 1) {
      await assert.rejects(admission.run({ account: 'a' }, () => Promise.reject(new Error('no'))));
    }
    assert.equal(await admission.run({ account: 'b' }, async () => 'yes'), 'yes');
  });

  it('[N-07] leaves connections to others, and always has room for two accounts where it can', () => {
    for (const connections of [1, 2, 3, 4, 10, 100]) {
      const { running, runningOfAccount } = admissionFor(connections);
      assert.ok(running >= 1 && running <= Math.max(1, connections - 2));
      assert.ok(runningOfAccount >= 1 && (running === 1 || runningOfAccount < running));
    }
  });
});

describe('long computations', () => {
  const work = (milliseconds: number) => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  };

  it('[N-07] let the event loop turn, whether they are long or many', async () => {
    for (const { count, days, each } of [
      { count: 6, days: 6, each: 10 },
      // Short ones that go on at the same moment, as those do that waited for one answer of the database.
      { count: 60, days: 1, each: 3 },
    ]) {
      let isOver = false;
      const computations = Promise.all(
        Array.from({ length: count }, async () => {
          const pace = createPace();
          await Promise.resolve();
          for (let day = 0; day < days; day += 1) {
            const pause = pace();
            if (pause) await pause;
            work(each);
          }
        }),
      ).then(() => (isOver = true));
      const turns: number[] = [];
      while (!isOver) {
        const begin = performance.now();
        await new Promise((resolve) => setImmediate(resolve));
        turns.push(performance.now() - begin);
      }
      await computations;
      turns.sort((a, b) => b - a);
      // All together are 360 and 180 ms; the machine may be busy once or twice.
      assert.ok(turns[2]! < 60, `turns took ${turns.slice(0, 5).join()} ms`);
    }
  });

  it('[N-07] are given up when nobody waits for them', async () => {
    const leaving = new AbortController();
    const pace = createPace(leaving.signal);
    await pace();
    work(10);
    leaving.abort();
    await assert.rejects(async () => pace(), { name: 'AbortError' });
  });
});
