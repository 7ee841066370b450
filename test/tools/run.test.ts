import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../../tools/run.js';

test('a command that takes too long is stopped, and all that it started', async () => {
  const { code, isOver, seconds } = await run('bash', ['-c', 'sleep 30 & sleep 30'], {
    echo: false,
    seconds: 0.3,
  });
  assert.notEqual(code, 0);
  assert.equal(isOver, true);
  assert.ok(seconds < 10, 'nothing of it held the pipe open');
});

test('a command in time is left alone', async () => {
  const { code, isOver, output } = await run('bash', ['-c', 'echo done'], {
    echo: false,
    seconds: 20,
  });
  assert.deepEqual({ code, isOver, output }, { code: 0, isOver: false, output: 'done\n' });
});
