import { expect } from '@open-wc/testing';
import { otherQueriesOf, soonerOffers } from '../../src/domain/other-offers.js';
import { opusAccount } from '../../stories/fixtures/account.js';

const treatment = 'undersokelse';
const lise = { kind: 'one', id: 'lise' } as const;
const opus = { kind: 'one', id: 'opus-dental-klinikken' } as const;

describe('others who are free', () => {
  it('[P-17] are other clinicians at the chosen clinics, and other clinics with anybody', () => {
    const stepsOf = (selection: Parameters<typeof otherQueriesOf>[1]) =>
      otherQueriesOf(opusAccount, selection).map(({ step, query }) => [step, query]);
    expect(stepsOf({ clinic: opus, clinician: lise, treatment })).to.deep.equal([
      ['clinician', { treatment, clinic: opus.id }],
      ['clinic', { treatment }],
    ]);
    expect(stepsOf({ clinic: { kind: 'any' }, clinician: lise, treatment })).to.deep.equal([
      ['clinician', { treatment }],
    ]);
    expect(stepsOf({ clinic: opus, clinician: { kind: 'any' }, treatment })).to.deep.equal([
      ['clinic', { treatment }],
    ]);
    expect(stepsOf({ clinic: opus, clinician: lise }), 'the treatment is open').to.deep.equal([]);
  });

  it('[P-17] are looked for only where the catalogue has them', () => {
    const alone = { kind: 'one', id: 'per-hansen' } as const;
    const per = { kind: 'one', id: 'per' } as const;
    expect(
      otherQueriesOf(opusAccount, { clinic: alone, clinician: per, treatment }).map(
        ({ step }) => step,
      ),
    ).to.deep.equal(['clinic']);
    expect(
      otherQueriesOf(opusAccount, { clinic: opus, clinician: lise, treatment: 'puss-og-rens' }).map(
        ({ step }) => step,
      ),
    ).to.deep.equal(['clinician']);
    const grouped = {
      ...opusAccount,
      clinics: opusAccount.clinics.map((clinic) => ({ ...clinic, group: clinic.id.slice(0, 1) })),
    };
    const group = { kind: 'group', id: 'o' } as const;
    expect(otherQueriesOf(grouped, { clinic: group, clinician: lise, treatment })).to.deep.equal([
      { step: 'clinician', query: { treatment, group: 'o' } },
    ]);
    expect(
      otherQueriesOf(grouped, { clinic: { kind: 'group', id: 'p' }, clinician: per, treatment }),
    ).to.deep.equal([]);
  });

  it('[P-17] are the two that are free first, by time and not by the clock, and not the choice itself', () => {
    const times = {
      ...{ until: '2027-03-01', treatments: [], clinicians: [] },
      clinics: [
        { id: opus.id, start: '2026-10-24T08:00:00+02:00' },
        { id: 'a', start: '2026-10-25T02:30:00+01:00' },
        { id: 'b', start: '2026-10-25T02:59:00+02:00' },
        { id: 'c', start: '2026-10-26T08:00:00+01:00' },
      ],
    };
    const idsOf = (before: string) =>
      soonerOffers('clinic', times, { clinic: opus }, before).map(({ id }) => id);
    expect(idsOf('')).to.deep.equal(['b', 'a']);
    expect(idsOf('2026-10-25T01:30:00Z')).to.deep.equal(['b']);
    expect(soonerOffers('clinician', times, { clinician: lise }, '')).to.deep.equal([]);
  });
});
