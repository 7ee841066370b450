import { expect } from '@open-wc/testing';
import type {
  CatalogueRules,
  DefinitionRules,
} from '../../src/console/pages/treatments/coverage.js';
import { coverageOf, workPlaces } from '../../src/console/pages/treatments/coverage.js';

const check = { id: 'check', category: 'exam', useInBooking: true };
const net: DefinitionRules = {
  id: 'net',
  type: 'internet',
  mode: 'allow',
  categories: ['exam'],
  allowAllRebookings: false,
};

/** Two clinics of two companies, one clinician at both, one treatment that can be booked. */
const whole: CatalogueRules = {
  organisation: {},
  companies: [{ id: 'firm' }, { id: 'other' }],
  clinics: [
    { id: 'west', company: 'firm' },
    { id: 'east', company: 'other' },
  ],
  clinicians: [{ id: 'anne', published: true, clinics: [{ clinic: 'west' }, { clinic: 'east' }] }],
  templates: [check],
  templateLists: [
    { id: 'some', items: ['check'] },
    { id: 'empty', items: [] },
  ],
  preblockLists: [
    { id: 'nets', items: ['net'] },
    { id: 'none', items: [] },
  ],
  definitions: [net],
  resources: [],
};

const first = (change: Partial<CatalogueRules>) => coverageOf({ ...whole, ...change })[0]!;

describe('what can ever be booked', () => {
  it('[C-09] names who gives a treatment, where and by which preblock', () => {
    expect(first({})).to.deep.equal({
      template: 'check',
      status: 'open',
      holes: [],
      way: { clinician: 'anne', clinic: 'west', definition: 'net' },
    });
  });

  const anne = whole.clinicians[0]!;
  const cases: readonly (readonly [what: string, change: Partial<CatalogueRules>, string[]])[] = [
    ['nobody is published', { clinicians: [{ ...anne, published: false }] }, ['no-clinician']],
    ['the clinician works nowhere', { clinicians: [{ ...anne, clinics: [] }] }, ['no-clinician']],
    ['the clinic is gone', { clinics: [] }, ['no-clinician']],
    ['it is on no list in force', { organisation: { bookingList: 'empty' } }, ['not-in-list']],
    ['no clinic has its chair', { templates: [{ ...check, resource: 'X' }] }, ['no-resource']],
    ['there is no preblock', { definitions: [] }, ['no-preblock']],
    [
      'preblocks are not for patients',
      { definitions: [{ ...net, type: 'standard' }] },
      ['no-preblock'],
    ],
    ['no preblock lets its category in', { definitions: [{ ...net, mode: 'deny' }] }, ['category']],
    [
      'its preblock is on no list in force',
      { organisation: { preblockList: 'none' } },
      ['preblock-not-in-list'],
    ],
    [
      'two things are wrong',
      { organisation: { bookingList: 'empty' }, definitions: [{ ...net, categories: [] }] },
      ['not-in-list', 'category'],
    ],
  ];
  for (const [what, change, holes] of cases) {
    it(`[C-09] says why a treatment can never be booked: ${what}`, () => {
      expect(first(change)).to.deep.equal({ template: 'check', status: 'impossible', holes });
    });
  }

  it('[C-09] [A-09] looks for the chair where the treatment is given', () => {
    const templates = [{ ...check, resource: 'X' }];
    const resources = [{ clinic: 'east', kind: 'X' }];
    expect(first({ templates, resources }).way?.clinic).to.equal('east');
    const companies = [{ id: 'firm' }, { id: 'other', bookingList: 'empty' }];
    expect(first({ templates, resources, companies }).holes).to.deep.equal(['no-resource']);
  });

  it('[C-09] [A-08] tells what is booked with a need only, and what is switched off', () => {
    const governed = { ...check, governedByNeed: true };
    expect(first({ templates: [governed] }).status).to.equal('with-need');
    const templates = [{ ...governed, cliniciansWithoutNeed: ['anne'] }];
    expect(first({ templates }).status).to.equal('open');
    const clinicians = [{ ...anne, id: 'bo' }];
    expect(first({ templates, clinicians }).status).to.equal('with-need');
    const off = [{ ...check, useInBooking: false }];
    expect(first({ templates: off })).to.deep.equal({
      template: 'check',
      status: 'off',
      holes: [],
    });
  });

  it('[A-07] says which list holds where, and what it is assigned on', () => {
    const change = {
      organisation: { bookingList: 'some', preblockList: 'nets' },
      companies: [{ id: 'firm', bookingList: 'empty' }, { id: 'other' }],
    };
    const found = workPlaces({ ...whole, ...change }).map(
      ({ clinic, bookingList, preblockList }) => [
        clinic,
        bookingList?.list.id,
        bookingList?.on,
        preblockList?.on,
      ],
    );
    expect(found).to.deep.equal([
      ['west', 'empty', 'company', 'organisation'],
      ['east', 'some', 'organisation', 'organisation'],
    ]);
    expect(workPlaces(whole)[0]!.bookingList).to.equal(undefined);
  });
});
