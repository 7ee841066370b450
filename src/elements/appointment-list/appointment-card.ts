import { html, nothing, type TemplateResult } from 'lit';
import type { OwnAppointment } from '../../contract/index.js';
import { toClockTime, type ClockTime } from '../../domain/clock-time.js';
import { changeNotes, stateOf, type ChangeNote } from '../../domain/own-appointments.js';
import type { OwnAct } from '../../events/own-act-event.js';
import {
  appointmentDateHeading,
  appointmentMoment,
  treatmentOf,
  whichAppointment,
} from '../../locales/appointment-dates.js';
import { slotTimeRange } from '../../locales/date-words.js';
import type { Localizer } from '../../locales/localizer.js';
import { addressOf, renderCall, renderPhone } from '../clinic-contact.js';

/** What a card is rendered from, besides its appointment. */
export interface CardView {
  readonly words: Localizer;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Language of the account's own texts. */
  readonly textLang: string;
  /** Patients can be told when an earlier time opens (P-48). */
  readonly canAsk: boolean;
  /** The appointment whose card asks for it; empty for none. */
  readonly alertFor: string;
  readonly act: (act: OwnAct, id: string) => void;
}

const states = { coming: 'stateComing', past: 'statePast', cancelled: 'stateCancelled' } as const;

/** One appointment: time, treatment, clinician, clinic, state, and how it can be changed (P-35, P-37). */
export function renderAppointment(view: CardView, appointment: OwnAppointment): TemplateResult {
  const { words, timeZone, now, textLang } = view;
  const { clinic, clinician, slot, treatment } = appointment;
  const language = words.lang();
  const state = stateOf(appointment, now);
  const { date } = toClockTime(slot.start, timeZone);
  const notes = state === 'coming' ? changeNotes(appointment) : [];
  // The number then stands beside the change that can only be made by calling.
  const isCalled = notes.some(({ isAllowed }) => !isAllowed);
  return html`<li class="appointment ${state}" id=${appointment.id}>
    <div class="when">
      <h4 tabindex="-1">
        ${appointmentDateHeading(language, date, todayOf(view).date)}
        <span class="time">${slotTimeRange(language, slot, timeZone)}</span>
      </h4>
      <p class="state">${words.term(states[state])}</p>
    </div>
    <div class="about">
      <p class="what">
        ${
          treatment
            ? html`<span lang=${textLang || nothing}>${treatmentOf(words, appointment)}</span>`
            : words.term('untitled')
        }
      </p>
      <p>${clinician.name}</p>
    </div>
    <address>
      <p>${clinic.name}</p>
      <p>${addressOf(clinic).join(', ')}</p>
      ${isCalled ? nothing : html`<p>${renderPhone(clinic.phone)}</p>`}
    </address>
    ${state === 'coming' ? renderWays(view, appointment, notes) : nothing}
  </li>`;
}

function renderWays(
  view: CardView,
  appointment: OwnAppointment,
  notes: readonly ChangeNote[],
): TemplateResult {
  const { words, timeZone } = view;
  const which = whichAppointment(words, appointment, timeZone, todayOf(view).date);
  const button = (what: 'move' | 'cancel', term: string) =>
    appointment[what].allowed
      ? html`<button
          class="button"
          part="button"
          type="button"
          aria-label="${term}: ${which}"
          @click=${() => view.act(what, appointment.id)}
        >
          ${term}
        </button>`
      : nothing;
  const buttons = [
    button('move', words.term('moveAppointment')),
    button('cancel', words.term('cancelAppointment')),
  ];
  return html`<div class="ways">
    ${buttons.some((each) => each !== nothing) ? html`<div class="buttons">${buttons}</div>` : nothing}
    ${notes.map((note, index) => {
      const isLast = notes.slice(index + 1).every(({ isAllowed }) => isAllowed);
      return renderNote(view, note, isLast ? appointment.clinic.phone : undefined);
    })}
    ${appointment.move.allowed && view.canAsk ? renderAlert(view, appointment.id, which) : nothing}
  </div>`;
}

/** Tell me when an earlier time opens: a button, or in its place what it opens (P-48). */
function renderAlert({ words, act, alertFor }: CardView, id: string, which: string): unknown {
  if (alertFor === id) return html`<slot name="alert"></slot>`;
  const term = words.term('tellWhenEarlier');
  return term
    ? html`<button
        class="link"
        type="button"
        aria-label="${term}: ${which}"
        @click=${() => act('alert', id)}
      >
        ${term}
      </button>`
    : nothing;
}

/** The deadline of a change, or why it is not possible, with the clinic's number unless another note has it (P-37). */
function renderNote(
  view: CardView,
  { what, isAllowed, reason, until }: ChangeNote,
  phone: string | undefined,
): TemplateResult {
  const { words, timeZone } = view;
  const when = until && appointmentMoment(words, until, timeZone, todayOf(view).date);
  if (isAllowed) return html`<p class="note">${words.term('changeUntil', what, when ?? '')}</p>`;
  return html`<p class="note">
    ${words.term('cannotChange', what, reason, when)} ${renderCall(words, phone)}
  </p>`;
}

/** Date and time at the clinic. */
function todayOf({ now, timeZone }: CardView): ClockTime {
  return toClockTime(now, timeZone);
}
