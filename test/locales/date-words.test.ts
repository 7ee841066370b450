import { expect } from '@open-wc/testing';
import type { Language } from '../../src/contract/index.js';
import {
  dateHeading,
  dateHeadingAt,
  longDate,
  longDateAt,
  monthHeading,
  slotTimeRange,
  timeAt,
  timeOfDay,
  timeRange,
  weekdayShort,
} from '../../src/locales/date-words.js';

const oslo = 'Europe/Oslo';
const languages: Language[] = ['nb', 'sv', 'fi', 'da', 'en'];
const inEach = (words: (language: Language) => string) => languages.map(words);

describe('date words', () => {
  it('[P-18] says a date within a sentence in each language', () => {
    expect(inEach((language) => longDate(language, '2024-01-29'))).to.deep.equal([
      'mandag 29. januar',
      'måndag 29 januari',
      'maanantai 29. tammikuuta',
      'mandag den 29. januar',
      'Monday 29 January',
    ]);
  });

  it('[P-04] heads a line with the date as the manuals write it', () => {
    expect(inEach((language) => dateHeading(language, '2024-01-29'))).to.deep.equal([
      'Mandag den 29. januar',
      'Måndag 29 januari',
      'Maanantai 29. tammikuuta',
      'Mandag den 29. januar',
      'Monday 29 January',
    ]);
  });

  it('shortens the weekday alone', () => {
    expect(inEach((language) => weekdayShort(language, '2024-01-29'))).to.deep.equal([
      'man',
      'mån',
      'ma',
      'man',
      'Mon',
    ]);
  });

  it('[P-18] heads the columns of a week with short names of which no two are alike', () => {
    const week = Array.from({ length: 7 }, (_, index) => `2024-01-${22 + index}` as const);
    expect(
      inEach((language) => week.map((date) => weekdayShort(language, date)).join(' ')),
    ).to.deep.equal([
      'man tir ons tor fre lør søn',
      'mån tis ons tors fre lör sön',
      'ma ti ke to pe la su',
      'man tirs ons tors fre lør søn',
      'Mon Tue Wed Thu Fri Sat Sun',
    ]);
  });

  it('[P-18] heads a week with its month, in upper case as every heading', () => {
    expect(inEach((language) => monthHeading(language, '2026-05-04', '2026-11-21'))).to.deep.equal([
      'Mai',
      'Maj',
      'Toukokuu',
      'Maj',
      'May',
    ]);
    expect(inEach((language) => monthHeading(language, '2027-05-03', '2026-11-21'))).to.deep.equal([
      'Mai 2027',
      'Maj 2027',
      'Toukokuu 2027',
      'Maj 2027',
      'May 2027',
    ]);
  });

  it('[P-18] names the year of a month only when it is not the present one', () => {
    expect(monthHeading('nb', '2027-01-01', '2027-12-31')).to.equal('Januar');
    expect(monthHeading('nb', '2027-01-01', '2026-12-31')).to.equal('Januar 2027');
    expect(monthHeading('fi', '2027-01-01', '2026-12-31')).to.equal('Tammikuu 2027');
    expect(monthHeading('en', '2027-01-01', '2026-12-31')).to.equal('January 2027');
  });

  it('[P-18] writes times as each language does', () => {
    expect(inEach((language) => timeOfDay(language, 480))).to.deep.equal([
      '08:00',
      '08:00',
      '8.00',
      '08.00',
      '08:00',
    ]);
    expect(inEach((language) => timeOfDay(language, 0))).to.deep.equal([
      '00:00',
      '00:00',
      '0.00',
      '00.00',
      '00:00',
    ]);
    expect(timeOfDay('fi', 780)).to.equal('13.00');
  });

  it('[P-22] takes date and time from the zone it is given', () => {
    const instant = '2024-01-29T23:30:00Z';
    expect(timeAt('nb', instant, oslo)).to.equal('00:30');
    expect(timeAt('nb', instant, 'America/New_York')).to.equal('18:30');
    expect(longDateAt('nb', instant, oslo)).to.equal('tirsdag 30. januar');
    expect(dateHeadingAt('nb', instant, 'UTC')).to.equal('Mandag den 29. januar');
  });

  it('[P-18] spaces the dash of a range', () => {
    const range = (language: Language) =>
      timeRange(language, '2024-01-29T08:00:00+01:00', '2024-01-29T13:30:00+01:00', oslo);
    expect(inEach(range)).to.deep.equal([
      '08:00 – 13:30',
      '08:00 – 13:30',
      '8.00 – 13.30',
      '08.00 – 13.30',
      '08:00 – 13:30',
    ]);
  });

  it('[P-22] ends a slot by the clock that was set in its middle', () => {
    const spring = { start: '2026-03-29T01:30:00+01:00', minutes: 60 };
    const autumn = { start: '2026-10-25T02:30:00+02:00', minutes: 60 };
    expect(slotTimeRange('nb', spring, oslo)).to.equal('01:30 – 03:30');
    expect(slotTimeRange('nb', autumn, oslo)).to.equal('02:30 – 02:30');
  });
});
