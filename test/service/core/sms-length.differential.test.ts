// Parts of an SMS beside Twilio's calculator; where the two differ is written down in docs/messages.md.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { smsLength } from '../../../src/domain/message-text/sms-length.js';
import { smsText } from '../../../src/domain/message-text/sms-text.js';

const seeded = { seed: 20261129, numRuns: 3000 };

/** The same three facts by the other one. */
function second(text: string) {
  const { encodingName, messageSize, segmentsCount } = new SegmentedMessage(text);
  const isGsm = encodingName === 'GSM-7';
  return {
    encoding: isGsm ? 'gsm-7' : 'ucs-2',
    units: messageSize / (isGsm ? 7 : 16),
    parts: segmentsCount,
  };
}

/** What staff write: plain letters, those that take two septets, those of other alphabets, and whole signs of two units. */
const gsm = ['a', 'Å', 'ø', 'ä', 'é', '@', '\n', ' ', '€', '[', '~', '\f'];
const others = ['š', 'ż', 'ł', 'ё', 'Ж', '…', '漢', '😀', '🦷'];

/** Runs of one sign up to lengths about the bounds of parts, so that signs of two units lie across them. */
const textOf = (signs: readonly string[]) =>
  fc
    .array(
      fc.tuple(fc.constantFrom(...signs), fc.oneof(fc.nat(4), fc.integer({ min: 60, max: 160 }))),
      {
        maxLength: 12,
      },
    )
    .map((runs) => runs.map(([sign, times]) => sign.repeat(times)).join(''));

describe('the length of an SMS beside sms-segments-calculator', () => {
  it('[M-02] is the same for what is written in letters, signs and plain emoji', () => {
    const seen = { 'gsm-7': 0, 'ucs-2': 0, long: 0 };
    fc.assert(
      fc.property(fc.oneof(textOf(gsm), textOf([...gsm, ...others])), (text) => {
        const ours = smsLength(text);
        assert.deepEqual(ours, second(text));
        seen[ours.encoding] += 1;
        if (ours.parts > 2) seen.long += 1;
      }),
      seeded,
    );
    assert.ok(Math.min(seen['gsm-7'], seen['ucs-2'], seen.long) > 500, JSON.stringify(seen));
  });

  it('[M-02] has the same alphabet, for every character of the basic plane', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCharCode(code);
      assert.deepEqual(smsLength(character), second(character), `U+${code.toString(16)}`);
    }
  });

  it('[M-02] never counts more parts, and fewer only where a sign of several characters lies across two', () => {
    let fewer = 0;
    const signs = ['č', 'a', '😀', '👍🏽', '🇳🇴', '👩‍👩‍👧‍👦', 'e\u0301', 'क्षि'];
    fc.assert(
      fc.property(textOf(signs), (text) => {
        const [ours, theirs] = [smsLength(text), second(text)];
        assert.deepEqual([ours.encoding, ours.units], [theirs.encoding, theirs.units]);
        assert.ok(ours.parts <= theirs.parts, text);
        if (ours.parts < theirs.parts) fewer += 1;
      }),
      seeded,
    );
    assert.ok(fewer > 0);
    const text = `${'č'.repeat(65)}👍🏽${'č'.repeat(65)}`;
    assert.deepEqual([smsLength(text).parts, second(text).parts], [2, 3]);
    // A sign of more than one part: theirs counts it as if it fitted.
    const heap = `z${'\u0301'.repeat(149)}`;
    assert.deepEqual([smsLength(heap).parts, second(heap).parts], [3, 2]);
  });

  it('[M-02] makes plain what its "smart" mode does, without changing what a text says', () => {
    const smart = (text: string) => {
      const { graphemes, encodingName } = new SegmentedMessage(text, 'auto', true);
      return { text: graphemes.join(''), isGsm: encodingName === 'GSM-7' };
    };
    const ours = (text: string) => {
      const plain = smsText(`x${text}x`).slice(1, -1);
      return { text: plain, isGsm: smsLength(plain).encoding === 'gsm-7' };
    };
    for (const sign of '‘’‚“”„«»‹›–—•…\u2028\u200b\ufeff') {
      if ('‚‹›'.includes(sign)) continue;
      assert.equal(ours(sign).isGsm && smart(sign).isGsm, true, sign);
    }
    const of = (signs: readonly string[]) =>
      signs.map((sign) => [ours(sign).text, smart(sign).text]);
    // One space for one: theirs may bring a text of one part to two.
    assert.deepEqual(of(['\u00a0', '\u202f', '\t']), [
      [' ', '  '],
      [' ', '  '],
      [' ', '       '],
    ]);
    // Letters in pieces are put together: theirs stay UCS-2, or become another letter and a sign.
    assert.deepEqual(of(['o\u0308', 'n\u0303']), [
      ['ö', 'o\u0308'],
      ['ñ', 'n~'],
    ]);
    // What says something else without its sign stays: 1½ would be 11/2.
    assert.deepEqual(of(['½', '÷', 'Ａ']), [
      ['½', '1/2'],
      ['÷', '/'],
      ['Ａ', 'A'],
    ]);
    assert.deepEqual(of(['\u2011', '\u2212', '\u2032', '\u00ad']), [
      ['-', '\u2011'],
      ['-', '\u2212'],
      ["'", '\u2032'],
      ['', '\u00ad'],
    ]);
  });
});
