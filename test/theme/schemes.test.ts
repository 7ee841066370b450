import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { LitElement, html } from 'lit';
import { accentPalette } from '../../src/domain/accent-palette.js';
import { contrastRatio, type Rgb } from '../../src/domain/contrast.js';
import { styles as infoBoxStyles } from '../../src/elements/info-box/info-box.styles.js';
import { baseStyles } from '../../src/theme/base-styles.js';
import { accentRules } from '../../src/theme/accent-rules.js';
import { toneStyles } from '../../src/theme/tone-styles.js';

/** Has every colour of the theme, and the yellow box. */
class Swatches extends LitElement {
  static override styles = [baseStyles, toneStyles, infoBoxStyles];
  private readonly accents = new CSSStyleSheet();

  override connectedCallback(): void {
    super.connectedCallback();
    this.shadowRoot?.adoptedStyleSheets.push(this.accents);
  }

  set accent(colour: string) {
    this.accents.replaceSync(accentRules(accentPalette(colour)));
  }

  protected override render(): unknown {
    return html`<div class="box"></div>
      <i></i>`;
  }

  /** A colour as it is painted, of `note` or of a private variable without its dashes. */
  colour(name: string): Rgb {
    const root = this.renderRoot as ShadowRoot;
    const probe = root.querySelector('i')!;
    const painted = (variable: string) => {
      probe.style.color = `var(--_${variable})`;
      return getComputedStyle(probe).color;
    };
    const paper = channels(painted('paper'));
    return name === 'note'
      ? channels(getComputedStyle(root.querySelector('.box')!).backgroundColor, paper)
      : channels(painted(name), paper);
  }
}
customElements.define('test-swatches', Swatches);

/** `rgb(26, 36, 40)`, `rgba(224, 68, 74, 0.07)` or `color(srgb 0.1 0.14 0.16)`, as it is seen on an opaque paper. */
function channels(text: string, paper?: Rgb): Rgb {
  const numbers = text.match(/-?[\d.]+(e-\d+)?/g)?.map(Number) ?? [];
  const [alpha = 1] = numbers.slice(3);
  const rgb = numbers.slice(0, 3);
  expect(rgb, text).to.have.length(3);
  const scale = text.startsWith('color') ? 1 : 255;
  return rgb.map(
    (channel, at) => (channel / scale) * alpha + (paper?.[at] ?? 0) * (1 - alpha),
  ) as unknown as Rgb;
}

/** Front, backs, and the ratio they need. */
const papers = ['paper', 'accent-soft', 'note', 'error-soft'];
const pairs: readonly (readonly [string, readonly string[], number])[] = [
  ['ink', papers, 7],
  ['ink-quiet', papers, 4.5],
  ['accent-text', papers, 4.5],
  ['error', papers, 4.5],
  ['success', papers, 4.5],
  ['on-accent', ['accent'], 4.5],
  ['accent-border', papers, 3],
  ['control-line', papers, 3],
  ['focus', papers, 3],
];

/** `Canvas` of Chromium, Firefox and Safari where it is dark. */
const darkPapers = ['#121212', '#1c1b22', '#1e1e1e'];
const schemes = [
  { scheme: 'light', paper: '' },
  { scheme: 'dark', paper: '' },
  ...darkPapers.map((paper) => ({ scheme: 'dark', paper })),
];

describe('colours in light and dark', () => {
  let swatches: Swatches;
  beforeEach(async () => {
    swatches = document.createElement('test-swatches') as Swatches;
    document.body.append(swatches);
    await swatches.updateComplete;
  });
  afterEach(() => swatches.remove());

  function expectReadable(about: string) {
    for (const [front, backs, least] of pairs) {
      for (const back of backs) {
        const ratio = contrastRatio(swatches.colour(front), swatches.colour(back));
        expect(ratio, `${front} on ${back}, ${about}`).to.be.at.least(least);
      }
    }
  }

  for (const { scheme, paper } of schemes) {
    const name = `${scheme}${paper && ` on ${paper}`}`;

    it(`[P-09] is readable without an account's colour, ${name}`, () => {
      swatches.style.cssText = `color-scheme: ${scheme};${paper && ` --opus-paper: ${paper}`}`;
      expectReadable(name);
    });

    it(`[P-09] is readable on every surface with any colour of an account, ${name}`, () => {
      swatches.style.cssText = `color-scheme: ${scheme};${paper && ` --opus-paper: ${paper}`}`;
      const colour = fc
        .integer({ min: 0, max: 0xffffff })
        .map((value) => `#${value.toString(16).padStart(6, '0')}`);
      fc.assert(
        fc.property(colour, (accent) => {
          swatches.accent = accent;
          expectReadable(`${accent}, ${name}`);
        }),
        { seed: 20261121, numRuns: 150 },
      );
    });
  }

  it('[P-09] follows the page around, and the page may say otherwise for the element', () => {
    const lightness = () => swatches.colour('paper')[0];
    document.documentElement.style.colorScheme = 'dark';
    expect(lightness()).to.be.below(0.2);
    swatches.style.colorScheme = 'light';
    expect(lightness()).to.equal(1);
    document.documentElement.style.colorScheme = '';
    swatches.style.colorScheme = '';
    expect(lightness()).to.equal(1);
  });

  it("[P-09] mixes the rest from a page's own accent", () => {
    swatches.style.setProperty('--opus-accent', '#8a1f6f');
    const [red, green, blue] = swatches.colour('accent-text');
    expect(red)
      .to.be.above(blue)
      .and.above(green * 2);
  });
});
