import { html, nothing, type TemplateResult } from 'lit';
import type { OwnAppointment, Recall } from '../../contract/index.js';
import { toClockTime } from '../../domain/clock-time.js';
import { treatmentName } from '../../domain/treatment-name.js';
import { isoWeek } from '../../domain/week.js';
import { appointmentDate, appointmentMoment } from '../../locales/appointment-dates.js';
import { renderCall } from '../clinic-contact.js';
import type { CardView } from './appointment-card.js';

/** A recall: to be booked, past, or booked already (P-38). */
export function renderRecall(
  view: CardView,
  recall: Recall,
  appointment: OwnAppointment | undefined,
): TemplateResult {
  const { words } = view;
  if (appointment) return renderBooked(view, recall, appointment);
  const heading = html`<h3>${words.term('recallHeading')}</h3>`;
  return recall.bookable
    ? html`<li class="recall due">${heading} ${renderDue(view, recall)}</li>`
    : html`<li class="recall">${heading} ${renderPast(view, recall)}</li>`;
}

function renderDue(view: CardView, recall: Recall): TemplateResult {
  const { words, timeZone, now } = view;
  const { id, clinician, minutes, until, week, treatment } = recall;
  const today = toClockTime(now, timeZone).date;
  const term = words.term('chooseTime');
  const { week: number, year } = weekOf(week, today);
  return html`<p>${words.term('recallDue', number, year, clinician?.name, minutes)}</p>
    ${until ? html`<p class="note">${words.term('recallUntil', appointmentDate(words.lang(), until, today))}</p>` : nothing}
    <button
      class="button primary"
      part="button primary"
      type="button"
      aria-label="${term}: ${treatmentName(treatment.name)}"
      @click=${() => view.act('recall', id)}
    >
      ${term}
    </button>`;
}

function renderPast({ words, timeZone, now }: CardView, { week, phone }: Recall): TemplateResult {
  const { week: number, year } = weekOf(week, toClockTime(now, timeZone).date);
  return html`<p>${words.term('recallPast', number, year)} ${renderCall(words, phone)}</p>`;
}

function renderBooked(
  { words, timeZone, now }: CardView,
  recall: Recall,
  { slot }: OwnAppointment,
): TemplateResult {
  const today = toClockTime(now, timeZone).date;
  return html`<li class="recall quiet" data-need=${recall.id}>
    <p>${words.term('recallBooked', appointmentMoment(words, slot.start, timeZone, today))}</p>
  </li>`;
}

/** The ISO week, with its year where it is not this year. */
function weekOf(monday: string, today: string): { week: number; year: number | undefined } {
  const { week, year } = isoWeek(monday);
  return { week, year: year === isoWeek(today).year ? undefined : year };
}
