import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changedTexts, checkTexts } from '../../../service/core/own-texts.js';
import type { Texts } from '../../../src/contract/index.js';

const before: Texts = {
  welcomeHeading: 'Tervetuloa',
  welcomeText: 'Varaa aika.',
  consentVersion: '2026-01',
  translations: { sv: { welcomeHeading: 'Välkommen', welcomeText: 'Boka tid.' } },
};

describe('the account’s own texts', () => {
  it('[S-05] change field by field; an empty one is removed, an absent one stays', () => {
    assert.deepEqual(changedTexts(before, { welcomeText: '', provider: 'Opus' }), {
      welcomeHeading: 'Tervetuloa',
      provider: 'Opus',
      consentVersion: '2026-01',
      translations: before.translations,
    });
    assert.equal(changedTexts(before, { consentVersion: '2026-02' }).consentVersion, '2026-02');
    assert.equal(changedTexts(before, { consentVersion: '' }).consentVersion, '2026-01');
  });

  it('[P-07] change language by language; one without a text left has none', () => {
    const { translations } = changedTexts(before, {
      translations: { sv: { welcomeText: '' }, en: { welcomeText: 'Book here.', provider: '' } },
    });
    assert.deepEqual(translations, {
      sv: { welcomeHeading: 'Välkommen' },
      en: { welcomeText: 'Book here.' },
    });
    const empty = { welcomeHeading: '', welcomeText: '' };
    assert.ok(!('translations' in changedTexts(before, { translations: { sv: empty } })));
    assert.ok(!('translations' in changedTexts({ consentVersion: '1' }, {})));
  });

  it('[P-07] have no translation into the language they are written in, but one may be taken out', () => {
    const of = (text: string) => checkTexts({ translations: { fi: { welcomeText: text } } }, 'fi');
    assert.deepEqual(of('Varaa'), [{ path: 'translations.fi', code: 'own-language' }]);
    assert.deepEqual(of(''), []);
    assert.deepEqual(checkTexts({ translations: { sv: { welcomeText: 'Boka' } } }, 'fi'), []);
    assert.deepEqual(checkTexts({ welcomeText: 'Varaa' }, 'fi'), []);
  });
});
