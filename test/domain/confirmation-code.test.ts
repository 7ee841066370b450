import { expect } from '@open-wc/testing';
import { checkCode, parseCode, readCode } from '../../src/domain/confirmation-code.js';

describe('confirmation code', () => {
  for (const [text, code] of [
    ['123456', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    [' 123456\n', '123456'],
    ['Din kode er 123456. Den gjelder til 10:30.', '123456'],
    ['Kl. 10:30: koden er 123 456', '123456'],
    ['１２３４５６', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['۱۲۳ ۴۵۶', '123456'],
    ['१२३-४५६', '123456'],
    ['12\u200b34\u00ad56', '123456'],
    ['Kl. 10:30, 1234567: 654321', '654321'],
    ['12', '12'],
    ['12a3', '123'],
    ['1234567', '123456'],
    ['abc', ''],
  ] as const) {
    it(`[P-31] reads ${JSON.stringify(text)} as ${JSON.stringify(code)}`, () => {
      expect(readCode(text)).to.equal(code);
    });
  }

  for (const [text, code] of [
    ['123456', '123456'],
    [' 123 456\n', '123456'],
    ['123-456', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['１２３\u200b４５６', '123456'],
    ['12345', undefined],
    ['1234567', undefined],
    ['kode 123456', undefined],
    ['', undefined],
  ] as const) {
    it(`[P-31] takes ${JSON.stringify(text)} as ${code ?? 'no code'}`, () => {
      expect(parseCode(text)).to.equal(code);
    });
  }

  it('[P-31] says whether nothing or too little was typed', () => {
    expect(checkCode('')).to.equal('empty');
    expect(checkCode('12345')).to.equal('length');
    expect(checkCode('123456')).to.equal(undefined);
  });
});
