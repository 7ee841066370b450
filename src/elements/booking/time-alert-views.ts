import { html, nothing, type TemplateResult } from 'lit';
import type { Appointment } from '../../contract/index.js';
import { canLogIn } from '../../domain/can-log-in.js';
import { addDays } from '../../domain/civil-date.js';
import type { Selection } from '../../domain/selection.js';
import { renderButton } from '../buttons.js';
import type { BookingView } from './booking-view.js';

/** In a week without times: tell me when one opens that fits what is chosen (P-17, P-48). */
export function renderAlertOfChoice(view: BookingView): unknown {
  const { flow, times } = view.controller.state;
  const selection = flow?.selection;
  if (!isOffered(view) || !selection?.treatment) return nothing;
  const { api } = view.controller.reservation!;
  // What the session has proven; anybody else is asked for an address.
  if (!isWanted(view, 'tellWhenFree')) return renderAsk(view, 'tellWhenFree');
  return html`<opus-time-alert
    slot="empty"
    .open=${true}
    .client=${api}
    .wish=${wishOf(selection)}
    last-day=${times ? addDays(times.week, 6) : ''}
    .known=${isLoggedIn(view)}
  ></opus-time-alert>`;
}

/** At the receipt: tell me when an earlier time opens, where the patient could move to it online (P-32, P-36, P-48). */
export function renderAlertOfAppointment(view: BookingView, { id, slot }: Appointment): unknown {
  const { account, controller } = view;
  const { moveAppointment, viewAppointments } = account.settings;
  const canMove = moveAppointment && viewAppointments && canLogIn(account);
  const token = controller.reservation?.bookingToken;
  if (!canMove || !isOffered(view) || !(token || isLoggedIn(view))) return nothing;
  if (!isWanted(view, 'tellWhenEarlier')) return renderAsk(view, 'tellWhenEarlier');
  return html`<opus-time-alert
    .open=${true}
    .client=${controller.reservation!.api}
    .wish=${{ appointment: id, clinic: slot.clinic, clinician: slot.clinician }}
    .bookingToken=${token}
    .known=${true}
  ></opus-time-alert>`;
}

function isOffered({ account, controller }: BookingView): boolean {
  return account.settings.timeAlerts && controller.reservation !== undefined;
}

/** What the button says, which differs by where it stands. */
type Term = 'tellWhenFree' | 'tellWhenEarlier';

/** What patients of a page have asked for last: few do, so its code is loaded then. */
const asked = new WeakMap<BookingView['tags'], Term>();

function isWanted({ tags }: BookingView, term: Term): boolean {
  return asked.get(tags) === term && tags.isOptionalReady('opus-time-alert');
}

function renderAsk({ tags, words }: BookingView, term: Term): TemplateResult {
  const ask = () => {
    asked.set(tags, term);
    tags.isOptionalReady('opus-time-alert');
  };
  const button = renderButton(words.term(term), ask);
  return term === 'tellWhenFree' ? html`<p slot="empty">${button}</p>` : button;
}

function isLoggedIn({ controller }: BookingView): boolean {
  return controller.reservation?.api.sessionProvider?.current !== undefined;
}

function wishOf({ clinic, treatment, clinician }: Selection) {
  return {
    ...(clinic?.kind === 'one' ? { clinic: clinic.id } : {}),
    ...(clinic?.kind === 'group' ? { group: clinic.id } : {}),
    ...(clinician?.kind === 'one' ? { clinician: clinician.id } : {}),
    ...(treatment ? { treatment } : {}),
  };
}
