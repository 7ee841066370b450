import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Market } from '../../src/contract/index.js';
import type { EmailReason } from '../../src/domain/email.js';
import type { NationalIdReason } from '../../src/domain/national-id/result.js';
import type { DraftField } from '../../src/domain/patient-draft.js';
import type { PersonNameReason } from '../../src/domain/person-name.js';
import type { PhoneReason } from '../../src/domain/phone.js';
import type { PostalCodeReason } from '../../src/domain/postal-code.js';
import { Localizer } from '../../src/locales/localizer.js';
import { problemWords } from '../../src/locales/problem-words.js';
import { loadFormWords } from '../support/form-words.js';

class Speaker extends LitElement {
  readonly words = new Localizer(this);
}
customElements.define('test-problem-speaker', Speaker);

// As records, so that a new reason does not compile without a place here.
const nationalId: Record<NationalIdReason, true> = {
  empty: true,
  characters: true,
  length: true,
  sign: true,
  date: true,
  future: true,
  'individual-number': true,
  checksum: true,
};
const mobile: Record<PhoneReason, true> = {
  empty: true,
  characters: true,
  'country-code': true,
  length: true,
  'not-mobile': true,
  'service-number': true,
};
const email: Record<EmailReason, true> = {
  empty: true,
  characters: true,
  'at-sign': true,
  'local-part': true,
  domain: true,
  length: true,
  letters: true,
};
const postalCode: Record<PostalCodeReason, true> = {
  empty: true,
  characters: true,
  length: true,
  country: true,
};
const name: Record<PersonNameReason, true> = { empty: true, characters: true, length: true };
const text: Record<'empty' | 'length', true> = { empty: true, length: true };

const reasons: Partial<Record<DraftField, Record<string, true>>> = {
  nationalId,
  mobile,
  email,
  postalCode,
  firstName: name,
  lastName: name,
  address1: text,
  message: text,
};
const markets: Market[] = ['NO', 'SE', 'FI', 'DK'];

for (const language of ['nb', 'sv', 'fi', 'da', 'en'] as const) {
  describe(`problems in words, ${language}`, () => {
    let words: Localizer;

    before(async () => {
      await loadFormWords(language);
      const speaker = new Speaker();
      speaker.lang = language;
      ({ words } = speaker);
    });

    it('[P-26] has a sentence of its own for each way to be wrong, in each market', () => {
      for (const market of markets) {
        for (const [field, codes] of Object.entries(reasons)) {
          const texts = Object.keys(codes).map((code) =>
            problemWords(words, market, { field: field as DraftField, code }),
          );
          for (const each of texts) {
            expect(each, `${market} ${field}`).to.match(/^\p{Lu}.+[.?]$/u);
            expect(each, `${market} ${field}`).not.to.match(/undefined|\[object/);
          }
          expect(new Set(texts).size, `${market} ${field}`).to.equal(texts.length);
        }
      }
    });

    it('[P-29] says something useful for a code that only the service knows', () => {
      const sentence = problemWords(words, 'NO', { field: 'email', code: 'bounced' });
      expect(sentence).to.contain(words.term('email'));
      expect(sentence).to.equal(words.term('fieldWrong', words.term('email')));
    });

    it("[P-29] names the country code of the patient's market", () => {
      const codes = markets.map(
        (market) =>
          /\+\d+/.exec(problemWords(words, market, { field: 'mobile', code: 'country-code' }))?.[0],
      );
      expect(codes).to.deep.equal(['+47', '+46', '+358', '+45']);
    });

    it('[P-28] asks for consent in words', () => {
      const sentence = problemWords(words, 'NO', { field: 'consent', code: 'empty' });
      expect(sentence).to.equal(words.term('consentProblem'));
      const stale = problemWords(words, 'NO', { field: 'consent', code: 'stale' });
      expect(stale).to.equal(words.term('consentChanged'));
    });
  });
}
