import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smsLength } from '../../../src/domain/message-text/sms-length.js';
import { smsText } from '../../../src/domain/message-text/sms-text.js';

describe('the text of an SMS', () => {
  for (const [sign, plain] of [
    ['\u00a0', ' '],
    ['\u202f', ' '],
    ['\u2009', ' '],
    ['\u2003', ' '],
    ['\u3000', ' '],
    ['\t', ' '],
    ['\r\n', '\n'],
    ['\u2028', '\n'],
    ['\u200b', ''],
    ['\u00ad', ''],
    ['\ufeff', ''],
    ['\u2018', "'"],
    ['\u2019', "'"],
    ['\u02bc', "'"],
    ['\u00b4', "'"],
    ['`', "'"],
    ['\u201c', '"'],
    ['\u201d', '"'],
    ['\u201e', '"'],
    ['\u00ab', '"'],
    ['\u00bb', '"'],
    ['\u2039', "'"],
    ['\u2010', '-'],
    ['\u2011', '-'],
    ['\u2013', '-'],
    ['\u2014', '-'],
    ['\u2212', '-'],
    ['\u2022', '-'],
    ['\u2026', '...'],
    ['A\u030a', '\u00c5'],
  ] as const) {
    const name = [...sign].map((each) => `U+${each.codePointAt(0)!.toString(16)}`).join(' ');
    it(`[M-02] has a plain character in place of ${name}`, () => {
      const text = smsText(`Time${sign}hos`);
      assert.equal(text, `Time${plain}hos`);
      assert.equal(smsLength(text).encoding, 'gsm-7');
    });
  }

  it('[M-02] keeps what a plain character could not say', () => {
    const text = 'Hei Łukasz, Áhčči, שלום, علی\u200cرضا 👩\u200d⚕️';
    assert.equal(smsText(text), text.normalize('NFC'));
  });

  it('[M-02] has no space at its ends, of whatever width', () => {
    assert.equal(smsText('\u2003\tVi ses!\u00a0\n'), 'Vi ses!');
  });

  it('[M-02] keeps line breaks and the last line that binds a code to its page', () => {
    const text = '123456 er koden din.\n\n@booking.example #123456';
    assert.equal(smsText(text), text);
  });
});
