import { expect } from '@open-wc/testing';
import type { Clinic } from '../../src/contract/index.js';
import { firstTimeOf } from '../../src/domain/first-times.js';
import { narrowed } from '../../src/domain/narrowing.js';
import { firstTimesQueryOf } from '../../src/domain/requests.js';
import { clinicsOfAsker } from './support/catalogue.js';

describe('first free times', () => {
  const account = clinicsOfAsker();
  const [one, other] = account.clinics as [Clinic, Clinic];
  const times = {
    until: '2027-03-01',
    clinics: [
      // An hour later by the clock, half an hour earlier in time: the clocks are set back between them.
      { id: one.id, start: '2026-10-25T02:30:00+01:00' },
      { id: other.id, start: '2026-10-25T02:59:00+02:00' },
    ],
    treatments: [{ id: 'exam', start: '2026-11-23T08:00:00+01:00' }],
    clinicians: [{ id: 'lise', start: '2026-11-24T08:00:00+01:00' }],
  };
  const of = (choice: Parameters<typeof firstTimeOf>[1]) => firstTimeOf(times, choice, account);

  it('[P-47] are those of the card, null where it has none', () => {
    expect(of({ step: 'clinic', value: { kind: 'one', id: one.id } })).to.equal(
      times.clinics[0]!.start,
    );
    expect(of({ step: 'treatment', value: 'exam' })).to.equal(times.treatments[0]!.start);
    expect(of({ step: 'treatment', value: 'acute' })).to.equal(null);
    expect(of({ step: 'clinician', value: { kind: 'one', id: 'lise' } })).to.equal(
      times.clinicians[0]!.start,
    );
    expect(of({ step: 'clinician', value: { kind: 'one', id: 'evelyn' } })).to.equal(null);
  });

  it('[P-14] [P-47] of any clinic, or any of a group, are the earliest in time', () => {
    expect(of({ step: 'clinic', value: { kind: 'any' } })).to.equal(times.clinics[1]!.start);
    const grouped = { clinics: account.clinics.map((each) => ({ ...each, group: 'north' })) };
    grouped.clinics[1] = { ...grouped.clinics[1]!, group: 'south' };
    const ofGroup = (id: string) =>
      firstTimeOf(times, { step: 'clinic', value: { kind: 'group', id } }, grouped);
    expect(ofGroup('north')).to.equal(times.clinics[0]!.start);
    expect(ofGroup('south')).to.equal(times.clinics[1]!.start);
    expect(ofGroup('west')).to.equal(null);
  });

  it('[P-47] are narrowed by the choices of earlier steps, and by no later one', () => {
    const selection = {
      clinic: { kind: 'group', id: 'asker' },
      treatment: 'exam',
      clinician: { kind: 'one', id: 'lise' },
    } as const;
    expect(firstTimesQueryOf(account, selection, 'clinic')).to.deep.equal({});
    expect(firstTimesQueryOf(account, selection, 'treatment')).to.deep.equal({ group: 'asker' });
    expect(firstTimesQueryOf(account, selection, 'clinician')).to.deep.equal({
      group: 'asker',
      treatment: 'exam',
    });
  });

  it('[P-10] [P-47] are those of what a link is about', () => {
    const linked = narrowed(account, { clinician: 'evelyn' });
    expect(firstTimesQueryOf(linked, {}, 'clinic')).to.have.property('clinician', 'evelyn');
    expect(firstTimesQueryOf(account, {}, 'clinic')).not.to.have.property('clinician');
  });

  it('[P-02] [P-47] are none of a step after the time', () => {
    const order = ['clinic', 'time', 'treatment', 'clinician'] as const;
    const timeFirst = clinicsOfAsker({ stepOrder: [...order] });
    expect(firstTimesQueryOf(timeFirst, {}, 'clinic')).to.deep.equal({});
    expect(firstTimesQueryOf(timeFirst, {}, 'clinician')).to.equal(undefined);
  });
});
