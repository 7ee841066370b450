import type {
  Appointment,
  AppointmentList,
  HoldRequest,
  OwnAppointment,
  Recall,
} from '../contract/index.js';
import type { About, ChangedAppointment, Whose } from './own-appointments.js';

/** Where the patient is among their appointments. */
export type Place =
  | { readonly kind: 'list' }
  | { readonly kind: 'times'; readonly about: About; readonly whose: Whose }
  /** A time is chosen, and shown once more before anything changes. */
  | {
      readonly kind: 'review';
      readonly about: About;
      readonly whose: Whose;
      readonly request: HoldRequest;
    }
  | { readonly kind: 'done'; readonly about: About; readonly appointment: Appointment };

/** What is said above the list. */
export type News =
  | { readonly kind: 'cancelled'; readonly appointment: Appointment }
  /** It was moved or cancelled elsewhere. */
  | { readonly kind: 'changed' }
  /** Not allowed (any more); its own line says why. */
  | { readonly kind: 'refused' }
  /** What a link was about is not there. */
  | { readonly kind: 'lost' };

/** What a link asks for: an appointment, and what to do with it. */
export interface AppointmentLink {
  readonly appointment: string;
  readonly do?: 'move' | 'cancel' | undefined;
  /** The start to move it to, an instant, and with whom and where (P-48). */
  readonly time?: { readonly start: string } & Pick<HoldRequest, 'clinic' | 'clinician'>;
}

/** A patient's own appointments and what they are doing with them. */
export interface AppointmentsFlow {
  readonly list?: AppointmentList | undefined;
  readonly place: Place;
  /** What the dialog asks about (P-37). */
  readonly cancelling?: OwnAppointment | undefined;
  /** What goes on as soon as a code confirmed the session (P-43). */
  readonly codeFor?: 'move' | 'cancel' | undefined;
  readonly news?: News | undefined;
  /** Ids of appointments that were cancelled here: they stay where they were. */
  readonly kept: readonly string[];
  /** A link that is to be followed once the list is there. */
  readonly link?: AppointmentLink | undefined;
}

export type AppointmentsAction =
  | { readonly type: 'read'; readonly list: AppointmentList }
  | { readonly type: 'link'; readonly link: AppointmentLink }
  | { readonly type: 'move'; readonly id: string; readonly whose: Whose }
  | { readonly type: 'recall'; readonly id: string; readonly whose: Whose }
  | { readonly type: 'whose'; readonly whose: Whose }
  | { readonly type: 'choose'; readonly request: HoldRequest }
  /** The chosen time is gone, or another one is wanted. */
  | { readonly type: 'other-time' }
  | { readonly type: 'back' }
  | { readonly type: 'cancel'; readonly id: string }
  | { readonly type: 'keep' }
  | { readonly type: 'ask-code'; readonly codeFor: 'move' | 'cancel' }
  | { readonly type: 'code-given' }
  | { readonly type: 'done'; readonly appointment: Appointment }
  | { readonly type: 'cancelled'; readonly appointment: Appointment }
  | { readonly type: 'refused' };

export const emptyFlow: AppointmentsFlow = { place: { kind: 'list' }, kept: [] };

const atList = { place: { kind: 'list' }, cancelling: undefined, codeFor: undefined } as const;

/** The next state; the same object where an action changes nothing, as it does wherever it does not fit. */
export function reduceAppointments(
  flow: AppointmentsFlow,
  action: AppointmentsAction,
): AppointmentsFlow {
  const { place, list } = flow;
  switch (action.type) {
    case 'read':
      return follow(compare({ ...flow, list: action.list }, action.list));
    case 'link':
      return follow({ ...flow, link: action.link });
    case 'move': {
      const appointment = list?.appointments.find(({ id }) => id === action.id);
      if (!appointment) return flow;
      if (!appointment.move.allowed) return { ...flow, ...atList, news: { kind: 'refused' } };
      const about: About = { kind: 'move', appointment };
      return { ...quiet(flow), place: { kind: 'times', about, whose: action.whose } };
    }
    case 'recall': {
      const recall = list?.recalls.find(({ id }) => id === action.id);
      if (!recall?.bookable || recall.appointment) return flow;
      const about: About = { kind: 'recall', recall };
      return { ...quiet(flow), place: { kind: 'times', about, whose: action.whose } };
    }
    case 'whose':
      return place.kind === 'times' ? { ...flow, place: { ...place, whose: action.whose } } : flow;
    case 'choose':
      return place.kind === 'times' || place.kind === 'review'
        ? { ...flow, place: { ...place, kind: 'review', request: action.request } }
        : flow;
    case 'other-time':
      return toTimes(flow);
    case 'back':
      if (flow.codeFor) return { ...flow, codeFor: undefined };
      if (place.kind === 'list') return flow;
      return place.kind === 'review' ? toTimes(flow) : { ...quiet(flow), ...atList };
    case 'cancel': {
      const cancelling = list?.appointments.find(({ id }) => id === action.id);
      if (!cancelling) return flow;
      if (!cancelling.cancel.allowed) return { ...flow, ...atList, news: { kind: 'refused' } };
      return { ...quiet(flow), ...atList, cancelling };
    }
    case 'keep':
      return flow.cancelling ? { ...flow, cancelling: undefined, codeFor: undefined } : flow;
    case 'ask-code':
      return { ...flow, codeFor: action.codeFor };
    case 'code-given':
      return { ...flow, codeFor: undefined };
    case 'done':
      return place.kind === 'times' || place.kind === 'review'
        ? {
            ...withAnswer(flow, action.appointment),
            ...atList,
            place: { kind: 'done', about: place.about, appointment: action.appointment },
          }
        : withAnswer(flow, action.appointment);
    case 'cancelled':
      return {
        ...withAnswer(flow, action.appointment),
        ...atList,
        kept: [...flow.kept, action.appointment.id],
        news: { kind: 'cancelled', appointment: action.appointment },
      };
    case 'refused':
      return { ...flow, ...atList, news: flow.news ?? { kind: 'refused' } };
  }
}

