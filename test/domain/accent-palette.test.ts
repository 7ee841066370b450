import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { accentPalette, defaultAccent } from '../../src/domain/accent-palette.js';
import { contrastRatio, parseHex, type Rgb } from '../../src/domain/contrast.js';

const schemes = [
  { on: 'OnLight', paper: '#ffffff', ink: '#1a2428' },
  { on: 'OnDark', paper: '#14191c', ink: '#eef2f3' },
] as const;
const ratio = (a: string, b: string) => contrastRatio(parseHex(a) as Rgb, parseHex(b) as Rgb);

function expectReadable(accent: string, { on, paper, ink }: (typeof schemes)[number]) {
  const palette = accentPalette(accent);
  const text = palette[`text${on}`];
  const border = palette[`border${on}`];
  const soft = palette[`soft${on}`];
  const pairs: [string, string, string, number][] = [
    ['text on the fill', palette.onAccent, palette.accent, 4.5],
    ['accent text and focus ring on paper', text, paper, 4.5],
    ['accent text and focus ring on the tint', text, soft, 4.5],
    ['border on paper', border, paper, 3],
    ['border on the tint', border, soft, 3],
    ['ink on the tint', ink, soft, 4.5],
  ];
  for (const [what, front, back, least] of pairs) {
    expect(ratio(front, back), `${what}: ${front} on ${back}`).to.be.at.least(least);
  }
  // A tint, not a block of colour.
  expect(ratio(soft, paper), 'tint beside paper').to.be.within(1.01, 1.6);
}

function expectAllReadable(accent: string) {
  for (const scheme of schemes) expectReadable(accent, scheme);
}

/** Hue in degrees and saturation of a colour by HSL, as a yardstick apart from the one the palette uses. */
function hueOf(hex: string): { hue: number; saturation: number } {
  const [red, green, blue] = parseHex(hex) as Rgb;
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (!range) return { hue: 0, saturation: 0 };
  const sixth =
    most === red
      ? (green - blue) / range
      : most === green
        ? 2 + (blue - red) / range
        : 4 + (red - green) / range;
  return { hue: (sixth * 60 + 360) % 360, saturation: range / most };
}

describe('accent palette', () => {
  it('[P-09] is readable on light and dark paper for any colour', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(fc.property(colour, expectAllReadable), { seed: 20261120, numRuns: 1500 });
  });

  it('[P-09] is readable for every grey and every corner of the colour cube', () => {
    for (let value = 0; value < 256; value += 3) {
      expectAllReadable(`#${value.toString(16).padStart(2, '0').repeat(3)}`);
    }
    for (let corner = 0; corner < 8; corner += 1) {
      const pair = (bit: number) => (corner & bit ? 'ff' : '00');
      expectAllReadable(`#${pair(4)}${pair(2)}${pair(1)}`);
    }
  });

  it("[P-09] keeps the account's own colour where text can stand on it", () => {
    for (const accent of ['#1f6f78', '#005eb8', '#ffd500', '#ffffff', '#000000', '#f4a7b9']) {
      expect(accentPalette(accent).accent).to.equal(accent);
    }
    expect(accentPalette('#005eb8').onAccent).to.equal('#ffffff');
    expect(accentPalette('#ffd500').onAccent).to.equal('#1a2428');
    expect(accentPalette('#005eb8').textOnLight).to.equal('#005eb8');
  });

  it('[P-09] stays close to a colour in the middle, where neither white nor ink can be read', () => {
    expect(ratio(accentPalette('#808080').accent, '#808080')).to.be.below(1.3);
  });

  it('[P-09] changes lightness, not hue', () => {
    for (const accent of [
      '#ffd500',
      '#ff0000',
      '#00b050',
      '#e91e63',
      '#00a0e0',
      '#7a8b00',
      '#ff7f00',
    ]) {
      const palette = accentPalette(accent);
      const own = hueOf(accent);
      for (const name of [
        'accent',
        'textOnLight',
        'textOnDark',
        'borderOnLight',
        'borderOnDark',
      ] as const) {
        const { hue, saturation } = hueOf(palette[name]);
        const apart = Math.abs(((hue - own.hue + 540) % 360) - 180);
        expect(apart, `${accent} became ${palette[name]}`).to.be.below(25);
        expect(saturation, `${accent} became ${palette[name]}`).to.be.above(0.3);
      }
    }
  });

  it('[P-09] takes short colours and capitals', () => {
    expect(accentPalette('#ABC')).to.deep.equal(accentPalette('#aabbcc'));
  });

  it('[P-09] falls back to the calm blue-green for anything that is no colour', () => {
    const standard = accentPalette(defaultAccent);
    expect(standard.accent).to.equal(defaultAccent);
    for (const accent of [undefined, '', 'red', '#12', '#12345', 'url(x)', '#1f6f78;}']) {
      expect(accentPalette(accent)).to.deep.equal(standard);
    }
  });
});
