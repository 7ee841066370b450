import { expect } from '@open-wc/testing';
import { UtcDate } from '../../src/domain/utc-date.js';

describe('a date that counts in UTC', () => {
  const moment = '2026-11-30T00:30:15.250Z';

  it('[P-22] reads every field in UTC, wherever the browser is', () => {
    const date = new UtcDate(moment);
    expect([date.getFullYear(), date.getMonth(), date.getDate(), date.getDay()]).to.deep.equal([
      2026, 10, 30, 1,
    ]);
    expect([
      date.getHours(),
      date.getMinutes(),
      date.getSeconds(),
      date.getMilliseconds(),
      date.getTimezoneOffset(),
    ]).to.deep.equal([0, 30, 15, 250, 0]);
  });

  it('[P-22] sets every field in UTC', () => {
    const date = new UtcDate(moment);
    date.setFullYear(2027, 0, 1);
    date.setHours(23, 59, 58, 7);
    expect(date.toISOString()).to.equal('2027-01-01T23:59:58.007Z');
  });

  it('[P-22] has these methods itself, for pages whose own Date has them by inheritance only', () => {
    for (const field of [
      'FullYear',
      'Month',
      'Date',
      'Hours',
      'Minutes',
      'Seconds',
      'Milliseconds',
    ]) {
      for (const name of [`get${field}`, `set${field}`]) {
        expect(Object.hasOwn(UtcDate.prototype, name), name).to.equal(true);
      }
    }
    expect(Object.hasOwn(UtcDate.prototype, 'getDay')).to.equal(true);
  });
});
