import type { Account, ChoiceStep, Slot } from '../contract/index.js';
import { isEqual } from './is-equal.js';
import { candidatesOf, choiceOf, fitsChoice, optionsFor } from './options.js';
import type { Choice, Part, Selection, TimeChoice } from './selection.js';
import { choiceOrder, pagesOf, partsOf } from './step-order.js';

/** Where the patient is in booking: a value, changed by `reduce` alone. Works for every step order (P-02, P-03). */
export interface BookingFlow {
  /** Index in `pagesOf(account.settings)`. */
  readonly page: number;
  readonly selection: Selection;
  /** Choices made for the patient because there was only one (P-06). */
  readonly automatic: readonly ChoiceStep[];
  /** Choices that the last change dropped because they no longer fit: to be told (P-05). */
  readonly dropped: readonly ChoiceStep[];
  /** The personal details were filled in and passed their checks. */
  readonly detailsDone: boolean;
}

export type FlowAction =
  | { readonly type: 'choose'; readonly choice: Choice }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  | { readonly type: 'go-to'; readonly part: Part }
  /** The form passed its checks, or is open again. */
  | { readonly type: 'details'; readonly done: boolean }
  /** The slots at the chosen start are known now; none means the time is gone. */
  | { readonly type: 'know-slots'; readonly start: string; readonly slots: readonly Slot[] }
  /** An offered alternative (P-23): who and where become its own where they were not left open; always when `isExact`. */
  | { readonly type: 'take-slot'; readonly slot: Slot; readonly isExact?: boolean }
  /** The chosen time was taken (P-23); the page stays, so that nothing typed leaves the screen. */
  | { readonly type: 'lose-time' }
  /** The account was read anew: what no longer exists is dropped. */
  | { readonly type: 'refresh' }
  /** The account offers more than a link let it: on to the first choice that there is now (P-10). */
  | { readonly type: 'widen' };

/** A flow at its first step, with what the host or a deep link already chose where that is possible (P-10). */
export function createFlow(account: Account, request: Selection = {}): BookingFlow {
  const settled = settle(account, { selection: request, automatic: [] });
  return {
    page: firstOpenPage(account, { ...settled, detailsDone: false }),
    ...settled,
    dropped: [],
    detailsDone: false,
  };
}

/** The flow after an action; the same object when nothing changes. */
export function reduce(flow: BookingFlow, action: FlowAction, account: Account): BookingFlow {
  switch (action.type) {
    case 'choose':
      return choose(flow, action.choice, account);
    case 'next':
      return isPageDone(flow, account) ? turnTo(flow, pageAfter(account, flow)) : flow;
    case 'back':
      return turnTo(flow, pageBefore(account, flow) ?? flow.page);
    case 'go-to': {
      const page = pagesOf(account.settings).findIndex(({ parts }) => parts.includes(action.part));
      return isReachable(flow, account, page) && !isSkipped(flow, account, page)
        ? turnTo(flow, page)
        : flow;
    }
    case 'details':
      return action.done === flow.detailsDone ? flow : { ...flow, detailsDone: action.done };
    case 'know-slots': {
      if (flow.selection.time?.start !== action.start) return flow;
      if (action.slots.length === 0) {
        const lost = { ...flow, selection: without(flow.selection, 'time'), dropped: [] };
        return { ...lost, page: Math.min(flow.page, firstOpenPage(account, lost)) };
      }
      const time = { start: action.start, slots: action.slots };
      return toOpenPage(change(flow, { ...flow.selection, time }, account), account);
    }
    case 'take-slot': {
      const taken = (isExact: boolean) => {
        const selection = selectionOf(flow.selection, action.slot, account, isExact);
        return change({ ...flow, automatic: [] }, selection, account);
      };
      const next = taken(action.isExact ?? false);
      // "Any" is not offered everywhere: then it is just this one.
      const isWhole = next.selection.clinic && next.selection.clinician;
      return goOn(isWhole ? next : taken(true), account, 'time');
    }
    case 'lose-time':
      return { ...flow, selection: without(flow.selection, 'time'), dropped: [] };
    case 'refresh':
      return toOpenPage(change(flow, flow.selection, account), account);
    case 'widen': {
      const next = change({ ...flow, automatic: [] }, flow.selection, account);
      const isOpen = (part: Part) =>
        isChoiceStep(part) && flow.automatic.includes(part) && !next.automatic.includes(part);
      const page = pagesOf(account.settings).findIndex(({ parts }) => parts.some(isOpen));
      return toOpenPage(page === -1 ? next : { ...next, page }, account);
    }
  }
}

