import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AvailabilityRows } from '../../../service/core/model.js';
import { createListLookup, listOffers } from '../../../service/core/template-lists.js';
import { clinician, definition, rows, template, times } from './rows.js';

const templates = [template({ id: 'a' }), template({ id: 'b' }), template({ id: 'c' })];
const templateLists = [
  { id: 'own', items: ['c', 'a'] },
  { id: 'firm', items: ['b'] },
  { id: 'org', items: ['c', 'b'] },
  { id: 'none', items: [] },
];
const none = { bookingList: null, preblockList: null };

function offered(part: Partial<AvailabilityRows>, clinic = 'asker'): string[] {
  const all = rows({ templates, templateLists, ...part });
  return createListLookup(all)(all.clinicians[0]!, clinic).templates.map(({ id }) => id);
}

describe('the list in force', () => {
  const organisation = { ...none, bookingList: 'org' };
  const companies = [
    { id: 'firma', ...none, bookingList: 'firm' },
    { id: 'other', ...none },
  ];
  const clinics = [
    { id: 'asker', company: 'firma', group: null },
    { id: 'hokksund', company: 'other', group: null },
  ];

  it('[A-07] is the clinician’s, else the company’s, else the organisation’s, else everything', () => {
    const own = [clinician({ bookingList: 'own' })];
    assert.deepEqual(offered({ organisation, companies, clinicians: own }), ['c', 'a']);
    assert.deepEqual(offered({ organisation, companies }), ['b']);
    assert.deepEqual(offered({ organisation }), ['c', 'b']);
    assert.deepEqual(offered({}), ['a', 'b', 'c']);
  });

  it('[A-07] follows the company of the clinic, so one clinician may offer different things at two', () => {
    assert.deepEqual(offered({ organisation, companies, clinics }, 'asker'), ['b']);
    assert.deepEqual(offered({ organisation, companies, clinics }, 'hokksund'), ['c', 'b']);
  });

  it('[A-07] an assigned list that is empty offers nothing', () => {
    assert.deepEqual(
      offered({ organisation, clinicians: [clinician({ bookingList: 'none' })] }),
      [],
    );
  });

  it('[A-04] never brings in a template that is not used in e-booking', () => {
    const off = [template({ id: 'c', useInBooking: false }), templates[0]!];
    assert.deepEqual(offered({ templates: off, organisation }), []);
    assert.deepEqual(offered({ templates: off }), ['a']);
  });

  it('[A-07] of preblocks decides which of them make times', () => {
    const preblockLists = [
      { id: 'web', items: ['etimer'] },
      { id: 'else', items: ['other'] },
    ];
    const definitions = [definition(), definition({ id: 'other' })];
    const count = (part: Partial<AvailabilityRows>) =>
      times({ preblockLists, definitions, ...part }).length;
    const assigned = (preblockList: string) => ({ bookingList: null, preblockList });
    assert.equal(count({}), 4);
    assert.equal(count({ organisation: assigned('else') }), 0);
    assert.equal(
      count({
        organisation: assigned('else'),
        companies: [{ id: 'firma', ...assigned('web') }],
      }),
      4,
    );
    assert.equal(
      count({
        companies: [{ id: 'firma', ...assigned('web') }],
        clinicians: [clinician({ preblockList: 'else' })],
      }),
      0,
    );
  });
});

describe('need', () => {
  it('[A-08] a template governed by need is open only with the clinicians named', () => {
    const governed = (cliniciansWithoutNeed: string[]) => [
      template({ id: 'a', governedByNeed: true, cliniciansWithoutNeed }),
    ];
    assert.deepEqual(offered({ templates: governed([]) }), []);
    assert.deepEqual(offered({ templates: governed(['evelyn']) }), []);
    assert.deepEqual(offered({ templates: governed(['lise']) }), ['a']);
  });

  it('[A-08] a template not governed by need may still be some clinicians’ alone', () => {
    const named = (cliniciansWithoutNeed: string[]) => [
      template({ id: 'a', cliniciansWithoutNeed }),
    ];
    assert.deepEqual(offered({ templates: named(['evelyn']) }), []);
    assert.deepEqual(offered({ templates: named(['evelyn', 'lise']) }), ['a']);
  });
});

describe('the offers of the catalogue', () => {
  it('[P-15] name published clinicians where they work, with the list’s order', () => {
    const all = rows({
      templates,
      templateLists,
      clinicians: [
        clinician({ id: 'evelyn', published: false }),
        clinician({ bookingList: 'own' }),
        clinician({ id: 'kristine', clinics: ['hokksund'] }),
        clinician({ id: 'per', bookingList: 'none' }),
      ],
    });
    assert.deepEqual(listOffers(all), [
      { clinic: 'asker', clinician: 'lise', treatments: ['c', 'a'] },
      { clinic: 'hokksund', clinician: 'lise', treatments: ['c', 'a'] },
      { clinic: 'hokksund', clinician: 'kristine', treatments: ['a', 'b', 'c'] },
    ]);
  });
});
