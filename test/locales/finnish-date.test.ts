import { expect } from '@open-wc/testing';
import { longDate } from '../../src/locales/date-words.js';
import { onFinnishDate } from '../../src/locales/finnish-date.js';

describe('Finnish date within a sentence', () => {
  for (const [date, day] of [
    ['2026-11-23', 'maanantaina 23. marraskuuta'],
    ['2026-11-24', 'tiistaina 24. marraskuuta'],
    ['2026-11-25', 'keskiviikkona 25. marraskuuta'],
    ['2026-11-26', 'torstaina 26. marraskuuta'],
    ['2026-11-27', 'perjantaina 27. marraskuuta'],
    ['2026-11-28', 'lauantaina 28. marraskuuta'],
    ['2026-11-29', 'sunnuntaina 29. marraskuuta'],
  ] as const) {
    it(`[P-32] is "${day}", however Intl writes the weekday`, () => {
      expect(onFinnishDate(longDate('fi', date))).to.equal(day);
      expect(onFinnishDate(`${longDate('fi', date)} 2027`)).to.equal(`${day} 2027`);
      expect(onFinnishDate(day)).to.equal(day);
    });
  }

  it('[P-32] is the same from a format with a year, which Intl puts into the essive by itself', () => {
    const format = new Intl.DateTimeFormat('fi', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const date = format.format(new Date('2027-01-25T00:00:00Z'));
    expect(onFinnishDate(date)).to.equal('maanantaina 25. tammikuuta 2027');
  });
});