/** True when every part of a page has its answer. `page` defaults to the current one. */
export function isPageDone(flow: BookingFlow, account: Account, page = flow.page): boolean {
  return partsOf(account.settings, page).every((part) => isPartDone(flow, part));
}

/** True for pages the patient may go to: those whose earlier pages are all done (P-01). */
export function isReachable(flow: BookingFlow, account: Account, page: number): boolean {
  const pages = pagesOf(account.settings);
  return (
    page >= 0 &&
    page < pages.length &&
    pages.slice(0, page).every((_, index) => isPageDone(flow, account, index))
  );
}

/** True for a page that offers nothing to choose, so that going on and back both pass it (P-06). */
export function isSkipped(
  flow: Pick<BookingFlow, 'selection'>,
  account: Account,
  page: number,
): boolean {
  return partsOf(account.settings, page).every(
    (part) => isChoiceStep(part) && part !== 'time' && hasOneOption(account, flow.selection, part),
  );
}

/** True when there is a page to go back to (P-11). */
export function canGoBack(flow: BookingFlow, account: Account): boolean {
  return pageBefore(account, flow) !== undefined;
}

/** True when a choice has an alternative, so that "change" leads somewhere (P-04, P-06). */
export function canChange(account: Account, selection: Selection, step: ChoiceStep): boolean {
  return step === 'time' || !hasOneOption(account, selection, step);
}

function choose(flow: BookingFlow, choice: Choice, account: Account): BookingFlow {
  if (!isOffered(account, flow.selection, choice)) return flow;
  const chosen = change(
    { ...flow, automatic: flow.automatic.filter((step) => step !== choice.step) },
    { ...flow.selection, [choice.step]: choice.value },
    account,
  );
  return goOn(chosen, account, choice.step);
}

/** Turns the page when `step` was the last thing to choose on it. */
function goOn(flow: BookingFlow, account: Account, step: ChoiceStep): BookingFlow {
  const parts = partsOf(account.settings, flow.page);
  const later = parts.slice(parts.indexOf(step) + 1);
  const nothingLeftHere = later.every(
    (part) => isChoiceStep(part) && flow.automatic.includes(part),
  );
  // From a page opened again the patient goes on to the first thing that is still open, not through all the rest.
  return nothingLeftHere && isPageDone(flow, account)
    ? { ...flow, page: firstOpenPage(account, flow, flow.page + 1) }
    : flow;
}

function selectionOf(
  selection: Selection,
  slot: Slot,
  account: Account,
  isExact: boolean,
): Selection {
  const fits = (step: 'clinic' | 'clinician') => {
    const choice = choiceOf(selection, step);
    return !isExact && choice !== undefined && fitsChoice(account, choice, slot);
  };
  return {
    clinic: fits('clinic') ? selection.clinic : { kind: 'one', id: slot.clinic },
    treatment: slot.treatment,
    clinician: fits('clinician') ? selection.clinician : { kind: 'one', id: slot.clinician },
    time: { start: slot.start, slots: [slot] },
  };
}

/** The flow with another selection: what no longer fits is dropped and named, single options are chosen. */
function change(flow: BookingFlow, selection: Selection, account: Account): BookingFlow {
  const settled = settle(account, { selection, automatic: flow.automatic });
  const dropped = choiceOrder(account.settings).filter((step) => {
    const before = choiceOf(flow.selection, step);
    const now = choiceOf(settled.selection, step);
    const requested = choiceOf(selection, step);
    return (
      before !== undefined &&
      !flow.automatic.includes(step) &&
      (requested === undefined || isSame(before, requested)) &&
      (now === undefined || !isSame(before, now))
    );
  });
  return { ...flow, ...settled, dropped };
}

