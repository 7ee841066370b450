import { expect } from '@open-wc/testing';
import { contrastRatio, parseHex, relativeLuminance, type Rgb } from '../../src/domain/contrast.js';

const rgb = (hex: string) => parseHex(hex) as Rgb;

describe('contrast', () => {
  it('[P-09] reads short and long hex colours, and nothing else', () => {
    expect(parseHex('#ff8000')).to.deep.equal([1, 128 / 255, 0]);
    expect(parseHex('#F80')).to.deep.equal([1, 136 / 255, 0]);
    for (const text of [
      '',
      '#',
      '#ff',
      '#ff80',
      '#ff800',
      '#ff80000',
      'ff8000',
      'red',
      '#gg0000',
    ]) {
      expect(parseHex(text), text).to.equal(undefined);
    }
  });

  it('[P-09] measures as WCAG does', () => {
    expect(contrastRatio(rgb('#fff'), rgb('#000'))).to.equal(21);
    expect(contrastRatio(rgb('#000'), rgb('#fff'))).to.equal(21);
    expect(contrastRatio(rgb('#777'), rgb('#777'))).to.equal(1);
    // The well-known pair around 4.5:1 on white.
    expect(contrastRatio(rgb('#767676'), rgb('#fff'))).to.be.closeTo(4.54, 0.005);
    expect(contrastRatio(rgb('#777777'), rgb('#fff'))).to.be.closeTo(4.48, 0.005);
    expect(relativeLuminance(rgb('#ff0000'))).to.be.closeTo(0.2126, 1e-9);
    expect(relativeLuminance(rgb('#00ff00'))).to.be.closeTo(0.7152, 1e-9);
    expect(relativeLuminance(rgb('#0000ff'))).to.be.closeTo(0.0722, 1e-9);
  });
});
