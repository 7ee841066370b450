import { expect } from '@open-wc/testing';
import { logoSize } from '../../src/domain/logo-size.js';

describe('the size of a logo', () => {
  it('[P-09] fits the head of the page, keeps its ratio and is never larger than the picture', () => {
    expect(logoSize({ width: 120, height: 40 })).to.deep.equal({ width: 120, height: 40 });
    expect(logoSize({ width: 400, height: 56 })).to.deep.equal({ width: 200, height: 28 });
    expect(logoSize({ width: 224, height: 112 })).to.deep.equal({ width: 112, height: 56 });
  });
});
