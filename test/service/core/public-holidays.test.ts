import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Holidays from 'date-holidays';
import { isPublicHoliday } from '../../../service/core/public-holidays.js';
import type { Market } from '../../../src/contract/index.js';
import { addDays } from '../../../src/domain/civil-date.js';

describe('public holidays', () => {
  for (const market of ['NO', 'SE', 'FI', 'DK'] as const satisfies Market[]) {
    it(`[M-05] are those of date-holidays in ${market}, 2024 to 2060`, () => {
      const theirs = new Holidays(market);
      for (let year = 2024; year <= 2060; year += 1) {
        const wanted = theirs
          .getHolidays(year)
          .filter(({ type }) => type === 'public')
          .map(({ date }) => date.slice(0, 10));
        const found: string[] = [];
        for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
          if (isPublicHoliday(market, date)) found.push(date);
        }
        assert.deepEqual(found, [...new Set(wanted)].sort());
      }
    });
  }
});
