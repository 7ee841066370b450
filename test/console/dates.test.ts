import { expect } from '@open-wc/testing';
import { date, dateTime, endOfDay, listed } from '../../src/console/words/dates.js';

describe('dates of the console', () => {
  it("[C-14] are written as each language writes them, in the browser's own time zone", () => {
    // Noon here, wherever that is.
    const noon = new Date(2026, 10, 29, 12, 5).toISOString();
    expect(date(noon, 'nb')).to.equal('29. nov. 2026');
    expect(date(noon, 'en')).to.equal('29 Nov 2026');
    expect(date(noon, 'fi')).to.equal('29.11.2026');
    expect(dateTime(noon, 'sv')).to.match(/29 nov\. 2026.*12:05/);
    expect(dateTime(noon, 'da')).to.match(/29\. nov\. 2026.*12[.:]05/);
  });

  it('[C-11] a key is good until the end of its last day here', () => {
    const end = new Date(endOfDay('2026-11-29'));
    expect([end.getDate(), end.getHours(), end.getMinutes()]).to.deep.equal([29, 23, 59]);
  });

  it('[C-14] words stand one after the other as each language joins them', () => {
    expect(listed(['a', 'b', 'c'], 'en')).to.equal('a, b and c');
    expect(listed(['a', 'b'], 'fi')).to.equal('a ja b');
    expect(listed([], 'nb')).to.equal('');
  });
});
