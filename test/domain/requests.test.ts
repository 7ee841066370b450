import { expect } from '@open-wc/testing';
import { narrowed } from '../../src/domain/narrowing.js';
import { holdRequestOf, timesFilterOf, timesViewOf } from '../../src/domain/requests.js';
import { catalogue, clinicsOfAsker } from './support/catalogue.js';

const chosen = {
  clinic: { kind: 'one', id: 'hvalstad' },
  treatment: 'exam',
  clinician: { kind: 'any' },
} as const;

describe('what the calendar asks for', () => {
  it('[P-02] filters by the choices before time, and leaves those after it open', () => {
    const early = clinicsOfAsker({ stepOrder: ['treatment', 'time', 'clinician', 'clinic'] });
    const lise = { ...chosen, clinician: { kind: 'one', id: 'lise' } } as const;
    expect(timesFilterOf(early, lise)).to.deep.equal({ treatment: 'exam' });
    expect(timesFilterOf(clinicsOfAsker(), chosen)).to.deep.equal({
      clinic: 'hvalstad',
      treatment: 'exam',
    });
  });

  it('[P-02] [P-10] keeps to what there is only one of, also after time', () => {
    const settings = { stepOrder: ['clinician', 'time', 'treatment', 'clinic'] as const };
    const small = catalogue({
      clinics: { one: 'north' },
      treatments: ['exam'],
      offers: { 'one/ann': ['exam'], 'one/bob': ['exam'] },
      settings: { stepOrder: [...settings.stepOrder] },
    });
    expect(timesFilterOf(small, {})).to.deep.equal({ clinic: 'one', treatment: 'exam' });

    const linked = narrowed(
      clinicsOfAsker({ stepOrder: ['treatment', 'time', 'clinic', 'clinician'] }),
      {
        group: 'asker',
      },
    );
    expect(timesFilterOf(linked, { treatment: 'exam' })).to.deep.equal({
      group: 'asker',
      treatment: 'exam',
    });
  });

  it('[P-02] [P-21] starts alone before the treatment is known, or where it may be anybody anywhere', () => {
    expect(timesViewOf({ clinic: 'hvalstad', clinician: 'lise' })).to.equal('starts');
    expect(timesViewOf({ treatment: 'exam' })).to.equal('starts');
    expect(timesViewOf({ treatment: 'exam', group: 'asker' })).to.equal('starts');
    expect(timesViewOf({ treatment: 'exam', clinic: 'hvalstad' })).to.equal('slots');
    expect(timesViewOf({ treatment: 'exam', clinician: 'lise' })).to.equal('slots');
  });

  it('[P-24] is a request to hold once clinic, clinician, treatment and start are known', () => {
    const start = '2026-11-23T08:00:00+01:00';
    expect(holdRequestOf(chosen)).to.equal(undefined);
    expect(holdRequestOf({ ...chosen, time: { start, slots: [] } })).to.deep.equal({
      start,
      clinic: 'hvalstad',
      treatment: 'exam',
    });
    expect(holdRequestOf({ treatment: 'exam', time: { start, slots: [] } })).to.equal(undefined);
  });
});
