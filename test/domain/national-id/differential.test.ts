import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Personnummer from 'personnummer';
import validator from '@navikt/fnrvalidator';
import finnishSsn from 'finnish-ssn';
import { parseNationalId } from '../../../src/domain/national-id/national-id.js';

/*
 * Thousands of made-up numbers against the libraries in use. So that none of them can be a living person's, each comes
 * from a test series, from a series that has never been given out, or from the nineteenth century.
 */
const today = '2026-11-20';
const seeded = { seed: 20261120, numRuns: 4000 };

const padded = (length: number, max: number, min = 0) =>
  fc.integer({ min, max }).map((value) => String(value).padStart(length, '0'));
const digit = padded(1, 9);
/** Mostly days of the calendar, with those just outside it; `shift` moves the number as the series do. */
const day = (shift = 0) => padded(2, 32 + shift, shift);
const month = (shift = 0) => padded(2, 13 + shift, shift);
const isTaken = (market: 'NO' | 'SE' | 'FI', text: string, on = today) =>
  parseNationalId(market, text, { today: on }).ok;

describe('national ID of Norway beside @navikt/fnrvalidator', () => {
  const weigh = (text: string, weights: number[]) =>
    weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11;
  /** Puts control digits behind nine: `step` is the first remainder (0 to 3 since the rule of 2032), more is wrong. */
  const control = (nine: string, step: number) => {
    const first = (11 + step - weigh(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2])) % 11;
    const ten = `${nine}${String(first % 10)}`;
    const second = (11 - weigh(ten, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) % 11;
    return `${ten}${String(second % 10)}`;
  };

  const year = padded(2, 99);
  const individual = padded(3, 999);
  const series = fc.oneof(
    // Tenor's synthetic persons, with and without D-number; NAV's, and H-numbers, share month + 40.
    ...[0, 40].flatMap((dayShift) =>
      [40, 80].map((monthShift) => fc.tuple(day(dayShift), month(monthShift), year, individual)),
    ),
    // Individual numbers 750 to 899 of the years from 1940: never given out. The only ones to look like a plain number.
    fc.tuple(day(), month(), padded(2, 99, 40), padded(3, 899, 750)),
    fc.tuple(day(40), month(), padded(2, 99, 40), padded(3, 899, 750)),
  );

  it('[P-26] takes and refuses the same numbers with control digits of all sorts', () => {
    let taken = 0;
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 4 }), (parts, step) => {
        const text = control(parts.join(''), step);
        const expected = validator.idnr(text).status === 'valid';
        // Not compared: the library takes the first digit 8 and 9 for a D-number's, which the series above leave out.
        expect(isTaken('NO', text), text).to.equal(expected);
        taken += Number(expected);
      }),
      seeded,
    );
    // Else both could agree by refusing everything.
    expect(taken).to.be.within(1500, 3500);
  });

  it('[P-26] takes and refuses the same numbers with random control digits', () => {
    fc.assert(
      fc.property(series, padded(2, 99), (parts, digits) => {
        const text = parts.join('') + digits;
        expect(isTaken('NO', text), text).to.equal(validator.idnr(text).status === 'valid');
      }),
      seeded,
    );
  });

  it('[P-26] names the same kinds', () => {
    const kinds: Record<ReturnType<typeof validator.getType>, string> = {
      fnr: 'fodselsnummer',
      dnr: 'd-number',
      hnr: 'h-number',
      tnr: 'synthetic',
      'dnr-and-hnr': 'synthetic',
      'dnr-and-tnr': 'synthetic',
    };
    fc.assert(
      fc.property(series, (parts) => {
        const text = control(parts.join(''), 0);
        const result = parseNationalId('NO', text, { today });
        if (result.ok) expect(result.value.kind, text).to.equal(kinds[validator.getType(text)]);
      }),
      seeded,
    );
  });

  it('[P-26] tells a birth date only where the individual number told the century before 2032', () => {
    for (const [yearOfBirth, number, century] of [
      ['54', '500', 18],
      ['54', '749', 18],
      ['53', '500', undefined],
      ['54', '750', undefined],
      ['99', '899', undefined],
      ['00', '499', 19],
      ['99', '000', 19],
      ['40', '900', 19],
      ['40', '899', undefined],
      ['39', '999', undefined],
      ['25', '999', 20],
      ['00', '500', 20],
    ] as const) {
      // Tenor numbers of January: the first days whose control digits come out.
      const dates = Array.from({ length: 28 }, (_, index) => {
        const text = control(`${String(index + 1).padStart(2, '0')}81${yearOfBirth}${number}`, 0);
        const result = parseNationalId('NO', text, { today });
        const later = parseNationalId('NO', text, { today: '2032-01-01' });
        expect(later.ok && later.value.birthDate).to.be.oneOf([false, undefined]);
        // Where a control digit came out as 10, this is no number of before 2032.
        const isOld = weigh(text, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) === 0;
        return result.ok && isOld ? [result.value.birthDate?.slice(0, 7)] : [];
      }).flat();
      const expected = century && `${String(century)}${yearOfBirth}-01`;
      expect(new Set(dates), `${yearOfBirth} ${number}`).to.deep.equal(new Set([expected]));
    }
  });

  it('[P-26] takes the series of Norsk helsenett (month + 65), which the library lacks', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        padded(2, 28, 1),
        padded(2, 77, 66),
        year,
        individual,
        fc.integer({ min: 0, max: 3 }),
        (dd, mm, yy, number, step) => {
          const nine = dd + mm + yy + number;
          const text = control(nine, step);
          // A control digit that came out as 10 stands there as 0, which is mostly wrong.
          const first = weigh(text, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
          const second = weigh(text, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
          expect(isTaken('NO', text), text).to.equal(first < 4 && second === 0);
          taken += Number(isTaken('NO', text));
        },
      ),
      seeded,
    );
    expect(taken).to.be.greaterThan(2000);
  });
});

