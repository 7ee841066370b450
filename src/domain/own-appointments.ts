import type {
  Account,
  HoldRequest,
  OwnAppointment,
  Recall,
  RefusalReason,
  Slot,
} from '../contract/index.js';
import { addDays, type CivilDate } from './civil-date.js';
import type { TimesFilter } from './requests.js';
import { mondayOf } from './week.js';

/** How an appointment stands: to come, over, or cancelled (P-35). */
export type AppointmentState = 'coming' | 'past' | 'cancelled';

/** How an appointment stands at `now`, epoch milliseconds; it is past once it has ended. */
export function stateOf({ slot, status }: OwnAppointment, now: number): AppointmentState {
  if (status === 'cancelled') return 'cancelled';
  return Date.parse(slot.start) + slot.minutes * 60_000 > now ? 'coming' : 'past';
}

/**
 * Coming appointments, the next one first, then the others, the latest first (P-35). One that was cancelled just now, and
 * so is among `kept`, stays where it was. `now` is epoch milliseconds.
 */
export function splitAppointments(
  appointments: readonly OwnAppointment[],
  now: number,
  kept: readonly string[] = [],
): { readonly coming: readonly OwnAppointment[]; readonly others: readonly OwnAppointment[] } {
  const at = ({ slot }: OwnAppointment) => Date.parse(slot.start);
  const isComing = (each: OwnAppointment) =>
    stateOf(each, now) === 'coming' || (kept.includes(each.id) && at(each) > now);
  const sorted = [...appointments].sort((a, b) => at(a) - at(b));
  return {
    coming: sorted.filter(isComing),
    others: sorted.filter((each) => !isComing(each)).reverse(),
  };
}

/** What can be done with an appointment and until when, or why it cannot (P-37, A-06). */
export interface ChangeNote {
  readonly what: 'move' | 'cancel' | 'both';
  readonly isAllowed: boolean;
  readonly reason?: RefusalReason | undefined;
  /** The deadline, an instant. */
  readonly until?: string | undefined;
}

/** The answer to a change: what may be done with it now is asked anew, and meanwhile nothing is said of it. */
export interface ChangedAppointment extends OwnAppointment {
  readonly isReadAnew?: true;
}

/** What is to be said of moving and cancelling an appointment: once where both stand alike. */
export function changeNotes({ move, cancel, isReadAnew }: ChangedAppointment): ChangeNote[] {
  if (isReadAnew) return [];
  const note = (what: ChangeNote['what'], { allowed, reason, until }: typeof cancel) => ({
    what,
    isAllowed: allowed,
    ...(allowed ? {} : { reason }),
    until,
  });
  const isAlike =
    move.allowed === cancel.allowed &&
    (move.allowed || move.reason === cancel.reason) &&
    instantOf(move.until) === instantOf(cancel.until);
  const notes = isAlike ? [note('both', cancel)] : [note('move', move), note('cancel', cancel)];
  // What may be done at any time needs no word.
  return notes.filter(({ isAllowed, until }) => !isAllowed || until);
}

/** What a new time is looked for: an appointment that moves (P-36), or a need (P-38). */
export type About =
  | { readonly kind: 'move'; readonly appointment: OwnAppointment }
  | { readonly kind: 'recall'; readonly recall: Recall };

/** Whose times are shown: those of the patient's own clinician, of everyone at the clinic, or of all clinics. */
export type Whose = 'own' | 'clinic' | 'all';

/** Whose times can be looked at; what comes first is shown first. */
export function whoseOptions({ clinics, clinicians, offers }: Account, about: About): Whose[] {
  if (about.kind === 'recall') {
    const { clinician, mayChooseClinician } = about.recall;
    if (!clinician) return ['all'];
    return mayChooseClinician && clinicians.length > 1 ? ['own', 'all'] : ['own'];
  }
  const { clinic, clinician } = about.appointment.slot;
  const colleagues = offers.some((each) => each.clinic === clinic && each.clinician !== clinician);
  const isThere = offers.some((each) => each.clinic === clinic && each.clinician === clinician);
  const options: Whose[] = [
    'own',
    ...(colleagues ? (['clinic'] as const) : []),
    ...(clinics.length > 1 ? (['all'] as const) : []),
  ];
  // Whoever no longer works there has no times: the others come first.
  return isThere || options.length === 1 ? options : [...options.slice(1), 'own'];
}

/** The filter of the free times. */
export function ownTimesFilter(about: About, whose: Whose): TimesFilter {
  if (about.kind === 'recall') {
    const { id, clinician } = about.recall;
    return { recall: id, ...(whose === 'own' && clinician ? { clinician: clinician.id } : {}) };
  }
  const { id, slot } = about.appointment;
  return {
    appointment: id,
    ...(whose === 'all' ? {} : { clinic: slot.clinic }),
    ...(whose === 'own' ? { clinician: slot.clinician } : {}),
  };
}

/** The request to hold a chosen start: with the patient's own clinician where that is possible, else with whom the service picks. */
export function ownHoldRequest(
  about: About,
  whose: Whose,
  { start, slots }: { readonly start: string; readonly slots: readonly Slot[] },
): HoldRequest {
  const filter = { ...ownTimesFilter(about, whose), start };
  const who = about.kind === 'move' ? about.appointment.slot : about.recall.clinician;
  const clinician = who && ('clinician' in who ? who.clinician : who.id);
  const own = slots.find((slot) => slot.clinician === clinician);
  if (own) return { ...filter, clinic: own.clinic, clinician: own.clinician };
  const [only, second] = slots;
  return only?.clinician && !second
    ? { ...filter, clinic: only.clinic, clinician: only.clinician }
    : filter;
}

/** First and last date that a new time may lie on; `today` is the clinic's. */
export function limitsOf(
  about: About,
  today: CivilDate,
): { readonly earliest: CivilDate; readonly latest: CivilDate } {
  const { from, to } =
    about.kind === 'move' ? about.appointment.move : { from: undefined, to: about.recall.until };
  return {
    earliest: from && from > today ? from : today,
    latest: to ?? addDays(today, 365),
  };
}

/** The Monday of the week in which a new time is looked for first: that of the present one, or of the recall. */
export function firstWeek(
  about: About,
  today: CivilDate,
  dateOf: (instant: string) => CivilDate,
): CivilDate {
  const { earliest, latest } = limitsOf(about, today);
  const date = about.kind === 'move' ? dateOf(about.appointment.slot.start) : about.recall.week;
  return mondayOf(date < earliest ? earliest : date > latest ? latest : date);
}

function instantOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}
