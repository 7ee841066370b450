import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { standardTexts } from '../../../service/messages/standard-texts.js';
import { languages } from '../../../src/contract/index.js';

describe('standard texts of codes', () => {
  it('[P-31] say code, clinic and minutes in five languages of their own', () => {
    const seen = new Set<string>();
    for (const language of languages) {
      const code = standardTexts(language).code('123456', 'Demoklinikka', 10);
      for (const part of ['123456', 'Demoklinikka', '10']) assert.ok(code.includes(part), code);
      // Phones, and whoever reads over a shoulder, find it at the beginning.
      assert.ok(code.startsWith('123456 '));
      seen.add(code);
    }
    assert.equal(seen.size, languages.length);
  });
});
