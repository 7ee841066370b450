import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInLanes, type Job } from '../../tools/lanes.js';

const job = (name: string, change: Partial<Job> = {}): Job => ({
  name,
  lanes: 1,
  databases: 0,
  ...change,
});

/** Runs jobs that take a turn of the event loop each, and tells which ran at the same time as which. */
async function watch(jobs: readonly Job[], room = { lanes: 2, databases: 2 }) {
  const running = new Set<string>();
  const order: string[] = [];
  const crowds: string[] = [];
  const results = await runInLanes(jobs, room, async ({ name }) => {
    order.push(name);
    running.add(name);
    await new Promise((resolve) => setTimeout(resolve, 5));
    crowds.push([...running].sort().join(' '));
    running.delete(name);
    return name.toUpperCase();
  });
  return { order, crowds, results };
}

describe('lanes', () => {
  it('run every job once, no more at a time than there is room for', async () => {
    const { order, crowds, results } = await watch(['a', 'b', 'c', 'd'].map((name) => job(name)));
    assert.deepEqual(order, ['a', 'b', 'c', 'd']);
    assert.ok(crowds.every((crowd) => crowd.split(' ').length <= 2));
    assert.ok(crowds.some((crowd) => crowd.split(' ').length === 2));
    assert.equal(results.get('d'), 'D');
  });

  it('let a job wait for another, and take the next that fits', async () => {
    const { order } = await watch([job('build'), job('use', { after: ['build'] }), job('other')]);
    assert.deepEqual(order, ['build', 'other', 'use']);
  });

  it('let nobody wait for a job that is not run', async () => {
    const { order } = await watch([job('use', { after: ['build'] })]);
    assert.deepEqual(order, ['use']);
  });

  it('run no more databases than there may be', async () => {
    const jobs = ['a', 'b', 'c'].map((name) => job(name, { databases: 1 }));
    const { crowds } = await watch(jobs, { lanes: 3, databases: 2 });
    assert.ok(crowds.every((crowd) => crowd.split(' ').length <= 2));
  });

  it('run a job alone that needs more than there is', async () => {
    const { crowds } = await watch([job('a'), job('wide', { lanes: 2 })], {
      lanes: 1,
      databases: 1,
    });
    assert.deepEqual(crowds, ['a', 'wide']);
  });

  it('throw where two wait for each other', async () => {
    const jobs = [job('a', { after: ['b'] }), job('b', { after: ['a'] })];
    await assert.rejects(watch(jobs), /Waiting for each other: a, b/);
  });
});
