import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Appointment } from '../../../src/contract/index.js';
import { changeNotes } from '../../../src/domain/own-appointments.js';
import { AppointmentsController } from '../../../src/state/appointments/appointments-controller.js';
import { SessionController } from '../../../src/state/session/session-controller.js';
import { ownIn } from '../../elements/support/appointments-page.js';
import { ScriptedApi, nextMonday } from '../support/scripted-api.js';
import { ScriptedSessionApi } from '../support/scripted-session-api.js';
import { waitUntil } from '../../support/wait-until.js';

class Host extends LitElement {}
customElements.define('test-appointments-host', Host);

/** A patient who is logged in and chose the first free time for their appointment. */
async function atReview() {
  const api = new ScriptedApi();
  const own = new ScriptedSessionApi();
  own.list = { appointments: [ownIn(api)], recalls: [] };
  const session = new SessionController(own);
  session.take(own.open());
  const moved: Appointment[] = [];
  const host = new Host();
  const controller = new AppointmentsController(host, {
    placed: () => undefined,
    found: () => undefined,
    moved: (appointment) => moved.push(appointment),
    cancelled: () => undefined,
    booked: () => undefined,
    holdChanged: () => undefined,
    failed: () => undefined,
  });
  api.sessionProvider = session;
  controller.start({ account: api.value, api, session });
  await waitUntil(() => controller.state.flow.list);
  controller.startMove('own-1');
  controller.choose(nextMonday(), api.free.slice(0, 1));
  await waitUntil(() => controller.state.held);
  const moves = () => own.calls.filter(({ name }) => name === 'moveAppointment');
  return { api, own, controller, moved, moves };
}

describe('AppointmentsController', () => {
  it('[P-36] repeats a move whose answer was lost with its own key and hold, and tells it once', async () => {
    const { own, controller, moved, moves } = await atReview();
    own.next('moveAppointment', 'timeout');
    await controller.move();
    expect(controller.state.failure?.error.kind).to.equal('timeout');
    expect(moved).to.deep.equal([]);
    await controller.move();
    expect(controller.state.flow.place.kind).to.equal('done');
    expect(moves()).to.have.lengthOf(2);
    expect(moves()[1]?.args).to.deep.equal(moves()[0]?.args);
    expect(moved).to.have.lengthOf(1);
  });

  it('[P-36] keeps the hold while it is not known what became of the move', async () => {
    const { api, own, controller } = await atReview();
    own.next('moveAppointment', 'timeout');
    await controller.move();
    controller.back();
    controller.back();
    expect(api.count('releaseHoldOnLeave')).to.equal(0);
  });

  it('[P-24] gives the hold back when the patient goes back to the list', async () => {
    const { api, controller } = await atReview();
    controller.back();
    expect(controller.state.held).not.to.equal(undefined);
    controller.back();
    expect(api.count('releaseHoldOnLeave')).to.equal(1);
    expect(controller.state.flow.place.kind).to.equal('list');
  });

  it('[P-36] a hold that lapsed is taken again without a word, under a new key', async () => {
    const { api, own, controller, moves } = await atReview();
    own.next('moveAppointment', 'hold-expired');
    await controller.move();
    expect(controller.state.flow.place.kind).to.equal('done');
    expect(api.count('hold')).to.equal(2);
    const keys = moves().map(({ args }) => JSON.stringify(args));
    expect(new Set(keys).size).to.equal(2);
  });

  it('[P-37] says nothing of what may be done with what was moved until the list has been read, however often that fails', async () => {
    const { own, controller } = await atReview();
    const shown = () => controller.state.flow.list!.appointments.find(({ id }) => id === 'own-1')!;
    expect(changeNotes(shown())).not.to.deep.equal([]);
    own.next('appointments', 'unreachable');
    own.next('appointments', 'timeout');
    const read = own.count('appointments');
    await controller.move();
    controller.back();
    expect(changeNotes(shown())).to.deep.equal([]);
    await waitUntil(() => own.count('appointments') === read + 3);
    await waitUntil(() => changeNotes(shown()).length > 0);
    expect(shown().move.allowed).to.equal(true);
  });

  it('[P-37] repeats a cancellation whose answer was lost with its own key', async () => {
    const { own, controller } = await atReview();
    controller.back();
    controller.back();
    controller.askCancel('own-1');
    own.next('cancelAppointment', 'unreachable');
    await controller.cancel();
    await controller.cancel();
    const calls = own.calls.filter(({ name }) => name === 'cancelAppointment');
    expect(calls).to.have.lengthOf(2);
    expect(calls[1]?.args).to.deep.equal(calls[0]?.args);
    expect(controller.state.flow.news?.kind).to.equal('cancelled');
  });
});
