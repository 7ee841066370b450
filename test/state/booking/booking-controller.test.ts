import { aTimeout, expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BookingError } from '../../../src/api/booking-error.js';
import type { Account, BookingRequest, HoldRequest, Slot } from '../../../src/contract/index.js';
import { clinicOptions } from '../../../src/domain/options.js';
import { emptyDraft, type PatientDraft } from '../../../src/domain/patient-draft.js';
import { isFinding } from '../../../src/domain/is-finding.js';
import { BookingController } from '../../../src/state/booking/booking-controller.js';
import { currentPart, isNarrowed } from '../../../src/state/booking/booking-state.js';
import type { Selection } from '../../../src/domain/selection.js';
import type { BookingStart } from '../../../src/state/booking/booking-start.js';
import { catalogue, clinicsOfAsker } from '../../domain/support/catalogue.js';
import { nextMonday, ScriptedApi } from '../support/scripted-api.js';
import { waitUntil } from '../../support/wait-until.js';

const draft: PatientDraft = {
  ...emptyDraft,
  firstName: 'Kari',
  lastName: 'Nordmann',
  nationalId: '13876599917',
  email: 'kari@example.com',
  mobile: '99999999',
  consent: true,
  consentLang: 'nb',
};

/** An element that a controller may stand in, without anything to show. */
class Host extends HTMLElement implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  private readonly controllers: ReactiveController[] = [];
  addController(controller: ReactiveController) {
    this.controllers.push(controller);
    // As Lit does it for a controller that comes late.
    if (this.isConnected) controller.hostConnected?.();
  }
  removeController() {}
  requestUpdate() {}
  connectedCallback() {
    for (const controller of this.controllers) controller.hostConnected?.();
  }
  disconnectedCallback() {
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }
}
customElements.define('test-controller-host', Host);

const hosts: Host[] = [];

async function begin(
  api: ScriptedApi,
  mayTurn = () => true,
  {
    request = {},
    ...from
  }: Pick<BookingStart, 'narrowing'> & { readonly request?: Selection } = {},
) {
  const host = new Host();
  hosts.push(host);
  const told: string[] = [];
  const controller = new BookingController(host, {
    mayTurn,
    stepChanged: (part) => told.push(part),
    selectionChanged: () => undefined,
    holdChanged: () => undefined,
    booked: () => told.push('booked'),
    failed: ({ error }) => told.push(error.kind),
  });
  document.body.append(host);
  await controller.start({ api, request: () => request, ...from });
  return { controller, host, told };
}

async function chooseTime(controller: BookingController, slot: Slot) {
  controller.dispatch({
    type: 'choose',
    choice: { step: 'clinic', value: { kind: 'one', id: 'hvalstad' } },
  });
  controller.dispatch({ type: 'choose', choice: { step: 'treatment', value: 'exam' } });
  controller.dispatch({
    type: 'choose',
    choice: { step: 'clinician', value: { kind: 'one', id: 'lise' } },
  });
  controller.dispatch({
    type: 'choose',
    choice: { step: 'time', value: { start: slot.start, slots: [slot] } },
  });
  await waitUntil(() => controller.state.held ?? controller.state.failure, 'held');
}

async function toReview(api: ScriptedApi) {
  const started = await begin(api);
  await chooseTime(started.controller, api.free[0] as Slot);
  started.controller.dispatch({ type: 'finish-details', draft });
  return started;
}

/** At the times of a clinic, nothing else chosen. */
async function timeFirst() {
  const stepOrder = ['clinic', 'time', 'treatment', 'clinician'] as const;
  const api = new ScriptedApi(clinicsOfAsker({ stepOrder: [...stepOrder] }));
  const started = await begin(api);
  started.controller.dispatch({
    type: 'choose',
    choice: { step: 'clinic', value: { kind: 'one', id: 'hvalstad' } },
  });
  await waitUntil(() => started.controller.state.times?.shown);
  expect(api.count('starts')).to.be.greaterThan(0);
  return { api, ...started };
}

/** True while it is not known yet what a chosen start leaves to choose. */
function isFindingSlots({ state: { account, flow } }: BookingController): boolean {
  return account !== undefined && flow !== undefined && isFinding(account, flow.selection);
}

