import { tzOffset } from '@date-fns/tz/tzOffset';
import { expect } from '@open-wc/testing';
import { toClockTime } from '../../src/domain/clock-time.js';

const hour = 3_600_000;

describe('clock time, compared with @date-fns/tz', () => {
  for (const timeZone of [
    'Europe/Oslo',
    'Europe/Helsinki',
    'Europe/London',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'UTC',
  ]) {
    it(`[P-22] has the same offsets in ${timeZone} for two years`, () => {
      const begin = Date.UTC(2026, 0, 1);
      for (let at = begin; at < begin + 730 * 24 * hour; at += hour) {
        const local = new Date(at + tzOffset(timeZone, new Date(at)) * 60_000).toISOString();
        const { date, minutes } = toClockTime(at, timeZone);
        const clock = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
        if (date !== local.slice(0, 10) || minutes !== clock) {
          expect.fail(`${timeZone} ${new Date(at).toISOString()}: ${date} ${minutes}`);
        }
      }
    });
  }
});
