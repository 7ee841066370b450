import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { da } from '../../src/locales/da.js';
import { en } from '../../src/locales/en.js';
import { fi } from '../../src/locales/fi.js';
import { languageOf, nearestLanguage } from '../../src/locales/languages.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { Localizer } from '../../src/locales/localizer.js';
import { nb } from '../../src/locales/nb.js';
import { sv } from '../../src/locales/sv.js';

class Speaker extends LitElement {
  private readonly words = new Localizer(this);
  protected override render() {
    return html`${this.words.term('back')}`;
  }
  get language() {
    return this.words.lang();
  }
}
customElements.define('test-speaker', Speaker);

const locales = { nb, sv, fi, da, en };

describe('locales', () => {
  for (const [name, messages] of Object.entries(locales)) {
    it(`${name} has exactly the keys of en`, () => {
      expect(Object.keys(messages).sort()).to.deep.equal(Object.keys(en).sort());
    });

    it(`${name} leaves no word empty, and takes as many values as en where it is put together`, () => {
      for (const [key, message] of Object.entries(messages)) {
        const model = en[key as keyof typeof en];
        expect(typeof message, key).to.equal(typeof model);
        if (typeof message === 'string') expect(message.trim(), key).not.to.equal('');
      }
    });
  }

  it('nb says nothing in English by accident', () => {
    const same = Object.keys(en).filter((key) => {
      const [one, other] = [en, nb].map((messages) => messages[key as keyof typeof en]);
      return typeof one === 'string' && one === other;
    });
    expect(same).to.deep.equal([]);
  });
});

describe('languageOf', () => {
  it('knows the ways in which Norwegian is written', () => {
    expect(['nb', 'nb-NO', 'no', 'nn', 'NB_no'].map(languageOf)).to.deep.equal([
      'nb',
      'nb',
      'nb',
      'nb',
      'nb',
    ]);
  });

  it('knows no other languages than the five', () => {
    expect(['de', '', null, undefined].map(languageOf)).to.deep.equal(Array(4).fill(undefined));
  });
});

describe('Localizer', () => {
  it('speaks the language of the nearest lang, so that two widgets on one page may differ', async () => {
    const both = await fixture<HTMLElement>(
      html`<div>
        <p lang="en"><test-speaker></test-speaker></p>
        <p lang="nb-NO"><test-speaker></test-speaker></p>
      </div>`,
    );
    const [english, norwegian] = both.querySelectorAll<Speaker>('test-speaker');
    await waitUntil(() => english?.shadowRoot?.textContent && norwegian?.shadowRoot?.textContent);
    expect(english?.shadowRoot?.textContent).to.equal(en.back);
    expect(norwegian?.shadowRoot?.textContent).to.equal(nb.back);
  });

  it('crosses shadow roots to find it', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="sv"></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    root.innerHTML = '<span></span>';
    expect(nearestLanguage(root.querySelector('span') as Element)).to.equal('sv');
  });

  it('an own lang goes before that of the page', async () => {
    const speaker = await fixture<Speaker>(html`<test-speaker lang="fi"></test-speaker>`);
    expect(speaker.language).to.equal('fi');
  });

  it('loads a language once', () => {
    expect(loadLocale('en')).to.equal(loadLocale('en'));
  });
});