describe('national ID of Sweden beside personnummer', () => {
  // All of the nineteenth century: twelve digits, so that the library's own clock does not matter.
  const number = fc
    .tuple(padded(2, 99), month(), fc.oneof(day(), day(60)), padded(3, 999), digit)
    .map((parts) => `18${parts.join('')}`);
  const luhn = (text: string) => {
    const sum = [...text.slice(2, 11)].reduce((total, character, index) => {
      const product = Number(character) * (index % 2 ? 1 : 2);
      return total + (product > 9 ? product - 9 : product);
    }, 0);
    return text.slice(0, 11) + String((10 - (sum % 10)) % 10);
  };
  // Not compared: month 00 and day 60, which the library refuses though Skatteverket gives them out.
  const isComparable = (text: string) => !/^.{4}(00|..60)/.test(text);

  for (const [sort, map] of [
    ['right', luhn],
    ['random', (text: string) => text],
  ] as const) {
    it(`[P-26] takes and refuses the same numbers with ${sort} control digits`, () => {
      let taken = 0;
      fc.assert(
        fc.property(
          number.map(map).filter(isComparable),
          fc.constantFrom('', '-'),
          (text, hyphen) => {
            const typed = text.slice(0, 8) + hyphen + text.slice(8);
            const expected = Personnummer.valid(typed);
            expect(isTaken('SE', typed), typed).to.equal(expected);
            taken += Number(expected);
          },
        ),
        seeded,
      );
      expect(taken).to.be.greaterThan(sort === 'right' ? 3000 : 250);
    });
  }

  it('[P-26] finds the same century and kind for ten digits', () => {
    fc.assert(
      fc.property(number.map(luhn).filter(isComparable), (text) => {
        // On the last day of the century everyone of it is less than a hundred years old.
        const short = parseNationalId('SE', text.slice(2), { today: '1899-12-31' });
        const long = parseNationalId('SE', text, { today: '1899-12-31' });
        expect(short).to.deep.equal(long);
        if (!long.ok) return;
        const peer = Personnummer.parse(text);
        expect(long.value.kind === 'samordningsnummer').to.equal(peer.isCoordinationNumber());
        expect(long.value.normalized).to.equal(peer.format(true));
        expect(long.value.birthDate).to.equal(peer.getDate().toISOString().slice(0, 10));
        // A hundred years later the same ten digits with a plus mean the same person.
        const plus = `${text.slice(2, 8)}+${text.slice(8)}`;
        expect(parseNationalId('SE', plus, { today: '1999-12-31' })).to.deep.equal(long);
      }),
      seeded,
    );
  });
});

describe('national ID of Finland beside finnish-ssn', () => {
  const peer = finnishSsn.FinnishSSN;
  const controls = '0123456789ABCDEFHJKLMNPRSTUVWXY';
  const withControl = ([born, sign, individual]: [string, string, string]) =>
    `${born}${sign}${individual}${controls.charAt(Number(born + individual) % 31)}`;
  const born = (year: fc.Arbitrary<string>) =>
    fc.tuple(day(), month(), year).map((parts) => parts.join(''));
  // The test series 900 to 999 of each sign. Not compared: births after today and before 1850, where the library has
  // limits of its own, and the individual numbers 000 and 001, which it takes though they are never given out.
  const series = fc.oneof(
    fc.tuple(born(padded(2, 99)), fc.constantFrom(...'-YXWVUG'), padded(3, 999, 900)),
    fc.tuple(born(padded(2, 25)), fc.constantFrom(...'ABCDEFZ'), padded(3, 999, 900)),
    // Born 1850 to 1899: with them the common individual numbers are compared as well.
    fc.tuple(born(padded(2, 99, 50)), fc.constant('+'), padded(3, 999, 2)),
  );

  it('[P-26] takes and refuses the same numbers with right control characters', () => {
    let taken = 0;
    fc.assert(
      fc.property(series, (parts) => {
        const text = withControl(parts);
        expect(isTaken('FI', text), text).to.equal(peer.validate(text));
        taken += Number(peer.validate(text));
      }),
      seeded,
    );
    expect(taken).to.be.within(2000, 3900);
  });

  it('[P-26] takes and refuses the same numbers with random control characters', () => {
    const control = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    fc.assert(
      fc.property(series, control, (parts, character) => {
        const text = withControl(parts).slice(0, 10) + character;
        expect(isTaken('FI', text), text).to.equal(peer.validate(text));
      }),
      seeded,
    );
  });
});
