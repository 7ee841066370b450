import { expect } from '@open-wc/testing';
import {
  changeNotes,
  firstWeek,
  limitsOf,
  ownHoldRequest,
  ownTimesFilter,
  splitAppointments,
  stateOf,
  whoseOptions,
  type About,
} from '../../src/domain/own-appointments.js';
import { opusAccount } from '../../stories/fixtures/account.js';
import { need, ownAppointment, ownAt } from './support/own.js';

const now = Date.parse('2027-01-25T12:00:00+01:00');
const move: About = { kind: 'move', appointment: ownAppointment() };
const dateOf = (instant: string) => instant.slice(0, 10);

describe('own appointments', () => {
  it('[P-35] come in order: the next one first, then what is over or cancelled, the latest first', () => {
    const { coming, others } = splitAppointments(
      [
        ownAt('2027-03-01T08:00:00+01:00', { id: 'later' }),
        ownAt('2026-01-01T08:00:00+01:00', { id: 'long-ago' }),
        ownAt('2027-01-27T08:00:00+01:00', { id: 'next' }),
        ownAt('2027-01-28T08:00:00+01:00', { id: 'off', status: 'cancelled' }),
        ownAt('2027-01-20T08:00:00+01:00', { id: 'lately' }),
      ],
      now,
    );
    expect(coming.map(({ id }) => id)).to.deep.equal(['next', 'later']);
    expect(others.map(({ id }) => id)).to.deep.equal(['off', 'lately', 'long-ago']);
  });

  it('[P-35] an appointment is past once it has ended, not when it begins', () => {
    const running = ownAt('2027-01-25T11:45:00+01:00');
    expect(stateOf(running, now)).to.equal('coming');
    expect(stateOf(running, now + 15 * 60_000)).to.equal('past');
    expect(stateOf({ ...running, status: 'cancelled' }, now)).to.equal('cancelled');
  });

  it('[P-37] what was cancelled just now stays where it was', () => {
    const off = ownAt('2027-02-01T08:00:00+01:00', { id: 'off', status: 'cancelled' });
    expect(splitAppointments([off], now, ['off']).coming).to.deep.equal([off]);
    expect(splitAppointments([off], now).coming).to.deep.equal([]);
  });

  it('[A-06] says one deadline once, and two deadlines each', () => {
    expect(changeNotes(ownAppointment())).to.deep.equal([
      { what: 'both', isAllowed: true, until: '2027-01-24T08:00:00+01:00' },
    ]);
    const other = ownAppointment({ cancel: { allowed: true, until: '2027-01-23T08:00:00+01:00' } });
    expect(changeNotes(other).map(({ what }) => what)).to.deep.equal(['move', 'cancel']);
    // The same instant, written with another offset.
    const same = ownAppointment({ cancel: { allowed: true, until: '2027-01-24T07:00:00Z' } });
    expect(changeNotes(same).map(({ what }) => what)).to.deep.equal(['both']);
  });

  it('[P-37] says why something cannot be done, and nothing where there is nothing to say', () => {
    const late = {
      allowed: false,
      reason: 'deadline',
      until: '2027-01-24T08:00:00+01:00',
    } as const;
    expect(changeNotes(ownAppointment({ move: late, cancel: late }))).to.deep.equal([
      { what: 'both', isAllowed: false, reason: 'deadline', until: late.until },
    ]);
    expect(
      changeNotes(
        ownAppointment({ move: { allowed: false, reason: 'template' }, cancel: { allowed: true } }),
      ),
    ).to.deep.equal([{ what: 'move', isAllowed: false, reason: 'template', until: undefined }]);
    expect(
      changeNotes(ownAppointment({ move: { allowed: true }, cancel: { allowed: true } })),
    ).to.deep.equal([]);
  });

  it('[P-36] the own clinician comes first, then the clinic, then all clinics', () => {
    expect(whoseOptions(opusAccount, move)).to.deep.equal(['own', 'clinic', 'all']);
    const [clinic] = opusAccount.clinics;
    const small = {
      ...opusAccount,
      clinics: clinic ? [clinic] : [],
      offers: opusAccount.offers.filter(
        (each) => each.clinic === clinic?.id && each.clinician === 'lise',
      ),
    };
    expect(whoseOptions(small, move)).to.deep.equal(['own']);
  });

  it('[P-36] where the own clinician is no longer there, the others come first', () => {
    const offers = opusAccount.offers.filter(({ clinician }) => clinician !== 'lise');
    expect(whoseOptions({ ...opusAccount, offers }, move)[0]).not.to.equal('own');
  });

  it('[A-08] a need that fixes its clinician offers nobody else', () => {
    const about = (changes: Parameters<typeof need>[0]): About => ({
      kind: 'recall',
      recall: need(changes),
    });
    expect(whoseOptions(opusAccount, about({}))).to.deep.equal(['own']);
    expect(whoseOptions(opusAccount, about({ mayChooseClinician: true }))).to.deep.equal([
      'own',
      'all',
    ]);
    expect(whoseOptions(opusAccount, about({ clinician: undefined }))).to.deep.equal(['all']);
  });

  it('[P-36] asks for the times of the appointment, never of its treatment', () => {
    expect(ownTimesFilter(move, 'own')).to.deep.equal({
      appointment: 'appointment-1',
      clinic: 'opus-dental-klinikken',
      clinician: 'lise',
    });
    expect(ownTimesFilter(move, 'all')).to.deep.equal({ appointment: 'appointment-1' });
    expect(ownTimesFilter({ kind: 'recall', recall: need() }, 'own')).to.deep.equal({
      recall: 'recall-1',
      clinician: 'lise',
    });
  });

  it('[P-36] holds a time with the own clinician where they have it, else leaves it open', () => {
    const { slot } = ownAppointment();
    const start = '2027-01-27T09:00:00+01:00';
    const both = ['evelyn', 'lise'].map((clinician) => ({
      ...slot,
      start,
      clinician,
      treatment: 'undersokelse',
    }));
    expect(ownHoldRequest(move, 'clinic', { start, slots: both }).clinician).to.equal('lise');
    const others = ['evelyn', 'kari'].map((clinician) => ({
      ...slot,
      start,
      clinician,
      treatment: 'undersokelse',
    }));
    expect(ownHoldRequest(move, 'clinic', { start, slots: others })).to.deep.equal({
      appointment: 'appointment-1',
      clinic: slot.clinic,
      start,
    });
    expect(ownHoldRequest(move, 'all', { start, slots: others.slice(0, 1) }).clinician).to.equal(
      'evelyn',
    );
    // Starts of which no more is known than that there are some.
    const nobody = { ...slot, start, clinic: '', clinician: '', treatment: '' };
    expect(ownHoldRequest(move, 'all', { start, slots: [nobody] })).to.deep.equal({
      appointment: 'appointment-1',
      start,
    });
  });

  it('[A-17] no day before the first or after the last one, nor before today', () => {
    expect(limitsOf(move, '2027-01-18')).to.deep.equal({
      earliest: '2027-01-20',
      latest: '2027-02-04',
    });
    expect(limitsOf(move, '2027-01-22').earliest).to.equal('2027-01-22');
    expect(limitsOf({ kind: 'recall', recall: need() }, '2027-01-18')).to.deep.equal({
      earliest: '2027-01-18',
      latest: '2027-03-01',
    });
  });

  it('[P-36] begins at the week of the present time, for a need at the week it is due', () => {
    expect(firstWeek(move, '2027-01-18', dateOf)).to.equal('2027-01-25');
    expect(firstWeek({ kind: 'recall', recall: need() }, '2027-01-18', dateOf)).to.equal(
      '2027-02-01',
    );
    expect(firstWeek({ kind: 'recall', recall: need() }, '2027-02-10', dateOf)).to.equal(
      '2027-02-08',
    );
  });
});
