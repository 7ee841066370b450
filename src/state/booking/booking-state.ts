import type {
  Account,
  Appointment,
  ChoiceStep,
  FieldProblem,
  FirstTimes,
  Slot,
} from '../../contract/index.js';
import {
  createFlow,
  reduce,
  type BookingFlow,
  type FlowAction,
} from '../../domain/booking-flow.js';
import { emptyDraft } from '../../domain/empty-draft.js';
import { narrowed, type Narrowing } from '../../domain/narrowing.js';
import type { PatientDraft } from '../../domain/patient-draft.js';
import type { Part, Selection } from '../../domain/selection.js';
import { pagesOf, partsOf } from '../../domain/step-order.js';
import type { Failure } from '../failure.js';
import type { FlowState, FlowStore } from '../flow-store.js';
import type { HoldState } from '../hold/hold-keeper.js';
import type { TimesState } from '../hold/slots-controller.js';
import type { Pending } from './booking-attempt.js';

/** What is asked of the service; the last four are those that the patient waits for after pressing a button. */
export type BookingOperation =
  'account' | 'times' | 'hold' | 'book' | 'code' | 'resend' | 'contact';

export type BookingFailure = Failure<BookingOperation>;

/** First free times by the step whose cards show them (P-47). */
export type FirstTimesByStep = Readonly<Partial<Record<ChoiceStep, FirstTimes>>>;

/** What a reservation has come to. */
export interface ReservationState extends HoldState {
  /** The booking that waits for its code. */
  readonly pending: Pending | undefined;
  readonly appointment: Appointment | undefined;
  /** From the first request to book until its outcome is known. */
  readonly isBooking: boolean;
  /** The time that is held, or being booked, with who and where (P-21). */
  readonly slot: Slot | undefined;
  /** What the calendar shows. */
  readonly times: TimesState;
  /** What the cards of the page in view show (P-47). */
  readonly firstTimes: FirstTimesByStep;
}

/** The account as somebody in particular has it. */
export type AccountView = (account: Account) => Account;

/** The booking of one patient. */
export interface BookingState extends FlowState<BookingOperation>, Partial<ReservationState> {
  /** As the service gave it. */
  readonly given?: Account | undefined;
  /** As whoever is logged in sees it (P-42). */
  readonly viewOf?: AccountView | undefined;
  /** All that it has for this patient. */
  readonly whole?: Account | undefined;
  /** As it is shown: whole, or what a link is about (P-10). */
  readonly account?: Account | undefined;
  readonly narrowing: Narrowing;
  /** The account is being read. */
  readonly isLoading: boolean;
  readonly flow?: BookingFlow | undefined;
  /** What is typed so far, right or wrong: kept as long as the element lives, and nowhere else (P-29). */
  readonly draft: PatientDraft;
  /** What the service found wrong with what was typed. */
  readonly problems: readonly FieldProblem[];
}

export type BookingAction =
  | FlowAction
  | { readonly type: 'load-account' }
  /** Without an account there was no answer, or none that can be used. */
  | { readonly type: 'account'; readonly account?: Account }
  /** A patient who is on file has logged in, or is no longer there. */
  | { readonly type: 'see-as'; readonly viewOf: AccountView | undefined }
  | { readonly type: 'begin'; readonly request: Selection; readonly step?: Part | undefined }
  /** The patient typed something. */
  | { readonly type: 'type'; readonly draft: PatientDraft }
  /** The form changed, but not by the patient's typing. */
  | { readonly type: 'fill'; readonly draft: PatientDraft }
  | { readonly type: 'finish-details'; readonly draft: PatientDraft }
  /** The service found something wrong that the form let pass: back to the fields, which say what. */
  | { readonly type: 'problems'; readonly fields: readonly FieldProblem[] }
  | { readonly type: 'reservation'; readonly change: Partial<ReservationState> };

export type BookingStore = FlowStore<BookingState, BookingAction>;

const noProblems: readonly FieldProblem[] = [];

export const emptyBooking: BookingState = {
  narrowing: {},
  isLoading: false,
  draft: emptyDraft,
  problems: noProblems,
};

/** The state after an action; the same object when nothing changes. */
export function reduceBooking(state: BookingState, action: BookingAction): BookingState {
  switch (action.type) {
    case 'load-account':
      return { ...state, isLoading: true, failure: undefined };
    case 'account':
      return takeAccount({ ...state, isLoading: false }, action.account);
    case 'see-as':
      return action.viewOf === state.viewOf
        ? state
        : takeAccount(withoutAutomatic({ ...state, viewOf: action.viewOf }), state.given);
    case 'begin': {
      const { account } = state;
      if (!account) return state;
      const next = { ...state, flow: createFlow(account, action.request) };
      const { step: part } = action;
      return part ? act(next, { type: 'go-to', part }) : next;
    }
    case 'type':
      return act(withDraft(state, action.draft), { type: 'details', done: false });
    case 'fill':
      return { ...state, draft: action.draft };
    case 'finish-details': {
      const next = act(withDraft(state, action.draft), { type: 'details', done: true });
      return isTimeLost(next) ? next : act(next, { type: 'next' });
    }
    case 'problems': {
      const { fields: problems } = action;
      const { failure } = state;
      const next = act({ ...state, problems }, { type: 'go-to', part: 'details' });
      const isSaidThere = failure?.error.kind === 'invalid' && problems.some(isOfForm);
      return isSaidThere ? next : { ...next, failure };
    }
    case 'reservation': {
      const next = { ...state, ...action.change };
      // All that the receipt needs is kept: the national ID is no longer there for anybody to find (N-02).
      const { email, mobile } = state.draft;
      const isBooked = next.appointment && !state.appointment;
      return isBooked ? { ...next, draft: { ...emptyDraft, email, mobile } } : next;
    }
    case 'widen':
      return act(widened(state), action);
    case 'take-slot':
      // Others than a link is about may be free sooner (P-17).
      return act(isOffered(state.account, action.slot) ? state : widened(state), action);
    default:
      return act(state, action);
  }
}

