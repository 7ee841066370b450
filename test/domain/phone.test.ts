import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Market } from '../../src/contract/primitives.js';
import {
  countryCodeOf,
  formatPhone,
  parsePhone,
  type PhoneReason,
} from '../../src/domain/phone.js';

describe('mobile number', () => {
  for (const [market, text, e164] of [
    ['NO', '40000000', '+4740000000'],
    ['NO', '900 00 000', '+4790000000'],
    ['NO', '+47 900 00 000', '+4790000000'],
    ['NO', '0047 90000000', '+4790000000'],
    ['NO', '4790000000', '+4790000000'],
    ['NO', '47000000', '+4747000000'],
    ['NO', '900\u00a000\u00a0000', '+4790000000'],
    ['NO', '070-174 06 05', undefined],
    ['SE', '070-174 06 05', '+46701740605'],
    ['SE', '0701740605', '+46701740605'],
    ['SE', '+46 (0)70 174 06 05', '+46701740605'],
    ['SE', '0046(0)701740605', '+46701740605'],
    ['SE', '+46 070 174 06 05', '+46701740605'],
    ['SE', '46701740605', '+46701740605'],
    ['SE', '072-174 06 05', '+46721740605'],
    ['SE', '073-174 06 05', '+46731740605'],
    ['SE', '076-174 06 05', '+46761740605'],
    ['SE', '079-174 06 05', '+46791740605'],
    ['FI', '040 123 4567', '+358401234567'],
    ['FI', '050 123 456', '+35850123456'],
    ['FI', '+358 40 1234567', '+358401234567'],
    ['DK', '20 12 34 56', '+4520123456'],
    ['DK', '+45 20123456', '+4520123456'],
    ['DK', '45201234', '+4545201234'],
    ['NO', '٩٠٠ ٠٠ ٠٠٠', '+4790000000'],
    ['SE', '۰۷۰-۱۷۴ ۰۶ ۰۵', '+46701740605'],
    ['DK', '+४५ २० १२ ३४ ५६', '+4520123456'],
    ['FI', '０４０\u200e１２３４５６７', '+358401234567'],
    ['DK', '81 23 45 67', '+4581234567'],
    ['DK', '91 23 45 67', '+4591234567'],
    // A neighbour's number keeps the rules of its own country.
    ['DK', '+46 70 174 06 05', '+46701740605'],
    ['FI', '0047 40000000', '+4740000000'],
    // Anyone else's: country code and at most 15 digits.
    ['NO', '+44 7700 900123', '+447700900123'],
    ['NO', '+44 (0)7700 900123', '+447700900123'],
    ['SE', '00 1 202 555 0123', '+12025550123'],
    ['SE', '+12345678', '+12345678'],
    ['SE', '+999999999999999', '+999999999999999'],
  ] as const) {
    it(`[P-25] ${market} reads "${text}" as ${e164 ?? 'no mobile'}`, () => {
      const result = parsePhone(market, text);
      expect(result.ok ? result.value.e164 : undefined).to.equal(e164);
    });
  }

  const bad: [Market, string, PhoneReason][] = [
    ['NO', '', 'empty'],
    ['NO', ' - ', 'empty'],
    ['NO', '9000000o', 'characters'],
    ['NO', '90000000+', 'characters'],
    ['NO', 'ola@example.no', 'characters'],
    ['NO', '+', 'country-code'],
    ['NO', '+0 900 00 000', 'country-code'],
    ['NO', '0000 900 00 000', 'country-code'],
    ['NO', '9000000', 'length'],
    ['NO', '900000000', 'length'],
    // The neighbour's country code needs its plus: these are ten digits of no number.
    ['NO', '4690000000', 'length'],
    ['NO', '22000000', 'not-mobile'],
    ['NO', '+47 22 00 00 00', 'not-mobile'],
    ['SE', '08-123 456 78', 'not-mobile'],
    ['SE', '070-174 06 0', 'length'],
    ['SE', '070-174 06 055', 'length'],
    ['SE', '071-174 06 05', 'not-mobile'],
    ['FI', '09 123 4567', 'not-mobile'],
    ['FI', '051 123 4567', 'not-mobile'],
    ['FI', '040 123', 'length'],
    ['FI', '040 123 45678 9', 'length'],
    ['DK', '12345678', 'not-mobile'],
    ['DK', '2012345', 'length'],
    ['NO', '800 33 000', 'service-number'],
    ['NO', '815 00 000', 'service-number'],
    ['NO', '829 00 000', 'service-number'],
    ['SE', '020-12 34 56', 'service-number'],
    ['SE', '077-123 45 67', 'service-number'],
    ['SE', '0900-123 45 67', 'service-number'],
    ['SE', '0939-123 45 67', 'service-number'],
    ['SE', '0944-123 45 67', 'service-number'],
    ['SE', '099-123 45 67', 'service-number'],
    // Umeå and Nordmaling, beside the premium ranges.
    ['SE', '090-12 34 56', 'not-mobile'],
    ['SE', '0930-123 45', 'not-mobile'],
    ['FI', '0800 12345', 'service-number'],
    ['FI', '0600 123 45', 'service-number'],
    ['FI', '0700 123 45', 'service-number'],
    ['FI', '0708 123 45', 'service-number'],
    ['DK', '80 12 34 56', 'service-number'],
    ['DK', '90 12 34 56', 'service-number'],
    ['NO', '+45 80 12 34 56', 'service-number'],
    ['DK', '+47 800 33 000', 'service-number'],
    ['NO', '+800 1234 5678', 'service-number'],
    ['SE', '00979 1234 56789', 'service-number'],
    ['NO', '+808 1234 5678', 'service-number'],
    ['SE', '+1234567', 'length'],
    ['SE', '+1234567890123456', 'length'],
  ];
  for (const [market, text, reason] of bad) {
    it(`[P-25] ${market} refuses "${text}": ${reason}`, () => {
      expect(parsePhone(market, text)).to.deep.equal({ ok: false, reason });
    });
  }

  it('[P-25] names the country code of each market', () => {
    expect((['NO', 'SE', 'FI', 'DK'] as const).map(countryCodeOf)).to.deep.equal([
      '+47',
      '+46',
      '+358',
      '+45',
    ]);
  });

  it('[M-05] is stored with a plus and never with 00, and reads back as itself', () => {
    const typed = fc
      .tuple(
        fc.constantFrom('', '+', '00', '0', '+47', '0046', '358', '+45 ', '+46 (0)'),
        fc.constantFrom('4', '9', '70', '73 ', '40', '50-', '2', ''),
        fc.stringMatching(/^\d{5,8}[ -]?$/),
      )
      .map((parts) => parts.join(''));
    const market = fc.constantFrom<Market>('NO', 'SE', 'FI', 'DK');
    let taken = 0;
    fc.assert(
      fc.property(market, typed, (home, text) => {
        const result = parsePhone(home, text);
        if (!result.ok) return;
        taken += 1;
        expect(result.value.e164).to.match(/^\+[1-9]\d{7,14}$/);
        expect(parsePhone(home, result.value.e164)).to.deep.equal(result);
        expect(parsePhone(home, formatPhone(home, result.value.e164))).to.deep.equal(result);
      }),
      { seed: 20261120, numRuns: 5000 },
    );
    expect(taken).to.be.greaterThan(500);
  });

  for (const [market, e164, written] of [
    ['NO', '+4790000000', '900 00 000'],
    ['SE', '+4790000000', '+47 900 00 000'],
    ['SE', '+46701740605', '070 174 06 05'],
    ['NO', '+46701740605', '+46 70 174 06 05'],
    ['FI', '+358401234567', '040 123 4567'],
    ['FI', '+35850123456', '050 123 456'],
    ['DK', '+358401234567', '+358 40 123 4567'],
    ['DK', '+4520123456', '20 12 34 56'],
    ['NO', '+4520123456', '+45 20 12 34 56'],
    ['NO', '+447700900123', '+447700900123'],
  ] as const) {
    it(`[P-32] ${market} shows ${e164} as ${written}`, () => {
      expect(formatPhone(market, e164)).to.equal(written);
    });
  }
});
