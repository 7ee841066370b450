import fc from 'fast-check';
import {
  BookingRequest,
  HoldRequest,
  type Account,
  type Slot,
} from '../../../src/contract/index.js';
import {
  canGoBack,
  createFlow,
  isChoiceStep,
  isPageDone,
  isReachable,
  isSkipped,
  reduce,
  type BookingFlow,
  type FlowAction,
} from '../../../src/domain/booking-flow.js';
import { narrowed, type Narrowing } from '../../../src/domain/narrowing.js';
import { candidatesOf, choiceOf, fitsChoice, optionsFor } from '../../../src/domain/options.js';
import { bookingDetailsOf, checkDraft } from '../../../src/domain/patient-draft.js';
import { holdRequestOf, timesFilterOf, timesViewOf } from '../../../src/domain/requests.js';
import { isFinding } from '../../../src/domain/is-finding.js';
import type { Part, Selection } from '../../../src/domain/selection.js';
import { choiceOrder, pagesOf, stepOrders } from '../../../src/domain/step-order.js';
import { catalogue } from './catalogue.js';

const treatments = ['t1', 't2', 't3'];
const clinics = ['c1', 'c2', 'c3'];
const clinicians = ['d1', 'd2', 'd3'];
const starts = ['08:00', '08:30', '12:00'].map((clock) => `2026-11-23T${clock}:00+01:00`);
const parts: readonly Part[] = ['clinic', 'treatment', 'clinician', 'time', 'details', 'confirm'];

/** A patient whose every field is right, for an account that may ask for all of them. */
const draft = {
  firstName: 'Åse',
  lastName: 'Nordmann',
  // Of Tenor's test series.
  nationalId: '19847600031',
  message: 'Hei',
  email: 'aase@example.com',
  mobile: '97000000',
  campaignCode: '1234',
  address1: 'Bankveien 1',
  address2: '',
  postalCode: '3430',
  consent: true,
};

/** What a clinic may have, and what a patient may do there. */
export interface WalkWorld {
  readonly account: Account;
  /** The same clinic after its staff changed settings and people (P-40). */
  readonly changed: Account;
  /** Free times, of which an account offers those that it has offers for. */
  readonly slots: readonly Slot[];
  readonly request: Selection;
  readonly narrowing: Narrowing;
}

const settings = fc.record({
  stepOrder: fc.constantFrom(...stepOrders()),
  combinedView: fc.boolean(),
  anyClinic: fc.boolean(),
  anyClinician: fc.boolean(),
  patientMessage: fc.boolean(),
  fields: fc.record({
    address1: fc.boolean(),
    address2: fc.boolean(),
    postalCode: fc.boolean(),
    mobile: fc.boolean(),
    email: fc.boolean(),
    campaignCode: fc.boolean(),
  }),
});

const offers = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom(...clinics),
    fc.constantFrom(...clinicians),
    fc.subarray(treatments, { minLength: 1 }),
  ),
  { minLength: 1, maxLength: 6, selector: ([clinic, clinician]) => `${clinic}/${clinician}` },
);

const groups = fc.array(fc.constantFrom('g1', 'g2', null), { minLength: 3, maxLength: 3 });

function accountOf(
  own: typeof settings extends fc.Arbitrary<infer Value> ? Value : never,
  offered: readonly (readonly [string, string, readonly string[]])[],
  groupOf: readonly (string | null)[],
): Account {
  return catalogue({
    clinics: Object.fromEntries(clinics.map((id, index) => [id, groupOf[index] ?? null])),
    treatments,
    offers: Object.fromEntries(offered.map(([c, d, t]) => [`${c}/${d}`, t])),
    settings: own,
  });
}

