import { expect } from '@open-wc/testing';
import { checkDraft } from '../../src/console/pages/messages/draft-check.js';
import { fieldWords } from '../../src/console/pages/messages/field-words.js';
import {
  fieldsMatching,
  typedFieldAt,
  withField,
} from '../../src/console/pages/messages/merge-typing.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import type { MergeValues } from '../../src/domain/message-text/merge-fields.js';
import { mergeFields } from '../../src/domain/message-text/merge-fields.js';

const labels = inLanguage(fieldWords, 'nb');
const samples = Object.fromEntries(
  mergeFields.map((field) => [field, field === 'PATIENT_FIRST_NAME' ? 'Ola' : '']),
) as MergeValues;

describe('typing a merge field', () => {
  for (const [before, after, query] of [
    ['Hei [', '', ''],
    ['Hei [for', ' og mer', 'for'],
    ['Hei [CLINIC_NAME], [kl', '', 'kl'],
    ['Hei [CLINIC_NAME]', '', undefined],
    ['Hei [\n', '', undefined],
    ['Hei', '[', undefined],
    [`Hei [${'x'.repeat(60)}`, '', undefined],
  ] as const) {
    it(`[S-06] finds ${query === undefined ? 'none' : `"${query}"`} in "${before}|${after}"`, () => {
      expect(typedFieldAt(before + after, before.length)?.query).to.equal(query);
    });
  }

  it('[S-06] offers fields by name and by what they are called, those that begin so first', () => {
    expect(fieldsMatching('', labels)).to.have.length(mergeFields.length);
    expect(fieldsMatching('fornavn', labels)).to.deep.equal(['PATIENT_FIRST_NAME']);
    expect(fieldsMatching('patient last', labels)).to.deep.equal(['PATIENT_LAST_NAME']);
    expect(fieldsMatching('klinikk', labels)[0]).to.equal('CLINIC_NAME');
    expect(fieldsMatching('name', labels)).to.include('CLINICIAN_NAME');
    expect(fieldsMatching('xyz', labels)).to.deep.equal([]);
  });

  it('[S-06] puts a field in place of what was typed, and leaves no bracket behind', () => {
    for (const [text, start, end, result, cursor] of [
      ['Hei ', 4, 4, 'Hei [COMPANY]', 13],
      ['Hei [fi og', 4, 7, 'Hei [COMPANY] og', 13],
      ['Hei [CLINIC_NAME]!', 4, 8, 'Hei [COMPANY]!', 13],
      ['Hei []', 4, 5, 'Hei [COMPANY]', 13],
      ['[CITY]', 0, 0, '[COMPANY][CITY]', 9],
    ] as const) {
      expect(withField(text, { start, end }, 'COMPANY')).to.deep.equal({ text: result, cursor });
    }
  });
});

describe('a draft of a message', () => {
  it('[S-06] [M-02] is measured with its sample values, as it is sent', () => {
    const checked = checkDraft({ text: 'Hei [PATIENT_FIRST_NAME] – “velkommen”' }, 'sms', samples);
    expect(checked.text).to.equal('Hei Ola - "velkommen"');
    expect(checked.length).to.deep.equal({ encoding: 'gsm-7', units: 21, parts: 1 });
    expect(checked.unusual).to.equal(undefined);
    expect(checkDraft({ text: 'Hei 😀' }, 'sms', samples).unusual).to.equal('😀');
  });

  it('[S-06] [M-03] says which field there is not, in the subject and in the text', () => {
    const checked = checkDraft(
      { subject: '[A]', text: '<a title="[COMPANY]">', format: 'html' },
      'email',
      samples,
    );
    expect(checked.subjectProblem).to.deep.equal({ code: 'unknown-field', field: 'A' });
    expect(checked.textProblem).to.deep.equal({ code: 'field-in-tag', field: 'COMPANY' });
    expect(checked.length).to.equal(undefined);
  });

  it('[S-06] tells that an SMS names the treatment, which is health data', () => {
    const text = 'Tid for [ treatment_name ]';
    expect(checkDraft({ text }, 'sms', samples).namesTreatment).to.equal(true);
    expect(checkDraft({ text }, 'email', samples).namesTreatment).to.equal(false);
  });
});
