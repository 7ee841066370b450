import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Account, Slot } from '../../src/contract/index.js';
import {
  canGoBack,
  createFlow,
  isPageDone,
  isReachable,
  isSkipped,
  reduce,
  type BookingFlow,
  type FlowAction,
} from '../../src/domain/booking-flow.js';
import { candidatesOf, optionsFor } from '../../src/domain/options.js';
import { holdRequestOf, timesFilterOf } from '../../src/domain/requests.js';
import { choiceOrder, pagesOf, stepOrders } from '../../src/domain/step-order.js';
import { catalogue } from './support/catalogue.js';

const treatments = ['t1', 't2', 't3'];
const clinics = ['c1', 'c2', 'c3'];
const clinicians = ['d1', 'd2', 'd3'];

const accounts: fc.Arbitrary<Account> = fc
  .record({
    stepOrder: fc.constantFrom(...stepOrders()),
    combinedView: fc.boolean(),
    anyClinic: fc.boolean(),
    anyClinician: fc.boolean(),
    groups: fc.array(fc.constantFrom('g1', 'g2', null), { minLength: 3, maxLength: 3 }),
    offers: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(...clinics),
        fc.constantFrom(...clinicians),
        fc.subarray(treatments, { minLength: 1 }),
      ),
      { minLength: 1, maxLength: 6, selector: ([clinic, clinician]) => `${clinic}/${clinician}` },
    ),
  })
  .map(({ offers, groups, ...settings }) =>
    catalogue({
      clinics: Object.fromEntries(clinics.map((id, index) => [id, groups[index] ?? null])),
      treatments,
      offers: Object.fromEntries(offers.map(([c, d, t]) => [`${c}/${d}`, t])),
      settings,
    }),
  );

/** Every slot of the one start that the world has: each candidate is free. */
function freeSlots(account: Account, flow: BookingFlow): Slot[] {
  const filter = timesFilterOf(account, flow.selection);
  const groupOf = new Map(account.clinics.map(({ id, group }) => [id, group]));
  return candidatesOf(account, {}, [])
    .filter(
      (candidate) =>
        (!filter.clinic || candidate.clinic === filter.clinic) &&
        (!filter.group || groupOf.get(candidate.clinic) === filter.group) &&
        (!filter.clinician || candidate.clinician === filter.clinician) &&
        (!filter.treatment || candidate.treatment === filter.treatment),
    )
    .map((candidate) => ({ ...candidate, start: '2026-11-23T08:00:00+01:00', minutes: 30 }));
}

/** One random thing a patient can do on the page they see. */
function act(account: Account, flow: BookingFlow, pick: number): BookingFlow {
  const parts = pagesOf(account.settings)[flow.page]?.parts ?? [];
  const choices = parts.flatMap((part): FlowAction[] => {
    if (part === 'details') return [{ type: 'details', done: true }];
    if (part === 'confirm') return [];
    if (part !== 'time') {
      return optionsFor(account, flow.selection, part).map((choice) => ({
        type: 'choose',
        choice,
      }));
    }
    const slots = freeSlots(account, flow);
    const [first] = slots;
    return first
      ? [
          {
            type: 'choose',
            choice: { step: 'time', value: { start: first.start, slots } },
          },
        ]
      : [];
  });
  const actions: FlowAction[] = [
    ...choices,
    ...choices,
    { type: 'next' },
    { type: 'back' },
    { type: 'lose-time' },
    { type: 'go-to', part: 'clinic' },
  ];
  return reduce(flow, actions[pick % actions.length] ?? { type: 'next' }, account);
}

describe('booking flow, random walks', () => {
  it('[P-02] [P-03] [P-05] [P-06] never leaves the patient without a way on', () => {
    fc.assert(
      fc.property(accounts, fc.array(fc.nat(997), { maxLength: 40 }), (account, picks) => {
        let flow = createFlow(account);
        for (const pick of picks) {
          flow = act(account, flow, pick);
          const pages = pagesOf(account.settings);
          // Every choice made is one that the step still offers.
          for (const step of choiceOrder(account.settings)) {
            const value = flow.selection[step];
            if (value === undefined || step === 'time') continue;
            expect(optionsFor(account, flow.selection, step)).to.deep.include({ step, value });
          }
          // Some slot fits all choices together.
          const all = choiceOrder(account.settings).filter((step) => flow.selection[step]);
          expect(candidatesOf(account, flow.selection, all), 'candidates').not.to.be.empty;
          // The page shown is one with something to do.
          expect(isSkipped(flow, account, flow.page)).to.equal(false);
          expect(flow.page).to.be.within(0, pages.length - 1);
          if (!canGoBack(flow, account)) {
            expect(
              pages.slice(0, flow.page).every((_, index) => isSkipped(flow, account, index)),
            ).to.equal(true);
          }
        }
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });

  it('[P-02] [P-24] a walk straight ahead always ends with a complete wish to hold', () => {
    fc.assert(
      fc.property(accounts, fc.nat(997), (account, pick) => {
        let flow = createFlow(account);
        for (let turn = 0; turn < 12 && !isConfirm(account, flow); turn += 1) {
          flow = forward(account, flow, pick + turn);
        }
        expect(isConfirm(account, flow)).to.equal(true);
        expect(isReachable(flow, account, flow.page)).to.equal(true);
        expect(holdRequestOf(flow.selection)).to.have.property('treatment');
        expect(flow.selection.time?.slots).not.to.be.empty;
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });
});

function isConfirm(account: Account, flow: BookingFlow): boolean {
  return pagesOf(account.settings)[flow.page]?.parts.includes('confirm') ?? false;
}

function forward(account: Account, flow: BookingFlow, pick: number): BookingFlow {
  const open = (pagesOf(account.settings)[flow.page]?.parts ?? []).find((part) =>
    part === 'details' ? !flow.detailsDone : part !== 'confirm' && !flow.selection[part],
  );
  if (open === undefined || isPageDone(flow, account))
    return reduce(flow, { type: 'next' }, account);
  if (open === 'details') return reduce(flow, { type: 'details', done: true }, account);
  if (open === 'time') {
    const slots = freeSlots(account, flow);
    const start = slots[0]?.start ?? '';
    return reduce(
      flow,
      { type: 'choose', choice: { step: 'time', value: { start, slots } } },
      account,
    );
  }
  if (open === 'confirm') return flow;
  const options = optionsFor(account, flow.selection, open);
  const choice = options[pick % options.length];
  return choice ? reduce(flow, { type: 'choose', choice }, account) : flow;
}
