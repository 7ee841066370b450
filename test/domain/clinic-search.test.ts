import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Clinic } from '../../src/contract/index.js';
import { findClinics, foldText, sortByDistance } from '../../src/domain/clinic-search.js';
import type { ClinicSection } from '../../src/domain/options.js';

function clinic(id: string, overrides: Partial<Clinic> = {}): Clinic {
  return {
    id,
    name: `Tannklinikken ${id}`,
    address1: 'Storgata 1',
    postalCode: '0155',
    city: 'Oslo',
    phone: '22000000',
    email: 'post@example.no',
    ...overrides,
  };
}

const sections: readonly ClinicSection[] = [
  {
    group: { id: 'west', name: 'Vestland' },
    any: true,
    clinics: [
      clinic('forde', { name: 'Førde tannhelse', city: 'Førde', postalCode: '6800' }),
      clinic('alesund', { city: 'Ålesund', postalCode: '6002', address1: 'Kongens gate 50' }),
    ],
  },
  {
    any: false,
    clinics: [
      clinic('naerbo', { city: 'Nærbø', postalCode: '4365', address2: 'Inngang Skoleveien' }),
      clinic('malmo', { city: 'Malmö', postalCode: '211 42' }),
      clinic('hameenlinna', { name: 'Linnan hammaslääkärit', city: 'Hämeenlinna' }),
    ],
  },
];

const idsOf = (found: readonly ClinicSection[]) =>
  found.flatMap(({ clinics }) => clinics.map(({ id }) => id));
const find = (query: string) => idsOf(findClinics(sections, query));

describe('search for a clinic', () => {
  for (const [query, ids] of [
    ['førde', ['forde']],
    ['FORDE', ['forde']],
    ['foerde', ['forde']],
    ['förde', ['forde']],
    ['alesund', ['alesund']],
    ['Aalesund', ['alesund']],
    ['ÅLE', ['alesund']],
    ['naerbo', ['naerbo']],
    ['närbö', ['naerbo']],
    ['narbo', ['naerbo']],
    ['malmø', ['malmo']],
    ['Malmoe', ['malmo']],
    ['hämeen', ['hameenlinna']],
    ['hameen', ['hameenlinna']],
    ['hammaslaakarit', ['hameenlinna']],
    // Every word, in any order, of any part.
    ['sund kongens', ['alesund']],
    ['6002 kongens', ['alesund']],
    ['Kongens gate 50, 6002 Ålesund', ['alesund']],
    ['førde ålesund', []],
    // Postcodes from their beginning, with or without their space.
    ['60', ['alesund']],
    ['002', []],
    ['0002', []],
    ['21142', ['malmo']],
    ['211 42', ['malmo']],
    ['٢١١ ٤٢', ['malmo']],
    // Words from their beginning, and from four letters on inside longer ones.
    ['lund', []],
    ['klinikk', ['alesund', 'naerbo', 'malmo']],
    ['lin', ['hameenlinna']],
    ['skole', ['naerbo']],
    ['vestland', ['forde', 'alesund']],
    ['  ', ['forde', 'alesund', 'naerbo', 'malmo', 'hameenlinna']],
    ['-,.', ['forde', 'alesund', 'naerbo', 'malmo', 'hameenlinna']],
    ['*', ['forde', 'alesund', 'naerbo', 'malmo', 'hameenlinna']],
    ['zzz', []],
  ] as const) {
    it(`[P-12] finds ${ids.length} for "${query}"`, () => {
      expect(find(query)).to.deep.equal(ids);
    });
  }

  it('[P-13] [P-14] keeps groups with what is found in them, and "any in the group" only for all of it', () => {
    const [west, ...others] = findClinics(sections, 'førde');
    expect([west?.group?.name, west?.any, others]).to.deep.equal(['Vestland', false, []]);
    expect(findClinics(sections, 'vestland')[0]?.any).to.equal(true);
  });

  it('[P-12] finds a clinic by any beginning of any of its words, however it is typed', () => {
    const typed = [
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      foldText,
      (text: string) => text.replaceAll('å', 'aa').replaceAll('ø', 'oe').replaceAll('æ', 'ae'),
      (text: string) => text.normalize('NFD'),
      (text: string) => text.replaceAll('ø', 'ö').replaceAll('æ', 'ä'),
    ];
    const letters = fc.string({
      unit: fc.constantFrom(...'abdeoåæøäöÅÆØé'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom(...typed), (city, cut, type) => {
        // Cut between what is typed as one letter, else its half is another letter.
        const beginning = foldText(city).slice(0, 1 + (cut % foldText(city).length));
        const here = [{ any: false, clinics: [clinic('here', { city })] }];
        expect(idsOf(findClinics(here, type(city)))).to.deep.equal(['here']);
        expect(idsOf(findClinics(here, beginning))).to.deep.equal(['here']);
      }),
    );
  });
});

describe('clinics by distance', () => {
  const from = { latitude: 60, longitude: 10 };
  const at = (id: string, latitude?: number) =>
    clinic(id, latitude === undefined ? {} : { latitude, longitude: 10 });

  it('[P-12] puts the nearest first over all groups, and those with no known place last', () => {
    const { sections: sorted, distances } = sortByDistance(
      [
        { group: { id: 'g', name: 'G' }, any: true, clinics: [at('far', 62), at('unknown')] },
        { any: false, clinics: [at('lost'), at('near', 60.1), at('south', 59)] },
      ],
      from,
    );
    expect(idsOf(sorted)).to.deep.equal(['near', 'south', 'far', 'unknown', 'lost']);
    expect(sorted.map(({ any, group }) => [any, group])).to.deep.equal([[false, undefined]]);
    expect(distances.get('near')).to.be.closeTo(11.1, 0.1);
    expect(distances.has('unknown')).to.equal(false);
  });

  it('[P-12] has nothing to show where nothing is found', () => {
    expect(sortByDistance([], from).sections).to.be.empty;
  });
});
