import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ConsentTexts } from '../../../service/core/consent-texts.js';
import {
  consentTextsOf,
  consentVersionOf,
  isSameConsent,
} from '../../../service/core/consent-texts.js';

const one: ConsentTexts = { nb: { consentText: 'Ja.' } };
const other: ConsentTexts = { nb: { consentText: 'Ja, alt.' } };

describe('the version of what patients consent to', () => {
  it('[P-28] is the one that staff gave where it stands for no other text', () => {
    assert.equal(consentVersionOf('2026-01', one, new Map()), '2026-01');
    assert.equal(consentVersionOf('2026-01', one, new Map([['2026-01', one]])), '2026-01');
  });

  it('[P-28] goes on by itself where it stands for another text', () => {
    const known = new Map([['2026-01', one]]);
    assert.equal(consentVersionOf('2026-01', other, known), '2026-01+2');
    known.set('2026-01+2', other);
    assert.equal(consentVersionOf('2026-01+2', { sv: {} }, known), '2026-01+3');
    assert.equal(consentVersionOf('2026-01', other, known), '2026-01+2');
  });

  it('[P-28] is never longer than a booking may send back', () => {
    const long = 'v'.repeat(64);
    const version = consentVersionOf(long, other, new Map([[long, one]]));
    assert.equal(version, `${'v'.repeat(62)}+2`);
    // One of before versions had a limit.
    const longer = 'v'.repeat(300);
    assert.equal(consentVersionOf(longer, other, new Map([[longer, one]])).length, 64);
  });

  it('[P-28] never stands for two texts, whatever staff call them', () => {
    const change = fc.record({
      version: fc.constantFrom('1', '2', '1+2', '1+9'),
      text: fc.constantFrom('a', 'b', 'c', ''),
      url: fc.constantFrom('https://a.example', ''),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const known = new Map<string, ConsentTexts>();
        for (const { version, text, url } of changes) {
          const texts = consentTextsOf(
            { consentVersion: version, consentText: text, consentUrl: url },
            'nb',
          );
          const named = consentVersionOf(version, texts, known);
          const former = known.get(named);
          if (former && !isSameConsent(former, texts)) return false;
          known.set(named, texts);
        }
        return true;
      }),
    );
  });

  it('[P-28] is about text and link in every language, and about nothing else', () => {
    const texts = { consentVersion: '1', consentText: 'Ja.', provider: 'Opus', welcomeText: 'Hei' };
    const sv = { consentText: 'Jag samtycker.', welcomeText: 'Hej' };
    const nb = { consentUrl: 'https://hidden.example' };
    assert.deepEqual(consentTextsOf({ ...texts, translations: { sv, nb } }, 'nb'), {
      nb: { consentText: 'Ja.' },
      sv: { consentText: 'Jag samtycker.' },
    });
    assert.deepEqual(consentTextsOf({ consentVersion: '1', consentText: '' }, 'nb'), {});
  });

  it('[P-28] is the same in whatever order a database keeps it', () => {
    const sv = { consentText: 'Ja.', consentUrl: 'https://a.example' };
    const back = { consentUrl: 'https://a.example', consentText: 'Ja.' };
    assert.equal(isSameConsent({ sv, nb: {} }, { nb: {}, sv: back }), true);
    assert.equal(isSameConsent({ sv }, { fi: sv }), false);
  });
});