/** Any clinic, any free times, any link that leads there: also to what it does not have. */
export const worlds: fc.Arbitrary<WalkWorld> = fc
  .record({
    settings,
    later: fc.option(settings, { nil: undefined }),
    offers,
    leaving: fc.option(fc.constantFrom(...clinicians, ...clinics), { nil: undefined }),
    groups,
    /** For each of the 27 ways to be treated, at which of the three starts it is free. */
    free: fc.array(fc.nat(7), { minLength: 27, maxLength: 27 }),
    request: fc.record(
      {
        clinic: fc.oneof(
          fc.constant({ kind: 'any' } as const),
          fc.constantFrom('g1', 'g3').map((id) => ({ kind: 'group', id }) as const),
          fc.constantFrom(...clinics, 'c9').map((id) => ({ kind: 'one', id }) as const),
        ),
        treatment: fc.constantFrom(...treatments, 't9'),
        clinician: fc.oneof(
          fc.constant({ kind: 'any' } as const),
          fc.constantFrom(...clinicians, 'd9').map((id) => ({ kind: 'one', id }) as const),
        ),
        time: fc.constantFrom(...starts).map((start) => ({ start, slots: [] })),
      },
      { requiredKeys: [] },
    ),
    narrowing: fc.record(
      {
        group: fc.constantFrom('g1', 'g3'),
        treatment: fc.constantFrom(...treatments, 't9'),
        clinician: fc.constantFrom(...clinicians, 'd9'),
      },
      { requiredKeys: [] },
    ),
  })
  .map((shape) => {
    const staying = shape.offers.filter(
      ([clinic, clinician]) => clinic !== shape.leaving && clinician !== shape.leaving,
    );
    return {
      account: accountOf(shape.settings, shape.offers, shape.groups),
      changed: accountOf(shape.later ?? shape.settings, staying, shape.groups),
      slots: clinics.flatMap((clinic, c) =>
        clinicians.flatMap((clinician, d) =>
          treatments.flatMap((treatment, t) =>
            starts
              .filter((_, index) => ((shape.free[9 * c + 3 * d + t] ?? 0) >> index) & 1)
              .map((start) => ({ start, minutes: 30, clinic, clinician, treatment })),
          ),
        ),
      ),
      request: shape.request,
      narrowing: shape.narrowing,
    };
  });

/** What the patient does, move by move: up to forty. */
export const picksOfWalk = fc.array(fc.nat(9973), { maxLength: 40, size: 'max' });

/** What came of a number of walks. */
export interface WalkTally {
  walks: number;
  moves: number;
  /** Walks that ended in a booking. */
  booked: number;
  /** Walks that ended where nothing is free, which the page says. */
  nothingFree: number;
  /** Choices that a change dropped, and times that were lost on the way. */
  dropped: number;
  lost: number;
}

export function emptyTally(): WalkTally {
  return { walks: 0, moves: 0, booked: 0, nothingFree: 0, dropped: 0, lost: 0 };
}

/** The tally in one line. */
export function tallyLine(tally: WalkTally, seed: number): string {
  const { walks, moves, booked, nothingFree, dropped, lost } = tally;
  return (
    `${walks} random walks, seed ${seed}: ${moves} moves, ${booked} booked, ${nothingFree} found nothing free ` +
    `and were told so, ${dropped} choices dropped, ${lost} times lost, 0 failed`
  );
}

/** Walks once through a world, `picks` deciding each move, and then straight on to the end. Throws what is wrong. */
export function walkThrough(world: WalkWorld, picks: readonly number[], tally: WalkTally): void {
  const walk = new BookingWalk(world, tally);
  tally.walks += 1;
  for (const pick of picks) walk.move(pick);
  walk.finish(picks.length);
}

function must(condition: boolean, message: string, details?: unknown): asserts condition {
  if (!condition) throw new Error(`${message} ${JSON.stringify(details) ?? ''}`);
}

/** One patient, and the service as far as the flow can see it. */
class BookingWalk {
  private whole: Account;
  private account: Account;
  private narrowing: Narrowing;
  private flow: BookingFlow;
  private slots: readonly Slot[];