const codeFree = () => new ScriptedApi(clinicsOfAsker({ confirmation: 'none' }));
const keyOf = (call: readonly unknown[]) => (call[1] as { idempotencyKey: string }).idempotencyKey;
const bookings = (api: ScriptedApi) =>
  api.calls.filter(({ name }) => name === 'book').map(({ args }) => args);

describe('BookingController', () => {
  afterEach(() => {
    for (const host of hosts.splice(0)) host.remove();
  });

  it('goes from the clinic to the receipt', async () => {
    const { controller, told } = await toReview(new ScriptedApi());
    await controller.reservation?.book('nb');
    await controller.reservation?.confirm('123456');
    expect(controller.state.appointment?.slot.clinician).to.equal('lise');
    expect(told).to.deep.equal([
      'clinic',
      'treatment',
      'clinician',
      'time',
      'details',
      'confirm',
      'booked',
    ]);
  });

  it('[P-47] reads the first free times of the cards in view once, and anew for what is chosen', async () => {
    const api = new ScriptedApi();
    const { controller } = await begin(api);
    await waitUntil(() => controller.state.firstTimes?.clinic, 'first times of clinics');
    controller.dispatch({
      type: 'choose',
      choice: { step: 'clinic', value: { kind: 'one', id: 'hvalstad' } },
    });
    await waitUntil(() => controller.state.firstTimes?.treatment, 'first times of treatments');
    expect(api.last('firstTimes')).to.deep.equal([{ clinic: 'hvalstad' }]);
    controller.dispatch({ type: 'back' });
    await waitUntil(() => controller.state.firstTimes?.clinic, 'those of clinics again');
    expect(api.count('firstTimes')).to.equal(2);
  });

  it('[P-47] goes on without first free times where they cannot be read, and asks again later', async () => {
    const api = new ScriptedApi();
    api.next('firstTimes', 'unreachable');
    const { controller, told } = await begin(api);
    await waitUntil(() => controller.state.firstTimes);
    expect(controller.state.firstTimes).to.deep.equal({});
    expect(controller.state.failure).to.equal(undefined);
    expect(told).to.deep.equal(['clinic']);
    controller.dispatch({ type: 'refresh' });
    await waitUntil(() => controller.state.firstTimes?.clinic, 'asked again');
  });

  it('[P-24] holds the time as soon as who, where, what and when are known', async () => {
    const api = new ScriptedApi();
    const { controller } = await begin(api);
    controller.dispatch({
      type: 'choose',
      choice: { step: 'clinic', value: { kind: 'one', id: 'hvalstad' } },
    });
    controller.dispatch({ type: 'choose', choice: { step: 'treatment', value: 'exam' } });
    controller.dispatch({
      type: 'choose',
      choice: { step: 'clinician', value: { kind: 'one', id: 'lise' } },
    });
    expect(api.count('hold')).to.equal(0);
    const slot = api.free[0] as Slot;
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: slot.start, slots: [slot] } },
    });
    await waitUntil(() => controller.state.held);
    const [request, token] = api.last('hold') as [HoldRequest, string];
    expect(request).to.deep.equal({
      start: slot.start,
      clinic: 'hvalstad',
      treatment: 'exam',
      clinician: 'lise',
    });
    expect(token).to.match(/^[\w-]{43}$/);
  });

  it('[P-24] swaps the hold under the same token when another time is chosen', async () => {
    const api = new ScriptedApi();
    const { controller } = await begin(api);
    const [first, second] = api.free as [Slot, Slot];
    await chooseTime(controller, first);
    controller.dispatch({ type: 'go-to', part: 'time' });
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: second.start, slots: [second] } },
    });
    await waitUntil(() => controller.state.held?.hold.slot.start === second.start);
    const tokens = api.calls.filter(({ name }) => name === 'hold').map(({ args }) => args[1]);
    expect(tokens[0]).to.equal(tokens[1]);
    expect(api.count('releaseHold')).to.equal(0);
  });

  it('[P-24] gives the time back when a change drops it', async () => {
    const api = new ScriptedApi();
    const { controller } = await begin(api);
    await chooseTime(controller, api.free[0] as Slot);
    controller.dispatch({ type: 'go-to', part: 'clinic' });
    controller.dispatch({
      type: 'choose',
      choice: { step: 'clinic', value: { kind: 'one', id: 'heggedal' } },
    });
    await waitUntil(() => api.count('releaseHold') === 1);
    expect(controller.state.held).to.equal(undefined);
  });

  it('[P-24] gives the time back when the page closes, and takes it again when it is back', async () => {
    const api = new ScriptedApi();
    const { controller } = await begin(api);
    await chooseTime(controller, api.free[0] as Slot);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(api.count('releaseHoldOnLeave')).to.equal(1);
    expect(controller.state.held).to.equal(undefined);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => controller.state.held);
    const tokens = api.calls.filter(({ name }) => name === 'hold').map(({ args }) => args[1]);
    expect(tokens[0]).not.to.equal(tokens[1]);
  });

  it('[P-31] never gives the time back while a code is awaited', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    await controller.reservation?.book('nb');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(api.count('releaseHoldOnLeave')).to.equal(0);
    expect(controller.state.pending).not.to.equal(undefined);
  });

  it('[P-24] takes a lapsed hold again without a word while the patient is there', async () => {
    const api = new ScriptedApi();
    api.holdSeconds = 0.3;
    const { controller, told } = await begin(api);
    await chooseTime(controller, api.free[0] as Slot);
    api.holdSeconds = 600;
    await waitUntil(() => api.count('hold') === 2);
    await waitUntil(() => controller.state.held);
    expect(told).not.to.include('hold-expired');
    expect(controller.state.failure).to.equal(undefined);
  });

  it('[P-23] a lapsed hold that somebody else took meanwhile is told at once', async () => {
    const api = new ScriptedApi();
    api.holdSeconds = 0.3;
    const { controller } = await begin(api);
    await chooseTime(controller, api.free[0] as Slot);
    api.take((api.free[0] as Slot).start);
    await waitUntil(() => controller.state.failure?.error.kind === 'slot-taken');
    expect(controller.state.failure?.error.alternatives).to.have.length(3);
    expect(currentPart(controller.state)).to.equal('details');
  });

  it('[P-23] tells at once that a time is taken, keeps what is typed, offers others and goes on with one', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    const [first, second] = api.free as [Slot, Slot];
    api.take(first.start);
    api.next('book', new BookingError('slot-taken', { alternatives: api.live }));
    await controller.reservation?.book('nb');
    expect(controller.state.failure?.error.kind).to.equal('slot-taken');
    expect(controller.state.failure?.error.alternatives).to.have.length(3);
    expect(controller.state.draft).to.deep.equal(draft);
    expect(currentPart(controller.state)).to.equal('confirm');
    controller.dispatch({ type: 'take-slot', slot: second });
    await waitUntil(() => controller.state.held?.hold.slot.start === second.start);
    expect(controller.state.failure).to.equal(undefined);
    expect(currentPart(controller.state)).to.equal('confirm');
    await controller.reservation?.book('nb');
    const [request] = api.last('book') as [BookingRequest];
    expect(request.patient.firstName).to.equal('Kari');
    expect(controller.state.pending).not.to.equal(undefined);
  });

  it('[P-23] no list shows a taken time any more, not even one that is on its way', async () => {
    const api = new ScriptedApi();
    const { controller } = await begin(api);
    const slot = api.free[0] as Slot;
    controller.dispatch({
      type: 'choose',
      choice: { step: 'clinic', value: { kind: 'one', id: 'hvalstad' } },
    });
    controller.dispatch({ type: 'choose', choice: { step: 'treatment', value: 'exam' } });
    controller.dispatch({
      type: 'choose',
      choice: { step: 'clinician', value: { kind: 'one', id: 'lise' } },
    });
    await waitUntil(() => controller.state.times?.shown?.slots.length === 4);
    api.take(slot.start);
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: slot.start, slots: [slot] } },
    });
    await waitUntil(() => controller.state.failure);
    controller.dispatch({ type: 'go-to', part: 'time' });
    const starts = controller.state.times?.shown?.slots.map(({ start }) => start) ?? [];
    expect(starts).to.have.length(3);
    expect(starts).not.to.include(slot.start);
  });

  it('[P-23] takes an alternative with another clinician', async () => {
    const api = new ScriptedApi();
    const other = { ...(api.free[1] as Slot), clinician: 'evelyn' };
    const { controller } = await begin(api);
    api.take((api.free[0] as Slot).start);
    await chooseTime(controller, api.free[0] as Slot);
    expect(controller.state.failure?.error.kind).to.equal('slot-taken');
    api.free.push(other);
    controller.dispatch({ type: 'take-slot', slot: other });
    await waitUntil(() => controller.state.held);
    expect(controller.state.held?.hold.slot).to.deep.equal(other);
    expect(currentPart(controller.state)).to.equal('details');
  });

  it('[P-18] the own hold counts as free when the patient looks at times again', async () => {
    const api = new ScriptedApi();
    const { controller } = await begin(api);
    await chooseTime(controller, api.free[0] as Slot);
    controller.reservation?.slots.forget({ start: nextMonday(600) });
    controller.dispatch({ type: 'go-to', part: 'time' });
    await waitUntil(() => api.last('slots')[1] === controller.state.held?.token);
  });

  it('[N-01] a lost answer is asked for with the same key, and gives one appointment', async () => {
    const api = codeFree();
    const { controller } = await toReview(api);
    api.next('book', 'timeout');
    await controller.reservation?.book('nb');
    expect(controller.state.failure?.error.kind).to.equal('timeout');
    expect(controller.state.draft).to.deep.equal(draft);
    controller.retry();
    await waitUntil(() => controller.state.appointment);
    const [one, two] = bookings(api) as [readonly unknown[], readonly unknown[]];
    expect(keyOf(one)).to.equal(keyOf(two));
    expect(one[0]).to.deep.equal(two[0]);
  });

  it('[N-01] details corrected after a lost answer: the old booking is found first and makes room', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    api.next('book', 'unreachable');
    await controller.reservation?.book('nb');
    controller.dispatch({ type: 'finish-details', draft: { ...draft, firstName: 'Karin' } });
    await controller.reservation?.book('nb');
    const [one, two, three] = bookings(api).map((args) => args as [BookingRequest, unknown]);
    expect(keyOf(one as never)).to.equal(keyOf(two as never));
    expect(two?.[0].patient.firstName).to.equal('Kari');
    expect(api.count('giveUp')).to.equal(1);
    expect(three?.[0].patient.firstName).to.equal('Karin');
    expect(keyOf(three as never)).not.to.equal(keyOf(two as never));
    expect(controller.state.pending).not.to.equal(undefined);
  });

  it('[N-01] another time after a lost answer: what was booked meanwhile stays the one appointment', async () => {
    const api = codeFree();
    const { controller } = await toReview(api);
    api.next('book', 'unreachable');
    await controller.reservation?.book('nb');
    controller.dispatch({ type: 'go-to', part: 'time' });
    const second = api.free[1] as Slot;
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: second.start, slots: [second] } },
    });
    await waitUntil(() => controller.state.appointment);
    expect(api.count('hold')).to.equal(1);
  });

  it('[P-24] a hold that lapsed on the way to the booking is taken again, with a new key', async () => {
    const api = codeFree();
    const { controller } = await toReview(api);
    api.next('book', 'hold-expired');
    await controller.reservation?.book('nb');
    const [one, two] = bookings(api) as [readonly unknown[], readonly unknown[]];
    expect(controller.state.appointment).not.to.equal(undefined);
    expect(keyOf(one)).not.to.equal(keyOf(two));
  });

  it('[P-29] goes on by itself when the connection is back', async () => {
    const api = codeFree();
    const { controller } = await toReview(api);
    api.next('book', 'offline');
    await controller.reservation?.book('nb');
    expect(controller.state.failure?.error.kind).to.equal('offline');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => controller.state.appointment);
  });

  it('[P-24] a hold that lapsed while offline is taken again when the connection is back', async () => {
    const api = new ScriptedApi();
    api.holdSeconds = 0.3;
    const { controller } = await begin(api);
    await chooseTime(controller, api.free[0] as Slot);
    controller.type(draft);
    api.next('hold', 'offline');
    await waitUntil(() => controller.state.failure?.error.kind === 'offline');
    // Whoever goes on typing is not told over and over.
    controller.type({ ...draft, message: 'Hei' });
    expect(api.count('hold')).to.equal(2);
    api.holdSeconds = 600;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => controller.state.held);
    expect(controller.state.failure).to.equal(undefined);
    expect(controller.state.draft.message).to.equal('Hei');
    expect(currentPart(controller.state)).to.equal('details');
  });

  it('[P-31] a wrong code leaves the booking waiting; an expired one begins anew with what was typed', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    await controller.reservation?.book('nb');
    await controller.reservation?.confirm('000000');
    expect(controller.state.failure?.error.triesLeft).to.equal(4);
    expect(controller.state.pending).not.to.equal(undefined);
    api.next('confirm', 'code-expired');
    await controller.reservation?.confirm('000000');
    expect(controller.state.pending).to.equal(undefined);
    await controller.reservation?.book('nb');
    expect(controller.state.pending).not.to.equal(undefined);
    expect(controller.state.draft).to.deep.equal(draft);
  });

  it('[P-31] does not book twice when the button is pressed twice', async () => {
    const api = codeFree();
    const { controller } = await toReview(api);
    await Promise.all([controller.reservation?.book('nb'), controller.reservation?.book('nb')]);
    expect(api.count('book')).to.equal(1);
  });

  it('[P-40] maintenance switches the page, keeps what is typed, and goes on when it is over', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    const open: Account = api.value;
    api.value = { ...open, status: 'maintenance' };
    api.next('book', 'closed');
    await controller.reservation?.book('nb');
    await waitUntil(() => controller.state.account?.status === 'maintenance');
    expect(controller.state.draft).to.deep.equal(draft);
    api.value = open;
    await controller.refresh();
    expect(controller.state.account?.status).to.equal('open');
    expect(currentPart(controller.state)).to.equal('confirm');
    await controller.reservation?.book('nb');
    expect(controller.state.pending).not.to.equal(undefined);
  });

  it('[P-40] maintenance that begins while the patient types is told, and the time is taken again after it', async () => {
    const api = new ScriptedApi();
    const { controller } = await begin(api);
    await chooseTime(controller, api.free[0] as Slot);
    controller.type(draft);
    const open: Account = api.value;
    api.value = { ...open, status: 'maintenance' };
    api.next('extendHold', 'closed');
    void controller.reservation?.holds.extend();
    await waitUntil(() => controller.state.account?.status === 'maintenance');
    api.value = open;
    await controller.refresh();
    expect(currentPart(controller.state)).to.equal('details');
    expect(controller.state.draft).to.deep.equal(draft);
    expect(controller.state.held).not.to.equal(undefined);
  });

  it('[P-28] a consent that changed meanwhile is asked for again before anything is booked', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    const { texts } = api.value;
    api.value = { ...api.value, texts: { ...texts, consentVersion: 'new', consentText: 'Nytt.' } };
    const fields = [{ path: 'consent', code: 'stale' }];
    api.next('book', new BookingError('invalid', { fields }));
    await controller.reservation?.book('nb');
    await waitUntil(() => controller.state.account?.texts.consentText === 'Nytt.');
    expect(currentPart(controller.state)).to.equal('details');
    expect(controller.state.draft).to.deep.equal({ ...draft, consent: false });
    expect(controller.state.problems).to.deep.equal(fields);
    expect(controller.state.held).not.to.equal(undefined);
    controller.dispatch({ type: 'go-to', part: 'confirm' });
    expect(currentPart(controller.state)).to.equal('details');
    controller.dispatch({ type: 'finish-details', draft });
    await controller.reservation?.book('nb');
    const [request] = api.last('book') as [BookingRequest];
    expect(request.consent).to.deep.equal({ version: 'new', lang: 'nb' });
    expect(controller.state.pending).not.to.equal(undefined);
  });

  it('[P-28] a text that comes with the account read anew takes the old consent away', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    const { texts } = api.value;
    api.value = { ...api.value, texts: { ...texts, consentVersion: 'new' } };
    await controller.refresh();
    expect(currentPart(controller.state)).to.equal('details');
    expect(controller.state.draft.consent).to.equal(false);
    expect(controller.state.draft.firstName).to.equal('Kari');
  });

  it('[P-28] what was booked with the text of its day stays booked', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    await controller.reservation?.book('nb');
    const { texts } = api.value;
    api.value = { ...api.value, texts: { ...texts, consentVersion: 'new' } };
    await controller.refresh();
    expect(controller.state.pending).not.to.equal(undefined);
    expect(currentPart(controller.state)).to.equal('confirm');
  });

  it('[N-02] forgets the national ID once the time is booked', async () => {
    const { controller } = await toReview(codeFree());
    await controller.reservation?.book('nb');
    expect(controller.state.appointment).not.to.equal(undefined);
    expect(controller.state.draft).to.include({ nationalId: '', email: draft.email });
    expect(JSON.stringify(controller.state.draft)).not.to.contain('13876599917');
  });

  it('[P-24] the time that waits for its code is the own one in lists of times', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    const token = controller.state.held?.token;
    await controller.reservation?.book('nb');
    controller.reservation?.slots.forget({ start: nextMonday(600) });
    controller.dispatch({ type: 'go-to', part: 'time' });
    await waitUntil(() => api.last('slots')[1] === token);
  });

  it('[P-31] another code lives longer, and so does the time', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    await controller.reservation?.book('nb');
    const before = controller.state.pending?.until ?? 0;
    api.resend = { resendAfter: 60, expiresIn: 900, expiresAt: '2026-11-20T12:25:00+01:00' };
    await controller.reservation?.resend();
    expect(controller.state.pending?.until).to.be.greaterThan(before + 200_000);
    expect(controller.state.pending?.booking.expiresAt).to.equal('2026-11-20T12:25:00+01:00');
  });

  it('[P-29] a refusal that belongs to no field is told all the same', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    api.next('book', new BookingError('invalid', { fields: [{ path: 'lang', code: 'format' }] }));
    await controller.reservation?.book('nb');
    expect(controller.state.failure?.error.kind).to.equal('invalid');
  });

  it('[P-29] what is typed after a refusal is judged anew', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    const fields = [{ path: 'patient.nationalId', code: 'checksum' }];
    api.next('book', new BookingError('invalid', { fields }));
    await controller.reservation?.book('nb');
    controller.type({ ...draft, nationalId: '11876699975' });
    expect(controller.state.problems).to.deep.equal([]);
  });

  it('[P-29] what the service finds wrong leads back to the fields, with all that was typed', async () => {
    const api = new ScriptedApi();
    const { controller } = await toReview(api);
    const fields = [{ path: 'patient.nationalId', code: 'checksum' }];
    api.next('book', new BookingError('invalid', { fields }));
    await controller.reservation?.book('nb');
    expect(currentPart(controller.state)).to.equal('details');
    expect(controller.state.problems).to.deep.equal(fields);
    expect(controller.state.draft).to.deep.equal(draft);
    expect(controller.state.held).not.to.equal(undefined);
  });

  it('[P-11] back never bounces forward again', async () => {
    const { controller } = await begin(new ScriptedApi());
    controller.dispatch({
      type: 'choose',
      choice: { step: 'clinic', value: { kind: 'one', id: 'hvalstad' } },
    });
    controller.dispatch({ type: 'choose', choice: { step: 'treatment', value: 'acute' } });
    // Only Lise does that, so the clinician's step is passed.
    expect(currentPart(controller.state)).to.equal('time');
    controller.dispatch({ type: 'back' });
    expect(currentPart(controller.state)).to.equal('treatment');
    controller.dispatch({ type: 'back' });
    expect(currentPart(controller.state)).to.equal('clinic');
  });

  it('a host may keep the patient on the step', async () => {
    const { controller } = await begin(new ScriptedApi(), () => false);
    controller.dispatch({
      type: 'choose',
      choice: { step: 'clinic', value: { kind: 'one', id: 'hvalstad' } },
    });
    expect(currentPart(controller.state)).to.equal('clinic');
    expect(controller.state.flow?.selection.clinic).to.deep.equal({ kind: 'one', id: 'hvalstad' });
  });

  it('[P-02] time before clinician: the later step offers who is free then', async () => {
    const api = new ScriptedApi(
      catalogue({
        clinics: { one: null },
        treatments: ['exam'],
        offers: { 'one/ann': ['exam'], 'one/bob': ['exam'] },
        settings: { stepOrder: ['clinic', 'treatment', 'time', 'clinician'] },
      }),
    );
    api.free = ['ann', 'bob'].map((clinician) => ({
      start: nextMonday(),
      minutes: 30,
      clinic: 'one',
      clinician,
      treatment: 'exam',
    }));
    const { controller } = await begin(api);
    expect(currentPart(controller.state)).to.equal('time');
    await waitUntil(() => controller.state.times?.shown);
    const slots = controller.state.times?.shown?.slots ?? [];
    const asked = api.count('slots');
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: nextMonday(), slots } },
    });
    expect(currentPart(controller.state)).to.equal('clinician');
    expect(isFindingSlots(controller), 'the week says who is free').to.equal(false);
    expect(api.count('slots')).to.equal(asked);
    controller.dispatch({
      type: 'choose',
      choice: { step: 'clinician', value: { kind: 'one', id: 'bob' } },
    });
    await waitUntil(() => controller.state.held);
    expect(controller.state.held?.hold.slot.clinician).to.equal('bob');
  });

  it('[P-02] [P-06] time before all else: what is free then is asked for, and one left is none to choose', async () => {
    const { api, controller } = await timeFirst();
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: nextMonday(), slots: [] } },
    });
    expect(isFindingSlots(controller)).to.equal(true);
    await waitUntil(() => !isFindingSlots(controller));
    expect(api.last('slots')[0]).to.include({ clinic: 'hvalstad', at: nextMonday() });
    // Only Lise, and only the examination, is free then.
    await waitUntil(() => controller.state.held);
    expect(currentPart(controller.state)).to.equal('details');
  });

  it('[P-02] [P-23] a start that nobody can fill any more leads back to the times, and says so', async () => {
    const { api, controller, told } = await timeFirst();
    api.take(nextMonday());
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: nextMonday(), slots: [] } },
    });
    await waitUntil(() => controller.state.failure);
    expect(controller.state.failure?.error.kind).to.equal('slot-taken');
    expect(currentPart(controller.state)).to.equal('time');
    expect(told).to.include('slot-taken');
    expect(
      controller.state.times?.shown?.slots.some(({ start }) => start === nextMonday()),
    ).not.to.equal(true);
  });

  it('[P-05] another start asks what is free then before it holds what was chosen for the first', async () => {
    const { api, controller } = await timeFirst();
    api.free = [
      { ...(api.free[0] as Slot), treatment: 'acute' },
      ...api.free.map((slot) => ({ ...slot })),
    ];
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: nextMonday(), slots: [] } },
    });
    await waitUntil(() => !isFindingSlots(controller));
    controller.dispatch({ type: 'choose', choice: { step: 'treatment', value: 'acute' } });
    await waitUntil(() => controller.state.held);
    controller.dispatch({ type: 'go-to', part: 'time' });
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: nextMonday(30), slots: [] } },
    });
    await waitUntil(() => controller.state.held?.hold.slot.start === nextMonday(30));
    expect(controller.state.held?.hold.slot.treatment).to.equal('exam');
    expect(controller.state.failure, 'nobody took anything').to.equal(undefined);
  });

  it('[P-02] an answer for a start that is no longer chosen changes nothing', async () => {
    const { api, controller } = await timeFirst();
    let answer = () => {};
    api.next('slots', new Promise<void>((resolve) => (answer = resolve)));
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: nextMonday(), slots: [] } },
    });
    controller.dispatch({ type: 'go-to', part: 'time' });
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: nextMonday(30), slots: [] } },
    });
    await waitUntil(() => controller.state.held);
    answer();
    await aTimeout(20);
    expect(controller.state.flow?.selection.time?.start).to.equal(nextMonday(30));
  });

  it('[P-10] a link shows only what it is about, until the patient asks for all', async () => {
    const { controller } = await begin(new ScriptedApi(), () => true, {
      narrowing: { treatment: 'whitening' },
    });
    expect(isNarrowed(controller.state)).to.equal(true);
    expect(controller.state.account?.clinics).to.have.length(3);
    expect(
      clinicOptions(controller.state.account as Account, {}).sections.flatMap((s) =>
        s.clinics.map(({ id }) => id),
      ),
    ).to.deep.equal(['heggedal', 'lillevik']);
    controller.dispatch({ type: 'widen' });
    expect(isNarrowed(controller.state)).to.equal(false);
    expect(controller.state.flow?.selection.treatment, 'still fits').to.equal('whitening');
  });

  it('[P-10] a link to what is not offered shows everything', async () => {
    const { controller } = await begin(new ScriptedApi(), () => true, {
      narrowing: { clinician: 'nobody' },
    });
    expect(isNarrowed(controller.state)).to.equal(false);
    expect(currentPart(controller.state)).to.equal('clinic');
  });

  it('[P-17] a time with others than a link is about is taken all the same', async () => {
    const api = new ScriptedApi();
    const { controller } = await begin(api, () => true, {
      request: { clinic: { kind: 'one', id: 'hvalstad' }, treatment: 'exam' },
      narrowing: { clinician: 'lise' },
    });
    expect(currentPart(controller.state)).to.equal('time');
    const [first] = api.free as [Slot];
    const evelyns = { ...first, clinician: 'evelyn' };
    controller.dispatch({ type: 'take-slot', slot: evelyns, isExact: true });
    expect(currentPart(controller.state)).to.equal('details');
    expect(controller.state.flow?.selection.clinician).to.deep.equal({ kind: 'one', id: 'evelyn' });
    expect(isNarrowed(controller.state)).to.equal(false);
  });

  it('[P-11] goes on from choices kept over a reload, and holds the time again', async () => {
    const api = new ScriptedApi();
    const { controller } = await begin(api, () => true, {
      request: {
        clinic: { kind: 'one', id: 'hvalstad' },
        treatment: 'exam',
        clinician: { kind: 'one', id: 'lise' },
        time: { start: nextMonday(), slots: [] },
      },
    });
    expect(currentPart(controller.state)).to.equal('details');
    await waitUntil(() => controller.state.held);
    expect(controller.state.held?.hold.slot.start).to.equal(nextMonday());
  });

  it('[P-21] takes another of several who are free at the chosen time', async () => {
    const api = new ScriptedApi(clinicsOfAsker({ anyClinician: true }));
    const [first] = api.free as [Slot];
    api.free = [first, { ...first, clinician: 'evelyn' }];
    const { controller } = await begin(api);
    controller.dispatch({
      type: 'choose',
      choice: { step: 'clinic', value: { kind: 'one', id: 'hvalstad' } },
    });
    controller.dispatch({ type: 'choose', choice: { step: 'treatment', value: 'exam' } });
    controller.dispatch({ type: 'choose', choice: { step: 'clinician', value: { kind: 'any' } } });
    controller.dispatch({
      type: 'choose',
      choice: { step: 'time', value: { start: first.start, slots: api.free } },
    });
    await waitUntil(() => controller.state.held);
    const others = await controller.reservation?.slotsAtChosenTime();
    expect(others?.map(({ clinician }) => clinician)).to.deep.equal(['lise', 'evelyn']);
    controller.dispatch({ type: 'take-slot', slot: others?.[1] as Slot, isExact: true });
    await waitUntil(() => controller.state.held?.hold.slot.clinician === 'evelyn');
    expect(currentPart(controller.state)).to.equal('details');
  });

  it('an account that cannot be loaded is asked for again', async () => {
    const api = new ScriptedApi();
    api.next('account', 'timeout');
    const { controller } = await begin(api);
    expect(controller.state.failure).to.include({ during: 'account' });
    controller.retry();
    await waitUntil(() => currentPart(controller.state) === 'clinic');
  });
});
