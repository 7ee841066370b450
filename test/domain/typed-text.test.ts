import { expect } from '@open-wc/testing';
import { dropInvisible, foldDigits } from '../../src/domain/typed-text.js';

/** Numbering systems of CLDR whose digits stand for 0 to 9, full-width and mathematical ones among them. */
const systems = [
  ...[
    'adlm',
    'arab',
    'arabext',
    'bali',
    'beng',
    'cakm',
    'deva',
    'fullwide',
    'gujr',
    'guru',
    'java',
  ],
  ...['kali', 'khmr', 'knda', 'lana', 'laoo', 'limb', 'mathsanb', 'mlym', 'mong', 'mtei', 'mymr'],
  ...['nkoo', 'olck', 'orya', 'saur', 'sund', 'talu', 'tamldec', 'telu', 'thai', 'tibt', 'vaii'],
];

describe('what is typed', () => {
  for (const system of systems) {
    it(`[P-26] has the digits of ${system} as 0 to 9`, () => {
      const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
      const digits = format.format(1234567890);
      expect(digits).not.to.equal('1234567890');
      expect(foldDigits(`<${digits}>`)).to.equal('<1234567890>');
    });
  }

  it('[P-26] keeps what is no decimal digit', () => {
    expect(foldDigits('abc ½ ④ 四 +-')).to.equal('abc 1⁄2 4 四 +-');
  });

  it('[P-25] has no invisible characters, but joiners between letters', () => {
    const invisible = '\u00ad\u034f\u061c\u115f\u200b\u200e\u202e\u2060\u2066\u2069\ufe0f\ufeff';
    expect(dropInvisible(`a${invisible}b`)).to.equal('ab');
    expect(dropInvisible('می\u200cخواهم')).to.equal('می\u200cخواهم');
    expect(dropInvisible('\u200ca\u200d \u200db1\u200c')).to.equal('a b1');
    // Arabic's number sign is seen.
    expect(dropInvisible('\u0600')).to.equal('\u0600');
  });
});
