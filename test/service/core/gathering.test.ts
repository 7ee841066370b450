import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Gathering } from '../../../service/messages/gathering.js';

describe('work for many at once', () => {
  it('[M-06] is done at once for one, and for all that came meanwhile together', async () => {
    const runs: number[][] = [];
    const ends: (() => void)[] = [];
    const gathering = new Gathering<number, number>(async (items) => {
      runs.push(items);
      await new Promise<void>((end) => ends.push(end));
      return items.length;
    });
    const first = gathering.add(1);
    await Promise.resolve();
    await Promise.resolve();
    assert.deepEqual(runs, [[1]]);
    const others = [gathering.add(2), gathering.add(3)];
    await new Promise(setImmediate);
    assert.deepEqual(runs, [[1]]);
    ends[0]!();
    assert.equal(await first, 1);
    await new Promise(setImmediate);
    assert.deepEqual(runs, [[1], [2, 3]]);
    ends[1]!();
    assert.deepEqual(await Promise.all(others), [2, 2]);
  });

  it('[M-06] goes on after a run that failed, which only its own hear of', async () => {
    const gathering = new Gathering<number, number>(async (items) => {
      await Promise.resolve();
      if (items.includes(1)) throw new Error('broken');
      return items.length;
    });
    const failed = gathering.add(1);
    await new Promise<void>((begun) => queueMicrotask(begun));
    const next = gathering.add(2);
    await assert.rejects(failed, /broken/);
    assert.equal(await next, 1);
  });
});
