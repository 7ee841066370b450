import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { closingLine, readCounts, sumCounts } from '../../tools/counts.js';

describe('counts', () => {
  it('closes with one line of the agreed form', () => {
    const line = closingLine({ passed: 12, failed: 0, skipped: 3 });
    assert.equal(line, 'opus-booking: 12 passed, 0 failed, 3 skipped');
  });

  it('adds up what several reporters wrote, and reads a missing file as nothing run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'opus-counts-'));
    const file = join(folder, 'counts');
    assert.deepEqual(readCounts(file), { passed: 0, failed: 0, skipped: 0 });
    const one = { passed: 1, failed: 2, skipped: 3 };
    writeFileSync(file, `${JSON.stringify(one)}\n${JSON.stringify(one)}\n`);
    assert.deepEqual(readCounts(file), sumCounts([one, one]));
    rmSync(folder, { recursive: true });
  });
});