  constructor(
    private readonly world: WalkWorld,
    private readonly tally: WalkTally,
  ) {
    this.whole = world.account;
    this.narrowing = world.narrowing;
    this.account = narrowed(this.whole, this.narrowing);
    this.slots = world.slots;
    this.flow = createFlow(this.account, world.request);
    this.look();
  }

  /** One random thing that a patient can do on the page in view, or that happens meanwhile. */
  move(pick: number): void {
    this.tally.moves += 1;
    const choices = this.choices();
    const moves: (() => void)[] = [
      ...choices.map((action) => () => this.act(action)),
      ...choices.map((action) => () => this.act(action)),
      () => this.act({ type: 'next' }),
      () => this.act({ type: 'back' }),
      () => this.act({ type: 'go-to', part: parts[pick % parts.length] ?? 'clinic' }),
      () => this.type(),
      () => this.hear(),
      () => this.hear(),
      () => this.loseTime(),
      () => this.takeAnother(pick),
      () => this.refresh(),
      () => this.showAll(),
    ];
    moves[pick % moves.length]?.();
    this.look();
  }

  /** Straight on, from wherever the walk has led to, until the time is booked. */
  finish(pick: number): void {
    for (let turn = 0; turn < 40; turn += 1) {
      this.hear();
      this.look();
      const { page } = this;
      if (page.includes('confirm') && this.flow.selection.time) return this.book();
      const { account, flow } = this;
      const [open] = page.filter((part) => !this.isDone(part));
      if (this.isTimeLost) this.act({ type: 'go-to', part: 'time' });
      else if (isPageDone(flow, account)) this.act({ type: 'next' });
      else if (open === 'details') this.fillIn();
      else {
        const own = this.choices(open);
        const action = own[(pick + turn) % Math.max(own.length, 1)];
        if (!action) {
          // The calendar or the picker says so, with the clinic's phone (P-17, P-20).
          must(open === 'time' || account.offers.length === 0, 'a dead end', this.where());
          this.tally.nothingFree += 1;
          return;
        }
        this.act(action);
      }
    }
    throw new Error(`No end in sight: ${JSON.stringify(this.where())}`);
  }

  private get page(): readonly Part[] {
    return pagesOf(this.account.settings)[this.flow.page]?.parts ?? [];
  }

  /** Who and where at a chosen start is being asked for: until then nothing after time can be chosen (P-02). */
  private get isFinding(): boolean {
    return isFinding(this.account, this.flow.selection);
  }

  private get isTimeLost(): boolean {
    const { account, flow } = this;
    const time = pagesOf(account.settings).findIndex((page) => page.parts.includes('time'));
    return !flow.selection.time && time < flow.page;
  }

  private isDone(part: Part): boolean {
    if (part === 'confirm') return false;
    return part === 'details' ? this.flow.detailsDone : this.flow.selection[part] !== undefined;
  }

  /** Everything to choose or fill in on the page in view. */
  private choices(only?: Part): FlowAction[] {
    const { account, flow, page } = this;
    const order = choiceOrder(account.settings);
    return page
      .filter((part) => only === undefined || part === only)
      .flatMap((part): FlowAction[] => {
        if (part === 'details') return [{ type: 'details', done: true }];
        if (part === 'confirm') return [];
        if (part === 'time') {
          return this.times().map((value) => ({ type: 'choose', choice: { step: 'time', value } }));
        }
        if (this.isFinding && order.indexOf(part) > order.indexOf('time')) return [];
        return optionsFor(account, flow.selection, part).map((choice) => ({
          type: 'choose',
          choice,
        }));
      });
  }

  /** The times that the calendar shows, as far as it knows them. */
  private times() {
    const filter = timesFilterOf(this.account, this.flow.selection);
    const knows = timesViewOf(filter) === 'slots';
    return starts.flatMap((start) => {
      const slots = this.free({ start, ...filter });
      return slots.length > 0 ? [{ start, slots: knows ? slots : [] }] : [];
    });
  }

