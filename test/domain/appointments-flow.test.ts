import { expect } from '@open-wc/testing';
import type { OwnAppointment } from '../../src/contract/index.js';
import {
  emptyFlow,
  reduceAppointments,
  type AppointmentsAction,
  type AppointmentsFlow,
} from '../../src/domain/appointments-flow.js';
import { need, ownAppointment, ownAt } from './support/own.js';

const request = { start: '2027-01-27T09:00:00+01:00', appointment: 'appointment-1' };
const lists = (appointments: OwnAppointment[], recalls = [need()]) =>
  ({ type: 'read', list: { appointments, recalls } }) as const;
const read = lists([ownAppointment()]);
const toReview: AppointmentsAction[] = [
  read,
  { type: 'move', id: 'appointment-1', whose: 'own' },
  { type: 'choose', request },
];

function walk(...actions: AppointmentsAction[]): AppointmentsFlow {
  return actions.reduce(reduceAppointments, emptyFlow);
}

describe('the flow through own appointments', () => {
  it('[P-36] goes from the list to times, to the review, and back step by step', () => {
    const flow = walk(...toReview);
    expect(flow.place).to.deep.include({ kind: 'review', request });
    const back = reduceAppointments(flow, { type: 'back' });
    expect(back.place).to.deep.include({ kind: 'times', whose: 'own' });
    expect(reduceAppointments(back, { type: 'back' }).place.kind).to.equal('list');
  });

  it('[P-36] the old time stands in the list until the answer says that it is moved', () => {
    const flow = walk(...toReview);
    expect(flow.list?.appointments[0]?.slot.start).to.equal('2027-01-25T08:00:00+01:00');
    const answer = ownAt(request.start);
    const done = reduceAppointments(flow, { type: 'done', appointment: answer });
    expect(done.place).to.deep.include({ kind: 'done', appointment: answer });
    expect(done.list?.appointments.map(({ slot }) => slot.start)).to.deep.equal([request.start]);
  });

  it('[P-36] what may not be moved leads to the list, which says why', () => {
    const late = ownAppointment({ move: { allowed: false, reason: 'deadline' } });
    const flow = walk(lists([late]), { type: 'move', id: 'appointment-1', whose: 'own' });
    expect(flow).to.deep.include({ place: { kind: 'list' }, news: { kind: 'refused' } });
  });

  it('[P-37] cancelling asks first; keeping changes nothing', () => {
    const asked = walk(read, { type: 'cancel', id: 'appointment-1' });
    expect(asked.cancelling?.id).to.equal('appointment-1');
    const kept = reduceAppointments(asked, { type: 'keep' });
    expect(kept.cancelling).to.equal(undefined);
    expect(kept.list).to.equal(asked.list);
  });

  it('[P-37] a cancelled appointment says so in its place', () => {
    const off = ownAppointment({ status: 'cancelled' });
    const flow = walk(
      read,
      { type: 'cancel', id: 'appointment-1' },
      { type: 'cancelled', appointment: off },
    );
    expect(flow.kept).to.deep.equal(['appointment-1']);
    expect(flow.news).to.deep.equal({ kind: 'cancelled', appointment: off });
    expect(flow.cancelling).to.equal(undefined);
    // Read anew, it is still in its place, and still said.
    const again = reduceAppointments(flow, lists([off]));
    expect(again).to.deep.include({ kept: ['appointment-1'], news: flow.news });
  });

  it('[P-37] moved or cancelled elsewhere: back to the list, and said', () => {
    const elsewhere = {
      moved: ownAt('2027-01-29T10:00:00+01:00'),
      cancelled: ownAppointment({ status: 'cancelled' }),
      withAnother: ownAppointment({
        slot: { ...ownAppointment().slot, clinician: 'evelyn' },
      }),
    };
    for (const now of Object.values(elsewhere)) {
      for (const before of [toReview, [read, { type: 'cancel', id: 'appointment-1' } as const]]) {
        const flow = walk(...before, lists([now]));
        expect(flow).to.deep.include({ place: { kind: 'list' }, news: { kind: 'changed' } });
        expect(flow.cancelling).to.equal(undefined);
      }
    }
    expect(walk(...toReview, lists([])).news).to.deep.equal({ kind: 'changed' });
  });

  it('[A-06] the deadline passed meanwhile: back to the list, which says why', () => {
    const late = { allowed: false, reason: 'deadline' } as const;
    expect(walk(...toReview, lists([ownAppointment({ move: late })])).news?.kind).to.equal(
      'refused',
    );
    expect(
      walk(read, { type: 'cancel', id: 'appointment-1' }, lists([ownAppointment({ cancel: late })]))
        .news?.kind,
    ).to.equal('refused');
  });

  it('a list that is read anew and says the same disturbs nobody', () => {
    const flow = walk(...toReview);
    const same = reduceAppointments(flow, read);
    expect(same.place).to.deep.equal(flow.place);
    expect(same.news).to.equal(undefined);
  });

  it('[P-43] a code is asked for in between, and going back from it changes nothing', () => {
    const asked = walk(...toReview, { type: 'ask-code', codeFor: 'move' });
    expect(asked.codeFor).to.equal('move');
    const back = reduceAppointments(asked, { type: 'back' });
    expect(back.place.kind).to.equal('review');
    expect(back.codeFor).to.equal(undefined);
    expect(reduceAppointments(asked, { type: 'code-given' }).place.kind).to.equal('review');
  });

  it('[P-23] a time that is gone leads back to the times, with the same clinicians', () => {
    const flow = walk(...toReview, { type: 'ask-code', codeFor: 'move' }, { type: 'other-time' });
    expect(flow.place).to.deep.include({ kind: 'times', whose: 'own' });
    expect(flow.codeFor).to.equal(undefined);
  });

  it('[P-38] a need is booked like a move, and only while it is open', () => {
    const recall: AppointmentsAction = { type: 'recall', id: 'recall-1', whose: 'own' };
    expect(walk(read, recall).place.kind).to.equal('times');
    for (const closed of [need({ bookable: false }), need({ appointment: 'appointment-1' })]) {
      const flow = walk(lists([ownAppointment()], [closed]), recall);
      expect(flow.place.kind).to.equal('list');
    }
    const taken = walk(read, recall, lists([ownAppointment()], [need({ bookable: false })]));
    expect(taken.news?.kind).to.equal('changed');
  });

  it('[P-38] what a need is booked as joins the list', () => {
    const booked = ownAt('2027-02-02T08:00:00+01:00', { id: 'appointment-2' });
    const flow = walk(
      read,
      { type: 'recall', id: 'recall-1', whose: 'own' },
      { type: 'choose', request: { start: booked.slot.start, recall: 'recall-1' } },
      { type: 'done', appointment: booked },
    );
    expect(flow.list?.appointments.map(({ id }) => id)).to.deep.equal([
      'appointment-1',
      'appointment-2',
    ]);
  });

  it('[P-10] a link waits for the list and leads to its place once', () => {
    const link = (what: 'move' | 'cancel' | undefined, appointment = 'appointment-1') =>
      ({ type: 'link', link: { appointment, do: what } }) as const;
    expect(walk(link('move'), read).place.kind).to.equal('times');
    expect(walk(read, link('move')).place.kind).to.equal('times');
    expect(walk(link('cancel'), read).cancelling?.id).to.equal('appointment-1');
    expect(walk(link(undefined), read)).to.deep.include({ place: { kind: 'list' } });
    const gone = walk(link('move', 'appointment-9'), read);
    expect(gone.news).to.deep.equal({ kind: 'lost' });
    expect(walk(link('move'), read, { type: 'back' }, read).place.kind).to.equal('list');
  });

  it('[P-10] a link cancels nothing by itself', () => {
    const flow = walk({ type: 'link', link: { appointment: 'appointment-1', do: 'cancel' } }, read);
    expect(flow.list?.appointments[0]?.status).to.equal('booked');
    expect(flow.codeFor).to.equal(undefined);
  });

  it('actions that fit no place change nothing', () => {
    const flow = walk(read);
    for (const action of [
      { type: 'choose', request },
      { type: 'whose', whose: 'all' },
      { type: 'other-time' },
      { type: 'back' },
      { type: 'keep' },
      { type: 'move', id: 'nobody', whose: 'own' },
      { type: 'recall', id: 'nobody', whose: 'own' },
      { type: 'cancel', id: 'nobody' },
    ] satisfies AppointmentsAction[]) {
      expect(reduceAppointments(flow, action), action.type).to.equal(flow);
    }
  });
});
