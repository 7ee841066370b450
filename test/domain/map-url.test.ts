import { expect } from '@open-wc/testing';
import { mapUrlOf } from '../../src/domain/map-url.js';

describe('a clinic on a map', () => {
  it('[P-32] is found by name and address', () => {
    const url = new URL(
      mapUrlOf({
        ...{ name: 'Smil & Ro', address1: 'Åsveien 1 #2', postalCode: '3430', city: 'Spikkestad' },
      })!,
    );
    expect(url.searchParams.get('query')).to.equal('Smil & Ro, Åsveien 1 #2, 3430 Spikkestad');
    expect(url.searchParams.get('api')).to.equal('1');
    expect(url.hash).to.equal('');
  });

  it('[P-32] is nowhere without a street', () => {
    const clinic = { name: 'Ny', address1: '', postalCode: '3430', city: 'Spikkestad' };
    expect(mapUrlOf(clinic)).to.equal(undefined);
    expect(mapUrlOf({ ...clinic, address1: 'Åsveien 1', postalCode: '', city: '' })).to.contain(
      'query=Ny%2C+%C3%85sveien+1',
    );
  });
});
