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
    ['SE', 'SE-123 45', '12345', '123 45'],
    ['SE', 'S-123 45', '12345', '123 45'],
    ['SE', 'se 12345', '12345', '123 45'],
    ['SE', '123-45', '12345', '123 45'],
    ['SE', '123–45', '12345', '123 45'],
    ['FI', 'FI-00100', '00100', '00100'],
    ['FI', 'FIN-00100', '00100', '00100'],
    ['FI', 'SF-00100', '00100', '00100'],
    ['FI', 'AX-22100', '22100', '22100'],
    ['DK', 'DK-2100', '2100', '2100'],
    ['DK', 'GL-3900', '3900', '3900'],
    ['NO', 'N-0150', '0150', '0150'],
    ['NO', 'NO-0150', '0150', '0150'],
    ['NO', 'ＮＯ０１５０', '0150', '0150'],
    ['NO', 'SJ-9170', '9170', '9170'],
    ['SE', '١٢٣ ٤٥', '12345', '123 45'],
    ['FI', '۰۰۱۰۰', '00100', '00100'],
    ['DK', '२१००', '2100', '2100'],
    ['NO', '01\u00ad50\u200e', '0150', '0150'],
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
    ['NO', 'SE-123 45', 'country'],
    ['SE', 'N-0150', 'country'],
    ['FI', 'EE-10111', 'country'],
    ['DK', 'D-24937', 'country'],
    ['SE', 'SE-1234', 'length'],
    ['SE', 'SE', 'characters'],
    ['NO', '1012 AB', 'characters'],
    ['NO', 'SW1A 1AA', 'characters'],
  ] as const) {
    it(`[P-25] ${market} refuses "${text}": ${reason}`, () => {
      expect(parsePostalCode(market, text)).to.deep.equal({ ok: false, reason });
    });
  }
});
