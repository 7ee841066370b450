import { html, nothing, type TemplateResult } from 'lit';
import type { Account, OwnAppointment } from '../../contract/index.js';
import { clinicPhoneText, clinicPhoneUrl } from '../../domain/clinic-phone.js';
import { toClockTime } from '../../domain/clock-time.js';
import {
  limitsOf,
  ownTimesFilter,
  whoseOptions,
  type About,
  type Whose,
} from '../../domain/own-appointments.js';
import { isoWeek, mondayOf } from '../../domain/week.js';
import {
  appointmentDate,
  appointmentDateHeading,
  treatmentOf,
} from '../../locales/appointment-dates.js';
import { slotTimeRange } from '../../locales/date-words.js';
import type { Localizer } from '../../locales/localizer.js';
import { phoneOf, type AppointmentsView } from './appointments-view.js';
import { renderFailure } from './notices.js';

/** Choosing a new time: for which appointment or recall, whose times are shown, and the calendar (P-36, P-38). */
export function renderTimes(view: AppointmentsView, about: About, whose: Whose): TemplateResult {
  const { controller, words } = view;
  return html`<div class="page">
    <button class="link back" type="button" @click=${() => controller.back()}>
      ${words.term('backToList')}
    </button>
    <div class="head">
      <h2 tabindex="-1" id="place" part="heading">
        ${words.term(about.kind === 'move' ? 'moveHeading' : 'recallHeading')}
      </h2>
      ${about.kind === 'move' ? renderOld(view, about) : renderNeed(view, about)}
    </div>
    ${renderFailure(view)} ${renderWhose(view, about, whose)} ${renderCalendar(view, about)}
    ${renderAlert(view, about, whose)}
  </div>`;
}

/** The present appointment, which the patient keeps until the new time is confirmed. */
function renderOld(
  { account, words, today }: AppointmentsView,
  { appointment }: Extract<About, { kind: 'move' }>,
): TemplateResult {
  const { slot, clinician, clinic, move } = appointment;
  const language = words.lang();
  const { date } = toClockTime(slot.start, account.timeZone);
  return html`<p>
      <span class="label">${words.term('presentTime')}</span>
      <strong>${appointmentDateHeading(language, date, today)}</strong>
      ${slotTimeRange(language, slot, account.timeZone)}
    </p>
    <p class="quiet">${treatmentOf(words, appointment)}, ${clinician.name}, ${clinic.name}</p>
    <p class="quiet">${words.term('oldTimeKept')} ${rangeWords(words, move, today)}</p>`;
}

/** Between which days an appointment can be moved (A-17); empty where there is no limit. */
export function rangeWords(
  words: Localizer,
  { from, to }: OwnAppointment['move'],
  today: string,
): string {
  if (!from || !to) return '';
  const language = words.lang();
  return words.term(
    'moveRange',
    appointmentDate(language, from, today),
    appointmentDate(language, to, today),
  );
}

function renderNeed(
  { words, today }: AppointmentsView,
  { recall }: Extract<About, { kind: 'recall' }>,
): TemplateResult {
  const { week, year } = isoWeek(recall.week);
  const otherYear = year === isoWeek(today).year ? undefined : year;
  return html`<p>
      ${words.term('recallDue', week, otherYear, recall.clinician?.name, recall.minutes)}
    </p>
    ${
      recall.until
        ? html`<p class="quiet">
            ${words.term('recallUntil', appointmentDate(words.lang(), recall.until, today))}
          </p>`
        : nothing
    }`;
}

/** Switches between the times of the patient's clinician and those of others. */
function renderWhose(
  { account, controller, words }: AppointmentsView,
  about: About,
  whose: Whose,
): unknown {
  const options = whoseOptions(account, about);
  if (options.length < 2) return nothing;
  const names = namesOfWhose(words.term.bind(words), about);
  return html`<div class="whose" role="group" aria-label=${words.term('whoseTimes')}>
    ${options.map(
      (each) =>
        html`<button
          class="button"
          part="button"
          type="button"
          aria-pressed=${each === whose ? 'true' : 'false'}
          @click=${() => controller.show(each)}
        >
          ${names[each]}
        </button>`,
    )}
  </div>`;
}

function namesOfWhose(
  term: AppointmentsView['words']['term'],
  about: About,
): Record<Whose, string> {
  const { clinician, clinic } =
    about.kind === 'move'
      ? about.appointment
      : { clinician: about.recall.clinician, clinic: undefined };
  return {
    own: clinician?.name ?? '',
    clinic: term('allHere', clinic?.name ?? ''),
    all: about.kind === 'move' ? term('allEverywhere') : term('anyClinician'),
  };
}

/** Below the times to move to: tell me when an earlier one opens (P-48). */
function renderAlert(view: AppointmentsView, about: About, whose: Whose): unknown {
  const { account, controller, isReady } = view;
  const client = controller.startedWith?.api;
  if (about.kind !== 'move' || !account.settings.timeAlerts || !client?.alerts) return nothing;
  if (!isReady('opus-time-alert')) return nothing;
  const { appointment, ...wish } = ownTimesFilter(about, whose);
  return html`<opus-time-alert
    .account=${account}
    .client=${client}
    .wish=${{ ...wish, appointment }}
    .known=${true}
  ></opus-time-alert>`;
}

function renderCalendar(view: AppointmentsView, about: About): unknown {
  const { account, controller, words, isReady } = view;
  const { times, flow } = controller.state;
  if (!times || !isReady('opus-week-calendar')) return html`<i class="skeleton-line big"></i>`;
  const { shown, today } = times;
  const { latest, earliest } = limitsOf(about, today);
  const offered = shown?.slots.filter(({ start }) => {
    const { date } = toClockTime(start, account.timeZone);
    return date >= earliest && date <= latest;
  });
  const { place } = flow;
  const isOwn = place.kind === 'times' && place.whose === 'own';
  const phone = phoneOf(view);
  return html`<opus-week-calendar
    .slots=${offered ?? []}
    .week=${times.week}
    .query=${times.query}
    .timeZone=${account.timeZone}
    .today=${today}
    .loading=${times.isLoading}
    .first=${shown?.first ?? null}
    .earliest=${times.earliest}
    .nextDate=${shown?.nextDate ?? null}
    .daysOf=${times.daysOf}
    .showWeekend=${account.settings.weekendBooking}
    .earliestWeek=${mondayOf(earliest)}
    .latestWeek=${mondayOf(latest)}
    .clinicianNames=${isOwn ? undefined : namesOf(account.clinicians)}
    .clinicNames=${isOwn || account.clinics.length < 2 ? undefined : namesOf(account.clinics)}
    >${
      offered?.length === 0 && phone
        ? html`<a slot="empty" class="button" part="button" href=${clinicPhoneUrl(phone)}>
            ${words.term('callClinic', clinicPhoneText(phone))}
          </a>`
        : nothing
    }</opus-week-calendar
  >`;
}

function namesOf(things: Account['clinics'] | Account['clinicians']): ReadonlyMap<string, string> {
  return new Map(things.map(({ id, name }) => [id, name]));
}
