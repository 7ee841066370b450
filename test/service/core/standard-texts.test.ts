import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { standardTexts, whenInWords } from '../../../demo/service/messages/standard-texts.js';
import { Language } from '../../../src/contract/index.js';

const start = Date.UTC(2026, 10, 23, 7);

describe('standard texts of messages', () => {
  it('[M-01] write date and time of the clinic as each language does', () => {
    assert.deepEqual(
      Language.options.map((language) => whenInWords(start, language, 'Europe/Oslo')),
      [
        'mandag 23. november 2026 kl. 08:00',
        'måndag 23 november 2026 kl. 08:00',
        'maanantaina 23. marraskuuta 2026 klo 8.00',
        'mandag den 23. november 2026 kl. 08.00',
        'Monday 23 November 2026 at 08:00',
      ],
    );
    assert.equal(
      whenInWords(start, 'fi', 'Europe/Helsinki'),
      'maanantaina 23. marraskuuta 2026 klo 9.00',
    );
  });

  it('[M-02] say code, clinic and minutes, and what is booked where, in five languages of their own', () => {
    const words = {
      clinic: 'Demoklinikka',
      phone: '09 123 4560',
      address: 'Mannerheimintie 20, 00100 Helsinki',
      clinician: 'Mika Järvinen',
      treatment: 'Tarkastus',
      when: '23.11.2026',
    };
    const seen = new Set<string>();
    for (const language of Language.options) {
      const texts = standardTexts(language);
      const code = texts.code('123456', words.clinic, 10);
      const booked = texts.booked(words);
      for (const part of ['123456', words.clinic, '10']) assert.ok(code.includes(part), code);
      for (const part of Object.values(words)) assert.ok(booked.includes(part), booked);
      for (const text of [code, booked]) seen.add(text);
    }
    assert.equal(seen.size, 2 * Language.options.length);
  });
});
