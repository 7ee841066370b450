import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { unitTests } from '../../tools/unit-files.js';
import { filesUnder } from '../../tools/files.js';
import { reachedFrom, touchesTime, worksWithDatesItself } from '../../tools/zones.js';

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

  it('are those whose subject works with dates, however it is imported', () => {
    const dates = source('export const words = new Intl.DateTimeFormat();');
    assert.equal(isInAllZones(`import { words } from './${dates}.js';`), true);
    assert.equal(isInAllZones(`import {\n  words,\n} from './${dates}.js';`), true);
    assert.equal(isInAllZones(`import './${dates}.js';`), true);
    assert.equal(isInAllZones(`const later = () => import('./${dates}.js');`), true);
    assert.equal(isInAllZones(`import type { words } from './${dates}.js';`), false);
  });

  it('reach every file of the library that works with dates', () => {
    const all = unitTests();
    const inAll = all.filter(touchesTime);
    const reached = reachedFrom(inAll);
    const withDates = filesUnder('src', /\.ts$/).filter(worksWithDatesItself);
    assert.deepEqual(
      withDates.filter((file) => !reached.has(file)),
      [],
    );
    assert.ok(withDates.length > 5 && inAll.length < all.length);
  });
});
