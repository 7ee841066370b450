import { expect } from '@open-wc/testing';
import type { GuideData, GuideStepName } from '../../src/console/pages/guide/guide-steps.js';
import { guideSteps, isComplete } from '../../src/console/pages/guide/guide-steps.js';

const place = { clinician: 'anne', clinic: 'west', date: '2026-12-01', from: '08:00', to: '09:00' };
const placed = { id: '1', series: null, ...place };

/** An account with all that it takes, as far as the guide looks. */
const complete = {
  clinics: [{ id: 'west', group: null }],
  clinicians: [{ id: 'anne', published: true, clinics: [{ clinic: 'west' }] }],
  categories: [{ id: 'exam' }],
  templates: [{ id: 'check', category: 'exam', useInBooking: true }],
  definitions: [{ id: 'net', type: 'internet', mode: 'allow', categories: ['exam'] }],
  workingTime: [{ ...placed, recall: false }],
  preblocks: [{ ...placed, preblock: 'net' }],
  settings: {
    login: { sms: true, eid: [] },
    newBookingRequiresLogin: false,
    sender: { emailName: null, emailAddress: null, sms: 'Klinikk' },
  },
  theme: { accent: '#123456', logo: null },
  texts: { welcomeText: 'Hei' },
  passkeys: 1,
} as unknown as GuideData;

const missingOf = (change: object) =>
  guideSteps({ ...complete, ...change })
    .filter(({ isDone }) => !isDone)
    .map(({ name }) => name);

describe('the set-up guide', () => {
  it('[C-05] has nothing to say of an account that is set up', () => {
    expect(missingOf({})).to.deep.equal([]);
    expect(isComplete(guideSteps(complete))).to.equal(true);
  });

  it('[C-05] takes a free time for working time and a preblock, which it lies in', () => {
    const calendar = { workingTime: [], preblocks: [] };
    expect(missingOf(calendar)).to.deep.equal(['workingTime', 'preblocks']);
    expect(missingOf({ ...calendar, first: null })).to.deep.equal(['workingTime', 'preblocks']);
    expect(missingOf({ ...calendar, first: { start: '2026-12-01T08:00' } })).to.deep.equal([]);
  });

  const settings = complete.settings;
  const faults: readonly (readonly [what: string, change: object, missing: GuideStepName[]])[] = [
    ['no clinic', { clinics: [] }, ['clinics', 'groups']],
    [
      'some clinics in a group',
      { clinics: [{ id: 'west', group: 'g' }, { id: 'east' }] },
      ['groups'],
    ],
    [
      'a clinician who is not published',
      { clinicians: [{ id: 'anne', published: false, clinics: [{ clinic: 'west' }] }] },
      ['clinicians', 'workingTime', 'preblocks'],
    ],
    [
      'a clinician who works elsewhere than the times are',
      { clinicians: [{ id: 'anne', published: true, clinics: [{ clinic: 'east' }] }] },
      ['workingTime', 'preblocks'],
    ],
    [
      'a treatment for the timebook only',
      { templates: [{ id: 'check', category: 'exam', useInBooking: false }] },
      ['templates', 'definitions', 'preblocks'],
    ],
    [
      'a preblock of another category',
      { definitions: [{ id: 'net', type: 'internet', mode: 'allow', categories: ['other'] }] },
      ['definitions', 'preblocks'],
    ],
    [
      'a preblock that keeps the category out',
      { definitions: [{ id: 'net', type: 'internet', mode: 'deny', categories: ['exam'] }] },
      ['definitions', 'preblocks'],
    ],
    [
      'a preblock that is not for Internet',
      { definitions: [{ id: 'net', type: 'standard', mode: 'allow', categories: ['exam'] }] },
      ['definitions', 'preblocks'],
    ],
    ['no working time ahead', { workingTime: [] }, ['workingTime']],
    ['no colour and no logo', { theme: { accent: null, logo: null } }, ['look']],
    ['no own text', { texts: {} }, ['texts']],
    ['nobody’s passkey', { passkeys: 0 }, ['passkey']],
    [
      'a login that every booking needs',
      { settings: { ...settings, newBookingRequiresLogin: true } },
      ['login'],
    ],
    [
      'no sender',
      { settings: { ...settings, sender: { emailName: 'K', emailAddress: null, sms: null } } },
      ['sender'],
    ],
  ];
  for (const [what, change, missing] of faults) {
    it(`[C-05] names what is missing: ${what}`, () => {
      expect(missingOf(change)).to.deep.equal(missing);
    });
  }

  it('[S-08] counts only what patients find no time without', () => {
    const steps = (change: object) => guideSteps({ ...complete, ...change });
    expect(isComplete(steps({ theme: {}, texts: {} }))).to.equal(true);
    expect(isComplete(steps({ workingTime: [] }))).to.equal(false);
  });
});
