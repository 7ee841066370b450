import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Clinic } from '../../src/contract/index.js';
import { foldText } from '../../src/domain/clinic-search.js';
import type { ClinicSection } from '../../src/domain/options.js';
import { similarClinics } from '../../src/domain/similar-clinics.js';

const clinic = (id: string, city: string, postalCode: string): Clinic => ({
  ...{ id, name: `Tannklinikken ${city}`, address1: 'Storgata 1', city, postalCode },
  ...{ phone: '22000000', email: 'post@example.no' },
});

const sections: readonly ClinicSection[] = [
  {
    group: { id: 'west', name: 'Vestland' },
    any: true,
    clinics: [
      clinic('bergen', 'Bergen', '5014'),
      clinic('asane', 'Åsane', '5115'),
      clinic('voss', 'Voss', '5700'),
    ],
  },
  {
    any: false,
    clinics: [
      clinic('oslo', 'Oslo', '0155'),
      clinic('baerum', 'Bærum', '1337'),
      clinic('malmo', 'Malmö', '211 42'),
    ],
  },
];
const similar = (query: string) => {
  const found = similarClinics(sections, query);
  return [found?.kind, ...(found?.sections ?? []).flatMap((s) => s.clinics.map(({ id }) => id))];
};

describe('clinics like those searched for', () => {
  for (const [query, expected] of [
    // The nearest numbers of the region first.
    ['5003', ['nearest', 'bergen']],
    ['5120', ['nearest', 'asane']],
    ['5300', ['nearest', 'asane', 'bergen', 'voss']],
    ['0001', ['nearest', 'oslo']],
    // Of a region without any clinic, and of another country's length.
    ['9000', [undefined]],
    ['211 40', ['nearest', 'malmo']],
    ['50143', [undefined]],
    // One slip in each word.
    ['bergn', ['spelling', 'bergen']],
    ['bregen', ['spelling', 'bergen']],
    ['berrgen', ['spelling', 'bergen']],
    ['bergan', ['spelling', 'bergen']],
    ['åsene', ['spelling', 'asane']],
    ['storgta bregen', ['spelling', 'bergen']],
    ['vestlnd', ['spelling', 'bergen', 'asane', 'voss']],
    // A slip in one of the two letters that stand for æ, ø or å.
    ['bxerum', ['spelling', 'baerum']],
    ['beærum', ['spelling', 'baerum']],
    ['bsrum', ['spelling', 'baerum']],
    ['malmooe', ['spelling', 'malmo']],
    // Two slips, short words and numbers.
    ['brgn', [undefined]],
    ['osl', ['spelling', 'oslo']],
    ['vos', ['spelling', 'voss']],
    ['oso', [undefined]],
    ['zzz', [undefined]],
  ] as const) {
    it(`[P-12] for "${query}" are ${expected.slice(1).join(', ') || 'none'}`, () => {
      expect(similar(query)).to.deep.equal(expected);
    });
  }

  it('[P-14] keep "any in the group" only for all of it', () => {
    const anyOf = (query: string) => similarClinics(sections, query)?.sections.map((s) => s.any);
    expect(anyOf('vestlnd')).to.deep.equal([true]);
    expect(anyOf('bergn')).to.deep.equal([false]);
  });

  it('[P-12] are found after any single slip in a word', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.constantFrom(...letters),
        fc.nat(3),
        (right, where, c, how) => {
          const at = where % (right.length - 1);
          const typed = [
            right.slice(0, at) + c + right.slice(at + 1),
            right.slice(0, at) + c + right.slice(at),
            right.slice(0, at) + right.slice(at + 1),
            right.slice(0, at) + right[at + 1]! + right[at]! + right.slice(at + 2),
          ][how]!;
          // Names have no letter three times, and shorter words are too much like others.
          fc.pre(!/[aeo]{3}/.test(right) && foldText(typed).length >= 4);
          const one = [{ any: false, clinics: [clinic('one', right, '0155')] }];
          expect(similarClinics(one, typed)?.kind).to.equal('spelling');
        },
      ),
    );
  });
});
