import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import type { Account, Theme } from '../../src/contract/index.js';
import { accentPalette } from '../../src/domain/accent-palette.js';
import { showAccent } from '../../src/theme/accent-styles.js';
import { baseStyles } from '../../src/theme/base-styles.js';
import { catalogue } from '../domain/support/catalogue.js';

class Shown extends LitElement {
  static override styles = [baseStyles];
}
customElements.define('test-shown', Shown);

const show = () => fixture<Shown>(html`<test-shown></test-shown>`);
const accountWith = (theme: Theme): Account => ({
  ...catalogue({ clinics: {}, treatments: [], offers: {} }),
  theme,
});

/** What an account has added to the styles of an element, sheet by sheet. */
function addedTo(element: Shown): string[] {
  const sheets = (element.renderRoot as ShadowRoot).adoptedStyleSheets.slice(1);
  return sheets.map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));
}
const colourOf = (element: Shown, name = '--opus-accent') =>
  getComputedStyle(element).getPropertyValue(name).trim();

describe('the colour of an account', () => {
  for (const accent of ['#1f6f78', '#FFD500', undefined]) {
    it(`[P-09] is the same whether the account brings its palette or not, ${accent ?? 'the default'}`, async () => {
      const [brought, computed] = [await show(), await show()];
      const theme = accent ? { accent } : {};
      const palette = accentPalette(accent);
      void showAccent(brought, accountWith({ ...theme, palette }));
      // At once: the first step is painted in it.
      expect(colourOf(brought)).to.equal(palette.accent);
      await showAccent(computed, accountWith(theme));
      expect(addedTo(computed)).to.deep.equal(addedTo(brought));
      expect(addedTo(computed)).to.have.length(1);
      expect(colourOf(computed, '--opus-accent-text')).to.equal(
        `light-dark(${palette.textOnLight},${palette.textOnDark})`,
      );
    });
  }

  const palette = accentPalette('#8e2a7e');
  const { softOnDark: _, ...incomplete } = palette;
  for (const [what, wrong] of [
    ['rules instead of a colour', { ...palette, accent: 'red;}*{display:none' }],
    ['rules instead of a tint', { ...palette, softOnDark: '#fff);}*{display:none}:host{--x:(' }],
    ['an address', { ...palette, softOnLight: 'url(https://elsewhere.example)' }],
    ['a colour and a line more', { ...palette, accent: '#8e2a7e\n;color:red' }],
    ['a name of CSS', { ...palette, onAccent: 'red' }],
    ['one colour too few', incomplete],
    ['null', null],
    ['a text', 'red;}*{display:none'],
    ['a list', ['red;}*{display:none']],
  ] as const) {
    it(`[P-09] lets nothing but colours into the style sheet: ${what}`, async () => {
      const [element, right] = [await show(), await show()];
      await showAccent(
        element,
        accountWith({ accent: '#8e2a7e', palette: wrong as typeof palette }),
      );
      await showAccent(right, accountWith({ accent: '#8e2a7e' }));
      expect(addedTo(element)).to.deep.equal(addedTo(right));
      expect(getComputedStyle(element).display).to.equal('block');
    });
  }

  it('[P-09] is that of the newest account, though an earlier one has to be computed', async () => {
    const element = await show();
    const earlier = showAccent(element, accountWith({ accent: '#ffd500' }));
    void showAccent(element, accountWith({ accent: '#8e2a7e', palette }));
    await earlier;
    expect(colourOf(element)).to.equal('#8e2a7e');
  });

  it('[P-09] adds nothing the second time, when the account is read again', async () => {
    const element = await show();
    for (let time = 0; time < 3; time += 1) {
      void showAccent(element, accountWith({ accent: '#8e2a7e', palette: { ...palette } }));
    }
    expect(addedTo(element)).to.have.length(1);
  });
});
