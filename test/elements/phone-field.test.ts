import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/phone-field.js';
import type { Market } from '../../src/contract/index.js';
import { fieldSuite } from './support/field-suite.js';
import { FieldPage, type Field } from './support/form-page.js';
import { loadFormWords } from '../support/form-words.js';

fieldSuite('opus-phone-field', {
  tag: 'opus-phone-field',
  attributes: 'market="NO"',
  good: '412 34 567',
  sent: '+4741234567',
  bad: '412 34 56',
  isRemembered: true,
});

async function show(market: Market): Promise<FieldPage> {
  const element = await fixture<Field>(
    html`<opus-phone-field lang="nb" label="Mobil" market=${market}></opus-phone-field>`,
  );
  await element.updateComplete;
  return new FieldPage(element);
}

describe('opus-phone-field', () => {
  before(() => loadFormWords('nb'));

  for (const [market, typed, formatText] of [
    ['NO', '41234567', '412 34 567'],
    ['NO', '+47 41 23 45 67', '412 34 567'],
    ['SE', '0701740605', '070 174 06 05'],
    ['NO', '+46701740605', '+46 70 174 06 05'],
  ] as const) {
    it(`[P-25] takes ${typed} in ${market} and writes it ${formatText} on leaving`, async () => {
      const page = await show(market);
      await page.type(typed);
      await page.leave();
      expect(page.control.value).to.equal(formatText);
      expect(page.isInvalid).to.equal(false);
    });
  }

  it('[P-25] refuses a number that takes no text messages, in words', async () => {
    const page = await show('NO');
    await page.type('22 22 55 55');
    await page.leave();
    expect(page.description).to.contain('ikke et mobilnummer');
  });

  it('[P-25] brings up the telephone keyboard and the browser’s own number', async () => {
    const page = await show('NO');
    expect(page.control.getAttribute('type')).to.equal('tel');
    expect(page.control.autocomplete).to.equal('tel');
  });
});