  /** What the service has free for a request. */
  private free({ start, clinic, group, clinician, treatment }: HoldRequest): Slot[] {
    const groupOf = new Map(this.whole.clinics.map((each) => [each.id, each.group]));
    const offered = new Set(
      candidatesOf(this.whole, {}, []).map(
        (each) => `${each.clinic} ${each.clinician} ${each.treatment}`,
      ),
    );
    return this.slots.filter(
      (slot) =>
        slot.start === start &&
        offered.has(`${slot.clinic} ${slot.clinician} ${slot.treatment}`) &&
        (!clinic || slot.clinic === clinic) &&
        (!group || groupOf.get(slot.clinic) === group) &&
        (!clinician || slot.clinician === clinician) &&
        (!treatment || slot.treatment === treatment),
    );
  }

  private act(action: FlowAction): void {
    const before = this.flow;
    this.flow = reduce(before, action, this.account);
    if (action.type === 'choose') this.compare(before, action.choice.step);
    // The form leads on by itself.
    if (action.type === 'details' && action.done && !this.isTimeLost) {
      this.flow = reduce(this.flow, { type: 'next' }, this.account);
    }
  }

  private fillIn(): void {
    this.act({ type: 'details', done: true });
  }

  /** Something is typed in the form: it is checked again before the patient goes on. */
  private type(): void {
    if (this.page.includes('details')) this.act({ type: 'details', done: false });
  }

  /** What the service answers to what is chosen: who and where at a start, or whether the time can be held. */
  private hear(): void {
    const { selection } = this.flow;
    const request = holdRequestOf(selection);
    if (!this.isFinding) {
      if (request && this.free(request).length === 0) this.loseTime();
      return;
    }
    if (!selection.time) return;
    const { start } = selection.time;
    const slots = this.free({ start, ...timesFilterOf(this.account, selection) });
    this.act({ type: 'know-slots', start, slots });
  }

  /** The hold has ended, and somebody else was faster (P-23). */
  private loseTime(): void {
    const request = holdRequestOf(this.flow.selection);
    if (!request || this.isFinding) return;
    const taken = new Set(this.free(request));
    this.slots = this.slots.filter((slot) => !taken.has(slot));
    this.act({ type: 'lose-time' });
    this.tally.lost += 1;
  }

  /** An offered alternative, or just this of several at the chosen time (P-21, P-23). */
  private takeAnother(pick: number): void {
    const { treatment, time } = this.flow.selection;
    if (!treatment || (!time && !this.isTimeLost)) return;
    const request = holdRequestOf(this.flow.selection);
    const others = request
      ? this.free(request)
      : starts
          .flatMap((start) => this.free({ start, treatment }))
          .filter((slot) => this.offers(slot));
    const slot = others[pick % Math.max(others.length, 1)];
    if (slot) this.act({ type: 'take-slot', slot, isExact: request !== undefined });
  }

  private offers(slot: Slot): boolean {
    return candidatesOf(this.account, {}, []).some(
      (each) =>
        each.clinic === slot.clinic &&
        each.clinician === slot.clinician &&
        each.treatment === slot.treatment,
    );
  }

  /** The staff have changed something, and the page reads the account anew (P-40). */
  private refresh(): void {
    const { account, changed } = this.world;
    this.whole = this.whole === account ? changed : account;
    this.account = narrowed(this.whole, this.narrowing);
    this.act({ type: 'refresh' });
  }

  /** "See all" of a link (P-10). */
  private showAll(): void {
    if (this.account === this.whole) return;
    this.narrowing = {};
    this.account = this.whole;
    this.act({ type: 'widen' });
  }

