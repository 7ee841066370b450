import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { kilometresBetween, type Place } from '../../src/domain/distance.js';

const oslo = { latitude: 59.9139, longitude: 10.7522 };
const bergen = { latitude: 60.3913, longitude: 5.3221 };
const tromso = { latitude: 69.6492, longitude: 18.9553 };
const helsinki = { latitude: 60.1699, longitude: 24.9384 };
const copenhagen = { latitude: 55.6761, longitude: 12.5683 };

const places: fc.Arbitrary<Place> = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('kilometres between two places', () => {
  // Great circles as published by mapping services, to the kilometre or so.
  for (const [name, from, to, kilometres] of [
    ['Oslo and Bergen', oslo, bergen, 305],
    ['Oslo and Tromsø', oslo, tromso, 1150],
    ['Oslo and Helsinki', oslo, helsinki, 787],
    ['Oslo and Copenhagen', oslo, copenhagen, 483],
    [
      'a quarter of the equator',
      { latitude: 0, longitude: 0 },
      { latitude: 0, longitude: 90 },
      10007.5,
    ],
    [
      'both sides of the date line',
      { latitude: 0, longitude: 179.5 },
      { latitude: 0, longitude: -179.5 },
      111.2,
    ],
    ['the poles', { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 }, 20015],
  ] as const) {
    it(`[P-12] knows those of ${name}`, () => {
      expect(kilometresBetween(from, to)).to.be.closeTo(kilometres, kilometres * 0.005);
    });
  }

  it('[P-12] is the same both ways, nothing to itself, and never more than half the earth', () => {
    fc.assert(
      fc.property(places, places, (one, other) => {
        const kilometres = kilometresBetween(one, other);
        expect(kilometres).to.be.within(0, 20016);
        expect(kilometresBetween(other, one)).to.be.closeTo(kilometres, 1e-6);
        expect(kilometresBetween(one, one)).to.equal(0);
      }),
    );
  });
});
