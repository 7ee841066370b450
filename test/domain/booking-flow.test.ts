import { expect } from '@open-wc/testing';
import type { Account, Slot } from '../../src/contract/index.js';
import {
  canChange,
  canGoBack,
  createFlow,
  isPageDone,
  isReachable,
  reduce,
  type BookingFlow,
  type FlowAction,
} from '../../src/domain/booking-flow.js';
import { narrowed } from '../../src/domain/narrowing.js';
import { isFinding } from '../../src/domain/is-finding.js';
import type { Choice } from '../../src/domain/selection.js';
import { pagesOf } from '../../src/domain/step-order.js';
import { catalogue, clinicsOfAsker } from './support/catalogue.js';

const clinic = (id: string): Choice => ({ step: 'clinic', value: { kind: 'one', id } });
const treatment = (id: string): Choice => ({ step: 'treatment', value: id });
const clinician = (id: string): Choice => ({ step: 'clinician', value: { kind: 'one', id } });
const anyClinician: Choice = { step: 'clinician', value: { kind: 'any' } };
const start = '2026-11-23T08:00:00+01:00';
const slot = (of: Partial<Slot> = {}): Slot => ({
  start,
  minutes: 30,
  clinic: 'hvalstad',
  clinician: 'lise',
  treatment: 'exam',
  ...of,
});
const time = (...slots: Slot[]): Choice => ({ step: 'time', value: { start, slots } });

const walk = (account: Account, ...steps: (Choice | FlowAction)[]): BookingFlow =>
  steps.reduce(
    (flow, step) => reduce(flow, 'type' in step ? step : { type: 'choose', choice: step }, account),
    createFlow(account),
  );
const partsAt = (account: Account, flow: BookingFlow) =>
  pagesOf(account.settings)[flow.page]?.parts.join('+');

