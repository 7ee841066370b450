import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/code-field.js';
import { fieldSuite } from './support/field-suite.js';
import { FieldPage, type Field } from './support/form-page.js';
import { loadFormWords } from '../support/form-words.js';

fieldSuite('opus-code-field', {
  tag: 'opus-code-field',
  good: '123456',
  sent: '123456',
  bad: '123',
  isRemembered: false,
});

describe('opus-code-field', () => {
  before(() => loadFormWords('nb'));

  async function show(): Promise<FieldPage> {
    const element = await fixture<Field>(
      html`<opus-code-field lang="nb" label="Kode"></opus-code-field>`,
    );
    await element.updateComplete;
    return new FieldPage(element);
  }

  /** What a paste does to an input. */
  function paste(page: FieldPage, text: string): void {
    page.control.value = text;
    page.control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  it('[P-31] takes digits and nothing else', async () => {
    const page = await show();
    await page.type('1a2 3-4x567');
    expect(page.control.value).to.equal('123456');
    expect(page.element.value).to.equal('123456');
  });

  it('[P-31] finds the code in a whole message that is pasted', async () => {
    const page = await show();
    paste(page, 'Koden din hos Opus Dental Klinikken er 654 321. Den gjelder til 10:30.');
    expect(page.control.value).to.equal('654321');
    expect(page.element.value).to.equal('654321');
  });

  it('[P-31] is offered the code of a text message, with the digits’ keyboard', async () => {
    const page = await show();
    expect(page.control.getAttribute('autocomplete')).to.equal('one-time-code');
    expect(page.control.inputMode).to.equal('numeric');
  });
});