/** The part that the present page begins with. */
export function currentPart(state: BookingState): Part | undefined {
  return currentParts(state)[0];
}

/** The parts of the present page. */
export function currentParts({ account, flow }: BookingState): readonly Part[] {
  return account && flow ? partsOf(account.settings, flow.page) : [];
}

/** True while a link leaves out what the account offers besides (P-10). */
export function isNarrowed({ account, whole }: BookingState): boolean {
  return account !== whole;
}

/** True when the patient is past choosing a time that is no longer theirs (P-23). */
export function isTimeLost({ account, flow }: BookingState): boolean {
  if (!account || !flow || flow.selection.time) return false;
  return pagesOf(account.settings).findIndex(({ parts }) => parts.includes('time')) < flow.page;
}

/** True when the form is filled in, and the time beside it is not chosen yet (P-03). */
export function lacksTime(state: BookingState): boolean {
  const { flow } = state;
  if (!flow?.detailsDone || flow.selection.time) return false;
  return currentParts(state).includes('time');
}

/** True while a booking is live that "new booking off" must not break (P-40). */
export function isUnderWay({ held, isBooking, appointment }: BookingState): boolean {
  return Boolean(held || isBooking || appointment);
}

/** Changes the flow. A failure stays where it happened; only a lost time is still said on the next page. */
function act(state: BookingState, action: FlowAction): BookingState {
  const { account, flow, failure } = state;
  if (!account || !flow || state.appointment) return state;
  const next = reduce(flow, withKnownSlots(action), account);
  if (next === flow) return state;
  const isKept = next.page === flow.page || failure?.error.kind === 'slot-taken';
  return { ...state, flow: next, failure: isKept ? failure : undefined };
}

/** The form as it was typed; what it still says of the service's problems it says by itself. */
function withDraft(state: BookingState, draft: PatientDraft): BookingState {
  return { ...state, draft, problems: noProblems };
}

/** The account, read for the first time or anew: what was chosen and typed stays where it still fits. */
function takeAccount(state: BookingState, given: Account | undefined): BookingState {
  if (!given) return state;
  const before = state.account;
  const whole = state.viewOf?.(given) ?? given;
  const next = { ...state, given, whole, account: narrowed(whole, state.narrowing) };
  const isOtherText = before && before.texts.consentVersion !== whole.texts.consentVersion;
  // Whoever consented to another text than the one in force now has to see this one before booking (P-28).
  const isStale = isOtherText && state.draft.consent && !state.isBooking;
  const draft = { ...state.draft, consent: false };
  const problems = [{ path: 'consent', code: 'stale' }];
  const agreed = isStale ? { ...next, draft, problems } : next;
  const { flow } = agreed;
  if (!flow) return agreed;
  const done = flow.detailsDone && agreed.draft.consent;
  return act(act(agreed, { type: 'details', done }), { type: 'refresh' });
}

/** All that the account offers, whatever a link was about (P-10). */
function widened(state: BookingState): BookingState {
  return { ...state, account: state.whole, narrowing: {} };
}

function isOffered(account: Account | undefined, { clinic, clinician, treatment }: Slot): boolean {
  return (account?.offers ?? []).some(
    (offer) =>
      offer.clinic === clinic &&
      offer.clinician === clinician &&
      offer.treatments.includes(treatment),
  );
}

/** What was chosen for the patient stays chosen where there is more to choose from by now, so that nobody is thrown back. */
function withoutAutomatic(state: BookingState): BookingState {
  const { flow } = state;
  return flow ? { ...state, flow: { ...flow, automatic: [] } } : state;
}

/** A time chosen from starts alone says nothing of who and where. */
function withKnownSlots(action: FlowAction): FlowAction {
  if (action.type !== 'choose' || action.choice.step !== 'time') return action;
  const { choice } = action;
  const slots = choice.value.slots.filter(({ clinician }) => clinician);
  return { ...action, choice: { ...choice, value: { ...choice.value, slots } } };
}

/** True for what the form shows beside a field. */
function isOfForm({ path }: FieldProblem): boolean {
  return /^(patient\.|consent|message|campaignCode|mobile|email)/.test(path);
}
