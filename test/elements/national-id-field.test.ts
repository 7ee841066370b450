import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/define/national-id-field.js';
import type { Market } from '../../src/contract/index.js';
import { today } from '../../stories/fixtures/patient.js';
import { fieldSuite } from './support/field-suite.js';
import { FieldPage, type Field } from './support/form-page.js';
import { loadFormWords } from '../support/form-words.js';

fieldSuite('opus-national-id-field', {
  tag: 'opus-national-id-field',
  attributes: 'market="NO" today="2026-11-20"',
  good: '198476-00031',
  sent: '19847600031',
  bad: '198476-00032',
  isRemembered: false,
});

async function show(market: Market, lang = 'nb'): Promise<FieldPage> {
  const element = await fixture<Field>(
    html`<opus-national-id-field
      lang=${lang}
      label="ID"
      market=${market}
      today=${today}
    ></opus-national-id-field>`,
  );
  await element.updateComplete;
  return new FieldPage(element);
}

describe('opus-national-id-field', () => {
  before(async () => {
    await loadFormWords('nb');
    await loadFormWords('en');
  });

  for (const [market, hint] of [
    ['NO', '11 siffer, DDMMÅÅ-NNNNN'],
    ['SE', '12 siffer, ÅÅÅÅMMDD-XXXX'],
    ['FI', '11 tegn, DDMMÅÅ-XXXX'],
    ['DK', '10 siffer, DDMMÅÅ-XXXX'],
  ] as const) {
    it(`[P-26] hints at the format of ${market}`, async () => {
      const page = await show(market);
      expect(page.description).to.equal(hint);
    });
  }

  for (const [market, typed, formatText] of [
    ['NO', '19847600031', '198476-00031'],
    ['NO', '198476 00031', '198476-00031'],
    ['NO', '19.84.76 00031', '198476-00031'],
    ['NO', '198476–00031', '198476-00031'],
    ['SE', '850709-9805', '19850709-9805'],
    ['SE', '19 85 07 09 / 9805', '19850709-9805'],
    ['SE', '121212+1212', '19121212-1212'],
    ['DK', '2512489996', '251248-9996'],
    ['FI', '190476-9004', '190476-9004'],
    ['FI', '19.04.76-9004', '190476-9004'],
  ] as const) {
    it(`[P-26] takes ${typed} in ${market} and writes it ${formatText} on leaving`, async () => {
      const page = await show(market);
      await page.type(typed);
      expect(page.control.value).to.equal(typed);
      await page.leave();
      expect(page.control.value).to.equal(formatText);
      expect(page.isInvalid).to.equal(false);
    });
  }

  for (const [market, typed, sentence] of [
    ['NO', '198476-0003', /11 siffer/],
    ['NO', '329476-00031', /dato som finnes/],
    ['NO', '198476-00032', /stemmer ikke/],
    ['NO', '198476-0003X', /bare ha siffer/],
    ['SE', '20991231-0005', /ikke har vært ennå/],
    ['SE', '19850709-0006', /ikke i bruk/],
    ['FI', '190476Z9004', /Tegnet etter fødselsdatoen/],
    ['DK', '311148-9996', /dato som finnes/],
  ] as const) {
    it(`[P-26] says of ${typed} in ${market} precisely what is wrong`, async () => {
      const page = await show(market);
      await page.type(typed);
      await page.leave();
      expect(page.description).to.match(sentence);
      expect(page.control.value).to.equal(typed);
    });
  }

  it('[P-29] says the same in the language that is chosen meanwhile', async () => {
    const widget = await fixture<HTMLElement>(html`<div lang="nb"></div>`);
    const element = document.createElement('opus-national-id-field');
    element.today = today;
    widget.append(element);
    const page = new FieldPage(element);
    await page.element.updateComplete;
    await page.type('198476-00032');
    await page.leave();
    expect(page.description).to.contain('stemmer ikke');
    widget.lang = 'en';
    await aTimeout(0);
    await page.element.updateComplete;
    expect(page.description).to.contain('A digit is probably wrong');
    expect(page.control.value).to.equal('198476-00032');
  });

  it('[N-02] is never filled in nor kept by the browser', async () => {
    const page = await show('NO');
    expect(page.control.getAttribute('autocomplete')).to.equal('off');
    expect(page.control.getAttribute('name')).to.equal(null);
    // Password managers heed attributes of their own.
    for (const name of ['data-1p-ignore', 'data-bwignore', 'data-lpignore', 'data-form-type']) {
      expect(page.control.hasAttribute(name), name).to.equal(true);
    }
  });
});
