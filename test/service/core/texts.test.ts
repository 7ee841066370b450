import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatClock, parseClock } from '../../../service/core/day.js';
import { maskEmail, maskMobile } from '../../../service/core/masking.js';
import { composeTimebookText } from '../../../service/core/timebook-text.js';
import { treatmentName } from '../../../src/domain/treatment-name.js';

describe('where a code went', () => {
  it('[P-31] tells the last three digits of a mobile, whatever its form', () => {
    assert.equal(maskMobile('97712881'), '*** ** 881');
    assert.equal(maskMobile('+47 977 12 881'), '*** ** 881');
    assert.equal(maskMobile('12345'), '*** ** ***');
  });

  it('[P-31] tells the first letter and the domain of an address', () => {
    assert.equal(maskEmail('aina@opusdental.com'), 'a***@opusdental.com');
    assert.equal(maskEmail('a@b.no'), '***@b.no');
    assert.equal(maskEmail('"x@y"@b.no'), '"***@b.no');
    assert.equal(maskEmail('ørjan@b.no'), 'ø***@b.no');
    assert.equal(maskEmail('nothing'), '***');
  });
});

describe('the timebook', () => {
  it('[A-11] shows template text, campaign code and message, each on its own line', () => {
    const parts = {
      templateText: 'Sjekk og lett rens av tenner med 2 røntgenbilder_e-time',
      campaignCode: ' 1234\n',
      message: 'Jeg har tannskrekk.\nTrenger mye bedøvelse. ',
    };
    assert.equal(
      composeTimebookText(parts),
      'Sjekk og lett rens av tenner med 2 røntgenbilder_e-time\nCC: 1234\nJeg har tannskrekk.\nTrenger mye bedøvelse.',
    );
    assert.equal(
      composeTimebookText({ ...parts, campaignCode: '', message: null }),
      parts.templateText,
    );
    assert.equal(composeTimebookText({ campaignCode: '1234' }), 'CC: 1234');
    assert.equal(composeTimebookText({ campaignCode: '  ' }), '');
  });

  it('[P-46] a leading dash of a template’s name is not shown to patients', () => {
    assert.equal(treatmentName('- Undersøkelse'), 'Undersøkelse');
    assert.equal(treatmentName('Puss - rens'), 'Puss - rens');
    assert.equal(treatmentName('-10 % bleking'), '-10 % bleking');
  });

  it('[A-01] clock times go to minutes and back, 24:00 too', () => {
    for (const text of ['00:00', '08:05', '23:59', '24:00']) {
      assert.equal(formatClock(parseClock(text)), text);
    }
    assert.equal(parseClock('24:00'), 1440);
  });
});
