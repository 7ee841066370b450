import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const filler = (index: number) =>
  `export async function filler${index}(value: number): Promise<{ text: string; more?: number }> {
  const { one, other } = { one: value, other: \`text \${value}\` };
  return { text: other, ...(one ? { more: one } : {}) };
}
`;

test('a failing assert.ok at the end of a long file fails, and does not stand still', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opus-long-'));
  const file = join(folder, 'long.mts');
  const lines = Array.from({ length: 150 }, (_, index) => filler(index));
  writeFileSync(
    file,
    `import assert from 'node:assert/strict';\n${lines.join('')}assert.ok([1].some((each) => each > 2));\n`,
  );
  try {
    const options = ['--import', 'tsx', '--import', './tools/assert-at-once.ts'];
    // Without, minutes; the limit is only so that this test ends as well.
    const { status, stderr } = spawnSync('node', [...options, file], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    assert.equal(status, 1, stderr);
    assert.match(stderr, /Expected something true, not false/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
