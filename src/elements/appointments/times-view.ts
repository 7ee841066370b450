import { html, nothing, type TemplateResult } from 'lit';
import type { Account, OwnAppointment } from '../../contract/index.js';
import { clinicPhoneText, clinicPhoneUrl } from '../../domain/clinic-phone.js';
import { toClockTime } from '../../domain/clock-time.js';
import { limitsOf, whoseOptions, type About, type Whose } from '../../domain/own-appointments.js';
import { isoWeek, mondayOf } from '../../domain/week.js';
import { ownDate, ownDateHeading, treatmentOf } from '../../locales/appointment-dates.js';
import { slotTimeRange } from '../../locales/date-words.js';
import type { Localizer } from '../../locales/localizer.js';
import { renderTrouble } from './notices.js';
import { ownPhone, type OwnView } from './own-view.js';

/** A new time for an appointment or a need: what it is about, whose times are shown, and the calendar (P-36, P-38). */
export function renderTimes(view: OwnView, about: About, whose: Whose): TemplateResult {
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
    ${renderTrouble(view)} ${renderWhose(view, about, whose)} ${renderCalendar(view, about)}
  </div>`;
}

/** The time that the patient has, and keeps until another one is theirs. */
function renderOld(
  { account, words, today }: OwnView,
  { appointment }: Extract<About, { kind: 'move' }>,
): TemplateResult {
  const { slot, clinician, clinic, move } = appointment;
  const language = words.lang();
  const { date } = toClockTime(slot.start, account.timeZone);
  return html`<p>
      <span class="label">${words.term('presentTime')}</span>
      <strong>${ownDateHeading(language, date, today)}</strong>
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
  return words.term('moveRange', ownDate(language, from, today), ownDate(language, to, today));
}

function renderNeed(
  { words, today }: OwnView,
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
            ${words.term('recallUntil', ownDate(words.lang(), recall.until, today))}
          </p>`
        : nothing
    }`;
}

/** The own clinician first, and the way to see the others. */
function renderWhose({ account, controller, words }: OwnView, about: About, whose: Whose): unknown {
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

function namesOfWhose(term: OwnView['words']['term'], about: About): Record<Whose, string> {
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

function renderCalendar(view: OwnView, about: About): unknown {
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
  const phone = ownPhone(view);
  return html`<opus-week-calendar
    .slots=${offered ?? []}
    .week=${times.week}
    .query=${times.query}
    .timeZone=${account.timeZone}
    .today=${today}
    .loading=${times.isLoading}
    .first=${shown?.first ?? null}
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
