import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readCounts, readFailures } from '../../tools/counts.js';
import { runNodeTests } from '../../tools/node-tests.js';

const folder = mkdtempSync(join(tmpdir(), 'opus-node-tests-'));
after(() => rmSync(folder, { recursive: true }));

let runs = 0;
/** Runs test files with these texts in one process; their counts, the exit code, and what was printed. */
async function runAll(...texts: readonly string[]) {
  runs += 1;
  const counts = join(folder, `counts-${runs}`);
  const files = texts.map((text, index) => {
    const file = join(folder, `${runs}-${index}.test.mjs`);
    writeFileSync(file, `import { after, beforeEach, it } from 'node:test';\n${text}`);
    return file;
  });
  let output = '';
  // Not the environment of this very run: node:test would think itself inside a test.
  const env = { OPUS_COUNTS: counts, NODE_TEST_CONTEXT: '' };
  const { code } = await runNodeTests(files, {
    env,
    workers: 1,
    echo: (chunk) => void (output += chunk),
  });
  return { code, output, ...readCounts(counts), failures: readFailures(counts) };
}

const good = "it('is good', () => undefined);";

describe('test files in one process', () => {
  it('are all run, and counted', async () => {
    const { code, passed, failed } = await runAll(good, good);
    assert.deepEqual({ code, passed, failed }, { code: 0, passed: 2, failed: 0 });
  });

  it('keep their hooks to themselves, in the order of the files', async () => {
    const first = `beforeEach(() => console.log('hook of the first'));
      after(() => console.log('first is over'));
      await new Promise((resolve) => setTimeout(resolve, 10));
      it('is first', () => undefined);`;
    const second = "it('is second', () => console.log('second runs'));";
    const { output } = await runAll(first, second);
    assert.equal(output.split('hook of the first').length, 2);
    assert.ok(output.indexOf('first is over') < output.indexOf('second runs'));
  });

  it('fail for a test that fails or is skipped, and go on', async () => {
    const bad =
      "it('is bad', () => { throw new Error('bad'); });\nit.skip('is skipped', () => undefined);";
    const { code, passed, failed, skipped, failures } = await runAll(bad, good);
    assert.equal(failures.length, 1);
    assert.match(failures[0]!.test, /› is bad$/);
    assert.match(failures[0]!.why, /Error: bad/);
    assert.deepEqual({ passed, failed, skipped }, { passed: 1, failed: 1, skipped: 1 });
    assert.notEqual(code, 0);
  });

  it('fail for a file that cannot be loaded, and go on', async () => {
    const { code, passed, failed } = await runAll("throw new Error('no');", good);
    assert.notEqual(code, 0);
    assert.deepEqual({ passed, failed }, { passed: 1, failed: 1 });
  });

  it('fail where a file ends the process', async () => {
    const { code } = await runAll('process.exit(0);', good);
    assert.notEqual(code, 0);
  });

  it('fail where a hook at the end fails', async () => {
    const { code } = await runAll(`${good}\nafter(() => { throw new Error('left over'); });`, good);
    assert.notEqual(code, 0);
  });

  it('fail where there are none', async () => {
    assert.notEqual((await runAll()).code, 0);
  });
});
