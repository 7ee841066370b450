import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { unitTests } from '../../tools/unit-files.js';
import { touchesTime } from '../../tools/zones.js';

const folder = mkdtempSync(join(tmpdir(), 'opus-zones-'));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
/** A source file with this text; answers its name without the ending. */
function source(text: string): string {
  files += 1;
  writeFileSync(join(folder, `file-${files}.ts`), text);
  return `file-${files}`;
}
const isInAllZones = (text: string) => touchesTime(join(folder, `${source(text)}.ts`));

describe('tests that run in every time zone', () => {
  it('are those that work with dates themselves', () => {
    assert.equal(isInAllZones('export const day = new Date(2026, 0, 1).getDay();'), true);
    assert.equal(isInAllZones("import { addDays } from 'date-fns';"), true);
    assert.equal(isInAllZones('export const one = 1;'), false);
  });

  it('are those that import such a file, by whatever way', () => {
    const dates = source('export const words = new Intl.DateTimeFormat();');
    const between = source(`export { words } from './${dates}.js';`);
    assert.equal(isInAllZones(`import { words } from './${between}.js';`), true);
    assert.equal(isInAllZones(`import {\n  words,\n} from './${between}.js';`), true);
    assert.equal(isInAllZones(`import './${between}.js';`), true);
    assert.equal(isInAllZones(`const later = () => import('./${between}.js');`), true);
    assert.equal(isInAllZones(`import type { words } from './${between}.js';`), false);
  });

  it('are more than half, and those of weeks and dates among them', () => {
    const all = unitTests();
    const inAll = all.filter(touchesTime);
    for (const name of [
      'domain/week',
      'domain/civil-date',
      'domain/clock-time',
      'elements/booking',
      'elements/week-calendar',
    ])
      assert.ok(inAll.includes(`test/${name}.test.ts`), name);
    assert.ok(inAll.length > all.length / 2 && inAll.length < all.length);
  });
});
