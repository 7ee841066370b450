import { expect } from '@open-wc/testing';
import { formatPostalCode, parsePostalCode } from '../../src/domain/postal-code.js';

describe('postcode', () => {
  for (const [market, text, normalized, written] of [
    ['NO', '0150', '0150', '0150'],
    ['NO', ' 1395 ', '1395', '1395'],
    ['SE', '123 45', '12345', '123 45'],
    ['SE', '12345', '12345', '123 45'],
    ['FI', '00100', '00100', '00100'],
    ['DK', '2100', '2100', '2100'],
  ] as const) {
    it(`[P-25] ${market} takes "${text}" and shows ${written}`, () => {
      expect(parsePostalCode(market, text)).to.deep.equal({ ok: true, value: { normalized } });
      expect(formatPostalCode(market, normalized)).to.equal(written);
    });
  }

  for (const [market, text, reason] of [
    ['NO', '', 'empty'],
    ['NO', '  ', 'empty'],
    ['NO', '139', 'length'],
    ['NO', '13955', 'length'],
    ['SE', '1234', 'length'],
    ['FI', '0100', 'length'],
    ['DK', '12345', 'length'],
    ['DK', '21O0', 'characters'],
  ] as const) {
    it(`[P-25] ${market} refuses "${text}": ${reason}`, () => {
      expect(parsePostalCode(market, text)).to.deep.equal({ ok: false, reason });
    });
  }
});