/** Back to choosing, also from the question for a code. */
function toTimes(flow: AppointmentsFlow): AppointmentsFlow {
  const { place } = flow;
  if (place.kind !== 'review') return flow;
  const { about, whose } = place;
  return { ...flow, codeFor: undefined, place: { kind: 'times', about, whose } };
}

/** What was said is of the past once the patient does something else. */
function quiet(flow: AppointmentsFlow): AppointmentsFlow {
  return { ...flow, news: undefined };
}

/** The answer in place of what was known; whether it may be changed again is asked anew. */
function withAnswer(flow: AppointmentsFlow, answer: Appointment): AppointmentsFlow {
  const { list } = flow;
  if (!list) return flow;
  const unknown = { allowed: false };
  const own: ChangedAppointment = { ...answer, move: unknown, cancel: unknown, isReadAnew: true };
  const isKnown = list.appointments.some(({ id }) => id === answer.id);
  return {
    ...flow,
    list: {
      ...list,
      appointments: isKnown
        ? list.appointments.map((each) => (each.id === answer.id ? own : each))
        : [...list.appointments, own],
    },
  };
}

/** What a new list says of that which the patient is about to change: moved or cancelled elsewhere, it cannot go on (P-37). */
function compare(flow: AppointmentsFlow, list: AppointmentList): AppointmentsFlow {
  const { place, cancelling } = flow;
  if (cancelling) {
    const now = list.appointments.find(({ id }) => id === cancelling.id);
    if (!now || !isSame(now, cancelling)) return { ...flow, ...atList, news: { kind: 'changed' } };
    if (!now.cancel.allowed) return { ...flow, ...atList, news: { kind: 'refused' } };
    return { ...flow, cancelling: now };
  }
  if (place.kind !== 'times' && place.kind !== 'review') return flow;
  const { about } = place;
  if (about.kind === 'move') {
    const appointment = list.appointments.find(({ id }) => id === about.appointment.id);
    if (!appointment || !isSame(appointment, about.appointment)) {
      return { ...flow, ...atList, news: { kind: 'changed' } };
    }
    if (!appointment.move.allowed) return { ...flow, ...atList, news: { kind: 'refused' } };
    return { ...flow, place: { ...place, about: { kind: 'move', appointment } } };
  }
  const recall = list.recalls.find(({ id }) => id === about.recall.id);
  return recall && isOpen(recall)
    ? { ...flow, place: { ...place, about: { kind: 'recall', recall } } }
    : { ...flow, ...atList, news: { kind: 'changed' } };
}

/** Where a link leads, once there is a list to find it in. */
function follow(flow: AppointmentsFlow): AppointmentsFlow {
  const { link, list } = flow;
  if (!link || !list) return flow;
  const done = { ...flow, link: undefined };
  const appointment = list.appointments.find(({ id }) => id === link.appointment);
  if (!appointment) return { ...done, ...atList, news: { kind: 'lost' } };
  if (link.do === 'move') {
    const moving = reduceAppointments(done, { type: 'move', id: appointment.id, whose: 'own' });
    if (!link.time) return moving;
    const request = { appointment: appointment.id, ...link.time };
    return reduceAppointments(moving, { type: 'choose', request });
  }
  return link.do === 'cancel'
    ? reduceAppointments(done, { type: 'cancel', id: appointment.id })
    : done;
}

function isOpen({ bookable, appointment }: Recall): boolean {
  return bookable && !appointment;
}

function isSame(one: OwnAppointment, other: OwnAppointment): boolean {
  return (
    one.status === other.status &&
    Date.parse(one.slot.start) === Date.parse(other.slot.start) &&
    one.slot.clinician === other.slot.clinician
  );
}