/** Walks the steps in order: keeps what fits the steps before it, chooses what has no alternative (P-05, P-06). */
function settle(
  account: Account,
  request: Pick<BookingFlow, 'selection' | 'automatic'>,
): Pick<BookingFlow, 'selection' | 'automatic'> {
  let selection: Selection = {};
  const automatic: ChoiceStep[] = [];
  for (const step of choiceOrder(account.settings)) {
    const options = optionsFor(account, selection, step);
    const [only] = options;
    if (only && options.length === 1) {
      selection = { ...selection, [step]: only.value };
      automatic.push(step);
      continue;
    }
    const requested = request.automatic.includes(step)
      ? undefined
      : choiceOf(request.selection, step);
    const kept = requested && keep(account, selection, requested);
    if (kept) selection = { ...selection, [step]: kept.value };
  }
  return { selection, automatic };
}

/** The choice if the steps before it still allow it; a time keeps only the slots that are offered and fit them. */
function keep(account: Account, before: Selection, choice: Choice): Choice | undefined {
  if (choice.step !== 'time') return isOffered(account, before, choice) ? choice : undefined;
  const time: TimeChoice = choice.value;
  if (time.slots.length === 0) return choice;
  const left = candidatesOf(account, before, ['clinic', 'treatment', 'clinician']);
  const slots = time.slots.filter((slot) =>
    left.some((each) =>
      fitsChoice(account, { step: 'time', value: { ...time, slots: [slot] } }, each),
    ),
  );
  if (slots.length === 0) return undefined;
  return slots.length === time.slots.length ? choice : { step: 'time', value: { ...time, slots } };
}

function isOffered(account: Account, selection: Selection, choice: Choice): boolean {
  if (choice.step === 'time') return candidatesOf(account, selection, []).length > 0;
  return optionsFor(account, selection, choice.step).some((option) => isSame(option, choice));
}

function isSame(one: Choice, other: Choice): boolean {
  return isEqual(key(one), key(other));
}

function key({ step, value }: Choice): unknown[] {
  if (typeof value === 'string') return [step, value];
  return 'kind' in value ? [step, value.kind, 'id' in value ? value.id : ''] : [step, value.start];
}

function turnTo(flow: BookingFlow, page: number): BookingFlow {
  return page === flow.page && flow.dropped.length === 0 ? flow : { ...flow, page, dropped: [] };
}

/** Back to what lacks an answer by now, and past a page whose single option is chosen by now (P-05, P-06). */
function toOpenPage(flow: BookingFlow, account: Account): BookingFlow {
  const page = Math.min(flow.page, firstOpenPage(account, flow));
  return {
    ...flow,
    page: isSkipped(flow, account, page) ? firstOpenPage(account, flow, page) : page,
  };
}

/** The first page from `from` on that still lacks an answer. */
function firstOpenPage(
  account: Account,
  flow: Pick<BookingFlow, 'selection' | 'detailsDone'>,
  from = 0,
): number {
  const pages = pagesOf(account.settings);
  const open = pages.findIndex(
    ({ parts }, page) =>
      page >= from &&
      !isSkipped(flow, account, page) &&
      !parts.every((part) => isPartDone(flow, part)),
  );
  return open === -1 ? pages.length - 1 : open;
}

function pageAfter(account: Account, flow: BookingFlow): number {
  const pages = pagesOf(account.settings);
  const next = pages.findIndex((_, page) => page > flow.page && !isSkipped(flow, account, page));
  return next === -1 ? flow.page : next;
}

function pageBefore(account: Account, flow: BookingFlow): number | undefined {
  for (let page = flow.page - 1; page >= 0; page -= 1) {
    if (!isSkipped(flow, account, page)) return page;
  }
  return undefined;
}

function isPartDone(flow: Pick<BookingFlow, 'selection' | 'detailsDone'>, part: Part): boolean {
  if (part === 'confirm') return false;
  return part === 'details' ? flow.detailsDone : flow.selection[part] !== undefined;
}

/** True for the four choices; false for form and review. */
export function isChoiceStep(part: Part): part is ChoiceStep {
  return part !== 'details' && part !== 'confirm';
}

function hasOneOption(account: Account, selection: Selection, step: ChoiceStep): boolean {
  return optionsFor(account, selection, step).length === 1;
}

function without(selection: Selection, step: ChoiceStep): Selection {
  const rest = { ...selection };
  delete rest[step];
  return rest;
}