  /** P-05: whatever still fits is kept, and whatever is not kept is named. */
  private compare(before: BookingFlow, chosen: Part): void {
    const { account, flow } = this;
    this.tally.dropped += flow.dropped.length;
    for (const step of choiceOrder(account.settings)) {
      const was = before.selection[step];
      if (was === undefined || step === chosen || before.automatic.includes(step)) continue;
      const now = flow.selection[step];
      if (step === 'time') {
        must(
          now !== undefined || flow.dropped.includes('time'),
          'a time dropped silently',
          this.where(),
        );
        continue;
      }
      const same = JSON.stringify(was) === JSON.stringify(now);
      const fits = optionsFor(account, flow.selection, step).some(
        ({ value }) => JSON.stringify(value) === JSON.stringify(was),
      );
      must(same === fits, 'kept what does not fit, or dropped what does', [step, this.where()]);
      must(same || flow.dropped.includes(step), 'a choice dropped silently', [step, this.where()]);
    }
  }

  /** What holds at every moment. */
  private look(): void {
    const { account, flow, page } = this;
    const pages = pagesOf(account.settings);
    must(page.length > 0, 'a page that is none', this.where());
    must(
      isReachable(flow, account, flow.page) || this.isTimeLost,
      'a page out of reach',
      this.where(),
    );
    must(!isSkipped(flow, account, flow.page), 'a page with nothing to choose', this.where());
    for (const step of choiceOrder(account.settings)) {
      const value = flow.selection[step];
      if (value === undefined || step === 'time') continue;
      const options = optionsFor(account, flow.selection, step);
      must(
        options.some((option) => JSON.stringify(option.value) === JSON.stringify(value)),
        'chosen, but not offered',
        [step, this.where()],
      );
    }
    const choices = choiceOrder(account.settings).flatMap(
      (step) => choiceOf(flow.selection, step) ?? [],
    );
    must(
      account.offers.length === 0 ||
        candidatesOf(
          account,
          flow.selection,
          choices.map(({ step }) => step),
        ).length > 0,
      'choices that no offer fits',
      this.where(),
    );
    const known = flow.selection.time?.slots ?? [];
    must(
      known.length === 0 ||
        known.some((slot) => choices.every((choice) => fitsChoice(account, choice, slot))),
      'choices that no slot fits',
      this.where(),
    );
    for (const part of page) {
      if (!isChoiceStep(part) || part === 'time') continue;
      must(
        account.offers.length === 0 || optionsFor(account, flow.selection, part).length > 0,
        'nothing to choose and no reason',
        [part, this.where()],
      );
    }
    if (!canGoBack(flow, account)) {
      must(
        pages.slice(0, flow.page).every((_, index) => isSkipped(flow, account, index)),
        'no way back',
        this.where(),
      );
    }
  }

  /** At the review: the request to hold is one, a slot answers it, and the booking is one that the service takes. */
  private book(): void {
    const { account, flow } = this;
    must(flow.detailsDone, 'a review without details', this.where());
    const request = HoldRequest.parse(holdRequestOf(flow.selection));
    must(request.treatment !== undefined, 'a request without a treatment', request);
    must(this.free(request).length > 0, 'a request that no slot answers', [request, this.where()]);
    const rules = { market: account.market, settings: account.settings, today: '2026-11-21' };
    must(checkDraft(draft, rules).length === 0, 'a form that is never right', account.settings);
    const { patient } = BookingRequest.parse({
      hold: 'h1',
      ...bookingDetailsOf(draft, rules),
      consent: { version: account.texts.consentVersion },
      lang: 'nb',
    });
    const { fields } = account.settings;
    const asked = (['mobile', 'email', 'address1', 'postalCode'] as const).filter(
      (name) => fields[name],
    );
    for (const name of [...asked, 'firstName', 'lastName', 'nationalId'] as const) {
      must(patient[name] !== undefined, 'a booking without what is asked', name);
    }
    this.tally.booked += 1;
  }

  private where(): unknown {
    const { account, flow } = this;
    const { stepOrder, combinedView } = account.settings;
    return { parts: this.page, stepOrder, combinedView, ...flow };
  }
}
