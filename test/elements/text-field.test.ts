import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/text-field.js';
import { fieldSuite } from './support/field-suite.js';
import { FieldPage, type Field } from './support/form-page.js';
import { loadFormWords } from '../support/form-words.js';

fieldSuite('opus-text-field', {
  tag: 'opus-text-field',
  good: 'Ola',
  sent: 'Ola',
  isRemembered: true,
});

fieldSuite('opus-text-field for e-mail', {
  tag: 'opus-text-field',
  attributes: 'type="email"',
  good: 'ola@example.com',
  sent: 'ola@example.com',
  bad: 'ola@example',
  isRemembered: true,
});

fieldSuite('opus-text-field of several lines', {
  tag: 'opus-text-field',
  attributes: 'multiline max="20"',
  good: 'Hei',
  sent: 'Hei',
  bad: 'Dette er litt for langt',
  isRemembered: true,
  isMultiline: true,
});

describe('opus-text-field', () => {
  before(() => loadFormWords('nb'));

  async function show(): Promise<FieldPage> {
    const element = await fixture<Field>(
      html`<opus-text-field lang="nb" label="Beskjed" multiline max="1000"></opus-text-field>`,
    );
    await element.updateComplete;
    return new FieldPage(element);
  }

  it('[P-25] counts the room that is left, and announces it only near the end', async () => {
    const page = await show();
    const announced = () => page.all('[role="status"]').map((status) => status.textContent.trim());
    expect(page.description).to.equal('1000 tegn igjen');
    page.element.value = 'x'.repeat(900);
    await page.element.updateComplete;
    expect(page.description).to.equal('100 tegn igjen');
    expect(announced()).to.deep.equal(['']);
    page.element.value = 'x'.repeat(990);
    await page.element.updateComplete;
    expect(announced()).to.deep.equal(['10 tegn igjen']);
  });

  it('[P-29] cuts nothing off that was pasted, and says how much is too much', async () => {
    const page = await show();
    page.element.value = 'x'.repeat(1005);
    await page.element.updateComplete;
    expect(page.control.value).to.have.length(1005);
    expect(page.text()).to.contain('5 tegn for mye');
    expect(page.element.validity.valid).to.equal(false);
  });

  it('[P-25] lets the browser fill in what it knows', async () => {
    const element = await fixture<Field>(
      html`<opus-text-field label="Fornavn" autocomplete="given-name"></opus-text-field>`,
    );
    expect(new FieldPage(element).control.autocomplete).to.equal('given-name');
  });
});
