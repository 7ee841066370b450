import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smsLength } from '../../../src/domain/message-text/sms-length.js';
import { smsText } from '../../../src/domain/message-text/sms-text.js';
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

  it('[N-06] [P-42] in place of a code: clinic and whom to call, no digits of a code, in one or two SMS', () => {
    const seen = new Set<string>();
    for (const language of languages) {
      const words = standardTexts(language);
      for (const channel of ['sms', 'email'] as const) {
        const text = `${words.noCode(channel, 'Demoklinikka')} ${words.call('22334455')}`;
        assert.ok(text.includes('Demoklinikka') && text.includes('22334455'), text);
        assert.doesNotMatch(text, /\b\d{6}\b/);
        assert.ok(channel === 'email' || smsLength(smsText(text)).parts <= 2, text);
        seen.add(text);
      }
    }
    assert.equal(seen.size, 2 * languages.length);
  });
});
