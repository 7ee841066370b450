import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { smsLength } from '../../../src/domain/message-text/sms-length.js';

describe('the length of an SMS', () => {
  it('[M-02] is 160 septets alone and 153 in each of several parts', () => {
    for (const [characters, parts] of [
      [0, 1],
      [160, 1],
      [161, 2],
      [306, 2],
      [307, 3],
      [459, 3],
      [460, 4],
    ] as const) {
      assert.deepEqual(smsLength('a'.repeat(characters)), {
        encoding: 'gsm-7',
        units: characters,
        parts,
      });
    }
  });

  it('[M-02] takes the letters of the Nordic languages as one septet, and €, [ and ~ as two', () => {
    assert.deepEqual(smsLength('æøåÆØÅäöÄÖéü@£$¥èùìòÇ\n'), {
      encoding: 'gsm-7',
      units: 22,
      parts: 1,
    });
    assert.deepEqual(smsLength('^{}\\[~]|€\f'), { encoding: 'gsm-7', units: 20, parts: 1 });
    assert.deepEqual(smsLength('€'.repeat(80)).parts, 1);
    assert.deepEqual(smsLength('€'.repeat(81)).parts, 2);
  });

  it('[M-02] leaves no escape at the end of a part', () => {
    // 152 septets and an escape pair: the pair moves to the second part whole, so that 306 septets take three.
    const text = `${'a'.repeat(152)}€${'a'.repeat(152)}`;
    assert.deepEqual(smsLength(text), { encoding: 'gsm-7', units: 306, parts: 3 });
    assert.equal(smsLength(`${'a'.repeat(151)}€${'a'.repeat(153)}`).parts, 2);
  });

  it('[M-02] is 70 units alone and 67 in each of several parts where a character is not in GSM-7', () => {
    for (const [text, units, parts] of [
      ['ž', 1, 1],
      [`č${'a'.repeat(69)}`, 70, 1],
      [`č${'a'.repeat(70)}`, 71, 2],
      [`č${'a'.repeat(133)}`, 134, 2],
      [`č${'a'.repeat(134)}`, 135, 3],
      ['a\u00a0b', 3, 1],
      ['tab\t', 4, 1],
      ['’', 1, 1],
      ['ç', 1, 1],
    ] as const) {
      assert.deepEqual(smsLength(text), { encoding: 'ucs-2', units, parts }, text);
    }
  });

  it('[M-02] counts an emoji as two units and never cuts it', () => {
    assert.deepEqual(smsLength('😀'), { encoding: 'ucs-2', units: 2, parts: 1 });
    assert.equal(smsLength('😀'.repeat(35)).parts, 1);
    // 66 units and an emoji: it moves to the second part whole.
    assert.deepEqual(smsLength(`${'č'.repeat(66)}😀${'č'.repeat(66)}`), {
      encoding: 'ucs-2',
      units: 134,
      parts: 3,
    });
  });

  it('[M-02] never needs fewer parts for more text', () => {
    const part = fc.constantFrom('a', 'å', '€', '\n', 'č', '😀');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 400 }), (characters) => {
        const text = characters.join('');
        assert.ok(smsLength(`${text}a`).parts >= smsLength(text).parts);
        assert.ok(smsLength(`${text}😀`).parts >= smsLength(text).parts);
      }),
    );
  });
});