describe('booking flow', () => {
  const account = clinicsOfAsker();
  const toDetails = [clinic('hvalstad'), treatment('exam'), clinician('lise'), time(slot())];

  it('[P-01] goes clinic, treatment, clinician, time, details, confirm', () => {
    const seen = toDetails.map((_, index) =>
      partsAt(account, walk(account, ...toDetails.slice(0, index))),
    );
    expect([...seen, partsAt(account, walk(account, ...toDetails))]).to.deep.equal([
      'clinic',
      'treatment',
      'clinician',
      'time',
      'details',
    ]);
    const last = walk(account, ...toDetails, { type: 'details', done: true }, { type: 'next' });
    expect(partsAt(account, last)).to.equal('confirm');
  });

  it('[P-01] lets done steps be gone back to, later ones not be jumped to', () => {
    const flow = walk(account, clinic('hvalstad'));
    expect(reduce(flow, { type: 'go-to', part: 'time' }, account)).to.equal(flow);
    expect(isReachable(flow, account, 2)).to.equal(false);
    const back = reduce(flow, { type: 'go-to', part: 'clinic' }, account);
    expect(partsAt(account, back)).to.equal('clinic');
    expect(back.selection.clinic).to.deep.equal({ kind: 'one', id: 'hvalstad' });
  });

  it('[P-11] goes back a page and on again without losing a choice', () => {
    const flow = walk(account, ...toDetails, { type: 'back' });
    expect(partsAt(account, flow)).to.equal('time');
    const forth = reduce(flow, { type: 'next' }, account);
    expect(partsAt(account, forth)).to.equal('details');
    expect(forth.selection).to.deep.equal(flow.selection);
  });

  it('[P-11] does not go on from a page without an answer', () => {
    const flow = walk(account, { type: 'next' });
    expect(partsAt(account, flow)).to.equal('clinic');
  });

  it('[P-01] has no pages before the first and after the last', () => {
    const last = walk(account, ...toDetails, { type: 'details', done: true }, { type: 'next' });
    const pages = pagesOf(account.settings);
    expect(isReachable(last, account, pages.length - 1)).to.equal(true);
    expect(isReachable(last, account, pages.length)).to.equal(false);
    expect(isReachable(last, account, -1)).to.equal(false);
    expect(isPageDone(last, account)).to.equal(false);
    expect(reduce(last, { type: 'next' }, account)).to.equal(last);
    expect(canGoBack(last, account)).to.equal(true);
    const first = createFlow(account);
    expect(canGoBack(first, account)).to.equal(false);
    expect(reduce(first, { type: 'back' }, account)).to.equal(first);
  });

  it('is the same object where an action changes nothing', () => {
    const flow = walk(account, clinic('hvalstad'));
    expect(reduce(flow, { type: 'choose', choice: clinic('unknown') }, account)).to.equal(flow);
    expect(reduce(flow, { type: 'details', done: false }, account)).to.equal(flow);
    expect(reduce(flow, { type: 'know-slots', start, slots: [slot()] }, account)).to.equal(flow);
    const timed = walk(account, ...toDetails);
    const other = '2026-11-24T08:00:00+01:00';
    expect(reduce(timed, { type: 'know-slots', start: other, slots: [] }, account)).to.equal(timed);
  });

  it('[P-04] [P-06] lets only a choice be changed that has an alternative; a time always', () => {
    const selection = { clinic: { kind: 'one', id: 'hvalstad' } } as const;
    expect(canChange(account, {}, 'clinic')).to.equal(true);
    expect(canChange(account, { ...selection, treatment: 'acute' }, 'clinician')).to.equal(false);
    expect(canChange(account, { ...selection, treatment: 'exam' }, 'clinician')).to.equal(true);
    expect(canChange(account, selection, 'time')).to.equal(true);
  });

  it('[P-05] drops what a changed choice no longer allows, and says which', () => {
    const flow = walk(
      account,
      clinic('hvalstad'),
      treatment('acute'),
      { type: 'go-to', part: 'clinic' },
      clinic('lillevik'),
    );
    expect(flow.dropped).to.deep.equal(['treatment']);
  });

  it('[P-05] keeps what still fits a changed choice', () => {
    const flow = walk(
      account,
      clinic('hvalstad'),
      treatment('exam'),
      clinician('evelyn'),
      { type: 'go-to', part: 'clinic' },
      clinic('heggedal'),
    );
    expect(flow.selection.treatment).to.equal('exam');
    expect(flow.selection.clinician).to.deep.equal({ kind: 'one', id: 'evelyn' });
    expect(flow.dropped).to.deep.equal([]);
    expect(partsAt(account, flow)).to.equal('time');
  });

  it('[P-05] keeps a time that the changed clinician has too, and drops it otherwise', () => {
    const any = clinicsOfAsker({ anyClinician: true });
    const chosen = [
      clinic('hvalstad'),
      treatment('exam'),
      anyClinician,
      time(slot(), slot({ clinician: 'evelyn' })),
      { type: 'go-to', part: 'clinician' } as const,
    ];
    const kept = walk(any, ...chosen, clinician('evelyn'));
    expect(kept.selection.time?.slots).to.deep.equal([slot({ clinician: 'evelyn' })]);

    const only = walk(any, clinic('hvalstad'), treatment('exam'), anyClinician, time(slot()), {
      type: 'go-to',
      part: 'clinician',
    });
    const lost = reduce(only, { type: 'choose', choice: clinician('evelyn') }, any);
    expect(lost.selection.time).to.equal(undefined);
    expect(lost.dropped).to.deep.equal(['time']);
    expect(partsAt(any, lost)).to.equal('time');
  });

  it('[P-06] chooses a single option and skips its step', () => {
    const single = catalogue({
      clinics: { only: null },
      treatments: ['exam'],
      offers: { 'only/ada': ['exam'] },
    });
    const flow = createFlow(single);
    expect(partsAt(single, flow)).to.equal('time');
    expect(flow.automatic).to.deep.equal(['clinic', 'treatment', 'clinician']);
    expect(canGoBack(flow, single)).to.equal(false);
  });

  it('[P-06] does not bounce forward when going back over a skipped step', () => {
    const flow = walk(account, clinic('hvalstad'), treatment('acute'));
    expect(flow.automatic).to.deep.equal(['clinician']);
    expect(partsAt(account, flow)).to.equal('time');
    const back = reduce(flow, { type: 'back' }, account);
    expect(partsAt(account, back)).to.equal('treatment');
  });

  it('[P-06] asks again for what it had chosen itself once there are alternatives', () => {
    const flow = walk(
      account,
      clinic('hvalstad'),
      treatment('acute'),
      { type: 'back' },
      treatment('exam'),
    );
    expect(flow.selection.clinician).to.equal(undefined);
    expect(flow.dropped).to.deep.equal([]);
    expect(partsAt(account, flow)).to.equal('clinician');
  });

  it('[P-10] starts at the first step that the host left open', () => {
    const flow = createFlow(account, { clinic: { kind: 'one', id: 'hvalstad' } });
    expect(partsAt(account, flow)).to.equal('treatment');
  });

  it('[P-10] forgets a request that the account does not offer', () => {
    const flow = createFlow(account, { clinic: { kind: 'one', id: 'nowhere' }, treatment: 'exam' });
    expect(flow.selection).to.deep.equal({ treatment: 'exam' });
    expect(partsAt(account, flow)).to.equal('clinic');
  });

  it('[P-23] stays on the form when the time is lost, and goes on with an alternative', () => {
    const lost = walk(account, ...toDetails, { type: 'lose-time' });
    expect(partsAt(account, lost)).to.equal('details');
    const other = slot({ start: '2026-11-23T09:00:00+01:00', clinician: 'evelyn' });
    const found = reduce(lost, { type: 'take-slot', slot: other }, account);
    expect(partsAt(account, found)).to.equal('details');
    expect(found.selection.time?.start).to.equal(other.start);
    expect(found.selection.clinician).to.deep.equal({ kind: 'one', id: 'evelyn' });
  });

  it('[P-23] goes on from the calendar with an alternative', () => {
    const flow = walk(account, clinic('hvalstad'), treatment('exam'), clinician('lise'));
    const taken = reduce(flow, { type: 'take-slot', slot: slot() }, account);
    expect(partsAt(account, taken)).to.equal('details');
  });

  it('[P-23] leaves "any clinician" as it is when an alternative is taken', () => {
    const any = clinicsOfAsker({ anyClinician: true });
    const flow = walk(any, clinic('hvalstad'), treatment('exam'), anyClinician, time(slot()), {
      type: 'take-slot',
      slot: slot({ clinician: 'evelyn' }),
    });
    expect(flow.selection.clinician).to.deep.equal({ kind: 'any' });
  });

  it('[P-45] stays on the combined page until both treatment and clinician are chosen', () => {
    const combined = clinicsOfAsker({ combinedView: true });
    const half = walk(combined, clinic('hvalstad'), treatment('exam'));
    expect(partsAt(combined, half)).to.equal('treatment+clinician');
    const both = reduce(half, { type: 'choose', choice: clinician('lise') }, combined);
    expect(partsAt(combined, both)).to.equal('time+details');
  });

  it('[P-02] waits for the slots at a start before it narrows later steps', () => {
    const early = clinicsOfAsker({ stepOrder: ['clinic', 'time', 'treatment', 'clinician'] });
    const chosen = walk(early, clinic('hvalstad'), { step: 'time', value: { start, slots: [] } });
    expect(partsAt(early, chosen)).to.equal('treatment');
    const known = reduce(
      chosen,
      { type: 'know-slots', start, slots: [slot(), slot({ treatment: 'acute' })] },
      early,
    );
    expect(known.selection.time?.slots).to.have.length(2);
  });

  it('[P-02] [P-23] leads back to the times when nobody is free at a start after all', () => {
    const early = clinicsOfAsker({ stepOrder: ['clinic', 'time', 'treatment', 'clinician'] });
    const chosen = walk(early, clinic('hvalstad'), { step: 'time', value: { start, slots: [] } });
    const gone = reduce(chosen, { type: 'know-slots', start, slots: [] }, early);
    expect(partsAt(early, gone)).to.equal('time');
    expect(gone.selection.time).to.equal(undefined);
    expect(gone.selection.clinic).to.deep.equal({ kind: 'one', id: 'hvalstad' });
  });

  it('[P-02] [P-06] passes a step that the slots at a start leave nothing to choose in', () => {
    const early = clinicsOfAsker({ stepOrder: ['clinic', 'time', 'treatment', 'clinician'] });
    const chosen = walk(early, clinic('hvalstad'), { step: 'time', value: { start, slots: [] } });
    const slots = [slot(), slot({ clinician: 'evelyn' })];
    const known = reduce(chosen, { type: 'know-slots', start, slots }, early);
    expect(partsAt(early, known)).to.equal('clinician');
    expect(known.selection.treatment).to.equal('exam');
    expect(partsAt(early, reduce(known, { type: 'back' }, early))).to.equal('time');
  });

  it('[P-21] takes just one of several slots at a start, whatever was left open', () => {
    const any = clinicsOfAsker({ anyClinic: true, anyClinician: true });
    const both = [slot(), slot({ clinic: 'heggedal', clinician: 'evelyn' })] as const;
    const flow = walk(
      any,
      { step: 'clinic', value: { kind: 'any' } },
      treatment('exam'),
      anyClinician,
      time(...both),
    );
    const left = reduce(flow, { type: 'take-slot', slot: both[1] }, any);
    expect(left.selection.clinician).to.deep.equal({ kind: 'any' });
    const exact = reduce(flow, { type: 'take-slot', slot: both[1], isExact: true }, any);
    expect(exact.selection).to.deep.include({
      clinic: { kind: 'one', id: 'heggedal' },
      clinician: { kind: 'one', id: 'evelyn' },
    });
    expect(partsAt(any, exact)).to.equal('details');
  });

  it('[P-10] shows a treatment that a link settled, chosen still, once all are shown', () => {
    const linked = narrowed(account, { treatment: 'exam' });
    const flow = reduce(createFlow(linked), { type: 'choose', choice: clinic('hvalstad') }, linked);
    expect(partsAt(linked, flow)).to.equal('clinician');
    const wide = reduce(flow, { type: 'widen' }, account);
    expect(partsAt(account, wide)).to.equal('treatment');
    expect(wide.selection).to.deep.include({
      clinic: { kind: 'one', id: 'hvalstad' },
      treatment: 'exam',
    });
  });

  it('[P-05] another start drops the later choice that is not free then, and goes back to it', () => {
    const early = clinicsOfAsker({ stepOrder: ['clinic', 'time', 'treatment', 'clinician'] });
    const other = '2026-11-23T09:00:00+01:00';
    const flow = walk(
      early,
      clinic('hvalstad'),
      time(slot(), slot({ treatment: 'acute' })),
      treatment('acute'),
      { type: 'go-to', part: 'time' },
      { step: 'time', value: { start: other, slots: [] } },
    );
    expect(isFinding(early, flow.selection), 'nothing to hold before it is known').to.equal(true);
    const slots = [slot({ start: other }), slot({ start: other, clinician: 'evelyn' })];
    const known = reduce(flow, { type: 'know-slots', start: other, slots }, early);
    expect(known.dropped).to.deep.equal(['treatment']);
    expect(known.selection.treatment, 'all that is left').to.equal('exam');
    expect(partsAt(early, known)).to.equal('clinician');
  });

  it('[P-23] an alternative elsewhere brings its treatment along, also one that was the only one here', () => {
    const small = catalogue({
      clinics: { one: null, two: null },
      treatments: ['exam', 'acute'],
      offers: { 'one/ann': ['exam'], 'two/ann': ['exam', 'acute'] },
    });
    const here = { clinic: 'one', clinician: 'ann' };
    const flow = walk(small, clinic('one'), time(slot(here)), { type: 'lose-time' });
    const there = slot({ clinic: 'two', clinician: 'ann' });
    const taken = reduce(flow, { type: 'take-slot', slot: there }, small);
    expect(taken.selection).to.deep.include({ treatment: 'exam', time: { start, slots: [there] } });
    expect(isReachable(taken, small, taken.page)).to.equal(true);
  });

  it('[P-14] [P-23] an alternative where "any clinic" is not offered brings its clinic along', () => {
    const chain = catalogue({
      clinics: { north: 'group', south: 'group', west: null },
      treatments: ['exam'],
      offers: {
        'north/ann': ['exam'],
        'south/ann': ['exam'],
        'north/bob': ['exam'],
        'west/bob': ['exam'],
      },
      settings: { anyClinic: true, stepOrder: ['clinician', 'clinic', 'treatment', 'time'] },
    });
    const any: Choice = { step: 'clinic', value: { kind: 'any' } };
    const bobs = slot({ clinic: 'west', clinician: 'bob' });
    const flow = walk(chain, clinician('bob'), any, time(bobs), { type: 'lose-time' });
    const anns = slot({ clinic: 'south', clinician: 'ann' });
    const taken = reduce(flow, { type: 'take-slot', slot: anns }, chain);
    expect(taken.selection).to.deep.include({
      clinic: { kind: 'one', id: 'south' },
      clinician: { kind: 'one', id: 'ann' },
    });
    expect(isReachable(taken, chain, taken.page)).to.equal(true);
  });

  it('[P-10] all are shown from the first open step on, when the link settled a later one', () => {
    const linked = narrowed(account, { clinician: 'evelyn' });
    const wide = reduce(createFlow(linked), { type: 'widen' }, account);
    expect(partsAt(account, wide)).to.equal('clinic');
  });

  it('[P-06] passes the page in view when a reloaded account leaves one option on it', () => {
    const flow = walk(account, clinic('hvalstad'), treatment('exam'));
    expect(partsAt(account, flow)).to.equal('clinician');
    const without = { ...account, offers: account.offers.filter((o) => o.clinician !== 'lise') };
    expect(partsAt(without, reduce(flow, { type: 'refresh' }, without))).to.equal('time');
  });

  it('[P-05] forgets a time at a clinic that a reloaded account no longer has', () => {
    const flow = walk(account, ...toDetails);
    const without = { ...account, offers: account.offers.filter((o) => o.clinic !== 'hvalstad') };
    const refreshed = reduce(flow, { type: 'refresh' }, without);
    expect(refreshed.selection.time).to.equal(undefined);
    expect(refreshed.dropped).to.include('time');
  });

  it('drops what a reloaded account no longer offers and goes back to the first open page', () => {
    const flow = walk(account, ...toDetails);
    const without = { ...account, offers: account.offers.filter((o) => o.clinician !== 'lise') };
    const refreshed = reduce(flow, { type: 'refresh' }, without);
    expect(refreshed.dropped).to.include('time');
    expect(isPageDone(refreshed, without)).to.equal(false);
  });
});
